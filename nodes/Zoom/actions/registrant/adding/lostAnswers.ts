import { sleep, UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { EventKind } from '../../../api/eventKinds';
import type { Zoom } from '../../../transport/client';
import type { Failure } from '../../../transport/errors';
import { readRegistrantList } from '../../common/registrantList';
import type { RegistrantList } from '../../common/registrantList';

/** How long a look-up waits for more lost items to share it. */
const JOIN_MS = 1_000;
/** Extra delay, as Zoom may still be working on a request whose connection broke. */
const SETTLE_MS = 1_000;

async function lookUp(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
): Promise<RegistrantList> {
	const open = await zoom.once(
		'look-ups of lost answers that can be joined',
		async () => new Map<string, Promise<RegistrantList>>(),
	);
	const key = JSON.stringify([kind.name, eventId, occurrence]);
	const shared =
		open.get(key) ??
		sleep(JOIN_MS).then(async () => {
			open.delete(key);
			await sleep(SETTLE_MS);
			return await readRegistrantList(zoom, kind, eventId, occurrence);
		});
	open.set(key, shared);
	return await shared;
}

/**
 * Settles what became of people whose registration got no answer.
 *
 * @param failure says that it is unknown
 * @param occurrence the query that names the occurrence, where one is meant
 * @returns finds a person's registrant by email address
 * @throws NodeApiError for the failure itself where the look-up fails, with the reason in its details
 */
export async function findLost(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
	failure: Failure,
): Promise<(email: string) => IDataObject | undefined> {
	try {
		const list = await lookUp(zoom, kind, eventId, occurrence);
		return (email) => list.get(email.toLowerCase());
	} catch (error) {
		const details = { ...failure.details, lookUp: (error as Error).message };
		throw zoom.errorFor({ ...failure, details });
	}
}

export const FOUND_NOTE =
	"Zoom's answer to the registration got lost; looked up afterwards, the person is registered";

export function notFoundAfterwards(email: string) {
	return new UserError(`${email} is not registered: Zoom's answer got lost`, {
		description:
			'Looked up afterwards, nobody with this address is registered. Send the row again.',
	});
}
