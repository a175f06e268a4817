/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SEED } from '../../../sandbox';
import { meetingEnded, meetingStarted, participantJoined } from '../../../sandbox/events/build';
import { mismatches, zoomType } from '../../contract/zoomTypes';
import { useRegistrants } from './registrant-calls';

const { sandbox, call, add, person } = useRegistrants();

interface Received {
	headers: IncomingHttpHeaders;
	body: string;
}

let server: Server;
let url: string;
let received: Received[];
/** HTTP status for events; 0 gives no answer. */
let status: number;
let answerChallenge: (plainToken: string) => object | undefined;

const hmac = (text: string, secret = sandbox().webhookSecret) =>
	createHmac('sha256', secret).update(text).digest('hex');

beforeEach(async () => {
	received = [];
	status = 200;
	answerChallenge = (plainToken) => ({ plainToken, encryptedToken: hmac(plainToken) });
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			const { event, payload } = JSON.parse(body) as {
				event: string;
				payload: { plainToken: string };
			};
			if (event === 'endpoint.url_validation') {
				const answer = answerChallenge(payload.plainToken);
				response.statusCode = answer ? 200 : 401;
				response.end(JSON.stringify(answer ?? {}));
				return;
			}
			received.push({ headers: request.headers, body });
			if (status === 0) response.destroy();
			else response.writeHead(status).end();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(() => {
	server.close();
	server.closeAllConnections();
});

const names = () => received.map(({ body }) => (JSON.parse(body) as { event: string }).event);

describe('a subscription', () => {
	it.each([
		[
			'does not know the secret',
			(plain: string) => ({ plainToken: plain, encryptedToken: hmac(plain, 'x') }),
		],
		['gives another token back', () => ({ plainToken: 'x', encryptedToken: hmac('x') })],
		['refuses', () => undefined],
	])('is not made for an address that %s', async (_, answer) => {
		answerChallenge = answer;
		await expect(sandbox().subscribe(url)).rejects.toThrow("did not pass Zoom's check");
		await add(person('Ada'));
		await sandbox().catchUp();
		expect(received).toEqual([]);
	});

	it('gets its events signed over the bytes that are sent', async () => {
		await sandbox().subscribe(url);
		await add(person('Adam', { last_name: 'Ádám 😀' }));
		await sandbox().catchUp();
		const [{ headers, body }] = received as [Received];
		const timestamp = String(headers['x-zm-request-timestamp']);
		expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
		expect(headers['x-zm-signature']).toBe(`v0=${hmac(`v0:${timestamp}:${body}`)}`);
	});

	it('gets each event under an ID of its own', async () => {
		await sandbox().subscribe(url);
		await sandbox().subscribe(url);
		await add(person('Ada'));
		await add(person('Bob'));
		await sandbox().catchUp();
		const ids = received.map(({ headers }) => String(headers['x-zm-request-id']));
		expect(new Set(ids).size).toBe(4);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/);
	});

	it('gets only what it asked for', async () => {
		await sandbox().subscribe(url, ['meeting.deleted']);
		await add(person('Ada'));
		await call('DELETE', `/meetings/${SEED.small}`);
		await sandbox().catchUp();
		expect(names()).toEqual(['meeting.deleted']);
	});

	it('can be made from another process', async () => {
		const response = await fetch(`${sandbox().url}/__sandbox/subscriptions`, {
			method: 'POST',
			body: JSON.stringify({ url }),
		});
		expect(response.status).toBe(200);
		await add(person('Ada'));
		await sandbox().catchUp();
		expect(names()).toEqual(['meeting.registration_created']);
	});

	it('is checked again after 72 hours, and ended after six failures in a row', async () => {
		const subscription = await sandbox().subscribe(url);
		answerChallenge = () => undefined;
		for (let check = 1; check <= 6; check++) {
			expect(subscription.state).toBe('enabled');
			sandbox().advanceClock(72 * 3600);
			await sandbox().catchUp();
			expect(subscription.failures).toBe(check);
		}
		expect(subscription.state).toBe('disabled');
		sandbox().configure({ tokenLifeSeconds: 1e7 });
		await sandbox().announce(meetingStarted, SEED.meeting);
		expect(received).toEqual([]);
	});
});

describe('an event that is not answered', () => {
	it.each([
		['with the time of its first try', true],
		['with the time of each try', false],
	])('is sent again after 5, 20 and 60 minutes, %s', async (_, retryKeepsTimestamp) => {
		sandbox().configure({ retryKeepsTimestamp });
		await sandbox().subscribe(url);
		status = 503;
		await sandbox().announce(meetingStarted, SEED.meeting);
		for (const [tries, minutes] of [5, 20, 60, 600].entries()) {
			expect(received).toHaveLength(tries + 1);
			sandbox().advanceClock(60 * (minutes - 1));
			await sandbox().catchUp();
			expect(received).toHaveLength(tries + 1);
			sandbox().advanceClock(61);
			await sandbox().catchUp();
		}
		expect(received).toHaveLength(4);
		expect(new Set(received.map(({ body }) => body)).size).toBe(1);
		expect(new Set(received.map(({ headers }) => headers['x-zm-request-id'])).size).toBe(1);
		const times = received.map(({ headers }) => headers['x-zm-request-timestamp']);
		expect(new Set(times).size).toBe(retryKeepsTimestamp ? 1 : 4);
		expect(
			sandbox()
				.deliveries()
				.filter(({ event }) => event === 'meeting.started'),
		).toMatchObject([1, 2, 3, 4].map((attempt) => ({ attempt, status: 503 })));
	});

	it('at all is sent again too, one that is refused is not', async () => {
		await sandbox().subscribe(url);
		status = 0;
		await sandbox().announce(meetingStarted, SEED.meeting);
		status = 401;
		sandbox().advanceClock(600);
		await sandbox().catchUp();
		sandbox().advanceClock(6000);
		await sandbox().catchUp();
		expect(received).toHaveLength(2);
	});
});

it.each([
	['meeting', SEED.meeting, SEED.manual],
	['webinar', SEED.webinar, SEED.webinarManual],
])('what happens to a %s is told in the shapes of Zoom’s own types', async (name, open, manual) => {
	const root = `${name}s`;
	await sandbox().subscribe(url);
	const { body: created } = await call('POST', `/users/me/${root}`, { json: { topic: 'New' } });
	await sandbox().catchUp();
	const id = String(created.id);
	await call('PATCH', `/${root}/${id}`, { json: { topic: 'Newer' } });
	await sandbox().catchUp();
	await call('DELETE', `/${root}/${id}`);
	await sandbox().catchUp();
	const registrants = `/${root}/${manual}/registrants`;
	const { body: ada } = await call('POST', registrants, {
		json: person('Ada', { last_name: 'Lovelace' }),
	});
	await sandbox().catchUp();
	for (const action of ['approve', 'deny', 'cancel']) {
		const json = { action, registrants: [{ id: ada.registrant_id, email: 'ada@example.com' }] };
		await call('PUT', `${registrants}/status`, { json });
		await sandbox().catchUp();
	}
	await call('POST', `/${root}/${open}/batch_registrants`, {
		json: { registrants: [person('Bob'), person('Cid')] },
	});
	await sandbox().catchUp();
	await sandbox().announce(meetingStarted, open);
	await sandbox().announce(
		(source) => participantJoined(source, { name: 'Bob', email: 'bob@example.com' }),
		open,
	);
	await sandbox().announce(meetingEnded, open);
	const happened = [
		'created',
		'updated',
		'deleted',
		'registration_created',
		'registration_approved',
		'registration_denied',
		'registration_cancelled',
		'registration_created',
		'registration_created',
		'started',
		'participant_joined',
		'ended',
	];
	expect(names()).toEqual(happened.map((what) => `${name}.${what}`));
	// Newer than the SDK's types, and recorded otherwise than they say.
	const known = [
		'.payload.object.creation_source is unknown to Zoom',
		'.payload.object.participant.registrant_id is no string',
	];
	for (const { body } of received) {
		const { event } = JSON.parse(body) as { event: string };
		const type = event.replace(/(^|[._])([a-z])/g, (_, _gap, letter: string) =>
			letter.toUpperCase(),
		);
		const found = mismatches(zoomType(`${type}Event`), JSON.parse(body));
		expect([event, ...found.filter((one) => !known.includes(one))]).toEqual([event]);
	}
});

describe('an event', () => {
	interface Told {
		event: string;
		payload: Record<string, unknown> & { object: Record<string, unknown> };
	}
	const told = () => received.map(({ body }) => JSON.parse(body) as Told);
	const occurrences = () =>
		sandbox()
			.meetings()
			.find(({ id }) => String(id) === SEED.series)!
			.occurrences!.map(({ occurrence_id, start_time }) => ({ occurrence_id, start_time }));

	beforeEach(async () => {
		await sandbox().subscribe(url);
	});

	it('tells by what a meeting was made, and the dates of a series', async () => {
		await call('POST', '/users/me/meetings', { json: {} });
		const recurrence = { type: 1, end_times: 2 };
		await call('POST', '/users/me/meetings', { json: { type: 8, recurrence } });
		await sandbox().catchUp();
		const [single, series] = told();
		expect(single?.payload.object).toMatchObject({ creation_source: 'open_api' });
		expect(single?.payload.object).not.toHaveProperty('occurrences');
		expect(series?.payload.object.occurrences).toEqual([
			expect.objectContaining({ duration: 60, status: 'available' }),
			expect.objectContaining({ duration: 60, status: 'available' }),
		]);
	});

	it('tells whether one date of a series went or all of it', async () => {
		const [first] = occurrences();
		const path = `/meetings/${SEED.series}`;
		const date = `?occurrence_id=${first?.occurrence_id}`;
		await call('PATCH', path + date, { json: { duration: 30 } });
		await sandbox().catchUp();
		await call('DELETE', path + date);
		await sandbox().catchUp();
		await call('DELETE', path);
		await sandbox().catchUp();
		const [changed, one, all] = told();
		expect(changed?.payload).toMatchObject({
			scope: 'single',
			object: { occurrences: [{ ...first, duration: 30, status: 'available' }] },
		});
		expect(one?.payload).toMatchObject({ operation: 'single', object: { occurrences: [first] } });
		expect(all?.payload).toMatchObject({ operation: 'all' });
		expect(all?.payload.object).not.toHaveProperty('occurrences');
	});

	it('about a registration for a series has the dates that it is about', async () => {
		const [first, second] = occurrences();
		const ids = [first, second].map((one) => one?.occurrence_id).join(',');
		await add(person('Ada'), SEED.series, `?occurrence_ids=${ids}`);
		await sandbox().catchUp();
		const registrants = [{ email: 'ada@example.com' }];
		const path = `/meetings/${SEED.series}/registrants/status`;
		for (const [action, query] of [
			['deny', `?occurrence_id=${second?.occurrence_id}`],
			['approve', ''],
		]) {
			await call('PUT', path + query, { json: { action, registrants } });
			await sandbox().catchUp();
		}
		expect(told().map(({ payload }) => payload.object.occurrences)).toEqual([
			[first, second],
			[second],
			[first, second],
		]);
		const { id } = sandbox().addMeeting({
			type: 8,
			recurrence: { type: 1, end_times: 2 },
			settings: { approval_type: 0 },
		});
		await add(person('Bob'), id);
		await sandbox().catchUp();
		expect(told().at(-1)?.payload.object.occurrences).toHaveLength(2);
	});

	it('of a webinar tells its type, and by which source somebody came', async () => {
		const path = `/webinars/${SEED.webinar}/registrants`;
		const source_id = SEED.trackingSources.website;
		await call('POST', path, { json: person('Ada', { source_id }) });
		await sandbox().catchUp();
		const json = { action: 'cancel', registrants: [{ email: 'ada@example.com' }] };
		await call('PUT', `${path}/status`, { json });
		await sandbox().catchUp();
		await call('POST', path, { json: person('Bob') });
		await sandbox().catchUp();
		const source = { id: source_id, source_name: 'Website' };
		expect(told().map(({ payload }) => payload.object)).toMatchObject([
			{ type: 5, registrant: { tracking_source: source } },
			{ type: 5, registrant: { tracking_source: source } },
			{ type: 5, registrant: expect.not.objectContaining({ tracking_source: source }) },
		]);
	});

	it('about a registration for a single meeting has no dates', async () => {
		await add(person('Ada'));
		await sandbox().catchUp();
		expect(told()[0]?.payload.object).not.toHaveProperty('occurrences');
	});

	it.each([
		['a user', SEED.host.email, undefined, { id: SEED.host.id, registrant_id: null }],
		['a guest', 'bob@example.com', undefined, { id: '', registrant_id: null }],
		['a registrant', 'bob@example.com', 'bobs', { id: '', registrant_id: 'bobs' }],
	])('about %s who joined has all IDs', async (_, email, registrantId, ids) => {
		await sandbox().announce(
			(source) => participantJoined(source, { name: 'X', email, registrantId }),
			SEED.meeting,
		);
		expect(told()[0]?.payload.object.participant).toMatchObject({
			...ids,
			participant_user_id: ids.id,
			email,
		});
	});
});
