import pLimit from 'p-limit';
import { Pool } from 'undici';
import { signed } from '../sandbox/events/signature';

/** The app's Secret Token. */
export const signingSecret = 'Bench-Secret-Token-AbCdEf';

/** What an event's headers say of who sent it. */
export type Origin = 'signed' | 'forged' | 'unsigned';

let number = 0;

/** A registration as Zoom sends it, no two alike. */
function newEvent(): string {
	number += 1;
	const registrant = {
		id: `r${number}`,
		first_name: 'Ada',
		last_name: 'Lovelace',
		email: `p${number}@example.com`,
		status: 'approved',
		join_url: `https://us02web.zoom.us/w/85746065${number}`,
	};
	const object = {
		uuid: '4444AAAiAAAAAiAiAiiAii==',
		id: 85_746_065_000,
		host_id: 'KdYKjnimT4KPd8FFgQt9FQ',
		topic: 'Bench',
		type: 2,
		start_time: '2027-03-05T10:00:00Z',
		duration: 60,
		timezone: 'UTC',
		registrant,
	};
	return JSON.stringify({
		event: 'meeting.registration_created',
		event_ts: Date.now(),
		payload: { account_id: 'AAAAAABBBB', object },
	});
}

function headersOf(body: string, origin: Origin) {
	if (origin === 'unsigned') return {};
	const secret = origin === 'signed' ? signingSecret : 'somebody-else';
	return signed(secret, body, Math.floor(Date.now() / 1000));
}

/** Sends events to one address, over connections that are kept. */
export class EventSender {
	private readonly pool: Pool;
	private readonly path: string;

	constructor(address: string, connections: number) {
		const { origin, pathname } = new URL(address);
		this.pool = new Pool(origin, { connections });
		this.path = pathname;
	}

	async close(): Promise<void> {
		await this.pool.close();
	}

	/** @returns the status of the answer, and the milliseconds until it came */
	async send(origin: Origin): Promise<{ status: number; ms: number }> {
		const body = newEvent();
		const headers = { 'content-type': 'application/json', ...headersOf(body, origin) };
		const started = performance.now();
		const answer = await this.pool.request({ method: 'POST', path: this.path, headers, body });
		await answer.body.dump();
		return { status: answer.statusCode, ms: performance.now() - started };
	}

	/**
	 * Sends so many events, some at a time.
	 *
	 * @returns how many were answered as they should be, and the milliseconds until each answer
	 */
	async sendMany(count: number, atATime: number, origin: Origin) {
		const limit = pLimit(atATime);
		const expected = origin === 'signed' ? 200 : 401;
		const answers = await Promise.all(
			Array.from({ length: count }, async () => await limit(async () => await this.send(origin))),
		);
		const right = answers.filter(({ status }) => status === expected);
		return { rows: right.length, answersMs: answers.map(({ ms }) => ms) };
	}
}
