/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import type { IDataObject } from 'n8n-workflow';
import { runZoom } from './run';
import { byId, credentialsFor, people, useSandbox } from './world';

const REGISTRANTS = 5000;
const STAYS = 12_000;
const LENGTH = 5400;
const START = Math.floor((Date.now() - 7_200_000) / 1000) * 1000;
const at = (second: number) => `${new Date(START + second * 1000).toISOString().slice(0, 19)}Z`;

/** The same numbers in each run. */
function numbers(seed: number) {
	let state = seed;
	return (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

/** By email address, who was there in which second. */
class Seconds {
	private readonly there = new Map<string, Uint8Array>();

	add(who: string, from: number, to: number) {
		const seconds = this.there.get(who) ?? new Uint8Array(LENGTH);
		this.there.set(who, seconds.fill(1, from, to));
	}

	of = (who: string) => [...(this.there.get(who) ?? [])].reduce((sum, one) => sum + one, 0);

	get people() {
		return [...this.there.keys()];
	}
}

describe('5,000 registrants and 12,000 stays', () => {
	const sandbox = useSandbox();

	it('are reckoned to the second, each person once, with a call for each page', async () => {
		const { id: meetingId } = sandbox().addMeeting({
			startsAt: Date.now() + 3_600_000,
			settings: { approval_type: 0 },
		});
		sandbox().enroll(
			meetingId ?? 0,
			people(REGISTRANTS).map(({ email, first, last }) => ({
				email,
				first_name: first,
				last_name: last,
			})),
		);
		const registrants = sandbox().registrants(meetingId ?? 0);
		expect(registrants).toHaveLength(REGISTRANTS);
		const next = numbers(7);
		const seconds = new Seconds();
		const participants = Array.from({ length: STAYS }, (_, index) => {
			const who = registrants[next(REGISTRANTS)]!;
			const from = index === 0 ? 0 : next(LENGTH - 1);
			const to = index === 0 ? LENGTH : from + 1 + next(LENGTH - from - 1);
			const isWaiting = index > 0 && next(20) === 0;
			if (!isWaiting) seconds.add(who.email, from, to);
			return {
				name: `Device ${index}`,
				user_email: who.email,
				registrant_id: who.id,
				join_time: at(from),
				leave_time: at(to),
				status: isWaiting ? ('in_waiting_room' as const) : ('in_meeting' as const),
			};
		});
		sandbox().hold(meetingId ?? 0, { startsAt: START, participants });
		sandbox().resetCounts();

		const memory = process.memoryUsage().heapUsed;
		const begun = performance.now();
		const { items, errors } = await runZoom(
			{ resource: 'pastMeeting', operation: 'getAttendance', meetingId: byId(meetingId ?? 0) },
			{ ...credentialsFor(sandbox()), plan: 'business' },
		);
		const took = Math.round(performance.now() - begun);
		const grown = Math.round((process.memoryUsage().heapUsed - memory) / 1e6);
		process.stdout.write(`Attendance of thousands: ${took} ms, heap ${grown} MB more\n`);

		expect(errors).toEqual([]);
		expect(items).toHaveLength(REGISTRANTS);
		expect(new Set(items.map(({ json }) => json.registrant_id)).size).toBe(REGISTRANTS);
		const wrong = items.filter(({ json }) => secondsIn(json) !== seconds.of(String(json.email)));
		expect(wrong).toEqual([]);
		expect(items.filter(({ json }) => json.attended)).toHaveLength(seconds.people.length);
		const { byEndpoint } = sandbox().counts();
		expect(byEndpoint).toEqual({
			'GET /past_meetings/{meetingId}/instances': 1,
			'GET /past_meetings/{meetingId}': 1,
			'GET /report/meetings/{meetingId}/participants': STAYS / 300,
			// A page for nobody who is pending, and one for nobody who was denied.
			'GET /meetings/{meetingId}/registrants': Math.ceil(REGISTRANTS / 300) + 2,
		});
	});
});

const secondsIn = ({ minutes }: IDataObject) => Math.round(Number(minutes) * 60);
