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

/** An event's most used fields, with its `approval_type`. */
export function simplifyEvent(event: IDataObject): IDataObject {
	const settings = event.settings as IDataObject | undefined;
	return {
		...pick(event, KEYS),
		...(settings?.approval_type !== undefined && { approval_type: settings.approval_type }),
	};
}
