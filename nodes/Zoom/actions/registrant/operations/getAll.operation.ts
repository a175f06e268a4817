import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { REGISTRANT_STATUSES } from '../../../api/choices';
import { addFieldEndpoints, eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { isEmpty, toChoice, toRequiredText } from '../../../mapping/values';
import type { Zoom } from '../../../transport/client';
import { filters, readCollection } from '../../common/collections';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { listFields, readLimit, readSimplify, simplifyField, take } from '../../common/list';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { readRegistrants } from '../../common/registrantList';
import { findTrackingSource, trackingSourceField } from '../../common/trackingSource';
import type { ItemOperation } from '../../types';
import { simplifyRegistrant } from '../simplify';

const STATUS_CHOICES = [
	{ name: 'All', value: 'any' },
	{ name: 'Approved', value: 'approved' },
	{ name: 'Denied/Blocked', value: 'denied' },
	{ name: 'Pending Approval', value: 'pending' },
];

const filterFields = (kind: EventKind): INodeProperties[] => [
	occurrenceField(kind),
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: STATUS_CHOICES,
		default: 'approved',
		description: 'Without this filter, Zoom lists only approved registrants',
	},
	...(kind.listFilters.includes('tracking_source_id')
		? [trackingSourceField('trackingSourceId')]
		: []),
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants */
export const getAll = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: `Get many ${kind.name} registrants`,
		description: `Retrieve a list of the registrants of a ${kind.name}: approved, pending, or denied ones`,
	},
	endpoints: [
		eventEndpoints(kind).listRegistrants,
		...addFieldEndpoints(kind),
		...findEventEndpoints(kind),
	],
	fields: [eventLocator(kind), ...listFields, filters(filterFields(kind)), simplifyField],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const limit = readLimit(this, itemIndex);
		const { status, trackingSourceId } = readCollection(this, itemIndex, 'filters', 'Filters');
		const source = isEmpty(trackingSourceId)
			? undefined
			: toRequiredText(trackingSourceId, 'Tracking Source Name or ID');
		const chosen = toChoice(isEmpty(status) ? 'approved' : status, 'Status', STATUS_CHOICES);
		const occurrence = readOccurrence(this, itemIndex, 'filters.occurrenceId');
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			const query = {
				...occurrence,
				...(source !== undefined && {
					tracking_source_id: await findTrackingSource(zoom, eventId, source),
				}),
			};
			const registrants =
				chosen === 'any' && limit === Infinity
					? await readRegistrants(zoom, kind, eventId, query)
					: await takeRegistrants(zoom, kind, eventId, chosen, query, limit);
			if (registrants.length === 0) zoom.tell(tellNone(kind, chosen));
			return simple ? registrants.map(simplifyRegistrant) : registrants;
		};
	},
});

function tellNone({ name }: EventKind, status: unknown): string {
	if (status === 'any') return `Nobody has registered for this ${name}.`;
	return `This ${name} has no registrants with the status '${String(status)}'. To list all, add the filter 'Status' and choose 'All'.`;
}

/** List after list, since a limit may leave none for the later ones. */
async function takeRegistrants(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	status: string | number | boolean,
	narrowed: IDataObject,
	limit: number,
): Promise<IDataObject[]> {
	const { listRegistrants } = eventEndpoints(kind);
	let registrants: IDataObject[] = [];
	for (const one of status === 'any' ? REGISTRANT_STATUSES : [status]) {
		const left = limit - registrants.length;
		if (left <= 0) break;
		const query = { status: one, ...narrowed };
		registrants = registrants.concat(await take(zoom, listRegistrants, { eventId }, query, left));
	}
	return registrants;
}
