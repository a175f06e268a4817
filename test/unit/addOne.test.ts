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
	add?: (count: number, email: string) => Answer;
	approvalType?: number | undefined;
}

async function add(
	world: World,
	options: IDataObject = {},
	emails = ['ann@x.org'],
	occurrenceIds = '',
) {
	let adds = 0;
	const result = await runNode({
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: locator('id', '85746065432'),
			registrantFrom: 'define',
			firstName: 'Ann',
			options: { maxConcurrency: 1, ...options } as never,
		},
		rows: emails.map(() => ({})),
		perItem: (index) => ({ email: emails[index], additionalFields: { occurrenceIds } }),
		onError: 'continueErrorOutput',
		respond: ({ method, url, qs, body }) => {
			if (method === 'POST') {
				return world.add?.(++adds, (body as { email: string }).email) ?? ok(ADDED);
			}
			if (method === 'PATCH') return { statusCode: 204, body: '' };
			if (url === MEETING) return ok({ settings: { approval_type: world.approvalType } });
			// Of an occurrence: `approved 11`.
			const list = [qs?.status, qs?.occurrence_id].filter(Boolean).join(' ');
			return world.list?.() ?? ok({ registrants: world.lists?.[list] ?? [] });
		},
	});
	return {
		json: result.items.map(({ json }) => json),
		calls: result.requests.map(({ method, url, qs }) =>
			[method, url, qs?.status].filter((part) => part !== undefined).join(' '),
		),
		bodies: result.requests.map(({ body }) => body as unknown),
		queries: result.requests.map(({ qs }) => qs as IDataObject | undefined),
	};
}
const LISTS = ['approved', 'pending', 'denied'].map((status) => `GET ${REGISTRANTS} ${status}`);
const POST = `POST ${REGISTRANTS}`;
const reported = (email: string) => ({
	error: {
		message: `${email} is already registered for this meeting`,
		hint: "To get the existing registrant instead, set the option 'If Already Registered' to 'Return the Existing Registrant'.",
	},
});

describe('If Already Registered: return the existing registrant', () => {
	it('asks nobody where Zoom takes the person', async () => {
		const { calls, json } = await add({});
		expect(calls).toEqual([POST]);
		expect(json).toEqual([{ status: 'approved', email: 'ann@x.org', first_name: 'Ann', ...ADDED }]);
	});

	it('warns where the answer names another meeting', async () => {
		const { json } = await add({ add: () => ok({ ...ADDED, id: 85746065433 }) });
		expect(json).toMatchObject([
			{
				id: 85746065433,
				registrant_id: 'new',
				warning: "Zoom's response names the meeting 85746065433 instead of 85746065432.",
			},
		]);
	});

	it.each(['approved', 'pending'])(
		'finds the person, %s, once the daily limit is used up',
		async (status) => {
			const { calls, json } = await add({ lists: { [status]: [KNOWN] }, add: () => LIMIT });
			expect(calls).toEqual([POST, ...LISTS]);
			expect(json).toEqual([{ ...RETURNED, status }]);
		},
	);

	describe('the limit stays the reason of the failure', () => {
		const limit = (lookUp: string) => [
			{
				error: {
					message: "Zoom's daily limit for this person is used up",
					hint: expect.stringContaining('3 registrations and') as string,
					code: 429,
					httpCode: 429,
					zoomMessage: expect.stringContaining('daily rate limit of (3)') as string,
					resetsAt: expect.any(String) as string,
					lookUp,
				},
			},
		];
		const NOT_THERE = "The registrant lists that this run has read don't include the email address";

		it('where the person is not to be found', async () => {
			const { calls, json } = await add({ add: () => LIMIT });
			expect(calls).toEqual([POST, ...LISTS]);
			expect(json).toEqual(limit(NOT_THERE));
		});

		it('where the person was denied or has cancelled', async () => {
			const { json } = await add({ lists: { denied: [KNOWN] }, add: () => LIMIT });
			expect(json).toEqual(limit('The person was denied or has canceled'));
		});

		it.each([
			[
				refusal(400, 4711, 'Invalid access token, does not contain scopes:[a:b:admin].'),
				'The Zoom app is missing a scope for this operation',
			],
			[refusal(404, 3001, 'Meeting does not exist: 1.'), "Zoom couldn't find this meeting"],
		])('where the lists cannot be read, case %#', async (list, lookUp) => {
			const { json } = await add({ list: () => list, add: () => LIMIT });
			expect(json).toEqual(limit(lookUp));
		});

		it('where the person has registered for another occurrence only', async () => {
			const world = { lists: { approved: [KNOWN], 'approved 1648194360000': [] } };
			const one = await add({ ...world, add: () => LIMIT }, {}, ['ann@x.org'], '1648194360000');
			expect(one.json).toEqual(limit(NOT_THERE));
			expect(one.queries.slice(1).map((qs) => qs?.occurrence_id)).toEqual(
				LISTS.map(() => '1648194360000'),
			);
		});

		it('where one of several occurrences lacks the person', async () => {
			const lists: World['lists'] = { 'approved 1648194360000': [KNOWN] };
			const both = async () =>
				await add({ lists, add: () => LIMIT }, {}, ['ann@x.org'], '1648194360000, 1648799160000');
			expect((await both()).json).toEqual(limit(NOT_THERE));
			lists['denied 1648799160000'] = [KNOWN];
			expect((await both()).json).toEqual(limit('The person was denied or has canceled'));
			delete lists['denied 1648799160000'];
			lists['pending 1648799160000'] = [KNOWN];
			expect((await both()).json).toEqual([{ ...RETURNED, status: 'approved' }]);
		});
	});

	it('finds who this run has added after it read the lists', async () => {
		const added = new Set<string>();
		const world: World = {
			add: (_, email) => {
				const person = email.toLowerCase();
				if (person === 'a@x.org' || added.has(person)) return LIMIT;
				added.add(person);
				return ok(ADDED);
			},
		};
		const { calls, json } = await add(world, {}, ['a@x.org', 'b@x.org', 'B@x.org']);
		expect(calls).toEqual([POST, ...LISTS, POST, POST]);
		expect(json).toMatchObject([
			{ error: { httpCode: 429 } },
			{ status: 'approved', ...ADDED },
			{ status: 'approved', ...ADDED, already_registered: true },
		]);
	});

	it('takes a person with several entries for registered, once one of them is', async () => {
		const lists = { approved: [KNOWN], denied: [{ ...KNOWN, id: 'old' }] };
		const { json } = await add({ lists, add: () => LIMIT });
		expect(json).toEqual([{ ...RETURNED, status: 'approved' }]);
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

	it('adds somebody who was denied or has cancelled before', async () => {
		const { calls, json } = await add({ lists: { denied: [KNOWN] } }, report);
		expect(calls).toEqual([...LISTS, POST]);
		expect(json).toEqual([{ status: 'approved', email: 'ann@x.org', first_name: 'Ann', ...ADDED }]);
	});

	it('warns where Zoom then gives no join link', async () => {
		const pending = { id: 85746065432, registrant_id: 'new' };
		const world = { lists: { denied: [KNOWN] }, add: () => ok(pending) };
		const { json } = await add(world, report);
		expect(json).toEqual([
			{
				status: 'pending',
				email: 'ann@x.org',
				first_name: 'Ann',
				...pending,
				warning:
					'ann@x.org was denied or canceled before, and Zoom returned no join link. Check whether Zoom accepts the new registration.',
			},
		]);
		const { json: fresh } = await add({ add: () => ok(pending) }, report);
		expect(fresh[0]).not.toHaveProperty('warning');
	});

	it('adds somebody who has registered for some of the occurrences only', async () => {
		const lists = { approved: [KNOWN], 'approved 1648194360000': [KNOWN] };
		const run = async (occurrenceIds: string) =>
			(await add({ lists }, report, ['ann@x.org'], occurrenceIds)).json;
		expect(await run('1648194360000')).toEqual([reported('ann@x.org')]);
		expect(await run('1648194360000, 1648799160000')).toMatchObject([{ status: 'approved' }]);
	});

	it('does not fail somebody who was added because a list cannot be read after it', async () => {
		let off = true;
		const world: World = {
			approvalType: 0,
			list: () => (off ? OFF : { statusCode: 404, body: '' }),
			add: (count) => {
				off = count === 1;
				return off ? OFF : ok(ADDED);
			},
		};
		const { json } = await add(world, { ...report, turnOnRegistration: 'automatic' });
		expect(json).toEqual([{ status: 'approved', email: 'ann@x.org', first_name: 'Ann', ...ADDED }]);
	});

	it('adds a new person once who two rows name at the same time', async () => {
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

	it('says why where the lists cannot be read, and sends nothing', async () => {
		const list = () => refusal(404, 3001, 'Meeting does not exist: 85746065432.');
		const { calls, json } = await add({ list }, report);
		expect(calls).toEqual(LISTS);
		expect(json).toMatchObject([{ error: { message: "Zoom couldn't find this meeting" } }]);
	});

	it("goes on with a meeting that has no lists since it isn't turned on for this meeting", async () => {
		const { calls, json } = await add({ list: () => OFF, add: () => OFF }, report);
		expect(calls).toEqual([...LISTS, POST]);
		expect(json).toMatchObject([
			{ error: { message: "Registration isn't turned on for this meeting" } },
		]);
	});
});

describe('If Registration Is Off', () => {
	const world = (approvalType: number): World => ({
		approvalType,
		add: (count) => (count === 1 ? OFF : ok(ADDED)),
	});

	it('leaves the meeting alone unless asked', async () => {
		const { calls, json } = await add(world(0));
		expect(calls).toEqual([POST]);
		expect(json).toMatchObject([
			{ error: { message: "Registration isn't turned on for this meeting" } },
		]);
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

	it('goes on where it cannot be read whether Zoom kept it', async () => {
		const { calls, json } = await add(
			{ ...world(0), approvalType: undefined },
			{ turnOnRegistration: 'automatic' },
		);
		expect(calls).toEqual([POST, `PATCH ${MEETING}`, `GET ${MEETING}`, POST]);
		expect(json).toMatchObject([{ registrant_id: 'new' }]);
	});

	it.each([2, 1])('says so where Zoom has %p instead, and adds nobody', async (kept) => {
		const { calls, json } = await add(
			{ ...world(0), approvalType: kept },
			{ turnOnRegistration: 'automatic' },
		);
		expect(calls).toEqual([POST, `PATCH ${MEETING}`, `GET ${MEETING}`]);
		expect(json).toEqual([
			{
				error: {
					message: "Zoom didn't turn on registration for this meeting",
					hint: "Meetings with no fixed time, with a personal meeting ID, or of a host on the Basic plan can't have registration.",
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
	[
		{ ifRegistered: 'maybe' },
		"'If Already Registered' must be one of Zoom's choices, but is \"maybe\"",
	],
	[
		{ turnOnRegistration: true },
		"'If Registration Is Off' must be one of Zoom's choices, but is \"true\"",
	],
])('refuses the options %j before a request', async (options, message) => {
	const { calls, json } = await add({}, options);
	expect(calls).toEqual([]);
	expect(json).toMatchObject([{ error: { message } }]);
});
