import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import {
	addParameters,
	apiRequests,
	byId,
	credentialsFor,
	meetingOf,
	people,
	useSandbox,
} from './world';

const BATCH = 'POST /meetings/{meetingId}/batch_registrants';
const SINGLE = 'POST /meetings/{meetingId}/registrants';

/** The same order each time, but not the order in which people were made. */
function shuffled<T>(rows: readonly T[]): T[] {
	return rows
		.map((row, i) => ({ row, key: (i * 7919) % 104_729 }))
		.toSorted((a, b) => a.key - b.key)
		.map(({ row }) => row);
}

describe('Registrant: Add Many, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (
		rows: IDataObject[],
		more: INodeParameters = {},
		onError: 'continueErrorOutput' | 'stopWorkflow' = 'continueErrorOutput',
	) =>
		await runZoom(
			{
				...addParameters(SEED.meeting),
				operation: 'addMany',
				confirmationEmail: true,
				...more,
			},
			credentialsFor(sandbox()),
			rows,
			{ onError },
		);
	const calls = () => sandbox().counts().byEndpoint;

	it('registers 1,000 rows in 34 calls and pairs each result with its row', async () => {
		const rows = shuffled(people(1000));
		const { items, errors, error } = await run(rows);
		expect(error).toBeUndefined();
		expect(errors).toEqual([]);
		expect(items).toHaveLength(1000);
		const links = new Map(
			sandbox()
				.registrants(SEED.meeting)
				.map((one) => [one.email, one.join_url]),
		);
		expect(links.size).toBe(1000);
		items.forEach(({ json, pairedItem }, index) => {
			expect(pairedItem).toEqual({ item: index });
			expect(json).toMatchObject({
				email: rows[index]?.email,
				first_name: rows[index]?.first,
				join_url: links.get(String(json.email)),
				status: 'approved',
			});
		});
		expect(calls()).toEqual({ [BATCH]: 34 });
		expect(sandbox().counts().tokens).toBe(1);
	});

	it('finds the bad rows of a list and saves the others', async () => {
		const rows: IDataObject[] = people(300);
		for (const [index, email] of [
			[3, 'no address'],
			[77, ''],
			[150, SEED.host.email],
		] as const) {
			rows[index] = { ...rows[index], email };
		}
		const { items, errors } = await run(rows);
		expect(items).toHaveLength(297);
		expect(errors.map((row) => [row.pairedItem, errorMessage(row)])).toEqual([
			[{ item: 3 }, "'Email' isn't a valid email address: \"no address\""],
			[{ item: 77 }, "'Email' is required"],
			[{ item: 150 }, "The host can't register for their own meeting"],
		]);
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(297);
	});

	it('sends an address once that is in the list twice, and says so', async () => {
		const rows = [
			{ email: 'a@example.com', first: 'A' },
			{ email: 'b@example.com', first: 'B' },
			{ email: 'A@example.com', first: 'A again' },
		];
		const { items } = await run(rows);
		expect(items.map(({ json }) => json.registrant_id)).toEqual([
			items[2]?.json.registrant_id,
			expect.any(String),
			items[0]?.json.registrant_id,
		]);
		expect(items.map(({ json }) => json.warning)).toEqual([
			undefined,
			undefined,
			"a@example.com is in the list more than once and was sent only once, with the first item's data.",
		]);
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(2);
	});

	it('sends what the batch call cannot carry person by person, in the same run', async () => {
		const rows: IDataObject[] = people(4);
		rows[2] = { ...rows[2], org: 'Example Ltd' };
		const { items, error } = await run(rows, {
			additionalFields: { org: '={{ $json.org }}' },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
		expect(calls()).toEqual({ [BATCH]: 1, [SINGLE]: 1 });
		const third = sandbox()
			.registrants(SEED.meeting)
			.find(({ email }) => email === 'p2@example.com');
		expect(third).toMatchObject({ org: 'Example Ltd' });
	});

	it('registers for a recurring meeting, which has no batch call', async () => {
		const occurrence = meetingOf(sandbox(), SEED.series)?.occurrences?.[0]?.occurrence_id ?? '';
		const { items, errors } = await run(people(3), {
			meetingId: byId(SEED.series),
			additionalFields: { occurrenceIds: occurrence },
		});
		expect(errors).toEqual([]);
		expect(items).toHaveLength(3);
		expect(calls()).toEqual({ [SINGLE]: 3 });
	});

	it('falls back to single calls where Zoom refuses the batch call for the meeting', async () => {
		const series = sandbox().addMeeting({
			type: 8,
			settings: { approval_type: 0, registration_type: 1 },
			recurrence: { type: 1, end_times: 2 },
		});
		const { items, errors } = await run(people(3), { meetingId: byId(series.id) });
		expect(errors).toEqual([]);
		expect(items).toHaveLength(3);
		expect(calls()).toEqual({ [BATCH]: 1, [SINGLE]: 3 });
	});

	it('falls back to single calls where the app lacks the batch scope', async () => {
		sandbox().configure({ scopes: ['meeting:write:registrant:admin'] });
		const { items, errors } = await run(people(3));
		expect(errors).toEqual([]);
		expect(items).toHaveLength(3);
	});

	it('groups the rows by meeting', async () => {
		const rows = people(60).map((person, i) => ({
			...person,
			meeting: i % 2 === 0 ? SEED.meeting : SEED.manual,
		}));
		const { items } = await run(rows, { meetingId: byId('={{ $json.meeting }}') });
		expect(items.map(({ json }) => json.status)).toEqual(
			rows.map(({ meeting }) => (meeting === SEED.meeting ? 'approved' : 'pending')),
		);
		expect(calls()).toEqual({ [BATCH]: 2 });
	});

	it('approves at once and leaves the confirmation out when asked', async () => {
		const { items } = await run(people(2), {
			meetingId: byId(SEED.manual),
			confirmationEmail: false,
			additionalFields: { autoApprove: true },
		});
		expect(items.map(({ json }) => json.status)).toEqual(['approved', 'approved']);
		expect(apiRequests(sandbox())[0]?.body).toMatchObject({
			auto_approve: true,
			registrants_confirmation_email: false,
		});
	});

	it('fills the places that are left and tells the others', async () => {
		const { items, errors } = await run(people(5), { meetingId: byId(SEED.small) });
		expect(items).toHaveLength(3);
		expect(errors.map(errorMessage)).toEqual(['The meeting is full', 'The meeting is full']);
		expect(sandbox().registrants(SEED.small)).toHaveLength(3);
	});

	it('tells every row why when the meeting takes no registrations, in one call', async () => {
		const { errors } = await run(people(30), { meetingId: byId(SEED.registrationOff) });
		expect(errors).toHaveLength(30);
		expect(errorMessage(errors[0])).toBe("Registration isn't turned on for this meeting");
		expect(calls()).toEqual({ [BATCH]: 1 });
	});

	it.each([
		['automatic', 'approved'],
		['manual', 'pending'],
	])('turns registration on when asked: %s', async (turnOnRegistration, status) => {
		const { items, errors } = await run(people(65), {
			meetingId: byId(SEED.registrationOff),
			options: { turnOnRegistration },
		});
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.status)).toEqual(items.map(() => status));
		expect(items).toHaveLength(65);
		expect(calls()['PATCH /meetings/{meetingId}']).toBe(1);
	});

	it('reports people who have registered already, when asked', async () => {
		await run(people(2));
		const { items, errors } = await run(people(4), { options: { ifRegistered: 'report' } });
		expect(items.map(({ json }) => json.email)).toEqual(['p2@example.com', 'p3@example.com']);
		expect(errors.map(errorMessage)).toEqual([
			'p0@example.com is already registered for this meeting',
			'p1@example.com is already registered for this meeting',
		]);
	});

	it('returns the existing registrant when the daily limit of a person is used up', async () => {
		for (let i = 0; i < 3; i++) await run(people(1));
		const { items, errors } = await run(people(2));
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			email: 'p0@example.com',
			already_registered: true,
			join_url: expect.stringContaining('https://'),
		});
		expect(items[1]?.json).toMatchObject({ email: 'p1@example.com', status: 'approved' });
	});

	it('stops at a bad row without continue on fail, and says so', async () => {
		const rows = [{ email: 'bad', first: 'B' }, ...people(40)];
		const { error } = await run(rows, {}, 'stopWorkflow');
		expect(error?.message).toBe("'Email' isn't a valid email address: \"bad\"");
		expect(calls()).toEqual({});
	});
});
