import { UserError } from 'n8n-workflow';
import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import { parseRegistrant } from '../../../mapping/references';
import type { RegistrantReference } from '../../../mapping/references';
import type { Zoom } from '../../../transport/client';
import { failureOf } from '../../../transport/errors';
import type { Failure } from '../../../transport/errors';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { personLocator } from '../../common/registrant';
import { withWarnings } from '../../common/warnings';
import type { ItemOperation } from '../../types';
import { findByEmail, readPanelists } from '../panelistList';

const { removePanelist: endpoint, listPanelists } = webinarEndpoints;

const NOT_LOOKED_UP =
	"Zoom doesn't confirm that it knows this email address, and the app is missing the scope to look it up.";

/** Which panelist of the webinar. */
const panelistLocator = personLocator(
	{ displayName: 'Panelist', name: 'panelist', description: 'The panelist to remove' },
	{ searchListMethod: 'searchPanelists', idHint: 'Panelist → Get Many lists the IDs' },
);

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
			const { panelistId, warning } = await findPanelist(zoom, eventId, panelist);
			const attempt = await zoom.attempt(endpoint, { eventId, panelistId });
			if (!attempt.ok && !(await isGone(zoom, eventId, panelistId, attempt.failure))) {
				throw zoom.errorFor(attempt.failure);
			}
			return withWarnings({ deleted: true, id: panelistId, ...panelist }, warning);
		};
	},
};

/**
 * Whether a panelist was removed although the answer was lost: the list no longer has them. What Zoom
 * says to a second try is not documented.
 */
async function isGone(zoom: Zoom, eventId: string, panelistId: string, { details }: Failure) {
	if (details.unknown !== true) return false;
	const left = await readPanelists(zoom, eventId).catch(() => undefined);
	return left !== undefined && !left.some(({ id, email }) => [id, email].includes(panelistId));
}

/**
 * Who is to be removed: somebody named by email address is looked up, in one list for all items.
 * Zoom takes addresses too, and its reference does not tell what an unknown one gets; so they are
 * believed only where the app lacks the scope for the list.
 *
 * @returns the ID or, with a warning, the address
 * @throws UserError where no panelist has this address
 */
async function findPanelist(
	zoom: Zoom,
	eventId: string,
	reference: RegistrantReference,
): Promise<{ panelistId: string; warning?: string }> {
	if ('id' in reference) return { panelistId: reference.id };
	const { email } = reference;
	const panelists = await zoom
		.once(
			`panelists of webinar ${eventId} before removing`,
			async (once) => await readPanelists(once, eventId),
		)
		.catch((error: Error) => error);
	if (panelists instanceof Error) {
		if (failureOf(panelists)?.kind !== 'missingScope') throw panelists;
		return { panelistId: email, warning: NOT_LOOKED_UP };
	}
	const found = findByEmail(panelists, email);
	if (found) return { panelistId: String(found.id) };
	throw new UserError(`No panelist of this webinar has the email address ${email}`, {
		description: 'To see all panelists, use Panelist → Get Many.',
	});
}
