import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { errorMessage } from '../failedRow';
import { runZoom } from './run';
import { addParameters, apiRequests, byId, credentialsFor, useSandbox } from './world';

/* What n8n makes of expressions before the node sees them, against the sandbox. */

describe('values from expressions, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (parameters: INodeParameters, rows: IDataObject[]) =>
		await runZoom(parameters, credentialsFor(sandbox()), rows, {
			onError: 'continueErrorOutput',
		});
	const bodies = () => apiRequests(sandbox()).map(({ body }) => body);
	const ada = { email: 'ada@example.com', first: 'Ada', last: 'L' };
	const answers = [
		{ title: SEED.questions.companySize, value: '12' },
		{ title: SEED.questions.heardFrom, value: 'Friend' },
	];

	it('sends answers of any number as JSON', async () => {
		const additionalFields = { customQuestionsJson: '={{ $json.answers }}' };
		const { errors, items } = await run(
			addParameters(SEED.meeting, { additionalFields, options: { maxConcurrency: 1 } }),
			[
				{ ...ada, answers },
				{ ...ada, email: 'b@example.com', answers: JSON.stringify(answers) },
				{ ...ada, email: 'c@example.com', answers: { [SEED.questions.companySize]: 12 } },
				{ ...ada, email: 'd@example.com' },
			],
		);
		expect(errors).toEqual([]);
		expect(items).toHaveLength(4);
		expect(bodies()).toMatchObject([
			{ custom_questions: answers },
			{ custom_questions: answers },
			{ custom_questions: [{ title: SEED.questions.companySize, value: '12' }] },
			{ email: 'd@example.com' },
		]);
		expect(bodies()[3]).not.toHaveProperty('custom_questions');
	});

	it('refuses an expression for the whole list of answers, of which n8n makes nothing', async () => {
		const additionalFields = { customQuestions: '={{ $json.answers }}' };
		const { errors } = await run(
			addParameters(SEED.meeting, { additionalFields, options: { maxConcurrency: 1 } }),
			[{ ...ada, answers }],
		);
		expect(errors.map(errorMessage)).toEqual(["'Answers to Custom Questions' is required"]);
		expect(bodies()).toEqual([]);
	});

	it.each(['={{ $json.none }}', '={{ $json.gone.gone }}', "={{ '' }}"])(
		'deletes no series where the occurrence is %s',
		async (occurrenceId) => {
			const parameters = { resource: 'meeting', operation: 'delete', occurrenceId };
			const { errors } = await run({ ...parameters, meetingId: byId(SEED.series) }, [{}]);
			expect(errors.map(errorMessage)).toEqual([
				"The expression in 'Occurrence Name or ID' found nothing",
			]);
			expect(bodies()).toEqual([]);
		},
	);

	it('makes no meeting for now in place of one whose time was not found', async () => {
		const parameters = { resource: 'meeting', operation: 'create', topic: 'T' };
		const startTime = '={{ $json.start.dateTime }}';
		const { errors, items } = await run({ ...parameters, startTime }, [
			{ start: { date: '2099-03-05' } },
			{ start: { dateTime: '2099-03-05T10:00:00-05:00' } },
		]);
		expect(errors.map(errorMessage)).toEqual(["The expression in 'Start Time' found nothing"]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(bodies()).toMatchObject([{ start_time: '2099-03-05T10:00:00' }]);
	});

	it('tells of a start time in the past what Zoom made of it, if anything', async () => {
		const parameters = { resource: 'meeting', operation: 'create', topic: 'T' };
		const { items } = await run({ ...parameters, startTime: '={{ $now.plus({ days: 1 }) }}' }, [
			{},
		]);
		expect(items[0]?.json).not.toHaveProperty('warning');
	});

	it('registers people from look-up fields, address books and spreadsheets', async () => {
		const additionalFields = { country: '={{ $json.country }}', autoApprove: '={{ $json.yes }}' };
		const { errors } = await run(
			addParameters(SEED.meeting, { additionalFields, options: { maxConcurrency: 1 } }),
			[
				{ email: ['ada@example.com'], first: ['Ada'], last: '', country: 'United States (US)' },
				{ email: 'Ben <ben@example.com>', first: 'Ben\u200b', last: null, country: '', yes: 'Yes' },
			],
		);
		expect(errors).toEqual([]);
		expect(bodies()).toEqual([
			{ email: 'ada@example.com', first_name: 'Ada', country: 'US' },
			{ email: 'ben@example.com', first_name: 'Ben', auto_approve: true },
		]);
	});
});
