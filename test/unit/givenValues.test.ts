import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { locator, ok, runNode } from './support/fakeN8n';
import type { FakeOptions } from './support/fakeN8n';

/*
 * What operations make of what they are given: nothing found, nothing added, texts for booleans, and
 * what can't be sent.
 */

const MEETING_ID = locator('id', '85746065432');
const ADDED = { id: 85746065432, registrant_id: 'r', join_url: 'https://zoom.us/w/1' };

async function run(parameters: IDataObject, more: FakeOptions = {}) {
	const result = await runNode({
		parameters: { meetingId: MEETING_ID, ...parameters } as INodeParameters,
		onError: 'continueErrorOutput',
		respond: () => ok(ADDED),
		...more,
	});
	const json = result.items.map((item) => item.json);
	const error = json[0]?.error as IDataObject | undefined;
	return { ...result, json, message: error?.message, hint: error?.hint };
}

describe('an expression that finds nothing', () => {
	const create = { resource: 'meeting', operation: 'create', topic: 'T' };
	const nothing = (value: unknown, name: string): FakeOptions => ({
		perItem: () => ({ [name]: value }) as IDataObject,
	});

	it.each([undefined, null, '', '  '])('makes no meeting for now: %p', async (value) => {
		const { sent, message, hint } = await run(create, nothing(value, 'startTime'));
		expect(message).toBe("The expression in 'Start Time' found nothing");
		expect(hint).toBe(
			'To leave the field empty on purpose, which means that the meeting is for now, remove the expression.',
		);
		expect(sent).toEqual([]);
	});

	it('is not a field that was left empty', async () => {
		const { sent } = await run({ ...create, startTime: '' });
		expect(sent.map(({ body }) => body)).toEqual([{ type: 2, topic: 'T' }]);
	});

	it.each([null, ''])('makes no meeting of another host: %p', async (value) => {
		const host = nothing(locator('email', value), 'userId');
		const { sent, message, hint } = await run(create, host);
		expect(message).toBe("The expression in 'Host' found nothing");
		expect(hint).toContain('which means the account owner');
		expect(sent).toEqual([]);
		const chosen = await run({ ...create, userId: locator('email', '') });
		expect(chosen.sent.map(({ url }) => url)).toEqual(['https://api.zoom.us/v2/users/me/meetings']);
	});

	it.each([
		['meeting', 'delete', null],
		['meeting', 'delete', ''],
		['meetingRegistrant', 'cancel', null],
		['meetingRegistrant', 'get', null],
	])('means no whole series: %s %s %p', async (resource, operation, value) => {
		const registrant = locator('id', 'person-1');
		const given = nothing(value, 'occurrenceId');
		const { sent, message, hint } = await run({ resource, operation, registrant }, given);
		expect(message).toBe("The expression in 'Occurrence Name or ID' found nothing");
		expect(hint).toContain('which means the whole series');
		expect(sent).toEqual([]);
	});

	it('is no change of a start time', async () => {
		for (const startTime of ['', null]) {
			const updateFields = { topic: 'New', startTime };
			const update = { resource: 'meeting', operation: 'update', updateFields };
			const { sent, message } = await run(update);
			expect(message).toBe("'Start Time' is required");
			expect(sent).toEqual([]);
		}
	});

	it.each([
		['meetingRegistrant', 'getAll', { filters: { status: null } }],
		['meetingRegistrant', 'getAll', { limit: null, returnAll: null, simple: null }],
		['meeting', 'getAll', { filters: { type: null, from: null }, simple: null }],
		['meeting', 'get', { simple: null, additionalFields: { showPreviousOccurrences: null } }],
	])('counts as a field that was not added: %s %s %j', async (resource, operation, given) => {
		const { message, sent } = await run({ resource, operation }, { perItem: () => given });
		expect(message).toBeUndefined();
		expect(sent).toHaveLength(1);
		expect(sent[0]?.qs ?? {}).not.toHaveProperty('type');
	});

	it('counts as an option that was not added', async () => {
		const options = {
			ifRegistered: null,
			turnOnRegistration: null,
			lookUpLostResponses: null,
			maxConcurrency: null,
		};
		const person = {
			registrantFrom: 'define',
			email: 'ann@example.com',
			firstName: 'Ann',
			confirmationEmail: null,
		};
		for (const operation of ['add', 'addMany']) {
			const { message, sent } = await run(
				{ resource: 'meetingRegistrant', operation },
				{ perItem: () => ({ ...person, options }) },
			);
			expect(message).toBeUndefined();
			expect(sent.map(({ method }) => method)).toEqual(['POST']);
		}
	});
});

describe('Create', () => {
	const create = { resource: 'meeting', operation: 'create' };

	it('takes an empty time zone for the workflow’s, and one that was not found for a mistake', async () => {
		const startTime = '2099-07-05T10:00:00';
		const given = async (timezone: unknown) =>
			await run(create, { perItem: () => ({ startTime, timezone }) as IDataObject });
		const { sent } = await given('');
		expect(sent[0]?.body).toMatchObject({ start_time: startTime, timezone: 'America/New_York' });
		for (const timezone of [null, undefined]) {
			const { message, hint, sent: none } = await given(timezone);
			expect(message).toBe("The expression in 'Time Zone Name or ID' found nothing");
			expect(hint).toContain("the workflow's time zone");
			expect(none).toEqual([]);
		}
	});
	const bodyOf = async (parameters: IDataObject) =>
		(await run({ ...create, ...parameters })).sent[0]?.body;

	it('sends no field that was not added: a template keeps what it says', async () => {
		expect(await bodyOf({ additionalFields: { templateId: 't' } })).toEqual({
			type: 2,
			template_id: 't',
		});
	});

	it('sends Off where it is chosen', async () => {
		expect(await bodyOf({ registration: 'off' })).toEqual({
			type: 2,
			settings: { approval_type: 2 },
		});
	});

	it('counts parts of a minute as a whole one', async () => {
		expect(await bodyOf({ additionalFields: { duration: 50.5 } })).toMatchObject({ duration: 51 });
	});

	it('takes dial-in countries as people write them', async () => {
		const videoAndAudio = { globalDialInCountries: 'USA, Germany; FR' };
		expect(await bodyOf({ videoAndAudio })).toMatchObject({
			settings: { global_dial_in_countries: ['US', 'DE', 'FR'] },
		});
	});

	it('takes hosts and invitees as address books write them', async () => {
		const settings = {
			alternativeHosts: 'Ann <ann@example.com>, KDcuGIm1QgePTO8WbOqwIQ',
			meetingInvitees: ['Ben <ben@example.com>'],
		};
		expect(await bodyOf({ settings })).toMatchObject({
			settings: {
				alternative_hosts: 'ann@example.com;KDcuGIm1QgePTO8WbOqwIQ',
				meeting_invitees: [{ email: 'ben@example.com' }],
			},
		});
	});
});

describe('a collection given by an expression', () => {
	it.each([
		['meeting', 'create', 'recurrence', 'Recurrence'],
		['meeting', 'create', 'additionalFields', 'Additional Fields'],
		['meeting', 'create', 'settings', 'Meeting Options'],
		['meeting', 'update', 'updateFields', 'Update Fields'],
		['meeting', 'update', 'recurrence', 'Recurrence'],
		['meeting', 'update', 'security', 'Security'],
		['meeting', 'get', 'additionalFields', 'Additional Fields'],
		['meeting', 'getAll', 'filters', 'Filters'],
		['meeting', 'delete', 'additionalFields', 'Additional Fields'],
		['meetingRegistrant', 'getAll', 'filters', 'Filters'],
		['meetingRegistrant', 'add', 'additionalFields', 'Additional Fields'],
		['meetingRegistrant', 'add', 'options', 'Options'],
		['meetingRegistrant', 'addMany', 'options', 'Options'],
	])('is named where it is none: %s %s %s', async (resource, operation, name, label) => {
		const person = { registrantFrom: 'define', email: 'ann@example.com', firstName: 'Ann' };
		for (const given of [[1], 'yes', 5, true]) {
			const { message, sent } = await run(
				{ resource, operation },
				{ perItem: () => ({ ...person, [name]: given }) as IDataObject },
			);
			expect(message).toBe(`'${label}' isn't a valid JSON object`);
			expect(sent).toEqual([]);
		}
	});
});

describe('booleans by expression', () => {
	it.each([
		['false', 2],
		['no', 2],
		[0, 2],
		['true', 5],
	])('Return All %p gives %i', async (returnAll, count) => {
		const registrants = Array.from({ length: 5 }, (_, i) => ({ id: `r${i}` }));
		const { json } = await run(
			{ resource: 'meetingRegistrant', operation: 'getAll', limit: 2 },
			{ perItem: () => ({ returnAll }), respond: () => ok({ registrants }) },
		);
		expect(json).toHaveLength(count);
	});

	it.each(['get', 'getAll', 'create', 'update'])('Simplify "false" of %s', async (operation) => {
		const meeting = { extra: true };
		const { json } = await run(
			{ resource: 'meeting', operation, topic: 'T', updateFields: { topic: 'T' } },
			{
				perItem: () => ({ simple: 'false' }),
				respond: () => ok({ ...meeting, meetings: [meeting] }),
			},
		);
		expect(json[0]).toHaveProperty('extra');
		const { message } = await run(
			{ resource: 'meeting', operation, topic: 'T', updateFields: { topic: 'T' } },
			{ perItem: () => ({ simple: 'perhaps' }) },
		);
		expect(message).toBe('\'Simplify\' must be true or false, but is "perhaps"');
	});
});

describe('a registration', () => {
	const add = { resource: 'meetingRegistrant', operation: 'add' };
	const person = { registrantFrom: 'define', email: 'ann@example.com', firstName: 'Ann' };
	const bodyOf = async (given: IDataObject) => {
		const { sent, message } = await run({ ...add, ...person }, { perItem: () => given });
		expect(message).toBeUndefined();
		return sent[0]?.body as IDataObject;
	};

	it('leaves out what is empty', async () => {
		const additionalFields = {
			phone: '',
			city: '  ',
			comments: null,
			country: '',
			language: [],
			org: ' ACME\u200b ',
			autoApprove: '',
			customQuestions: { question: [{ title: 'A?', value: '' }] },
		};
		expect(await bodyOf({ additionalFields, lastName: ' ' })).toEqual({
			email: 'ann@example.com',
			first_name: 'Ann',
			org: 'ACME',
		});
	});

	it('takes Yes and No, look-up fields and names with addresses', async () => {
		const body = await bodyOf({
			email: ['Ann Lee <ann@example.com>'],
			firstName: ['Ann'],
			lastName: ['Lee\u200b'],
			additionalFields: { autoApprove: 'No', comments: ['a', 'b'] },
		});
		expect(body).toEqual({
			email: 'ann@example.com',
			first_name: 'Ann',
			last_name: 'Lee',
			auto_approve: false,
			comments: 'a, b',
		});
	});

	it.each(['add', 'addMany'])(
		'by %s tells what country and language were left out',
		async (operation) => {
			const additionalFields = { country: 'Atlantis', language: 'Klingon' };
			const { json, sent } = await run(
				{ ...add, operation, ...person, additionalFields },
				{
					rows: [{}, {}],
					perItem: (index) => ({ email: `p${index}@example.com` }),
					respond: batch,
				},
			);
			expect(sent[0]?.body).not.toHaveProperty('country');
			expect(json.map(({ warning }) => warning)).toEqual(
				[1, 2].map(
					() =>
						"'Country/Region' must be one of Zoom's choices, but is \"Atlantis\", so it was left out. 'Confirmation Email Language' must be one of Zoom's choices, but is \"Klingon\", so it was left out.",
				),
			);
		},
	);

	function batch({ body }: { body?: unknown }) {
		const { registrants } = body as { registrants?: IDataObject[] };
		return ok(
			registrants ? { registrants: registrants.map((one) => ({ ...one, ...ADDED })) } : ADDED,
		);
	}

	it('sends people whose columns are empty in one call', async () => {
		const { sent } = await run(
			{ ...add, operation: 'addMany', ...person },
			{
				rows: [{}, {}, {}],
				perItem: (index) => ({
					email: `p${index}@example.com`,
					additionalFields: { phone: index === 2 ? '030' : '', country: '' },
				}),
				respond: batch,
			},
		);
		expect(
			sent.map(({ url, body }) => [url.split('/').at(-1), (body as IDataObject).phone]).toSorted(),
		).toEqual([
			['batch_registrants', undefined],
			['registrants', '030'],
		]);
	});

	describe('with a form', () => {
		const schema = toMapperFields(
			registrantFields(MEETING),
			[{ field_name: 'country', required: false }],
			[{ title: 'Diet', type: 'short', required: false }],
		);
		const form = (value: IDataObject | null, mappingMode = 'defineBelow') => ({
			...add,
			registrantFrom: 'form',
			form: { mappingMode, value, schema, matchingColumns: [] },
		});
		const answers = { email: 'ann@example.com', first_name: 'Ann', Diet: 'vegan' };

		it('sends its answers beside further ones, which win', async () => {
			const { sent } = await run({
				...form(answers),
				additionalFields: {
					customQuestions: { question: [{ title: 'Hotel', value: 'yes' }] },
					customQuestionsJson: '{"Bus":"no","Hotel":"no"}',
				},
			});
			expect((sent[0]?.body as IDataObject).custom_questions).toEqual([
				{ title: 'Bus', value: 'no' },
				{ title: 'Hotel', value: 'no' },
				{ title: 'Diet', value: 'vegan' },
			]);
		});

		it('tells columns that were not sent', async () => {
			const columns = { Email: 'ann@example.com', Vorname: 'Ann', diet: 'vegan', Shoes: 40 };
			const { json, sent } = await run(form(null, 'autoMapInputData'), { rows: [columns] });
			expect(sent[0]?.body).toEqual({
				email: 'ann@example.com',
				first_name: 'Ann',
				custom_questions: [{ title: 'Diet', value: 'vegan' }],
			});
			expect(json[0]?.warning).toBe('Not sent because the form has no such question: "Shoes".');
		});
	});
});

describe('the UUID of an instance', () => {
	const meetingId = locator('id', '/ajXp112QmuoKj4854875==');
	const registrant = locator('id', 'person-1');

	it.each([
		['meeting', 'update'],
		['meeting', 'delete'],
		['meeting', 'end'],
		['meeting', 'getRegistrationForm'],
		['meetingRegistrant', 'getAll'],
		['meetingRegistrant', 'approve'],
	])("isn't a meeting for %s %s", async (resource, operation) => {
		const updateFields = { topic: 'T' };
		const { message, hint, sent } = await run({
			resource,
			operation,
			meetingId,
			registrant,
			updateFields,
		});
		expect(message).toBe(
			'\'Meeting\' is the UUID of a single past instance: "/ajXp112QmuoKj4854875=="',
		);
		expect(hint).toBe('Enter the meeting ID instead, which has 9 to 11 digits.');
		expect(sent).toEqual([]);
	});

	it.each([
		['meeting', 'get'],
		['pastMeeting', 'get'],
		['pastMeeting', 'getParticipants'],
	])('is taken by %s %s', async (resource, operation) => {
		const { sent } = await run({ resource, operation, meetingId });
		expect(sent[0]?.url).toContain('%252FajXp112QmuoKj4854875%253D%253D');
	});
});
