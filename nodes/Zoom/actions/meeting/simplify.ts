import { pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

/** Without `start_url`: whoever has it is signed in as the host. */
const KEYS = [
	'id',
	'uuid',
	'topic',
	'type',
	'status',
	'start_time',
	'duration',
	'timezone',
	'host_email',
	'join_url',
	'registration_url',
	'occurrences',
];

/** A meeting's most used fields, with its `approval_type`. */
export function simplifyMeeting(meeting: IDataObject): IDataObject {
	const settings = meeting.settings as IDataObject | undefined;
	return {
		...pick(meeting, KEYS),
		...(settings?.approval_type !== undefined && { approval_type: settings.approval_type }),
	};
}
