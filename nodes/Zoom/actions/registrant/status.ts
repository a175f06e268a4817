import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { RegistrantReference } from '../../mapping/references';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import { readRegistrant, registrantField } from '../common/registrant';
import { detailsOf } from '../../transport/errors';
import { isScopeMissing } from '../../transport/retry';
import type { Zoom } from '../../transport/client';
import { eachRow } from '../forEachItem';
import type { ListOperation } from '../types';
import { peopleOf } from './registrantList';
import { intoCalls, sendTogether } from './batches';

interface StatusRow {
	itemIndex: number;
	meetingId: string;
	query: IDataObject;
	registrant: RegistrantReference;
	/** Further items that name the same person: sent once, all get the result. */
	twins: number[];
}

/**
 * An operation that changes registrants' status, 30 people of a meeting in one call.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/registrants/status
 *
 * @param option the entry in the Operation list; its value is Zoom's `action` too
 */
export function statusOperation(option: ListOperation['option']): ListOperation {
	return {
		option,
		fields: [meetingField, registrantField, occurrenceField],
		async executeAll(items, run) {
			const { zoom } = run;
			const firsts = new Map<string, StatusRow>();
			const read = await eachRow(run, items, ({ itemIndex }) => ({
				itemIndex,
				registrant: readRegistrant(this, itemIndex),
				query: readOccurrence(this, itemIndex),
				meeting: readMeeting(this, itemIndex),
			}));
			await eachRow(run, read, async ({ itemIndex, registrant, query, meeting }) => {
				const meetingId = await findMeeting(zoom, meeting, itemIndex);
				const row = { itemIndex, meetingId, query, registrant, twins: [] };
				const key = await findPerson(zoom, row);
				const place = JSON.stringify([meetingId, query, key]);
				const first = firsts.get(place);
				if (first) first.twins.push(itemIndex);
				else firsts.set(place, row);
			});
			const rows = [...firsts.values()];
			const send = async (together: readonly StatusRow[]) => {
				const first = together[0];
				if (!first) return;
				await zoom.request({
					method: 'PUT',
					path: ['meetings', first.meetingId, 'registrants', 'status'],
					query: first.query,
					body: {
						action: option.value,
						registrants: together.map(({ registrant }) => registrant),
					},
					itemIndex: first.itemIndex,
				});
				for (const { itemIndex, registrant, twins } of together) {
					const output = { success: true, action: option.value, ...registrant };
					run.done(itemIndex, output);
					const note = 'This person is in the list more than once and was sent once';
					for (const twin of twins) run.done(twin, { ...output, note });
				}
			};
			const calls = intoCalls(rows, ({ meetingId, query }) => JSON.stringify([meetingId, query]));
			const refuse = ({ itemIndex, twins }: StatusRow, error: unknown) => {
				for (const item of [itemIndex, ...twins]) run.failed(item, error);
			};
			const sendAlone = async (row: StatusRow): Promise<void> =>
				await sendTogether(run, [row], { send, refuse, sendAlone });
			await Promise.all(
				calls.map(async (call) => await sendTogether(run, call, { send, refuse, sendAlone })),
			);
		},
	};
}

/**
 * Finds the person of a row, since Zoom says nothing of people whom it does not know.
 *
 * @returns the registrant ID
 * @throws UserError where nobody with the address or ID has registered
 */
async function findPerson(zoom: Zoom, { meetingId, query, registrant, itemIndex }: StatusRow) {
	const [kind, value] =
		'email' in registrant
			? ['address', registrant.email.toLowerCase()]
			: ['registrant ID', registrant.id];
	const people = await peopleOf(zoom, meetingId, query, itemIndex).catch((error: unknown) => {
		// Without the scope for lists, IDs are believed: Zoom takes them as they are.
		const believed = 'id' in registrant && isScopeMissing(detailsOf(error)?.zoomMessage ?? '');
		return believed ? undefined : Promise.reject(error);
	});
	if (!people) return value;
	const person = people.get(value);
	if (!person) throw notRegistered(kind, value);
	return String(person.id);
}

function notRegistered(kind: string, value: string) {
	return new UserError(`Nobody with the ${kind} ${value} has registered`, {
		description: 'Registrant → Get Many with the status "Any" shows who has.',
	});
}
