import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';

/*
 * What is true of webinars only; what holds for meetings, too, is tested with these.
 */

const ID = '85746065432';
const WEBINAR = `/webinars/${ID}`;
const SOURCES = [
	{ id: '5516482804110', source_name: 'General', tracking_url: 'https://zoom.us/x' },
	{ id: '5516482804111', source_name: 'News Letter' },
];
const NO_SCOPE = refusal(400, 4711, 'Invalid access token, does not contain scopes:[x].');

type Call = { name: string; body: IDataObject };

async function run(
	operation: string,
	rows: IDataObject[],
	parameters: INodeParameters = {},
	respond: (call: Call) => Answer | undefined = () => undefined,
) {
	const result = await runNode({
		parameters: {
			resource: 'webinarRegistrant',
			operation,
			webinarId: locator('id', ID),
			registrantFrom: 'define',
			firstName: 'Ann',
			options: { maxConcurrency: 1 },
			...parameters,
		},
		rows: rows.map(() => ({})),
		perItem: (index) => rows[index] as IDataObject,
		onError: 'continueErrorOutput',
		respond: ({ method, url, body }) => {
			const call = { name: `${method} ${url}`, body: (body ?? {}) as IDataObject };
			const answer = respond(call);
			if (answer) return answer;
			if (url.endsWith('/tracking_sources')) return ok({ tracking_sources: SOURCES });
			const people = call.body.registrants as IDataObject[] | undefined;
			const registrants = people?.map(({ email }) => ({
				email,
				registrant_id: 'r',
				join_url: 'j',
			}));
			return ok(people ? { registrants } : { registrant_id: 'r', join_url: 'j' });
		},
	});
	const calls = result.requests.map(({ method, url, body }) => ({
		call: `${method} ${url}`,
		...(body ? { body: body as IDataObject } : {}),
	}));
	return { ...result, calls, json: result.items.map(({ json }) => json) };
}
const people = (count: number, more: IDataObject = {}) =>
	Array.from({ length: count }, (_, n) => ({ email: `p${n}@x.org`, ...more }));
const person = (n: number) => ({ email: `p${n}@x.org`, first_name: 'Ann' });

describe('Webinar Registrant: Add', () => {
	it.each([
		['by its ID', '5516482804111'],
		['by its name', 'News Letter'],
		['by its name, whatever the case', ' NEWS letter '],
	])('takes a tracking source %s', async (_, sourceId) => {
		const { calls, json } = await run('add', [
			{ email: 'p0@x.org', additionalFields: { sourceId } },
		]);
		expect(calls).toEqual([
			{ call: `GET ${WEBINAR}/tracking_sources` },
			{ call: `POST ${WEBINAR}/registrants`, body: { ...person(0), source_id: '5516482804111' } },
		]);
		expect(json[0]).toMatchObject({ status: 'approved', id: Number(ID), registrant_id: 'r' });
	});

	it('refuses one that the webinar does not have, reads them once, and adds the others', async () => {
		const rows = ['Radio', 'General', 'General'].map((sourceId, n) => ({
			email: `p${n}@x.org`,
			additionalFields: { sourceId },
		}));
		const { calls, items } = await run('add', rows);
		expect(calls.map(({ call }) => call)).toEqual([
			`GET ${WEBINAR}/tracking_sources`,
			`POST ${WEBINAR}/registrants`,
			`POST ${WEBINAR}/registrants`,
		]);
		expect(errorOf(items[0])).toMatchObject({
			message: "'Tracking Source Name or ID' must be one of Zoom's choices, but is \"Radio\"",
			hint: 'Choose one of: General, News Letter.',
		});
		expect(items.slice(1).map(({ json }) => json.registrant_id)).toEqual(['r', 'r']);
	});

	it('says where sources are made for a webinar that has none', async () => {
		const row = { email: 'p0@x.org', additionalFields: { sourceId: 'General' } };
		const { calls, items } = await run('add', [row], {}, ({ name }) =>
			name.startsWith('GET') ? ok({ tracking_sources: [] }) : undefined,
		);
		expect(calls).toHaveLength(1);
		expect(errorOf(items[0])).toMatchObject({
			message: 'The webinar has no tracking sources, so "General" can\'t be used',
			hint: expect.stringContaining('Source Tracking'),
		});
	});

	it.each([
		['the app lacks the scope for the list', NO_SCOPE],
		[
			'registration is off',
			refusal(400, 3000, 'Registration has not been enabled for this webinar: 1.'),
		],
	])('believes an ID where %s', async (_, answer) => {
		const row = { email: 'p0@x.org', additionalFields: { sourceId: '77' } };
		const { calls } = await run('add', [row], {}, ({ name }) =>
			name.startsWith('GET') ? answer : undefined,
		);
		expect(calls.at(-1)?.body).toEqual({ ...person(0), source_id: '77' });
	});

	it('fails where the list cannot be read for another reason, and adds nobody', async () => {
		const row = { email: 'p0@x.org', additionalFields: { sourceId: '77' } };
		const { calls, items } = await run('add', [row], {}, ({ name }) =>
			name.startsWith('GET') ? refusal(404, 3001, 'Webinar does not exist: 1.') : undefined,
		);
		expect(calls).toHaveLength(1);
		expect(errorOf(items[0])).toMatchObject({
			message: "Zoom couldn't find this webinar",
			hint: expect.stringContaining('the ID of a meeting'),
		});
	});

	it('asks for no sources without one, and sends nothing that is for meetings', async () => {
		const row = { email: 'p0@x.org', additionalFields: { autoApprove: true, city: 'Bonn' } };
		const { calls } = await run('add', [row]);
		expect(calls).toEqual([
			{ call: `POST ${WEBINAR}/registrants`, body: { ...person(0), city: 'Bonn' } },
		]);
	});

	it.each([
		['https://zoom.us/meeting/register/tJAkcu2oqDMvGd', "'Webinar' is the ID or link of a meeting"],
		['Meeting ID: 857 4606 5432', "'Webinar' is the ID or link of a meeting"],
		['', "'Webinar' is required"],
	])('refuses %p before any request', async (value, message) => {
		const { calls, items } = await run('add', people(1), { webinarId: locator('url', value) });
		expect(calls).toEqual([]);
		expect(errorMessage(items[0])).toContain(message);
	});

	it.each([
		[
			refusal(400, 200, 'Webinar plan is missing. You must subscribe to the webinar plan.'),
			'This host has no webinar add-on',
		],
		[
			refusal(400, 3000, 'You have been invited as a panelist for the webinar, please check.'),
			'This person is a panelist of the webinar',
		],
		[
			refusal(400, 3000, 'Registration has not been enabled for this webinar: 1.'),
			"Registration isn't turned on for this webinar",
		],
		[refusal(400, 300, 'Invalid webinar ID.'), "Zoom couldn't find this webinar"],
		[refusal(400, 3038, 'Webinar is over, you cannot register now.'), 'The webinar has ended'],
	])('tells what %j means', async (answer, title) => {
		const { items } = await run('add', people(1), {}, () => answer);
		expect(errorMessage(items[0])).toContain(title);
	});

	it('turns registration on that is off by the code of webinars', async () => {
		let isOn = false;
		const options = { turnOnRegistration: 'automatic', maxConcurrency: 1 };
		const { calls, json } = await run('add', people(1), { options }, ({ name }) => {
			if (name.startsWith('PATCH')) isOn = true;
			return name.startsWith('POST') && !isOn
				? refusal(400, 3000, 'This webinar does not have registration as required: 1.')
				: undefined;
		});
		expect(calls.map(({ call }) => call)).toEqual([
			`POST ${WEBINAR}/registrants`,
			`PATCH ${WEBINAR}`,
			`GET ${WEBINAR}`,
			`POST ${WEBINAR}/registrants`,
		]);
		expect(json[0]).toMatchObject({ status: 'approved' });
	});

	it("passes on the status that Zoom's answers have since September 2026", async () => {
		const { json } = await run('add', people(1), {}, () =>
			ok({ registrant_id: 'r', status: 'pending', share_url: 'https://zoom.us/s' }),
		);
		expect(json[0]).toMatchObject({ status: 'pending', share_url: 'https://zoom.us/s' });
	});
});

describe('Webinar Registrant: Add Many', () => {
	it('sends names and addresses in one call, and nothing of the confirmation', async () => {
		const { calls, json } = await run('addMany', people(31));
		expect(calls[0]).toEqual({
			call: `POST ${WEBINAR}/batch_registrants`,
			body: { registrants: Array.from({ length: 30 }, (_, n) => person(n)) },
		});
		// One person alone costs less by a call for one.
		expect(calls[1]).toEqual({ call: `POST ${WEBINAR}/registrants`, body: person(30) });
		expect(calls).toHaveLength(2);
		expect(json.filter(({ status }) => status === 'approved')).toHaveLength(31);
	});

	it('sends Auto Approve in batches only, of one person too', async () => {
		const rows = people(1, { additionalFields: { autoApprove: true } });
		const { calls } = await run('addMany', rows);
		expect(calls).toEqual([
			{
				call: `POST ${WEBINAR}/batch_registrants`,
				body: { auto_approve: true, registrants: [person(0)] },
			},
		]);
	});

	it('sends rows with a source or answers singly, and says what they lose by it', async () => {
		const more: IDataObject[] = [
			{ autoApprove: true, sourceId: 'General' },
			{ autoApprove: true, customQuestions: { question: [{ title: 'Why?', value: 'So' }] } },
			{ sourceId: 'General' },
			{ autoApprove: true },
			{ autoApprove: true },
		];
		const rows = more.map((additionalFields, n) => ({ email: `p${n}@x.org`, additionalFields }));
		const { calls, json, hints } = await run('addMany', rows);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(/^3 of 5 people were sent one by one/),
			}),
		]);
		const posts = calls.filter(({ call }) => call.startsWith('POST'));
		expect(posts.map(({ call }) => call).sort()).toEqual([
			`POST ${WEBINAR}/batch_registrants`,
			...Array.from({ length: 3 }, () => `POST ${WEBINAR}/registrants`),
		]);
		expect(
			posts.filter(({ body }) => body?.email).some(({ body }) => 'auto_approve' in (body ?? {})),
		).toBe(false);
		const LOST =
			'Automatically Approve was left out: Zoom accepts it only in requests with nothing but email addresses and names, and this item was sent on its own.';
		expect(json.map(({ warning }) => warning)).toEqual([
			LOST,
			LOST,
			undefined,
			undefined,
			undefined,
		]);
	});

	it.each([
		[
			'a type of webinar that takes none',
			refusal(
				400,
				300,
				'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.',
			),
		],
		['an app without the scope', NO_SCOPE],
	])('goes on singly after %s', async (_, answer) => {
		const { calls, json } = await run('addMany', people(3), {}, ({ name }) =>
			name.endsWith('batch_registrants') ? answer : undefined,
		);
		expect(calls.map(({ call }) => call)).toEqual([
			`POST ${WEBINAR}/batch_registrants`,
			...people(3).map(() => `POST ${WEBINAR}/registrants`),
		]);
		expect(json.every(({ registrant_id }) => registrant_id === 'r')).toBe(true);
	});

	it('finds a panelist among the people, and registers the others', async () => {
		const isPanelist = refusal(400, 3000, 'You have been invited as a panelist for the webinar.');
		const { items } = await run('addMany', people(3), {}, ({ name, body }) =>
			name.endsWith('batch_registrants') || body.email === 'p1@x.org' ? isPanelist : undefined,
		);
		expect(items.map(({ json }) => json.registrant_id)).toEqual(['r', undefined, 'r']);
		expect(errorMessage(items[1])).toBe('This person is a panelist of the webinar');
	});

	it.each([
		[
			refusal(400, 3000, 'Registration has not been enabled for this webinar: 1.'),
			"isn't turned on",
		],
		[refusal(400, 200, 'Webinar plan is missing.'), 'webinar add-on'],
	])('does not try again what holds for all: %j', async (answer, said) => {
		const { calls, items } = await run('addMany', people(3), {}, () => answer);
		expect(calls).toHaveLength(1);
		expect(items.every((item) => errorMessage(item)?.toString().includes(said))).toBe(true);
	});
});

describe('Webinar Registrant: Get Many', () => {
	const list = (filters: IDataObject, returnAll = true) =>
		run('getAll', [{}], { returnAll, filters: filters as INodeParameters });

	it('narrows its lists down by a tracking source', async () => {
		const { sent: requests } = await list({ status: 'any', trackingSourceId: 'general' });
		expect(requests.slice(1).map(({ qs }) => [qs?.status, qs?.tracking_source_id])).toEqual([
			['approved', '5516482804110'],
			['pending', '5516482804110'],
			['denied', '5516482804110'],
		]);
	});

	it('asks for no sources without that filter', async () => {
		const { calls } = await list({});
		expect(calls).toEqual([{ call: `GET ${WEBINAR}/registrants` }]);
	});
});

describe('Webinar Registrant: Approve', () => {
	it('sends all calls for several people before those for one', async () => {
		const all = Array.from({ length: 60 }, (_, n) => ({ id: `id-${n}`, email: `p${n}@x.org` }));
		const rows = all.map(({ id }) => ({ registrant: locator('id', id) as unknown as IDataObject }));
		const { calls, items } = await run('approve', rows, {}, ({ name, body }) => {
			if (name.startsWith('GET')) return ok({ registrants: all });
			const people = body.registrants as IDataObject[];
			return people.length > 1 && people[0]?.id === 'id-0'
				? refusal(400, 300, 'The value that you entered for the Registrant ID field is invalid.')
				: undefined;
		});
		const sizes = calls.flatMap(({ body }) => (body?.registrants as unknown[])?.length ?? []);
		expect(sizes).toEqual([30, 30, ...Array.from({ length: 30 }, () => 1)]);
		expect(items.every(({ json }) => json.success === true)).toBe(true);
	});
});
