import { omit, uniqBy } from 'lodash';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	ResourceMapperValue,
} from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { propertiesOf } from '../../mapping/body';
import { convertLenient, readAnswers } from '../../mapping/form';
import type { Answers } from '../../mapping/form';
import { parseOccurrences } from '../../mapping/references';
import { isEmpty, isMissing, toEmail, toRequiredText } from '../../mapping/values';
import { additionalFields, readCollection } from '../common/collections';
import { eventParameter } from '../common/event';
import { occurrencesField } from '../common/occurrence';
import { FOUND, personFromFields, previewFields, readPreviousNode } from '../common/previousNode';
import type { Preview } from '../common/previousNode';
import type { ZoomField } from '../../mapping/body';
import { customQuestionsJson, readCustomQuestionsJson, registrantFields } from './registrantFields';

const MAX_NAME_LENGTH = 64;

const FROM = 'registrantFrom';
const whenFromPanel = { show: { [FROM]: ['define'] } };

const plainFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. nathan@example.com',
		default: '',
		required: true,
		displayOptions: whenFromPanel,
	},
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		placeholder: 'e.g. Nathan',
		default: '',
		required: true,
		displayOptions: whenFromPanel,
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		placeholder: 'e.g. Smith',
		default: '',
		displayOptions: whenFromPanel,
	},
];

/** What is recognised among the previous node's fields. */
const previews: Preview[] = [
	{ displayName: 'Email', name: 'recognizedEmail', shows: `${FOUND}.email` },
	{ displayName: 'First Name', name: 'recognizedFirstName', shows: `${FOUND}.first_name` },
	{ displayName: 'Last Name', name: 'recognizedLastName', shows: `${FOUND}.last_name` },
	{ displayName: 'Other Details', name: 'recognizedDetails', shows: `${FOUND}.details` },
];

/** Who is to be registered: the previous node's fields, plain ones, or those of the event's form. */
export const personFields = (kind: EventKind): INodeProperties[] => [
	...personFromFields('Registrant From', FROM, [
		{
			name: 'Define Below',
			value: 'define',
			description: 'Email address, names, and any fields you add',
		},
		{
			name: `Registration Form of the ${kind.label}`,
			value: 'form',
			description: `The registration questions of the ${kind.name}, with their choices and which ones are required`,
		},
	]),
	...previewFields(FROM, registrantFields(kind), previews),
	...plainFields,
	{
		displayName: 'Registration Form',
		name: 'form',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
			resourceMapper: {
				resourceMapperMethod: `get${kind.label}RegistrationForm`,
				mode: 'add',
				valuesLabel: 'Answers',
				fieldWords: { singular: 'question', plural: 'questions' },
				addAllFields: true,
				supportAutoMap: true,
			},
		},
		displayOptions: { show: { [FROM]: ['form'] } },
	},
];

/**
 * What else may be told of a person.
 *
 * @param table the fields that the operation takes
 */
export const extraFields = (kind: EventKind, table: readonly ZoomField[]): INodeProperties =>
	additionalFields([...propertiesOf(table), customQuestionsJson, occurrencesField(kind)]);

/** A registration as Zoom takes it. */
export interface Registration {
	/** Email address and names. */
	registrant: { email: string; first_name: string; last_name?: string };
	/** Whatever else the user added. */
	extra: IDataObject;
	occurrences: string[];
	/** What of the item's values is not sent, in words for the item's output. */
	warnings: string[];
}

/**
 * Reads a registration from the previous node's fields, the panel's, or the answers to the event's
 * form. What is empty is not sent: a new registrant has nothing that could be cleared.
 *
 * @param table the fields that the operation takes
 * @throws UserError that names the field
 */
export function readRegistration(
	context: IExecuteFunctions,
	itemIndex: number,
	table: readonly ZoomField[],
): Registration {
	const values = readCollection(context, itemIndex, 'additionalFields', 'Additional Fields');
	const read = readers[String(context.getNodeParameter(FROM, itemIndex))] ?? readPlain;
	const { standard, custom, warnings } = read(context, itemIndex, table);
	const { email, first_name: firstName, last_name: last, ...answers } = standard;
	const added = readExtra(table, values, warnings);
	const customQuestions = uniqBy(
		[
			...readCustomQuestionsJson(values.customQuestionsJson),
			...((added.custom_questions ?? []) as Answers['custom']),
			...custom,
		],
		'title',
	);
	const lastName = isEmpty(last) ? '' : toRequiredText(last, 'Last Name', MAX_NAME_LENGTH);
	return {
		registrant: {
			email: toEmail(email, 'Email'),
			first_name: toRequiredText(firstName, 'First Name', MAX_NAME_LENGTH),
			...(lastName !== '' && { last_name: lastName }),
		},
		extra: {
			...answers,
			...omit(added, 'custom_questions'),
			...(customQuestions.length > 0 && { custom_questions: customQuestions }),
		},
		occurrences: isMissing(values.occurrenceIds)
			? []
			: parseOccurrences(values.occurrenceIds, 'Occurrence Names or IDs'),
		warnings,
	};
}

type Read = (context: IExecuteFunctions, itemIndex: number, table: readonly ZoomField[]) => Answers;

const readers: Record<string, Read> = {
	define: readPlain,
	form: readForm,
	previousNode: readRecognised,
};

function readPlain(context: IExecuteFunctions, itemIndex: number): Answers {
	const param = (name: string) => context.getNodeParameter(name, itemIndex) as string;
	const standard = {
		email: param('email'),
		first_name: param('firstName'),
		last_name: param('lastName'),
	};
	return { standard, custom: [], warnings: [] };
}

function readForm(
	context: IExecuteFunctions,
	itemIndex: number,
	table: readonly ZoomField[],
): Answers {
	const form = context.getNodeParameter('form', itemIndex) as unknown as ResourceMapperValue;
	return readAnswers(
		table,
		form.schema ?? [],
		form.mappingMode === 'autoMapInputData'
			? { columns: context.getInputData()[itemIndex]?.json ?? {} }
			: { byId: form.value ?? {} },
	);
}

/** A detail that nobody chose to send costs no registration: one that can't be read is left out. */
function readRecognised(
	context: IExecuteFunctions,
	itemIndex: number,
	table: readonly ZoomField[],
): Answers {
	const needs = { email: 'Email', first_name: 'First Name' };
	const standard = readPreviousNode(context, itemIndex, table, needs);
	const warnings: string[] = [];
	for (const field of table) {
		if (!(field.to in standard)) continue;
		const lenient = { ...field, mayBeLeftOut: true };
		const value = convertLenient(lenient, standard[field.to], warnings);
		if (value === undefined) delete standard[field.to];
		else standard[field.to] = value as IDataObject[string];
	}
	return { standard, custom: [], warnings };
}

/** The additional fields that hold something, as Zoom takes them. */
function readExtra(
	table: readonly ZoomField[],
	values: IDataObject,
	warnings: string[],
): IDataObject {
	const extra: IDataObject = {};
	for (const field of table) {
		const value = values[field.property.name];
		if (isEmpty(value)) continue;
		const converted = convertLenient(field, value, warnings);
		if (converted !== undefined) extra[field.to] = converted as IDataObject[string];
	}
	return extra;
}
