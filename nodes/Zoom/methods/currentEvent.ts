import { UserError } from 'n8n-workflow';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { parseMeeting } from '../mapping/references';

/**
 * The path segment of the meeting that is chosen in the panel.
 *
 * @throws UserError where none is, or where it can't be known before the workflow runs
 */
export function readCurrentMeeting(context: ILoadOptionsFunctions): string {
	const value = context.getCurrentNodeParameter('meetingId', { extractValue: true });
	if (typeof value === 'string' && value.startsWith('=')) {
		throw new UserError('The meeting comes from an expression, so its details are not known yet', {
			description: 'Choose a meeting from the list first, or use an expression here too.',
		});
	}
	const meeting = parseMeeting(value);
	if (meeting.kind === 'id') return meeting.id;
	throw new UserError('This needs a meeting from the list, by ID, or by its join link');
}
