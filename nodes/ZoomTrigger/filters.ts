import { attempt, isError } from 'lodash';
import { UserError } from 'n8n-workflow';
import { EVENT_KINDS } from '../Zoom/api/eventKinds';
import { parseEvent } from '../Zoom/mapping/references';
import { isMissing, toBoolean, toList } from '../Zoom/mapping/values';
import { asObject, subjectOf } from './event';
import type { ZoomEvent } from './event';
import { ALL_EVENTS, OTHER_EVENTS } from './eventOptions';

/** Which events start the workflow. */
export interface Filters {
	/** Names, or the one that stands for all. */
	events: readonly string[];
	/** Numbers or UUIDs of meetings and webinars; empty for any. */
	meetings: readonly string[];
	/** User IDs, and email addresses in lower case; empty for any. */
	hosts: readonly string[];
	/** Registrations that still wait for approval are left out. */
	onlyApproved: boolean;
}

/** The filter for the numbers of meetings and webinars. */
export const MEETINGS_LABEL = 'Meetings and Webinars';

const EVENT_NAME = /^[a-z][a-z0-9]*([._][a-z0-9]+)+$/;

const parts = (value: unknown, label: string) =>
	isMissing(value) ? [] : toList(value, label, /[,;\n]/);

/**
 * Reads which events start the workflow from the node's parameters.
 *
 * @throws UserError where a field holds what it can't mean; it names the field or the value
 */
export function readFilters(parameters: {
	events: unknown;
	otherEvents: unknown;
	meetings: unknown;
	hosts: unknown;
	onlyApproved: unknown;
}): Filters {
	const chosen = parts(parameters.events, 'Trigger On');
	const typed = chosen.includes(OTHER_EVENTS)
		? parts(parameters.otherEvents, 'Other Event Names')
		: [];
	for (const name of typed) {
		if (!EVENT_NAME.test(name)) {
			throw new UserError(`"${name}" isn't the name of a Zoom event`, {
				description:
					'Names look like meeting.sharing_started or app_deauthorized. Separate several with commas.',
			});
		}
	}
	const events = [...chosen.filter((name) => name !== OTHER_EVENTS), ...typed];
	if (events.length === 0) {
		throw new UserError("'Trigger On' is required", { description: 'Choose at least one event.' });
	}
	return {
		events,
		meetings: parts(parameters.meetings, MEETINGS_LABEL).map(toMeeting),
		hosts: parts(parameters.hosts, 'Hosts').map((host) =>
			isEmail(host) ? host.toLowerCase() : host,
		),
		onlyApproved: toBoolean(parameters.onlyApproved ?? false, 'Only Approved Registrations'),
	};
}

const isEmail = (host: string) => host.includes('@');

/** The ID of a meeting or webinar, whichever it is. */
function toMeeting(text: string): string {
	const results = EVENT_KINDS.map((kind) => attempt(parseEvent, text, kind));
	const [reference = results[0]] = results.filter((result) => !isError(result));
	if (isError(reference)) throw reference;
	if (reference?.type === 'id') return reference.id;
	throw new UserError(
		`'${MEETINGS_LABEL}' contains a registration link, which doesn't include the ID`,
		{ description: 'Enter the ID of the meeting or webinar, or its join link.' },
	);
}

/** Whether an event starts the workflow. */
export interface Match {
	starts: boolean;
	/** The filter that keeps the event out although it has no field to tell by. */
	unclear?: string;
}

/** Holds an event against the filters. One that a filter can't tell about does not pass it. */
export function match(event: ZoomEvent, filters: Filters): Match {
	if (!filters.events.includes(ALL_EVENTS) && !filters.events.includes(event.event)) {
		return { starts: false };
	}
	const answers = [
		[MEETINGS_LABEL, isOfMeeting(event, filters.meetings)],
		['Hosts', isOfHost(event, filters.hosts)],
		['Only Approved Registrations', !filters.onlyApproved || isApproved(event)],
	] as const;
	if (answers.some(([, answer]) => answer === false)) return { starts: false };
	const unclear = answers.find(([, answer]) => answer === undefined)?.[0];
	return unclear === undefined ? { starts: true } : { starts: false, unclear };
}

/** The values that are there, as text: Zoom sends numbers of meetings both ways. */
const texts = (values: unknown[]) =>
	values
		.filter((value) => typeof value === 'number' || typeof value === 'string')
		.map(String)
		.filter((value) => value !== '');

/**
 * Whether one of the names is meant.
 *
 * @param valuesFor what of the event a name is compared with
 * @returns undefined where none fits and the event does not have what a name is compared with
 */
function isNamed(names: readonly string[], valuesFor: (name: string) => string[]) {
	if (names.length === 0 || names.some((name) => valuesFor(name).includes(name))) return true;
	return names.every((name) => valuesFor(name).length > 0) ? false : undefined;
}

function isOfMeeting(event: ZoomEvent, meetings: readonly string[]) {
	const { id, uuid, meeting_id: meetingId, meeting_uuid: meetingUuid } = subjectOf(event);
	const numbers = texts([id, meetingId]);
	const uuids = texts([uuid, meetingUuid]);
	return isNamed(meetings, (name) => (/^\d+$/.test(name) ? numbers : uuids));
}

function isOfHost(event: ZoomEvent, hosts: readonly string[]) {
	const { payload } = event;
	const subject = subjectOf(event);
	// An update holds what changed; what it was before may tell the host.
	const about = { ...asObject(payload.old_object), ...subject };
	// Events without an object are those of whoever runs the meeting.
	const { operator, operator_id: operatorId } = subject === payload ? payload : {};
	const ids = texts([about.host_id, about.meeting_host_id, operatorId]);
	const emails = texts([about.host_email, about.meeting_host_email, operator]);
	const lower = emails.map((email) => email.toLowerCase());
	return isNamed(hosts, (name) => (isEmail(name) ? lower : ids));
}

/** Registrations that wait for approval have no join link. */
function isApproved(event: ZoomEvent): boolean | undefined {
	if (!event.event.endsWith('.registration_created')) return true;
	const { status, join_url: joinUrl } = asObject(subjectOf(event).registrant);
	if (!isMissing(status)) return status === 'approved';
	return isMissing(joinUrl) ? undefined : true;
}
