import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	ResourceMapperValue,
} from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { propertiesOf, toBody } from '../../mapping/body';
import { readAnswers } from '../../mapping/form';
import { parseOccurrences } from '../../mapping/references';
import { isMissing, toEmail, toRequiredText, toText } from '../../mapping/values';
import { additionalFields } from '../common/collections';
import { eventParameter } from '../common/event';
import { occurrencesField } from '../common/occurrence';
import { registrantFields } from './registrantFields';

const MAX_NAME_LENGTH = 64;

const whenFromPanel = { show: { fieldsFrom: ['panel'] } };

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

/** Who is to be registered: plain fields, or those of the event's own registration form. */
export const personFields = (kind: EventKind): INodeProperties[] => [
	{
		displayName: 'Fields',
		name: 'fieldsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: `${kind.label}'s Registration Form`,
				value: 'form',
				description: `The questions of the ${kind.name}, with its required marks and choices`,
			},
			{
				name: 'Plain Fields',
				value: 'panel',
				description: 'Email, names and whatever you add',
			},
		],
		default: 'panel',
	},
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
				resourceMapperMethod: 'getRegistrationForm',
				mode: 'add',
				valuesLabel: 'Answers',
				fieldWords: { singular: 'question', plural: 'questions' },
				addAllFields: true,
				supportAutoMap: true,
			},
		},
		displayOptions: { show: { fieldsFrom: ['form'] } },
	},
];

/** What else may be told of a person. */
export const extraFields = (kind: EventKind): INodeProperties =>
	additionalFields([...propertiesOf(registrantFields), occurrencesField(kind)]);

/** A registration as Zoom takes it. */
export interface Registration {
	/** Email address and names. */
	registrant: { email: string; first_name: string; last_name?: string };
	/** Whatever else the user added. */
	extra: IDataObject;
	occurrences: string[];
}

/**
 * Reads a registration from the panel's fields, or from the answers to the event's form.
 *
 * @throws UserError that names the field
 */
export function readRegistration(context: IExecuteFunctions, itemIndex: number): Registration {
	const param = (name: string) => context.getNodeParameter(name, itemIndex);
	const values = param('additionalFields') as IDataObject;
	const fromForm = param('fieldsFrom') === 'form';
	const { standard, custom } = fromForm
		? readForm(context, itemIndex)
		: {
				standard: {
					email: param('email'),
					first_name: param('firstName'),
					last_name: param('lastName'),
				} as IDataObject,
				custom: {},
			};
	const { email, first_name: firstName, last_name: last, ...answers } = standard;
	const lastName = toText(last ?? '', 'Last Name', MAX_NAME_LENGTH).trim();
	return {
		registrant: {
			email: toEmail(email, 'Email'),
			first_name: toRequiredText(firstName, 'First Name', MAX_NAME_LENGTH),
			...(lastName !== '' && { last_name: lastName }),
		},
		extra: { ...answers, ...custom, ...toBody(registrantFields, values) },
		occurrences: isMissing(values.occurrenceIds)
			? []
			: parseOccurrences(values.occurrenceIds, 'Occurrence Names or IDs'),
	};
}

function readForm(context: IExecuteFunctions, itemIndex: number) {
	const form = context.getNodeParameter('form', itemIndex) as unknown as ResourceMapperValue;
	const columns = context.getInputData()[itemIndex]?.json ?? {};
	const answers = form.mappingMode === 'autoMapInputData' ? columns : (form.value ?? {});
	return readAnswers(form.schema ?? [], answers);
}
