import { sleep, UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { detailsOf } from '../../../transport/errors';
import type { Zoom } from '../../../transport/client';
import { readPeople } from '../registrantList';

/** For so long, rows that are lost join a look-up … */
const JOIN_MS = 1_000;
/** … which begins so much later: Zoom may still be at work on a request whose connection broke. */
const SETTLE_MS = 1_000;

type People = Awaited<ReturnType<typeof readPeople>>;

/** Look-ups that can be joined, by run, meeting and occurrence: rows share them. */
const toCome = new WeakMap<Zoom, Map<string, Promise<People>>>();

async function lookUp(
	zoom: Zoom,
	meetingId: string,
	query: IDataObject,
	itemIndex: number,
): Promise<People> {
	const lookUps = toCome.get(zoom) ?? new Map<string, Promise<People>>();
	toCome.set(zoom, lookUps);
	const key = JSON.stringify([meetingId, query]);
	const shared =
		lookUps.get(key) ??
		sleep(JOIN_MS).then(async () => {
			lookUps.delete(key);
			await sleep(SETTLE_MS);
			return await readPeople(zoom, meetingId, query, itemIndex);
		});
	lookUps.set(key, shared);
	return await shared;
}

/**
 * Settles what became of people whose registration got no answer.
 *
 * @param error says that it is unknown
 * @param query the occurrence, where one is meant
 * @returns finds a person's registrant by email address
 * @throws the error itself where the look-up fails, with the reason in its details
 */
export async function findLost(
	zoom: Zoom,
	meetingId: string,
	query: IDataObject,
	error: unknown,
	itemIndex: number,
): Promise<(email: string) => IDataObject | undefined> {
	const people = await lookUp(zoom, meetingId, query, itemIndex).catch(async (failure: Error) => {
		Object.assign(detailsOf(error) ?? {}, { lookUp: failure.message });
		return await Promise.reject(error);
	});
	return (email) => people.get(email.toLowerCase());
}

export const FOUND_NOTE =
	"Zoom's answer to the registration got lost; looked up afterwards, the person is registered";

export function notRegistered(email: string) {
	return new UserError(`${email} is not registered: Zoom's answer got lost`, {
		description:
			'Looked up afterwards, nobody with this address is registered. Send the row again.',
	});
}
