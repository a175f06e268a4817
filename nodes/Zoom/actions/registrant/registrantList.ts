import type { IDataObject } from 'n8n-workflow';
import type { Zoom } from '../../transport/client';
import { detailsOf } from '../../transport/errors';
import { isScopeMissing } from '../../transport/retry';
import { REGISTRANT_STATUSES } from '../common/registrant';

const NO_SUCH_MEETING = 3001;

/** Each person stands under the address in lower case and under the registrant ID. */
type People = Map<string, IDataObject>;

/** What was read in this run, by meeting and occurrence. */
const read = new WeakMap<Zoom, Map<string, Promise<People>>>();

/**
 * Everybody who registered for a meeting, whatever their status.
 * Read once for a run of the node.
 *
 * @param query the occurrence, where one is meant
 */
export async function peopleOf(
	zoom: Zoom,
	meetingId: string,
	query: IDataObject,
	itemIndex: number,
): Promise<People> {
	const lists = read.get(zoom) ?? new Map<string, Promise<People>>();
	read.set(zoom, lists);
	const key = JSON.stringify([meetingId, query]);
	const list = lists.get(key) ?? readPeople(zoom, meetingId, query, itemIndex);
	lists.set(key, list);
	list.catch((error: unknown) => {
		if (!staysRefused(error)) lists.delete(key);
	});
	return await list;
}

/** A list that could not be read may be readable later in the run, but not for want of these. */
function staysRefused(error: unknown): boolean {
	const details = detailsOf(error);
	return details?.code === NO_SUCH_MEETING || isScopeMissing(details?.zoomMessage ?? '');
}

/** As {@link peopleOf}, read anew. */
export async function readPeople(
	zoom: Zoom,
	meetingId: string,
	query: IDataObject,
	itemIndex: number,
): Promise<People> {
	const people: People = new Map();
	for (const status of REGISTRANT_STATUSES) {
		const path = ['meetings', meetingId, 'registrants'];
		const call = { method: 'GET' as const, path, query: { ...query, status }, itemIndex };
		for await (const row of zoom.list(call, 'registrants')) {
			const person = { ...row, status };
			people.set(String(row.email).toLowerCase(), person).set(String(row.id), person);
		}
	}
	return people;
}
