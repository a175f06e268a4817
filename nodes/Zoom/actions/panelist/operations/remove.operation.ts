import { UserError } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import { parseRegistrant } from '../../../mapping/references';
import type { RegistrantReference } from '../../../mapping/references';
import type { Zoom } from '../../../transport/client';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import type { ItemOperation } from '../../types';
import { findByEmail, readPanelists } from '../panelistList';

const { removePanelist: endpoint, listPanelists } = webinarEndpoints;

/** Which panelist of the webinar. */
const panelistLocator: INodeProperties = {
	displayName: 'Panelist',
	name: 'panelist',
	type: 'resourceLocator',
	default: { mode: 'email', value: '' },
	required: true,
	description: 'The panelist to remove',
	modes: [
		{
			displayName: 'By Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 9tboDiHUQAeOnbmudzWa5g',
			hint: 'Panelist → Get Many lists the IDs',
		},
	],
};

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/DELETE/webinars/{webinarId}/panelists/{panelistId} */
export const remove: ItemOperation = {
	option: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove panelist',
		description: 'Remove a panelist from a webinar, by email address or ID',
	},
	endpoints: [endpoint, listPanelists, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR), panelistLocator],
	prepare(itemIndex) {
		const event = readEvent(this, WEBINAR, itemIndex);
		const given = this.getNodeParameter('panelist', itemIndex, '', { extractValue: true });
		const panelist = parseRegistrant(given, panelistLocator.displayName);
		return async (zoom) => {
			const eventId = await findEvent(zoom, WEBINAR, event);
			const panelistId = await findPanelistId(zoom, eventId, panelist);
			await zoom.send(endpoint, { eventId, panelistId });
			return { deleted: true, id: panelistId, ...panelist };
		};
	},
};

/**
 * Zoom's ID of a panelist; who is named by email address is looked up, in one list for all items.
 *
 * @throws UserError where no panelist has this address
 */
async function findPanelistId(
	zoom: Zoom,
	eventId: string,
	reference: RegistrantReference,
): Promise<string> {
	if ('id' in reference) return reference.id;
	const panelists = await zoom.once(
		`panelists of webinar ${eventId} before removing`,
		async (once) => await readPanelists(once, eventId),
	);
	const found = findByEmail(panelists, reference.email);
	if (found) return String(found.id);
	throw new UserError(`No panelist of this webinar has the address ${reference.email}`, {
		description: 'Panelist → Get Many shows who is a panelist.',
	});
}
