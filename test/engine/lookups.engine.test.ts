import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import {
	addParameters,
	apiRequests,
	byEmail,
	byId,
	byUrl,
	credentialsFor,
	meetingOf,
	people,
	registerDirectly,
	useSandbox,
} from './world';

const ADD = 'POST /meetings/{meetingId}/registrants';
const LIMIT = "Zoom's daily limit for this person is used up";

describe('what operations look up around their request, against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (parameters: INodeParameters, rows: IDataObject[] = [{}]) =>
		await runZoom(parameters, credentialsFor(sandbox()), rows, { onError: 'continueErrorOutput' });
	const add = async (meeting: string, more: INodeParameters = {}) =>
		await run(addParameters(meeting, more), people(1));

	describe("a person's daily limit", () => {
		it('brings back no registration for another occurrence', async () => {
			const [a, b] = meetingOf(sandbox(), SEED.series)?.occurrences ?? [];
			const forOccurrence = async (occurrenceIds: unknown) =>
				await add(SEED.series, { additionalFields: { occurrenceIds: String(occurrenceIds) } });
			for (let i = 0; i < 3; i++) await forOccurrence(a?.occurrence_id);
			const other = await forOccurrence(b?.occurrence_id);
			expect(other.items).toEqual([]);
			expect(errorOf(other.errors[0])).toMatchObject({
				message: LIMIT,
				httpCode: 429,
				lookUp: expect.stringContaining("don't include the email address"),
			});
			const same = await forOccurrence(a?.occurrence_id);
			expect(same.items[0]?.json).toMatchObject({ already_registered: true, status: 'approved' });
		});

		it('brings back nobody who was denied', async () => {
			for (let i = 0; i < 3; i++) await add(SEED.manual);
			await run({
				resource: 'meetingRegistrant',
				operation: 'deny',
				meetingId: byId(SEED.manual),
				registrant: byEmail('p0@example.com'),
				occurrenceId: '',
			});
			const { items, errors } = await add(SEED.manual);
			expect(items).toEqual([]);
			expect(errorOf(errors[0])).toMatchObject({
				message: LIMIT,
				lookUp: 'The person was denied or has canceled',
			});
		});

		it('stays the reason where the app lacks the scope for the list', async () => {
			sandbox().configure({ scopes: ['meeting:write:registrant:admin'] });
			for (let i = 0; i < 3; i++) await add(SEED.meeting);
			const { errors } = await add(SEED.meeting);
			expect(errorOf(errors[0])).toMatchObject({
				message: LIMIT,
				httpCode: 429,
				lookUp: 'The Zoom app is missing a scope for this operation',
			});
		});
	});

	it.each(['add', 'addMany'])(
		'%s: who has cancelled can be added, with Fail the Item',
		async (operation) => {
			await add(SEED.meeting);
			await run({
				resource: 'meetingRegistrant',
				operation: 'cancel',
				meetingId: byId(SEED.meeting),
				registrant: byEmail('p0@example.com'),
				occurrenceId: '',
			});
			const options = { ifRegistered: 'report' };
			const again = await add(SEED.meeting, { operation, options });
			expect(again.errors).toEqual([]);
			expect(again.items[0]?.json).toMatchObject({ status: 'approved' });
			const third = await add(SEED.meeting, { operation, options });
			expect(third.errors.map(errorMessage)).toEqual([
				'p0@example.com is already registered for this meeting',
			]);
		},
	);

	it.each(['add', 'addMany'])(
		'%s: Fail the Item reports the second of two rows',
		async (operation) => {
			const rows = [...people(2), { email: 'P0@example.com', first: 'Ada' }];
			const { items, errors } = await run(
				addParameters(SEED.meeting, { operation, options: { ifRegistered: 'report' } }),
				rows,
			);
			expect(items).toHaveLength(2);
			expect(errors.map((row) => [row.pairedItem, errorMessage(row)])).toEqual([
				[{ item: 2 }, 'P0@example.com is already registered for this meeting'],
			]);
			expect(sandbox().counts().byEndpoint[ADD]).toBe(2);
		},
	);

	it('a registration link is found although another meeting cannot be read', async () => {
		const link = String(meetingOf(sandbox(), SEED.manual)?.registration_url);
		// All four tries at the first meeting of the list.
		sandbox().configure({
			faults: [{ kind: 'htmlBefore', on: 'GET /meetings/{meetingId}', times: 4 }],
		});
		const { items, errors } = await add('', { meetingId: byUrl(link) });
		expect(errors).toEqual([]);
		expect(items).toHaveLength(1);
		expect(sandbox().registrants(SEED.manual)).toHaveLength(1);
	});

	it('registration links are searched several meetings at a time, and once for all rows', async () => {
		const added = Array.from({ length: 30 }, (_, n) =>
			sandbox().addMeeting({ topic: `M${n}`, type: 2, settings: { approval_type: 0 } }),
		);
		const app = { ...credentialsFor(sandbox()), plan: 'business' };
		const wrong = 'https://zoom.us/meeting/register/tZnobodyHasThisOne';
		const links = [...added.slice(-3).map((one) => String(one.registration_url)), wrong, wrong];
		const { items, errors } = await runZoom(
			addParameters('', { meetingId: byUrl('={{ $json.link }}') }),
			app,
			people(10).map((one, n) => ({ ...one, link: links[n % links.length] ?? '' })),
			{ onError: 'continueErrorOutput' },
		);
		expect(items.map(({ json }) => json.id)).toEqual(
			[...added.slice(-3), ...added.slice(-3)].map(({ id }) => id),
		);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual(
			[3, 4, 8, 9].map((item) => ({ item })),
		);
		const gets = apiRequests(sandbox()).filter(({ method }) => method === 'GET');
		const ofMeetings = gets.filter(({ path }) => /\/meetings\/\d+$/.test(path));
		expect(new Set(ofMeetings.map(({ path }) => path)).size).toBe(ofMeetings.length);
		expect(gets).toHaveLength(ofMeetings.length + 1);
		// For a single row, too, several are under way at a time.
		sandbox().configure({ latencyMs: 200 });
		sandbox().resetCounts();
		const link = byUrl(String(added[20]?.registration_url));
		await runZoom(addParameters('', { meetingId: link }), app, people(1));
		expect(sandbox().counts().mostInFlight).toBeGreaterThan(1);
	});

	it('Get and Delete of 100 by email in a meeting of 3,000: 12 list calls each', async () => {
		const app = { ...credentialsFor(sandbox()), plan: 'business' };
		const settings = { approval_type: 0 as const };
		const meeting = String(sandbox().addMeeting({ type: 2, settings, capacity: 3_000 }).id);
		const everybody = people(3_000);
		const options = { maxConcurrency: 20 };
		await registerDirectly(sandbox(), meeting, everybody);
		expect(sandbox().registrants(meeting)).toHaveLength(3_000);
		const rows = everybody.filter((_, n) => n % 30 === 7);
		for (const operation of ['get', 'delete']) {
			sandbox().resetCounts();
			const { items, error } = await runZoom(
				{
					resource: 'meetingRegistrant',
					operation,
					meetingId: byId(meeting),
					registrant: byEmail('={{ $json.email }}'),
					occurrenceId: '',
					options,
				},
				app,
				rows,
			);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.email)).toEqual(rows.map(({ email }) => email));
			const { byEndpoint } = sandbox().counts();
			expect(byEndpoint['GET /meetings/{meetingId}/registrants']).toBeLessThanOrEqual(12);
		}
		expect(sandbox().registrants(meeting)).toHaveLength(2_900);
	});

	it('approves in several meetings, whose lists are read side by side', async () => {
		const meetings = Array.from({ length: 6 }, () =>
			sandbox().addMeeting({ type: 2, settings: { approval_type: 1 } }),
		);
		const app = { ...credentialsFor(sandbox()), plan: 'business' };
		const rows = people(12).map((one, n) => ({ ...one, meeting: String(meetings[n % 6]?.id) }));
		await runZoom(addParameters('', { meetingId: byId('={{ $json.meeting }}') }), app, rows);
		sandbox().configure({ latencyMs: 200 });
		sandbox().resetCounts();
		const { items, errors } = await runZoom(
			{
				resource: 'meetingRegistrant',
				operation: 'approve',
				meetingId: byId('={{ $json.meeting }}'),
				registrant: byEmail('={{ $json.email }}'),
				occurrenceId: '',
			},
			app,
			[...rows, { email: 'nobody@example.com', meeting: rows[0]?.meeting ?? '' }],
			{ onError: 'continueErrorOutput' },
		);
		expect(items.map(({ json }) => json.email)).toEqual(rows.map(({ email }) => email));
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 12 }]);
		const { byEndpoint, mostInFlight } = sandbox().counts();
		expect(byEndpoint['GET /meetings/{meetingId}/registrants']).toBe(3 * 6);
		// More than the lists of one meeting.
		expect(mostInFlight).toBeGreaterThan(3);
	});

	it('a registration link that is cut short registers nobody', async () => {
		const link = String(meetingOf(sandbox(), SEED.manual)?.registration_url);
		const { errors } = await add('', { meetingId: byUrl(link.slice(0, -2)) });
		expect(errors.map(errorMessage)).toEqual([
			"None of the account owner's meetings has this registration link",
		]);
		expect(apiRequests(sandbox()).filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it.each<[string, INodeParameters, string[], string]>([
		[
			'update',
			{ updateFields: { topic: 'New topic' } },
			['meeting:update:meeting:admin'],
			"The meeting was updated, but couldn't be read afterward: The Zoom app is missing a scope for this operation.",
		],
		[
			'update',
			{ updateFields: { startTime: '2019-06-29T20:00:00Z' } },
			['meeting:update:meeting:admin', 'meeting:read:meeting:admin'],
			"The start time 2019-06-29T20:00:00Z is in the past, so Zoom didn't use it: the meeting starts at ",
		],
	])('%s that was made says what it could not see or keep, case %#', async (...of) => {
		const [operation, parameters, scopes, warning] = of;
		sandbox().configure({ scopes });
		const { items, errors } = await run({
			resource: 'meeting',
			operation,
			meetingId: byId(SEED.meeting),
			settings: {},
			simple: true,
			...parameters,
		});
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({ id: Number(SEED.meeting) });
		expect(String(items[0]?.json.warning)).toContain(warning);
	});

	it('a meeting that is made for a time in the past says when it starts', async () => {
		const { items, hints } = await run({
			resource: 'meeting',
			operation: 'create',
			userId: byId('me'),
			topic: 'T',
			startTime: '2019-06-29T20:00:00Z',
			duration: 30,
			registration: 'off',
			additionalFields: {},
			settings: {},
			simple: true,
		});
		const { start_time: start, warning } = items[0]?.json ?? {};
		expect(warning).toBe(
			`The start time 2019-06-29T20:00:00Z is in the past, so Zoom didn't use it: the meeting starts at ${String(start)}.`,
		);
		expect(hints).toEqual([warning]);
	});

	it('registers in batches while an answer names nobody: each row is unknown', async () => {
		sandbox().configure({
			faults: [
				{
					kind: 'answer',
					on: 'POST /meetings/{meetingId}/batch_registrants',
					text: '{"registrants":[]}',
					times: 1,
				},
			],
		});
		const parameters = addParameters(SEED.meeting, { operation: 'addMany' });
		const { items, errors } = await run(parameters, people(40));
		expect(items).toHaveLength(10);
		expect(errors.map((row) => errorOf(row)?.unknown)).toEqual(errors.map(() => true));
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 30 }, (_, item) => ({ item })),
		);
	});
});
