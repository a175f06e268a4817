import { ZoomApiError, validationFailed } from '../errors';
import type { Simulive } from '../schemas/webinar';
import { WEBINAR } from '../kinds';
import type { Meeting } from '../state/meeting';
import type { User } from '../state/user';
import type { World } from './endpoint';

/**
 * A webinar that plays a recording needs the account's setting and a recording, is the token owner's
 * own, and has a fixed time (Zoom API reference, Create a webinar, Update a webinar). That the
 * properties mean nothing for other webinars is not documented: refused, the stricter reading.
 *
 * @param simulive as it shall be; of an update, with what was there before
 * @throws ZoomApiError 300, or 4505 for a webinar without a fixed time
 */
export function refuseSimulive(
	{ account, hasSimulive }: Pick<World, 'account' | 'hasSimulive'>,
	host: User,
	simulive: Simulive & { type: number },
): void {
	if (simulive.is_simulive !== true) {
		if (simulive.record_file_id !== undefined) throw validationFailed('record_file_id');
		if (simulive.transition_to_live === true) throw validationFailed('transition_to_live');
		return;
	}
	if (!hasSimulive) throw new ZoomApiError('simuliveOff');
	if (!host.isOwner) throw new ZoomApiError('simuliveForOthers');
	if (WEBINAR.types.untimed.includes(simulive.type)) throw new ZoomApiError('simuliveUntimed');
	const file = simulive.record_file_id;
	if (!file || !account.recordings.has(file)) throw new ZoomApiError('recordingDoesNotExist');
}

/** @throws ZoomApiError 3000: such a webinar can't be changed or deleted once it has begun */
export function refuseStartedSimulive({ simulive, status, startsAt }: Meeting, now: number): void {
	const hasStarted = status === 'started' || (startsAt !== undefined && startsAt <= now);
	if (simulive.is_simulive === true && hasStarted) throw new ZoomApiError('simuliveStarted');
}
