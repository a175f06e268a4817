import { pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

/**
 * In the order of the table that n8n shows, what people look for first. Without `start_url`: whoever
 * has it is signed in as the host.
 */
const KEYS = [
	'id',
	'topic',
	'join_url',
	'start_time',
	'duration',
	'timezone',
	'registration_url',
	'status',
	'type',
	'host_email',
	'uuid',
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
