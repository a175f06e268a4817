import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { propertiesOf, toBody } from '../../mapping/body';
import { parseOccurrences } from '../../mapping/references';
import { isMissing, toEmail, toRequiredText, toText } from '../../mapping/values';
import { meetingField, readMeeting } from '../fields/meeting';
import type { Operation } from '../types';
import { registrantFields } from './registrantFields';

const MAX_NAME_LENGTH = 64;

const occurrencesField: INodeProperties = {
	displayName: 'Occurrence IDs',
	name: 'occurrenceIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1648194360000, 1648799160000',
	description:
		'For recurring meetings where people register per occurrence. Meeting → Get lists the occurrences.',
};

const additionalFields = [...propertiesOf(registrantFields), occurrencesField].sort((a, b) =>
	a.displayName.localeCompare(b.displayName),
);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants */
export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add registrant',
		description:
			'Register a person for a meeting that has registration turned on. Needs the meeting, an email address and a first name; returns the personal join link.',
	},
	fields: [
		meetingField,
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
			default: '',
			required: true,
		},
		{
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			placeholder: 'e.g. Nathan',
			default: '',
			required: true,
		},
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			placeholder: 'e.g. Smith',
			default: '',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: additionalFields,
		},
	],
	async execute(itemIndex, zoom) {
		const param = (name: string) => this.getNodeParameter(name, itemIndex);
		const values = param('additionalFields') as IDataObject;
		const lastName = toText(param('lastName') ?? '', 'Last Name', MAX_NAME_LENGTH).trim();
		const person = {
			email: toEmail(param('email'), 'Email'),
			first_name: toRequiredText(param('firstName'), 'First Name', MAX_NAME_LENGTH),
			...(lastName !== '' && { last_name: lastName }),
		};
		const occurrences = isMissing(values.occurrenceIds)
			? []
			: parseOccurrences(values.occurrenceIds, 'Occurrence IDs');
		const body = { ...person, ...toBody(registrantFields, values) };
		const meetingId = await readMeeting(this, itemIndex, zoom);
		const answer = await zoom.request({
			method: 'POST',
			path: ['meetings', meetingId, 'registrants'],
			// Only here Zoom's parameter has a plural name.
			...(occurrences.length > 0 && { query: { occurrence_ids: occurrences.join(',') } }),
			body,
			itemIndex,
		});
		// Zoom gives the join link once the person is approved, and no other sign of it.
		const status = answer.join_url ? 'approved' : 'pending';
		return { ...person, ...answer, status };
	},
};
