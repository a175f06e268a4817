import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { propertiesOf, toBody } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { toEmail, toRequiredText } from '../../mapping/values';
import { additionalFields, readCollection } from '../common/collections';
import { FOUND, personFromFields, previewFields, readPreviousNode } from '../common/previousNode';
import type { Preview } from '../common/previousNode';

const MAX_CHINESE = 12;

/** What Zoom takes of a panelist. */
export interface Panelist extends IDataObject {
	email: string;
	name: string;
}

function text(to: string, displayName: string, name: string, description: string): ZoomField {
	return { to, property: { displayName, name, type: 'string', default: '', description } };
}

/**
 * How a panelist is shown, where the webinar has session branding.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/panelists
 */
// prettier-ignore
export const brandingFields: ZoomField[] = [
	text('name_tag_description', 'Name Tag Description', 'nameTagDescription',
		"What the panelist's name tag says about them, such as a title"),
	text('name_tag_id', 'Name Tag ID', 'nameTagId',
		"ID of one of the webinar's name tags"),
	text('name_tag_name', 'Name Tag Name', 'nameTagName',
		"The name on the panelist's name tag"),
	text('name_tag_pronouns', 'Name Tag Pronouns', 'nameTagPronouns',
		"The pronouns on the panelist's name tag"),
	text('virtual_background_id', 'Virtual Background ID', 'virtualBackgroundId',
		"ID of one of the webinar's virtual backgrounds"),
];

const FROM = 'panelistFrom';
const whenFromPanel = { show: { [FROM]: ['define'] } };

/** What is recognised among the previous node's fields. */
const previews: Preview[] = [
	{ displayName: 'Email', name: 'recognizedEmail', shows: `${FOUND}.email` },
	{
		displayName: 'Name',
		name: 'recognizedName',
		shows: `[${FOUND}.first_name, ${FOUND}.last_name].filter(Boolean).join(' ')`,
	},
];

/** Who is to be a panelist. */
export const panelistFields: INodeProperties[] = [
	...personFromFields('Panelist From', FROM, [
		{
			name: 'Define Below',
			value: 'define',
			description: 'Email address, name, and any fields you add',
		},
	]),
	...previewFields(FROM, [], previews),
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
		displayName: 'Name',
		name: 'name',
		type: 'string',
		placeholder: 'e.g. Nathan Smith',
		default: '',
		required: true,
		description: 'The name that other participants see',
		displayOptions: whenFromPanel,
	},
	additionalFields(propertiesOf(brandingFields)),
];

/**
 * Reads a panelist.
 *
 * @throws UserError that names the field
 */
export function readPanelist(context: IExecuteFunctions, itemIndex: number): Panelist {
	const param = (name: string) => context.getNodeParameter(name, itemIndex);
	const values = readCollection(context, itemIndex, 'additionalFields', 'Additional Fields');
	const { email, name } =
		param(FROM) === 'previousNode'
			? readRecognised(context, itemIndex)
			: { email: param('email'), name: param('name') };
	return {
		email: toEmail(email, 'Email'),
		name: toName(name),
		...toBody(brandingFields, values),
	};
}

function readRecognised(context: IExecuteFunctions, itemIndex: number) {
	const needs = { email: 'Email', first_name: 'Name' };
	const { email, ...names } = readPreviousNode(context, itemIndex, [], needs);
	return { email, name: [names.first_name, names.last_name].filter(Boolean).join(' ') };
}

/** A name as Zoom takes it: its reference allows 12 Chinese characters, and tells no other limit. */
function toName(value: unknown): string {
	const name = toRequiredText(value, 'Name');
	const chinese = name.match(/\p{Script=Han}/gu)?.length ?? 0;
	if (chinese <= MAX_CHINESE) return name;
	throw new UserError(
		`'Name' has ${chinese} Chinese characters, but Zoom accepts at most ${MAX_CHINESE}`,
	);
}
