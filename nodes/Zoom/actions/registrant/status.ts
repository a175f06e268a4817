import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { RegistrantReference } from '../../mapping/references';
import { meetingField, readMeeting } from '../fields/meeting';
import { occurrenceField, readOccurrence } from '../fields/occurrence';
import { readRegistrant, registrantField } from '../fields/registrant';
import type { ListOperation } from '../types';
import { peopleOf } from './known';
import { intoCalls, readRows, sendTogether } from './together';

interface StatusRow {
	itemIndex: number;
	meetingId: string;
	query: IDataObject;
	registrant: RegistrantReference;
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
		async executeAll(itemIndexes, run) {
			const { zoom } = run;
			const rows = await readRows<StatusRow>(run, itemIndexes, async (itemIndex) => {
				const registrant = readRegistrant(this, itemIndex);
				const query = readOccurrence(this, itemIndex);
				const meetingId = await readMeeting(this, itemIndex, zoom);
				// Zoom says nothing of people whom it does not know.
				if ('email' in registrant) {
					const people = await peopleOf(zoom, meetingId, query, itemIndex);
					if (!people.has(registrant.email.toLowerCase())) throw notRegistered(registrant.email);
				}
				return { itemIndex, meetingId, query, registrant };
			});
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
				for (const { itemIndex, registrant } of together) {
					run.done(itemIndex, { success: true, action: option.value, ...registrant });
				}
			};
			const calls = intoCalls(rows, ({ meetingId, query }) => JSON.stringify([meetingId, query]));
			const refuse = ({ itemIndex }: StatusRow, error: unknown) => run.failed(itemIndex, error);
			const sendAlone = async (row: StatusRow): Promise<void> =>
				await sendTogether(run, [row], { send, refuse, sendAlone });
			await Promise.all(
				calls.map(async (call) => await sendTogether(run, call, { send, refuse, sendAlone })),
			);
		},
	};
}

function notRegistered(email: string) {
	return new UserError(`Nobody with the address ${email} has registered`, {
		description: 'Registrant → Get Many with the status "Any" shows who has.',
	});
}
