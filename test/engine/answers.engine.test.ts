import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { errorMessage, errorOf } from '../failedRow';
import { runZoom } from './run';
import { addParameters, byId, credentialsFor, people, useSandbox } from './world';

const { questions, webinarQuestions } = SEED;

type Changes = Parameters<Sandbox['configure']>[0];

/** Each kind of event, with a form that has questions of its own and one that has none. */
const KINDS = [
	{
		kind: 'meeting',
		event: SEED.meeting,
		bare: SEED.manual,
		off: SEED.registrationOff,
		asked: `"${questions.companySize}", "${questions.heardFrom}"`,
		choice: questions.heardFrom,
	},
	{
		kind: 'webinar',
		event: SEED.webinar,
		bare: SEED.webinarManual,
		off: SEED.webinarOff,
		asked: Object.values(webinarQuestions)
			.map((title) => `"${title}"`)
			.join(', '),
		choice: webinarQuestions.heardFrom,
	},
];

describe.each(KINDS)('answers that the form of a $kind refuses', (sample) => {
	const { kind, event, bare, off, asked, choice } = sample;
	const sandbox = useSandbox();
	const form = `GET /${kind}s/{${kind}Id}/registrants/questions`;
	const add = async (
		answers: Array<{ title: string; value: string }>,
		{ operation = 'add', id = event }: { operation?: string; id?: string } = {},
	) => {
		const parameters = {
			...addParameters(''),
			resource: `${kind}Registrant`,
			operation,
			[`${kind}Id`]: byId(id),
			additionalFields: {
				customQuestions: {
					question: [{ title: '={{ $json.title }}', value: '={{ $json.value }}' }],
				},
			},
		} as INodeParameters;
		const rows: IDataObject[] = people(answers.length).map((one, n) => ({ ...one, ...answers[n] }));
		const { items, errors } = await runZoom(parameters, credentialsFor(sandbox()), rows, {
			onError: 'continueErrorOutput',
		});
		return { items, errors, told: errors.map((row) => [errorMessage(row), errorOf(row)?.hint]) };
	};
	const looks = () => sandbox().counts().byEndpoint[form] ?? 0;

	it.each(['add', 'addMany'])('%s names unknown questions and what is asked', async (operation) => {
		const { told } = await add(
			[
				{ title: 'Size of company', value: '12' },
				{ title: 'T-shirt', value: 'M' },
			],
			{ operation },
		);
		const hint = `Its custom questions: ${asked}. Use the exact words of one of these.`;
		expect(told).toEqual([
			['The form has no question "Size of company"', hint],
			['The form has no question "T-shirt"', hint],
		]);
		expect(looks()).toBe(1);
	});

	it('says that the form asks nothing of its own', async () => {
		const { told } = await add([{ title: 'Company size', value: '12' }], { id: bare });
		expect(told).toEqual([
			[
				'The form has no question "Company size"',
				'It has no custom questions at all. Add some with Update Registration Form, or in the Zoom portal.',
			],
		]);
	});

	it('names an answer that is none of the choices', async () => {
		const { told } = await add([
			{ title: choice, value: 'TV' },
			{ title: choice, value: 'Radio' },
		]);
		const hint = `Use one of these: ${SEED.heardFromAnswers.map((one) => `"${one}"`).join(', ')}.`;
		expect(told).toEqual([
			[`"TV" isn't one of the answers to "${choice}"`, hint],
			[`"Radio" isn't one of the answers to "${choice}"`, hint],
		]);
		expect(looks()).toBe(1);
	});

	it.each(['fr', 'ja'] as const)('is told to accounts in the language %s too', async (language) => {
		sandbox().configure({ language });
		const { told } = await add([{ title: 'Size of company', value: '12' }]);
		expect(told).toEqual([
			['The form has no question "Size of company"', expect.stringContaining(asked)],
		]);
	});

	it.each<[string, Changes]>([
		['without the scope', { scopes: [`${kind}:write:registrant:admin`] }],
		['that comes as a page', { faults: [{ kind: 'answer', on: form, text: '<p>Sorry</p>' }] }],
	])("a form %s leaves Zoom's refusal as it is", async (_, world) => {
		sandbox().configure(world);
		const { errors, items } = await add([
			{ title: 'Size of company', value: '12' },
			{ title: choice, value: 'TV' },
		]);
		expect(items).toEqual([]);
		for (const row of errors) {
			expect(errorOf(row)).toMatchObject({
				message: 'Zoom rejected an answer to a registration question',
				code: 300,
				zoomMessage: 'Invalid parameter: custom_questions.',
			});
		}
		expect(errors).toHaveLength(2);
	});

	it('asks for the form only where an answer is refused', async () => {
		const { items } = await add([{ title: choice, value: String(SEED.heardFromAnswers[0]) }]);
		expect(items).toHaveLength(1);
		const { told } = await add([{ title: 'Size of company', value: '12' }], { id: off });
		expect(told).toEqual([
			[`Registration isn't turned on for this ${kind}`, expect.stringContaining('Turn it on')],
		]);
		expect(looks()).toBe(0);
	});
});
