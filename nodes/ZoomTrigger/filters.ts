import { UserError } from 'n8n-workflow';
import { MEETING } from '../Zoom/api/eventKinds';
import { parseEvent } from '../Zoom/mapping/references';
import { asObject } from './event';
import type { ZoomEvent } from './event';
import { ALL_EVENTS, OTHER_EVENTS } from './eventOptions';

/** Which events start the workflow. */
export interface Filters {
	/** Names, or the one that stands for all. */
	events: readonly string[];
	/** Meeting numbers or UUIDs; empty for any. */
	meetings: readonly string[];
	/** User IDs, and email addresses in lower case; empty for any. */
	hosts: readonly string[];
	/** Registrations that still wait for approval are left out. */
	onlyApproved: boolean;
}

const parts = (value: unknown) =>
	(Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,;\n]+/))
		.map((part) => part.trim())
		.filter((part) => part !== '');

/**
 * Reads which events start the workflow from the node's parameters.
 *
 * @throws UserError where a name or a meeting can't be what its field asks for
 */
export function readFilters(parameters: {
	events: unknown;
	otherEvents: unknown;
	meetings: unknown;
	hosts: unknown;
	onlyApproved: unknown;
}): Filters {
	const chosen = parts(parameters.events);
	const typed = chosen.includes(OTHER_EVENTS) ? parts(parameters.otherEvents) : [];
	for (const name of typed) {
		if (!/^[a-z_]+(\.[a-z0-9_]+)+$/.test(name)) {
			throw new UserError(`"${name}" is no name of a Zoom event`, {
				description: 'Names look like meeting.sharing_started; separate several by commas.',
			});
		}
	}
	const events = [...chosen.filter((name) => name !== OTHER_EVENTS), ...typed];
	if (events.length === 0) {
		throw new UserError('No event is chosen', { description: 'Choose what starts the workflow.' });
	}
	return {
		events,
		meetings: parts(parameters.meetings).map(toMeeting),
		hosts: parts(parameters.hosts).map((host) => (host.includes('@') ? host.toLowerCase() : host)),
		onlyApproved: parameters.onlyApproved === true,
	};
}

function toMeeting(text: string): string {
	const reference = parseEvent(text, MEETING);
	if (reference.type === 'id') return reference.id;
	throw new UserError('"Meetings" holds a registration link, which does not tell the number', {
		description: "Give the meeting's ID or its join link.",
	});
}

/** Whether an event is to start the workflow. */
export function matches({ event, payload }: ZoomEvent, filters: Filters): boolean {
	const { events, meetings, hosts, onlyApproved } = filters;
	if (!events.includes(ALL_EVENTS) && !events.includes(event)) return false;
	const object = asObject(payload.object);
	// Zoom sends the number as text with some events; summaries have names of their own.
	const { id, uuid, meeting_id: meetingId, meeting_uuid: meetingUuid } = object;
	if (!isNamed(meetings, [id, uuid, meetingId, meetingUuid])) return false;
	const { host_id: hostId, host_email: email } = object;
	const { meeting_host_id: owner, meeting_host_email: ownerEmail } = object;
	const addresses = [email, ownerEmail].map((address) => String(address ?? '').toLowerCase());
	if (!isNamed(hosts, [hostId, owner, ...addresses])) return false;
	const { status } = asObject(object.registrant);
	return !(onlyApproved && event.endsWith('.registration_created') && status !== 'approved');
}

function isNamed(names: readonly string[], values: readonly unknown[]): boolean {
	return names.length === 0 || values.some((value) => names.includes(String(value ?? '')));
}
