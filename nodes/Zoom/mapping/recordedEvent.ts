import { UserError } from 'n8n-workflow';
import { EVENT_KINDS } from '../api/eventKinds';
import { parseEvent } from './references';
import { quote } from './values';

export const RECORDED_EVENT = 'Meeting or Webinar';

/**
 * Reads what was recorded, a meeting or a webinar: the ID or a join link for the latest time, a UUID
 * for one certain time.
 *
 * @param label of the field
 * @throws UserError where it is none of these
 */
export function parseRecordedEvent(value: unknown, label = RECORDED_EVENT): string {
	const read = EVENT_KINDS.map(({ name, exampleLink }) => {
		try {
			return parseEvent(value, { name, exampleLink, label });
		} catch (error) {
			return error as UserError;
		}
	});
	const found = read.find((one) => !(one instanceof Error)) ?? read[0];
	if (found instanceof Error) throw found;
	if (found?.type === 'id') return found.id;
	throw new UserError(
		`'${label}' is a registration link, which doesn't contain the ID: ${quote(value)}`,
		{ description: 'Enter the ID or UUID of the meeting or webinar.' },
	);
}
