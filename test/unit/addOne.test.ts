import type { IDataObject } from 'n8n-workflow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';

const MEETING = '/meetings/85746065432';
const REGISTRANTS = `${MEETING}/registrants`;
const OFF = refusal(400, 3000, 'Registration has not been enabled for this meeting: 85746065432.');
const LIMIT = refusal(
	429,
	429,
	'You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (ann@x.org). You can resume these API requests at GMT 00:00:00.',
);
const ADDED = { id: 85746065432, registrant_id: 'new', join_url: 'https://zoom.us/w/1' };
const KNOWN = { id: 'r1', email: 'ANN@x.org', first_name: 'Ann', join_url: 'https://zoom.us/w/2' };
const RETURNED = {
	id: 85746065432,
	registrant_id: 'r1',
	email: 'ANN@x.org',
	first_name: 'Ann',
	join_url: 'https://zoom.us/w/2',
	already_registered: true,
};

/** A meeting: who is registered by status, and what Zoom answers to adding. */
interface World {
	lists?: Record<string, IDataObject[]>;
	list?: () => Answer;
	add?: (count: number) => Answer;
	approvalType?: number;
}

async function add(world: World, options: IDataObject = {}, emails = ['ann@x.org']) {
	let adds = 0;
	const result = await runNode({
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: locator('id', '85746065432'),
			firstName: 'Ann',
			options: { maxConcurrency: 1, ...options } as never,
		},
		rows: emails.map(() => ({})),
		perItem: (index) => ({ email: emails[index] }),
		onError: 'continueErrorOutput',
		respond: ({ method, url, qs }) => {
			if (method === 'POST') return world.add?.(++adds) ?? ok(ADDED);
			if (method === 'PATCH') return { statusCode: 204, body: '' };
			if (url === MEETING) return ok({ settings: { approval_type: world.approvalType } });
			return world.list?.() ?? ok({ registrants: world.lists?.[String(qs?.status)] ?? [] });
		},
	});
	return {
		json: result.items.map(({ json }) => json),
		calls: result.requests.map(({ method, url, qs }) =>
			[method, url, qs?.status].filter((part) => part !== undefined).join(' '),
		),
		bodies: result.requests.map(({ body }) => body as unknown),
	};
}
const LISTS = ['approved', 'pending', 'denied'].map((status) => `GET ${REGISTRANTS} ${status}`);
const POST = `POST ${REGISTRANTS}`;
const reported = (email: string) => ({
	error: {
		message: `${email} has registered for this meeting already`,
		hint: 'To get the existing registrant instead, set the option If Already Registered to "Return the Existing Registrant".',
	},
});

describe('If Already Registered: return the existing registrant', () => {
	it('asks nobody where Zoom takes the person', async () => {
		const { calls, json } = await add({});
		expect(calls).toEqual([POST]);
		expect(json).toEqual([{ status: 'approved', email: 'ann@x.org', first_name: 'Ann', ...ADDED }]);
	});

	it.each(['approved', 'pending'])(
		'finds the person, %s, once the daily limit is used up',
		async (status) => {
			const { calls, json } = await add({ lists: { [status]: [KNOWN] }, add: () => LIMIT });
			expect(calls).toEqual([POST, ...LISTS]);
			expect(json).toEqual([{ ...RETURNED, status }]);
		},
	);

	it('explains the limit where the person is not to be found', async () => {
		const { json } = await add({ add: () => LIMIT });
		expect(json).toMatchObject([
			{ error: { message: "Zoom's daily limit for this person is used up", httpCode: 429 } },
		]);
	});

	it("does not take the account's daily limit for the person's", async () => {
		const daily = refusal(429, 429, 'You have reached the daily rate limit for this API.');
		const { calls, json } = await add({ lists: { approved: [KNOWN] }, add: () => daily });
		expect(calls).toEqual([POST]);
		expect(json).toMatchObject([
			{ error: { message: "Zoom's daily limit for this account is used up" } },
		]);
	});

	it('does not take another refusal that names the registrant for the limit', async () => {
		const no = refusal(400, 300, 'No value for the registrant.');
		const { calls } = await add({ lists: { approved: [KNOWN] }, add: () => no });
		expect(calls).toEqual([POST]);
	});
});

describe('If Already Registered: report it', () => {
	const report = { ifRegistered: 'report' };

	it('sends nothing for a person who is registered, in any case of letters', async () => {
		const { calls, json } = await add({ lists: { pending: [KNOWN] } }, report);
		expect(calls).toEqual(LISTS);
		expect(json).toEqual([reported('ann@x.org')]);
	});

	it('adds a new person once whom two rows name at the same time', async () => {
		const emails = ['ben@x.org', 'BEN@x.org'];
		const { calls, json } = await add({}, { ...report, maxConcurrency: 5 }, emails);
		expect(calls).toEqual([...LISTS, POST]);
		expect(json).toMatchObject([{ status: 'approved' }, reported('BEN@x.org')]);
	});

	it('adds the second of two rows where the first was refused', async () => {
		const full = refusal(400, 3043, 'Meeting has reached maximum attendee capacity.');
		const world = { add: (count: number) => (count === 1 ? full : ok(ADDED)) };
		const emails = ['ben@x.org', 'ben@x.org'];
		const { json } = await add(world, { ...report, maxConcurrency: 5 }, emails);
		expect(json).toMatchObject([
			{ error: { message: 'The meeting is full' } },
			{ status: 'approved' },
		]);
	});

	it('reads the lists once, adds who is new, and knows them from then on', async () => {
		const world = { lists: { approved: [KNOWN] } };
		const emails = ['ben@x.org', 'ann@x.org', 'Ben@X.org'];
		const { calls, json } = await add(world, report, emails);
		expect(calls).toEqual([...LISTS, POST]);
		expect(json).toEqual([
			{ status: 'approved', email: 'ben@x.org', first_name: 'Ann', ...ADDED },
			reported('ann@x.org'),
			reported('Ben@X.org'),
		]);
	});

	it('explains the daily limit', async () => {
		const { calls, json } = await add({ add: () => LIMIT }, report);
		expect(calls).toEqual([...LISTS, POST]);
		expect(json).toMatchObject([
			{ error: { message: "Zoom's daily limit for this person is used up" } },
		]);
	});

	it('says why where the lists can not be read, and sends nothing', async () => {
		const list = () => refusal(404, 3001, 'Meeting does not exist: 85746065432.');
		const { calls, json } = await add({ list }, report);
		expect(calls).toEqual([LISTS[0]]);
		expect(json).toMatchObject([{ error: { message: 'Zoom does not know this meeting' } }]);
	});

	it('goes on with a meeting that has no lists since it takes no registrations', async () => {
		const { calls, json } = await add({ list: () => OFF, add: () => OFF }, report);
		expect(calls).toEqual([LISTS[0], POST]);
		expect(json).toMatchObject([{ error: { message: 'This meeting takes no registrations' } }]);
	});
});

describe('Turn On Registration If Off', () => {
	const world = (approvalType: number): World => ({
		approvalType,
		add: (count) => (count === 1 ? OFF : ok(ADDED)),
	});

	it('leaves the meeting alone unless asked', async () => {
		const { calls, json } = await add(world(0));
		expect(calls).toEqual([POST]);
		expect(json).toMatchObject([{ error: { message: 'This meeting takes no registrations' } }]);
	});

	it.each([
		['automatic', 0],
		['manual', 1],
	])('%s: sets it, looks whether Zoom kept it, and adds', async (how, approvalType) => {
		const { calls, bodies, json } = await add(world(approvalType), { turnOnRegistration: how });
		expect(calls).toEqual([POST, `PATCH ${MEETING}`, `GET ${MEETING}`, POST]);
		expect(bodies[1]).toEqual({ settings: { approval_type: approvalType } });
		expect(bodies[3]).toEqual(bodies[0]);
		expect(json).toMatchObject([{ registrant_id: 'new' }]);
	});

	it('changes the meeting once for all rows', async () => {
		const { calls } = await add(
			{ approvalType: 0, add: (count) => (count % 2 === 1 ? OFF : ok(ADDED)) },
			{ turnOnRegistration: 'automatic' },
			['a@x.org', 'b@x.org'],
		);
		expect(calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
		expect(calls.filter((call) => call === POST)).toHaveLength(4);
	});

	it.each([2, 1, undefined])('says so where Zoom has %p instead, and adds nobody', async (kept) => {
		const { calls, json } = await add(
			{ ...world(0), approvalType: kept },
			{ turnOnRegistration: 'automatic' },
		);
		expect(calls).toEqual([POST, `PATCH ${MEETING}`, `GET ${MEETING}`]);
		expect(json).toEqual([
			{
				error: {
					message: 'Zoom kept registration off for this meeting',
					hint: 'Meetings with no fixed time, with a personal meeting ID, or of a host on the Basic plan can not have registration.',
				},
			},
		]);
	});

	it('changes nothing after another refusal', async () => {
		const full = refusal(400, 3043, 'Meeting has reached maximum attendee capacity.');
		const { calls } = await add({ add: () => full }, { turnOnRegistration: 'automatic' });
		expect(calls).toEqual([POST]);
	});
});

it.each([
	[{ ifRegistered: 'maybe' }, '"If Already Registered" is not one of Zoom\'s choices: "maybe"'],
	[
		{ turnOnRegistration: true },
		'"Turn On Registration If Off" is not one of Zoom\'s choices: "true"',
	],
])('refuses the options %j before a request', async (options, message) => {
	const { calls, json } = await add({}, options);
	expect(calls).toEqual([]);
	expect(json).toMatchObject([{ error: { message } }]);
});
