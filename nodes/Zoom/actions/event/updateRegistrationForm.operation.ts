import { UserError } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { QUESTION_STATES, STANDARD_QUESTIONS } from '../../api/choices';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import {
	changeCustomQuestions,
	changeStandardQuestions,
	hasAnswers,
	questionsOf,
} from '../../mapping/questions';
import { toEntries } from '../../mapping/entries';
import { toLines } from '../../mapping/values';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { readBack } from '../common/readBack';
import { withWarnings } from '../common/warnings';
import type { ItemOperation } from '../types';

const standardField: INodeProperties = {
	displayName: 'Standard Questions',
	name: 'standardQuestions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add question',
	default: {},
	options: [
		{
			displayName: 'Question',
			name: 'question',
			values: [
				{
					displayName: 'Question',
					name: 'question',
					type: 'options',
					options: STANDARD_QUESTIONS,
					default: 'last_name',
				},
				{
					displayName: 'Visibility',
					name: 'state',
					type: 'options',
					options: QUESTION_STATES,
					default: 'optional',
				},
			],
		},
	],
};

/** The parts of one of the form's custom questions. */
const customFields = ({ questionTypes }: EventKind): INodeProperties[] => [
	{ displayName: 'Title', name: 'title', type: 'string', default: '' },
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [...questionTypes],
		default: 'short',
	},
	{
		displayName: 'Answers',
		name: 'answers',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'The answers to choose from, one per line',
		displayOptions: {
			show: { type: questionTypes.map(({ value }) => value).filter(hasAnswers) },
		},
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether the question must be answered',
	},
];

const questionFields = (kind: EventKind): INodeProperties[] => [
	standardField,
	{
		displayName: 'Custom Questions',
		name: 'customQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add question',
		default: {},
		description: 'Questions to add. A question with the same title is replaced.',
		options: [{ displayName: 'Question', name: 'question', values: customFields(kind) }],
	},
	{
		displayName: 'Custom Questions to Remove',
		name: 'removedQuestions',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Titles, one per line',
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PATCH/meetings/{meetingId}/registrants/questions */
export const updateRegistrationForm = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Update Registration Form',
		value: 'updateRegistrationForm',
		action: `Update ${kind.name} registration form`,
		description: `Change the registration questions of a ${kind.name}. Questions you don't list stay as they are.`,
	},
	endpoints: [
		eventEndpoints(kind).updateQuestions,
		eventEndpoints(kind).getQuestions,
		...findEventEndpoints(kind),
	],
	fields: [eventLocator(kind), ...questionFields(kind)],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const param = (name: string) => this.getNodeParameter(name, itemIndex);
		const standard = toEntries(param('standardQuestions'), 'Standard Questions', 'question');
		const custom = toEntries(param('customQuestions'), 'Custom Questions', 'question');
		const removed = toLines(param('removedQuestions') ?? '', 'Custom Questions to Remove');
		if (standard.length + custom.length + removed.length === 0) {
			throw new UserError('There is nothing to update', {
				description: 'Add a question, or enter the title of one to remove.',
			});
		}
		// Entries that aren't questions are refused before anything is read.
		changeStandardQuestions([], standard);
		changeCustomQuestions(kind, [], custom, []);
		return async (zoom) => {
			const { getQuestions, updateQuestions } = eventEndpoints(kind);
			const eventId = await findEvent(zoom, kind, event);
			const present = questionsOf(await zoom.send(getQuestions, { eventId }));
			const body = {
				questions: changeStandardQuestions(present.standard, standard),
				custom_questions: changeCustomQuestions(kind, present.custom, custom, removed),
			};
			await zoom.send(updateQuestions, { eventId }, { body });
			const { body: updated, warning } = await readBack(
				async () => await zoom.send(getQuestions, { eventId }),
				'The registration form was updated',
			);
			return withWarnings({ id: Number(eventId), ...updated }, warning);
		};
	},
});
