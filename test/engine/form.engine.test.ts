import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { addParameters, apiRequests, byId, credentialsFor, people, useSandbox } from './world';

/** What Zoom is sent: it refuses the empty list that it gives. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only taken out of the rest
const withoutAnswers = ({ answers: _, ...question }: typeof SIZE) => question;
const SIZE = { title: SEED.questions.companySize, type: 'short', required: false, answers: [] };
const HEARD = {
	title: SEED.questions.heardFrom,
	type: 'single',
	required: false,
	answers: [...SEED.heardFromAnswers],
};
/** What a fresh form asks for. */
const LAST_NAME = { field_name: 'last_name', required: true };

describe('Registration Form, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters = {}, rows?: IDataObject[]) =>
		await runZoom(
			{
				resource: 'meeting',
				operation,
				meetingId: byId(SEED.meeting),
				standardQuestions: {},
				customQuestions: {},
				removedQuestions: '',
				options: {},
				...parameters,
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const update = async (parameters: INodeParameters, rows?: IDataObject[]) =>
		await run('updateRegistrationForm', parameters, rows);
	const form = async (meetingId: string = SEED.meeting) =>
		(await run('getRegistrationForm', { meetingId: byId(meetingId) })).items[0]?.json;
	const standard = (...question: Array<{ question: string; state: string }>) => ({ question });
	const patches = () => apiRequests(sandbox()).filter(({ method }) => method === 'PATCH');

	it('gets the questions of a meeting', async () => {
		expect(await form()).toEqual({
			id: Number(SEED.meeting),
			questions: [LAST_NAME],
			custom_questions: [SIZE, HEARD],
		});
		expect(await form(SEED.manual)).toEqual({
			id: Number(SEED.manual),
			questions: [LAST_NAME],
			custom_questions: [],
		});
	});

	it('asks, requires and drops standard questions, and keeps all others', async () => {
		const first = await update({
			standardQuestions: standard(
				{ question: 'city', state: 'optional' },
				{ question: 'org', state: 'required' },
			),
		});
		expect(first.errors).toEqual([]);
		const org = { field_name: 'org', required: true };
		expect(first.items[0]?.json).toEqual({
			id: Number(SEED.meeting),
			questions: [LAST_NAME, { field_name: 'city', required: false }, org],
			custom_questions: [SIZE, HEARD],
		});
		await update({
			standardQuestions: standard(
				{ question: 'city', state: 'off' },
				{ question: 'Last Name', state: 'Optional' },
			),
		});
		expect(await form()).toEqual({
			id: Number(SEED.meeting),
			questions: [{ ...LAST_NAME, required: false }, org],
			custom_questions: [SIZE, HEARD],
		});
	});

	it('adds, replaces and removes own questions, and keeps all others', async () => {
		await update({ standardQuestions: standard({ question: 'zip', state: 'optional' }) });
		const { items, errors } = await update({
			customQuestions: {
				question: [
					{ title: 'Diet', type: 'single', answers: 'Any\nVegan\nHalal', required: true },
					{ title: HEARD.title, type: 'short', required: true },
				],
			},
			removedQuestions: SIZE.title,
		});
		expect(errors).toEqual([]);
		expect(items[0]?.json).toEqual({
			id: Number(SEED.meeting),
			questions: [LAST_NAME, { field_name: 'zip', required: false }],
			custom_questions: [
				{ title: HEARD.title, type: 'short', required: true, answers: [] },
				{ title: 'Diet', type: 'single', required: true, answers: ['Any', 'Vegan', 'Halal'] },
			],
		});
	});

	it('changes nothing where it sends back what is there', async () => {
		const before = await form();
		await update({ standardQuestions: standard({ question: 'city', state: 'off' }) });
		expect(await form()).toEqual(before);
		expect(patches().map(({ body }) => body)).toEqual([
			{ questions: [LAST_NAME], custom_questions: [withoutAnswers(SIZE), HEARD] },
		]);
	});

	it('is what people have to answer from then on', async () => {
		await update({ standardQuestions: standard({ question: 'city', state: 'required' }) });
		const { errors } = await runZoom(
			addParameters(SEED.meeting),
			credentialsFor(sandbox()),
			people(1),
			{ onError: 'continueErrorOutput' },
		);
		expect(errors[0]?.json).toMatchObject({
			error: { message: 'Zoom rejected a value', fields: [{ field: 'city' }] },
		});
	});

	it('takes values from expressions, for each item its own', async () => {
		const { items, errors } = await update(
			{
				meetingId: byId('={{ $json.meeting }}'),
				standardQuestions: standard({ question: '={{ $json.question }}', state: 'required' }),
				customQuestions: {
					question: [{ title: 'Table', type: 'single', answers: '={{ $json.tables }}' }],
				},
			},
			[
				{ meeting: SEED.meeting, question: 'phone', tables: ['One', 'Two'] },
				{ meeting: SEED.manual, question: 'City', tables: 'Three\nFour' },
			],
		);
		expect(errors).toEqual([]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const table = { title: 'Table', type: 'single', required: false };
		expect(items.map(({ json }) => [json.questions, json.custom_questions])).toEqual([
			[
				[LAST_NAME, { field_name: 'phone', required: true }],
				[SIZE, HEARD, { ...table, answers: ['One', 'Two'] }],
			],
			[
				[LAST_NAME, { field_name: 'city', required: true }],
				[{ ...table, answers: ['Three', 'Four'] }],
			],
		]);
	});

	it.each<[string, INodeParameters, string]>([
		['nothing', {}, 'There is nothing to update'],
		[
			'titles that are none',
			{ removedQuestions: '={{ { a: 1 } }}' },
			"'Custom Questions to Remove' must be text or a number",
		],
		[
			'no meeting',
			{ meetingId: byId('12'), removedQuestions: 'A' },
			"'Meeting' isn't a meeting ID or link",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { errors } = await update(parameters);
		expect(errorMessage(errors[0])).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});

	const own = (question: IDataObject) => ({ customQuestions: { question: [question] } });
	it.each<[string, INodeParameters, string]>([
		[
			'a question that is none of Zoom’s',
			{ standardQuestions: standard({ question: 'shoe_size', state: 'optional' }) },
			"'Question' must be one of Zoom's choices, but is \"shoe_size\"",
		],
		[
			'a state that is none',
			{ standardQuestions: standard({ question: 'city', state: 'maybe' }) },
			"'Visibility' must be one of Zoom's choices, but is \"maybe\"",
		],
		['a question without a title', own({ title: ' ' }) as INodeParameters, "'Title' is required"],
		[
			'a choice of one',
			own({ title: 'Diet', type: 'single', answers: 'Any' }) as INodeParameters,
			'The question "Diet" needs at least two answers to choose from',
		],
		[
			'to remove what is not there',
			{ removedQuestions: 'Shoes' },
			'The form has no question "Shoes"',
		],
	])('refuses %s and changes nothing', async (_, parameters, message) => {
		const { errors, items } = await update(parameters);
		expect(items).toEqual([]);
		expect(errors.map(errorMessage)).toEqual([message]);
		expect(patches()).toEqual([]);
	});

	it('refuses bad questions before anything is sent', async () => {
		await update(own({ title: 'Diet', type: 'single', answers: 'Any' }) as INodeParameters);
		await update({ standardQuestions: standard({ question: 'city', state: 'maybe' }) });
		expect(sandbox().requests()).toEqual([]);
	});

	it.each(['getRegistrationForm', 'updateRegistrationForm'])(
		'explains a meeting that takes no registrations: %s',
		async (name) => {
			const { errors } = await run(name, {
				meetingId: byId(SEED.registrationOff),
				standardQuestions: standard({ question: 'city', state: 'required' }),
			});
			expect(errors[0]?.json).toMatchObject({
				error: {
					message: "Registration isn't turned on for this meeting",
					hint: expect.stringContaining('Turn it on'),
				},
			});
			expect(patches()).toEqual([]);
		},
	);

	it('names the scope that the app lacks', async () => {
		sandbox().configure({ scopes: ['meeting:read:list_registration_questions:admin'] });
		const { errors } = await update({ removedQuestions: SIZE.title });
		expect(errors[0]?.json).toMatchObject({
			error: {
				message: 'The Zoom app is missing a scope for this operation',
				hint: expect.stringContaining('meeting:update:registration_question:admin'),
			},
		});
	});
});
