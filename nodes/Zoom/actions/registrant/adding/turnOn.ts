import { UserError } from 'n8n-workflow';
import { APPROVAL_TYPES } from '../../../api/choices';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Attempt, Zoom } from '../../../transport/client';
import { asObject } from '../../../transport/answer';
import type { Failure } from '../../../transport/errors';

/**
 * Sends a registration, and again with the event's registration turned on where that was off and
 * the user wants it.
 *
 * @param choice Turn On Registration If Off
 * @throws UserError where Zoom keeps registration off, NodeApiError where it can't be turned on
 */
export async function attemptTurningOn(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	choice: 'no' | 'automatic' | 'manual',
	send: () => Promise<Attempt>,
): Promise<Attempt> {
	const attempt = await send();
	if (choice === 'no' || attempt.ok || attempt.failure.kind !== 'registrationOff') return attempt;
	// Once in a run: for items that come later, or ask for the other way, it is not off any more.
	await zoom.once(
		`turn on registration of ${kind.name} ${eventId}`,
		async (once) => await turnOn(once, kind, eventId, APPROVAL_TYPES[choice]),
	);
	return await send();
}

async function turnOn(zoom: Zoom, kind: EventKind, eventId: string, approvalType: number) {
	const { get, update } = eventEndpoints(kind);
	const body = { settings: { approval_type: approvalType } };
	const change = await zoom.attempt(update, { eventId }, { body });
	if (!change.ok) throw zoom.errorFor(notTurnedOn(change.failure));
	const read = await zoom.attempt(get, { eventId });
	const kept = read.ok ? asObject(read.body.settings).approval_type : undefined;
	// Where it can't be read, the registration itself shows whether it is on.
	if (typeof kept !== 'number' || kept === approvalType) return;
	throw new UserError(`Zoom didn't turn on registration for this ${kind.name}`, {
		description: kind.withoutRegistration,
	});
}

/** Nobody was registered, whatever became of the change to the event. */
function notTurnedOn({ title, details: { unknown, ...details }, ...failure }: Failure): Failure {
	return {
		...failure,
		title: `Registration couldn't be turned on: ${title}`,
		details: unknown
			? { ...details, hint: 'Nobody was registered, so the item can be sent again.' }
			: details,
	};
}
