import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';

const MEETING = '/meetings/85746065432';
const BATCH = `POST ${MEETING}/batch_registrants`;
const SINGLE = `POST ${MEETING}/registrants`;
const OFF = refusal(400, 404, 'Registration has not been enabled for this meeting: 85746065432.');
const LINK = 'https://zoom.us/w/85746065432?tk=';

interface Row {
	email: string;
	firstName?: string;
	additionalFields?: IDataObject;
	[parameter: string]: unknown;
}
type Handler = (call: { name: string; body: IDataObject; emails: string[] }) => Answer | undefined;

/** Zoom approves who the handler does not answer for, and tells them in an order of its own. */
const approving = (emails: string[]): Answer =>
	ok({
		registrants: emails
			.map((email) => ({ email, registrant_id: `id of ${email}`, join_url: LINK + email }))
			.reverse(),
	});

async function addMany(
	rows: Row[],
	handler: Handler = () => undefined,
	options: INodeParameters = {},
) {
	const result = await runNode({
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'addMany',
			meetingId: locator('id', '85746065432'),
			registrantFrom: 'define',
			firstName: 'Ann',
			options: { maxConcurrency: 1, ...options },
		},
		rows: rows.map(() => ({})),
		perItem: (index) => rows[index] as IDataObject,
		onError: 'continueErrorOutput',
		respond: ({ method, url, body }) => {
			const sent = (body ?? {}) as IDataObject;
			const people = (sent.registrants ?? (sent.email ? [sent] : [])) as IDataObject[];
			const emails = people.map(({ email }) => String(email));
			const answer = handler({ name: `${method} ${url}`, body: sent, emails });
			if (answer) return answer;
			if (sent.registrants) return approving(emails);
			return ok({ id: 85746065432, registrant_id: `id of ${emails[0]}`, join_url: LINK });
		},
	});
	const calls = result.requests.map(({ method, url, body }) => {
		const { registrants, email } = (body ?? {}) as { registrants?: unknown[]; email?: string };
		return [`${method} ${url}`, registrants?.length ?? email].filter((part) => part !== undefined);
	});
	return { ...result, calls, json: result.items.map(({ json }) => json) };
}
const people = (count: number): Row[] =>
	Array.from({ length: count }, (_, n) => ({ email: `p${n}@x.org` }));
const errors = (rows: IDataObject[]) => rows.map((json) => errorMessage({ json }));

describe('Registrant: Add Many', () => {
	it('sends names and addresses in one call and pairs the answers by address', async () => {
		const rows = [
			{ email: 'ann@x.org', firstName: 'Ann', lastName: 'Lee' },
			{ email: 'Ben@X.org', firstName: 'Ben' },
		];
		const { sent, items } = await addMany(rows, ({ emails }) =>
			approving(emails.map((email) => email.toUpperCase())),
		);
		expect(sent).toEqual([
			{
				method: 'POST',
				url: `https://api.zoom.us/v2${MEETING}/batch_registrants`,
				body: {
					registrants_confirmation_email: true,
					registrants: [
						{ email: 'ann@x.org', first_name: 'Ann', last_name: 'Lee' },
						{ email: 'Ben@X.org', first_name: 'Ben' },
					],
				},
			},
		]);
		expect(items).toEqual([
			{
				json: {
					status: 'approved',
					id: 85746065432,
					email: 'ANN@X.ORG',
					first_name: 'Ann',
					last_name: 'Lee',
					registrant_id: 'id of ANN@X.ORG',
					join_url: `${LINK}ANN@X.ORG`,
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					status: 'approved',
					id: 85746065432,
					email: 'BEN@X.ORG',
					first_name: 'Ben',
					registrant_id: 'id of BEN@X.ORG',
					join_url: `${LINK}BEN@X.ORG`,
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('says that people are pending where no join link came back', async () => {
		const { json } = await addMany(people(2), ({ emails }) =>
			ok({ registrants: emails.map((email) => ({ email, registrant_id: 'r' })) }),
		);
		expect(json.map(({ status }) => status)).toEqual(['pending', 'pending']);
	});

	describe('somebody who the answer does not name', () => {
		const unnamed = (email: string) => ({
			error: {
				message: `Zoom's response doesn't include ${email}, so it's unknown whether the person is registered`,
				hint: "Look it up before you send the item again: Meeting Registrant → Get Many with 'Status' set to 'All'.",
				unknown: true,
			},
		});

		it('is unknown, and nobody else', async () => {
			const { json } = await addMany(people(3), ({ emails }) => approving(emails.slice(1)));
			expect(json[0]).toEqual(unnamed('p0@x.org'));
			expect(json.slice(1).map(({ email }) => email)).toEqual(['p1@x.org', 'p2@x.org']);
		});

		it('is unknown too where the answer names no registrant', async () => {
			const { json } = await addMany(people(2), ({ emails }) =>
				ok({
					registrants: emails.map((email, n) => ({
						email,
						...(n === 1 && { registrant_id: 'r' }),
					})),
				}),
			);
			expect(json[0]).toEqual(unnamed('p0@x.org'));
			expect(json[1]).toMatchObject({ email: 'p1@x.org', registrant_id: 'r', status: 'pending' });
		});

		it('is told so in each row that names the person', async () => {
			const rows = [...people(2), ...people(1)];
			const { json } = await addMany(rows, ({ emails }) => approving(emails.slice(1)));
			expect([json[0], json[2]]).toEqual([unnamed('p0@x.org'), unnamed('p0@x.org')]);
		});
	});

	it('separates rows that are to be approved at once from the others', async () => {
		const approve = { additionalFields: { autoApprove: true } };
		const rows = people(4).map((row, n) => (n % 2 === 0 ? row : { ...row, ...approve }));
		const { sent } = await addMany(rows);
		const first_name = 'Ann';
		expect(sent.map(({ body }) => body)).toEqual([
			{
				registrants_confirmation_email: true,
				registrants: [
					{ email: 'p0@x.org', first_name },
					{ email: 'p2@x.org', first_name },
				],
			},
			{
				auto_approve: true,
				registrants_confirmation_email: true,
				registrants: [
					{ email: 'p1@x.org', first_name },
					{ email: 'p3@x.org', first_name },
				],
			},
		]);
	});

	it('sends people with other data one by one, approved at once where so wanted', async () => {
		const rows = people(3).map((row) => ({
			...row,
			additionalFields: { org: 'ACME', autoApprove: false },
		}));
		const { sent } = await addMany(rows);
		expect(sent.map(({ body }) => body)).toEqual(
			rows.map(({ email }) => ({ email, first_name: 'Ann', org: 'ACME', auto_approve: false })),
		);
	});

	it('sends people for occurrences one by one', async () => {
		const additionalFields = { occurrenceIds: '1648194360000' };
		const { requests } = await addMany(people(2).map((row) => ({ ...row, additionalFields })));
		expect(requests.map(({ url, qs }) => [url, qs])).toEqual([
			[`${MEETING}/registrants`, { occurrence_ids: '1648194360000' }],
			[`${MEETING}/registrants`, { occurrence_ids: '1648194360000' }],
		]);
	});

	describe('an address that is there twice', () => {
		const twins = [{ email: 'a@x.org' }, { email: 'b@x.org' }, { email: 'A@X.org' }];

		it('is sent once', async () => {
			const { calls } = await addMany(twins);
			expect(calls).toEqual([[BATCH, 2]]);
		});

		it('tells the later row of it, by what else there is to tell', async () => {
			const { json } = await addMany(twins);
			expect(json.map(({ warning }) => warning)).toEqual([
				undefined,
				undefined,
				"a@x.org is in the list more than once and was sent only once, with the first item's data.",
			]);
			const late = twins.map((row) => ({
				...row,
				confirmationEmail: false,
				additionalFields: { org: 'ACME' },
			}));
			const confirmed =
				"For this item, the confirmation email couldn't be left out: it follows the meeting's own setting.";
			expect((await addMany(late)).json.map(({ warning }) => warning)).toEqual([
				confirmed,
				confirmed,
				`${confirmed} a@x.org is in the list more than once and was sent only once, with the first item's data.`,
			]);
		});

		it('is reported in the later row where that is wanted, and sent once', async () => {
			const { calls, json } = await addMany(twins, () => undefined, { ifRegistered: 'report' });
			expect(calls.filter(([name]) => name === SINGLE)).toEqual([
				[SINGLE, 'a@x.org'],
				[SINGLE, 'b@x.org'],
			]);
			expect(errors(json)).toEqual([
				undefined,
				undefined,
				'A@X.org is already registered for this meeting',
			]);
		});

		it('is found where a batch has added it before', async () => {
			const rows = [
				...people(2),
				{ email: 'P1@x.org', options: { maxConcurrency: 1, ifRegistered: 'report' } },
			];
			const { calls, json } = await addMany(rows);
			expect(calls).toEqual([[BATCH, 2]]);
			expect(errors(json).slice(0, 2)).toEqual([undefined, undefined]);
			expect(errors(json)[2]).toBe('P1@x.org is already registered for this meeting');
		});

		it('fails in both rows', async () => {
			const { json } = await addMany(twins, ({ emails }) =>
				emails.includes('a@x.org') ? refusal(400, 3027, 'Host cannot register.') : undefined,
			);
			const title = "The host can't register for their own meeting";
			expect(errors(json)).toEqual([title, undefined, title]);
		});

		it('is another matter for another occurrence or meeting', async () => {
			const occurrences = [1648194360000, 1648799160000];
			const { calls } = await addMany(
				occurrences.map((occurrenceIds) => ({
					email: 'a@x.org',
					additionalFields: { occurrenceIds: String(occurrenceIds) },
				})),
			);
			expect(calls).toEqual([
				[SINGLE, 'a@x.org'],
				[SINGLE, 'a@x.org'],
			]);
			const meetings = ['85746065432', '85746065433'].map((id) => ({
				email: 'a@x.org',
				meetingId: locator('id', id),
			}));
			expect((await addMany(meetings)).requests).toHaveLength(2);
		});
	});

	it('finds the row that Zoom refuses and saves the others', async () => {
		const { calls, json } = await addMany(people(4), ({ emails }) =>
			emails.includes('p2@x.org') ? refusal(400, 300, 'Validation Failed.') : undefined,
		);
		expect(calls).toEqual([[BATCH, 4], ...[0, 1, 2, 3].map((n) => [SINGLE, `p${n}@x.org`])]);
		expect(errors(json)).toEqual([undefined, undefined, 'Zoom rejected a value', undefined]);
	});

	it('fails one person of a blocked domain, and none of the other 29', async () => {
		const blocked = "Users in 'x@blocked.example' have been blocked from joining meetings.";
		const rows = people(30).map((row, n) => (n === 7 ? { email: 'x@blocked.example' } : row));
		const { json } = await addMany(rows, ({ emails }) =>
			emails.includes('x@blocked.example') ? refusal(400, 3000, blocked) : undefined,
		);
		expect(errors(json)).toEqual(
			rows.map((_, n) => (n === 7 ? 'Zoom blocks this email domain' : undefined)),
		);
	});

	it.each([
		['for the kind of meeting', refusal(400, 303, 'Only scheduled meetings.')],
		['for a lack of scope', refusal(400, 4711, 'Token does not contain scopes:[batch].')],
	])('goes on one by one where Zoom refuses the batch call %s', async (_, no) => {
		const { calls, json } = await addMany(people(2), ({ name }) =>
			name === BATCH ? no : undefined,
		);
		expect(calls.filter(([name]) => name === SINGLE)).toEqual([
			[SINGLE, 'p0@x.org'],
			[SINGLE, 'p1@x.org'],
		]);
		expect(errors(json)).toEqual([undefined, undefined]);
	});

	describe("for a meeting that isn't turned on for this meeting", () => {
		/** Registration is off until it is changed. */
		const meeting = (keepsOff = false): Handler => {
			let approval = 2;
			return ({ name, body }) => {
				if (name === `GET ${MEETING}`) return ok({ settings: { approval_type: approval } });
				if (name === `PATCH ${MEETING}`) {
					const { approval_type: wanted } = body.settings as { approval_type: number };
					if (!keepsOff) approval = wanted;
					return { statusCode: 204, body: '' };
				}
				return approval === 2 ? OFF : undefined;
			};
		};
		const turnOn = (turnOnRegistration: string) => ({ turnOnRegistration });

		it('says so in each row after one call', async () => {
			const { calls, json } = await addMany(people(2), meeting());
			expect(calls).toEqual([[BATCH, 2]]);
			const title = "Registration isn't turned on for this meeting";
			expect(errors(json)).toEqual([title, title]);
		});

		it.each([
			['automatic', 0],
			['manual', 1],
		])('turns registration on once, %s, and sends all calls', async (how, approvalType) => {
			const { calls, requests, json } = await addMany(people(62), meeting(), turnOn(how));
			expect(calls).toEqual([
				[BATCH, 30],
				[`PATCH ${MEETING}`],
				[`GET ${MEETING}`],
				[BATCH, 30],
				[BATCH, 30],
				[BATCH, 2],
			]);
			expect(requests[1]?.body).toEqual({ settings: { approval_type: approvalType } });
			expect(errors(json)).toEqual(json.map(() => undefined));
		});

		it('says in each row that Zoom kept it off, and asks once', async () => {
			const { calls, json } = await addMany(people(2), meeting(true), turnOn('automatic'));
			expect(calls).toEqual([[BATCH, 2], [`PATCH ${MEETING}`], [`GET ${MEETING}`]]);
			const told = {
				error: {
					message: "Zoom didn't turn on registration for this meeting",
					hint: "Meetings with no fixed time, with a personal meeting ID, or of a host on the Basic plan can't have registration.",
				},
			};
			expect(json).toEqual([told, told]);
		});

		it('does not take any other refusal for that', async () => {
			const { calls } = await addMany(
				people(2),
				() => refusal(404, 3001, 'Meeting does not exist.'),
				turnOn('automatic'),
			);
			expect(calls).toEqual([[BATCH, 2]]);
		});
	});
});
