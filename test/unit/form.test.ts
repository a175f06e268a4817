import type { ILoadOptionsFunctions, ResourceMapperField } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { readAnswers, toMapperFields, toPlainMapperFields } from '../../nodes/Zoom/mapping/form';
import { loadOptions, resourceMapping } from '../../nodes/Zoom/methods';
import { fakeN8n, locator, ok, refusal, sent } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';
import { thrownBy } from './support/thrown';

const STANDARD = [
	{ field_name: 'last_name', required: true },
	{ field_name: 'purchasing_time_frame', required: false },
	{ field_name: 'org', required: false },
];
const OWN = [
	{ title: 'Company size', type: 'short', required: true, answers: [] },
	{ title: 'How?', type: 'single', required: false, answers: ['Friend', 'Search'] },
];
const formFields = () => toMapperFields(registrantFields, STANDARD, OWN);
const common = { defaultMatch: false, canBeUsedToMatch: false, display: true };
const PERSON = { email: 'a@example.com', first_name: 'Ada' };

describe('toMapperFields', () => {
	it('shows email and first name, then what the form asks', () => {
		expect(formFields()).toEqual([
			{ ...common, id: 'email', displayName: 'Email', required: true, type: 'string' },
			{ ...common, id: 'first_name', displayName: 'First Name', required: true, type: 'string' },
			{ ...common, id: 'last_name', displayName: 'Last Name', required: true, type: 'string' },
			{
				...common,
				id: 'purchasing_time_frame',
				displayName: 'Purchasing Time Frame',
				required: false,
				type: 'options',
				options: [
					'Within a month',
					'1-3 months',
					'4-6 months',
					'More than 6 months',
					'No timeframe',
				].map((value) => ({ name: value, value })),
			},
			{ ...common, id: 'org', displayName: 'Organization', required: false, type: 'string' },
			{
				...common,
				id: 'Company size',
				displayName: 'Company size',
				required: true,
				type: 'string',
			},
			{
				...common,
				id: 'How?',
				displayName: 'How?',
				required: false,
				type: 'options',
				options: [
					{ name: 'Friend', value: 'Friend' },
					{ name: 'Search', value: 'Search' },
				],
			},
		]);
	});

	it('shows a question that Zoom invents later by its name', () => {
		const [, , added] = toMapperFields([], [{ field_name: 'shoe_size', required: true }], []);
		expect(added).toMatchObject({ id: 'shoe_size', displayName: 'shoe_size', type: 'string' });
	});
});

describe('toPlainMapperFields', () => {
	it('says why, then offers the plain fields, none of them required but email and name', () => {
		const [notice, ...fields] = toPlainMapperFields(registrantFields, 'no scope');
		expect(notice).toEqual({
			...common,
			id: 'notice',
			displayName: "The meeting's questions could not be read: no scope",
			required: false,
			type: 'string',
			readOnly: true,
		});
		expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
			'email',
			'first_name',
		]);
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['last_name', 'country', 'zip', 'no_of_employees']),
		);
		expect(fields.map(({ id }) => id)).not.toContain('auto_approve');
		expect(fields.map(({ id }) => id)).not.toContain('custom_questions');
	});
});

describe('readAnswers', () => {
	it('sorts the answers by where they go', () => {
		const answers = {
			...PERSON,
			last_name: 'Lovelace',
			purchasing_time_frame: '1-3 MONTHS',
			'Company size': 12,
			'How?': 'Friend',
			notAsked: 'x',
		};
		expect(readAnswers(formFields(), answers)).toEqual({
			standard: { ...PERSON, last_name: 'Lovelace', purchasing_time_frame: '1-3 months' },
			custom: {
				custom_questions: [
					{ title: 'Company size', value: '12' },
					{ title: 'How?', value: 'Friend' },
				],
			},
		});
	});

	it('leaves out what was not answered', () => {
		const answers = { ...PERSON, last_name: 'L', org: '', 'How?': null };
		const schema = formFields().filter(({ id }) => id !== 'Company size');
		expect(readAnswers(schema, answers)).toEqual({
			standard: { ...PERSON, last_name: 'L' },
			custom: {},
		});
	});

	it('takes nothing from the notice that the questions could not be read', () => {
		const schema = toPlainMapperFields(registrantFields, 'no scope');
		expect(readAnswers(schema, { ...PERSON, notice: 'x' })).toEqual({
			standard: PERSON,
			custom: {},
		});
	});

	it('sends 0 and false, which are answers', () => {
		const answers = { ...PERSON, last_name: 'L', 'Company size': 0, org: false };
		expect(readAnswers(formFields(), answers)).toEqual({
			standard: { ...PERSON, last_name: 'L', org: 'false' },
			custom: { custom_questions: [{ title: 'Company size', value: '0' }] },
		});
	});

	it('says whose question it is that has no answer', () => {
		expect(thrownBy(() => readAnswers(formFields(), { first_name: 'A' }))).toEqual({
			message: '"Email" is empty',
			description: "The meeting's registration form asks for it.",
		});
	});

	it.each<[Record<string, unknown>, string]>([
		[{ last_name: 'L' }, '"Company size" is empty'],
		[{ last_name: '', 'Company size': '1' }, '"Last Name" is empty'],
		[
			{ last_name: 'L', 'Company size': '1', 'How?': 'TV' },
			'"How?" is not one of Zoom\'s choices: "TV"',
		],
	])('refuses %j', (answers, message) => {
		expect(() => readAnswers(formFields(), { ...PERSON, ...answers } as never)).toThrow(message);
	});

	it('does not ask for what the user took out of the form', () => {
		const schema: ResourceMapperField[] = formFields().map((one) =>
			one.id === 'Company size' ? { ...one, removed: true } : one,
		);
		expect(readAnswers(schema, { ...PERSON, last_name: 'L' }).custom).toEqual({});
	});
});

describe('what the editor asks for', () => {
	function context(respond: Respond, meetingId: unknown = '85746065432') {
		const parameters = {
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: locator('id', meetingId),
		};
		const fake = fakeN8n({ respond, parameters });
		return {
			context: fake.context as unknown as ILoadOptionsFunctions,
			asked: () => fake.requests.map(sent),
		};
	}

	it('reads the questions of the chosen meeting', async () => {
		const fake = context(() => ok({ questions: STANDARD, custom_questions: OWN }));
		expect(await resourceMapping.getRegistrationForm.call(fake.context)).toEqual({
			fields: formFields(),
		});
		expect(fake.asked()).toEqual([
			{
				method: 'GET',
				url: 'https://api.zoom.us/v2/meetings/85746065432/registrants/questions',
			},
		]);
	});

	it('falls back to the plain fields and says why', async () => {
		const { fields } = await resourceMapping.getRegistrationForm.call(
			context(() => refusal(404, 3001, 'Meeting does not exist: 85746065432.')).context,
		);
		expect(fields[0]?.displayName).toBe(
			"The meeting's questions could not be read: Zoom does not know this meeting",
		);
		expect(fields.length).toBeGreaterThan(10);
	});

	it('says that a meeting from an expression is not known yet', async () => {
		const { fields } = await resourceMapping.getRegistrationForm.call(
			context(() => ok(), '={{ $json.meeting }}').context,
		);
		expect(fields[0]?.displayName).toContain('comes from an expression');
	});

	it("lists the meeting's occurrences in its own zone, without deleted ones", async () => {
		const occurrences = [
			{ occurrence_id: '1', start_time: '2027-03-26T16:00:00Z', status: 'available' },
			{ occurrence_id: '2', start_time: '2027-03-27T16:00:00Z', status: 'deleted' },
			{ occurrence_id: '3', start_time: '2027-03-29T15:00:00Z', status: 'available' },
		];
		const fake = context(() => ok({ timezone: 'Europe/Berlin', occurrences }));
		expect(await loadOptions.getOccurrences.call(fake.context)).toEqual([
			{ name: 'Fri 26 Mar 2027, 17:00', value: '1' },
			{ name: 'Mon 29 Mar 2027, 17:00', value: '3' },
		]);
	});

	it('has no occurrences to list for a meeting that does not repeat', async () => {
		expect(await loadOptions.getOccurrences.call(context(() => ok()).context)).toEqual([]);
	});
});
