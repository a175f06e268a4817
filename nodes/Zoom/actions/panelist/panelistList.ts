import { UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { webinarEndpoints } from '../../api/endpoints';
import type { Zoom } from '../../transport/client';
import { readBack } from '../common/readBack';
import { withWarnings } from '../common/warnings';
import type { Panelist } from './panelistFields';

/** A webinar's panelists. Zoom gives them all at once. */
export async function readPanelists(zoom: Zoom, eventId: string): Promise<IDataObject[]> {
	const { panelists } = await zoom.send(webinarEndpoints.listPanelists, { eventId });
	return (panelists ?? []) as IDataObject[];
}

/** The panelist with an address, whatever its case. */
export const findByEmail = (panelists: readonly IDataObject[], email: string) =>
	panelists.find((one) => String(one.email).toLowerCase() === email.toLowerCase());

/**
 * The output for a panelist that Zoom has taken: its answer names nobody, so their ID and join link
 * come from the list. Where they can't be read, a warning says so.
 *
 * @param read gives the webinar's panelists as they are now
 */
export async function asAdded(
	eventId: string,
	panelist: Panelist,
	read: () => Promise<IDataObject[]>,
): Promise<IDataObject> {
	const { body, warning } = await readBack(async () => {
		const found = findByEmail(await read(), panelist.email);
		if (found) return found;
		throw new UserError("Zoom's list of panelists doesn't include this email address");
	}, `${panelist.email} was added`);
	return withWarnings({ webinar_id: Number(eventId), ...panelist, ...body }, warning);
}
