import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { APPROVAL_TYPES } from '../../../api/choices';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Zoom } from '../../../transport/client';

/**
 * Turns an event's registration on, once in a run, and checks that Zoom kept it.
 *
 * @throws UserError where Zoom kept it off
 */
export async function turnOnRegistration(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	approval: 'automatic' | 'manual',
): Promise<void> {
	await zoom.once(
		`turn on registration of ${kind.name} ${eventId}`,
		async (once) => await turnOn(once, kind, eventId, APPROVAL_TYPES[approval]),
	);
}

async function turnOn(zoom: Zoom, kind: EventKind, eventId: string, approvalType: number) {
	const { get, update } = eventEndpoints(kind);
	await zoom.send(update, { eventId }, { body: { settings: { approval_type: approvalType } } });
	const { settings } = await zoom.send(get, { eventId });
	if ((settings as IDataObject | undefined)?.approval_type === approvalType) return;
	throw new UserError(`Zoom kept registration off for this ${kind.name}`, {
		description: `${kind.label}s with no fixed time, with a personal meeting ID, or of a host on the Basic plan can not have registration.`,
	});
}
