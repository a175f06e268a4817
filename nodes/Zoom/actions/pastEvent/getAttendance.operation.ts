import { UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { attendanceOf, totalsOf } from '../../mapping/attendance';
import type { AttendanceOptions } from '../../mapping/attendance';
import { isReckoned, spanOf } from '../../mapping/stays';
import type { Stay } from '../../mapping/stays';
import { toBoolean, toInteger } from '../../mapping/values';
import { additionalFields, readCollection } from '../common/collections';
import { allEnded } from '../common/sideBySide';
import { withWarnings } from '../common/warnings';
import type { ItemOperation } from '../types';
import { readRegistered, readStays, sourceEndpoints } from './attendanceSources';
import { findHeldEvent, heldEventEndpoints } from './heldEvent';
import type { HeldEvent } from './heldEvent';
import { pastEventFields, readPastEvent } from './instance';

const LABELS = {
	answers: 'Answers',
	attendedFrom: 'Minimum Stay (Minutes)',
	fullAttendanceFrom: 'Full Attendance From (%)',
	includeHost: 'Include Host',
	totals: 'Totals Only',
};

const optionsOf = ({ name }: EventKind): INodeProperties[] => [
	{
		displayName: LABELS.answers,
		name: 'answers',
		type: 'boolean',
		default: true,
		description: 'Whether to include what people answered when they registered',
	},
	{
		displayName: LABELS.fullAttendanceFrom,
		name: 'fullAttendanceFrom',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 80,
		description: `Percent of the ${name}'s length; registrants who stayed for less are in the group "partial"`,
	},
	{
		displayName: LABELS.includeHost,
		name: 'includeHost',
		type: 'boolean',
		default: false,
		description: `Whether to include the ${name}'s host`,
	},
	{
		displayName: LABELS.attendedFrom,
		name: 'attendedFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Anyone who stayed for less counts as a no-show',
	},
	{
		displayName: LABELS.totals,
		name: 'totals',
		type: 'boolean',
		default: false,
		description: 'Whether to return one item with totals instead of one for each person',
	},
];

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/GET/report/meetings/{meetingId}/participants
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants
 */
export const getAttendance = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Attendance',
		value: 'getAttendance',
		action: `Get past ${kind.name} attendance`,
		description: `Retrieve who attended a past ${kind.name} and for how long: one item for each person who registered or joined, with minutes, percent, and a group (fullAttendance, partial, noShow, or walkIn)`,
	},
	endpoints: [...sourceEndpoints(kind), ...heldEventEndpoints(kind)],
	fields: [...pastEventFields(kind), additionalFields(optionsOf(kind))],
	prepare(itemIndex) {
		const reference = readPastEvent(this, kind, itemIndex);
		const { totals, includeHost, ...options } = readOptions(this, itemIndex);
		return async (zoom) => {
			const held = await findHeldEvent(zoom, kind, reference);
			const [came, registered] = await allEnded([
				readStays(zoom, kind, held),
				readRegistered(zoom, kind, held),
			]);
			const { stays, source } = came;
			if (!isReckoned(stays)) throw notReckoned(kind);
			const event = held.span ?? spanOf(stays) ?? { start: 0, end: 0 };
			const host = String(held.details.user_email ?? '').toLowerCase();
			const people = attendanceOf(
				{ stays, registrants: registered.registrants, event },
				{ ...options, ...(!includeHost && host !== '' && { leftOut: host }) },
			);
			const warnings = [...held.warnings, ...registered.warnings, ...oddities(kind, held, stays)];
			const items = totals ? [{ ...headOf(held), ...totalsOf(people) }] : people;
			return items.map((item) => withWarnings({ ...item, source }, ...warnings));
		};
	},
});

/** @throws UserError that names the field */
function readOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): AttendanceOptions & { totals: boolean; includeHost: boolean } {
	const given = readCollection(context, itemIndex, 'additionalFields', 'Additional Fields');
	const flag = (name: 'answers' | 'includeHost' | 'totals', otherwise: boolean) =>
		toBoolean(given[name] ?? otherwise, LABELS[name]);
	return {
		answers: flag('answers', true),
		attendedFrom: toInteger(given.attendedFrom ?? 0, LABELS.attendedFrom, 0),
		fullAttendanceFrom: toInteger(
			given.fullAttendanceFrom ?? 80,
			LABELS.fullAttendanceFrom,
			1,
			100,
		),
		includeHost: flag('includeHost', false),
		totals: flag('totals', false),
	};
}

function notReckoned({ name }: EventKind) {
	return new UserError(`Zoom is still working out who was in the ${name} and for how long`, {
		description:
			'All durations are still 0, as is usual right after a large event. Try again in a few minutes, for example with Retry On Fail in the settings of this node, or a Wait node before it.',
	});
}

/** What is to be known of all items. */
function oddities({ name }: EventKind, { span, details }: HeldEvent, stays: readonly Stay[]) {
	return [
		stays.length === 0 && Number(details.participants_count) > 0
			? `Zoom lists no participants: it leaves a ${name} with a single participant out, unless the account shows one-person meetings and webinars in its reports.`
			: undefined,
		span === undefined && stays.length > 0
			? `Zoom doesn't say when the ${name} began and ended, so it counts from the first join to the last leave.`
			: undefined,
	];
}

const headOf = ({ eventId, details, span }: HeldEvent): IDataObject => ({
	id: eventId,
	uuid: details.uuid,
	topic: details.topic,
	start_time: details.start_time,
	end_time: details.end_time,
	minutes: span && Math.round((span.end - span.start) / 60_000),
});
