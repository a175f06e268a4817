import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { Zoom } from '../../../transport/client';

const APPROVAL_TYPES = { automatic: 0, manual: 1 };

/** Meetings that were changed in this run: rows of the same meeting wait for the same change. */
const changed = new WeakMap<Zoom, Map<string, Promise<void>>>();

/**
 * Turns a meeting's registration on, once for a run of the node, and checks that Zoom kept it.
 *
 * @throws UserError where Zoom kept it off
 */
export async function turnOnRegistration(
	zoom: Zoom,
	meetingId: string,
	approval: 'automatic' | 'manual',
	itemIndex: number,
): Promise<void> {
	const changes = changed.get(zoom) ?? new Map<string, Promise<void>>();
	changed.set(zoom, changes);
	const change = changes.get(meetingId) ?? turnOn(zoom, meetingId, approval, itemIndex);
	changes.set(meetingId, change);
	await change;
}

async function turnOn(
	zoom: Zoom,
	meetingId: string,
	approval: 'automatic' | 'manual',
	itemIndex: number,
) {
	const path = ['meetings', meetingId];
	const wanted = APPROVAL_TYPES[approval];
	const body = { settings: { approval_type: wanted } };
	await zoom.request({ method: 'PATCH', path, body, itemIndex });
	const { settings } = await zoom.request({ method: 'GET', path, itemIndex });
	if ((settings as IDataObject | undefined)?.approval_type === wanted) return;
	throw new UserError('Zoom kept registration off for this meeting', {
		description:
			'Meetings with no fixed time, with a personal meeting ID, or of a host on the Basic plan can not have registration.',
	});
}
