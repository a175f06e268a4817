import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { parseHost } from '../../mapping/references';
import { isEmpty } from '../../mapping/values';
import { refuseNothingFound } from './collections';

/** The user whose meetings they are. */
export const hostField: INodeProperties = {
	displayName: 'Host',
	name: 'userId',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'me', cachedResultName: 'Me (Account Owner)' },
	description: 'The Zoom user who hosts the meeting or webinar',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchHosts', searchable: true },
		},
		{
			displayName: 'By Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. host@example.com',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. KDcuGIm1QgePTO8WbOqwIQ',
			hint: '"me" is the owner of the account that the Zoom app belongs to',
		},
	],
};

/**
 * The host's path segment.
 *
 * @throws UserError where the value names no user, or its expression found nothing
 */
export function readHost(context: IExecuteFunctions, itemIndex: number): string {
	const host = context.getNodeParameter('userId', itemIndex, 'me', { extractValue: true });
	if (isEmpty(host)) {
		refuseNothingFound(context, itemIndex, 'userId', hostField.displayName, 'the account owner');
	}
	return parseHost(host);
}
