import { randomBytes } from 'node:crypto';
import type {
	MeetingCreatedEvent,
	MeetingDeletedEvent,
	MeetingEndedEvent,
	MeetingParticipantJoinedEvent,
	MeetingRegistrationCreatedEvent,
	MeetingStartedEvent,
	MeetingsEvents,
	MeetingUpdatedEvent,
} from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import type { Account } from '../state/account';
import { isSeries, meetingView, occurrenceView, type Meeting } from '../state/meeting';
import type { Occurrence } from '../state/occurrences';
import { occurrencesFor, registrantView, type Registrant } from '../state/registrant';
import { trackedBy } from '../state/tracking-source';

/** Zoom's events, by Zoom's own types: what does not fit them does not compile. */
export type ZoomEvent = MeetingsEvents;

export interface Source {
	account: Account;
	meeting: Meeting;
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * An event under the name of its kind: a webinar's events are those of meetings, but for the name, the
 * numbers of types and what the kind says of registrants.
 */
function ofKind({ meeting }: Source, event: ZoomEvent): ZoomEvent {
	const name = event.event.replace(/^meeting\./, `${meeting.kind.name}.`);
	return { ...event, event: name } as ZoomEvent;
}

/** As the types of meetings have it; webinars have 5, 6 and 9. */
type Type = 1 | 2 | 3 | 8;

function basics({ meeting }: Source) {
	const { uuid, id, host, topic, type, duration, timezone, startsAt, createdAt } = meeting;
	const start_time = toZoomTime(startsAt ?? createdAt);
	return { uuid, id, host_id: host.id, topic, type: type as Type, start_time, duration, timezone };
}

/** With these events the number is text. */
const inMeeting = (source: Source) => ({ ...basics(source), id: String(source.meeting.id) });

function operator({ account }: Source) {
	const owner = account.findUser('me');
	return { account_id: account.id, operator: owner?.email ?? '', operator_id: owner?.id ?? '' };
}

/** The dates that an event is about, where the meeting is a series. */
function dates({ meeting }: Source, occurrences: readonly Occurrence[]) {
	if (!isSeries(meeting)) return {};
	const shown = occurrences.map((one) => ({
		occurrence_id: one.id,
		start_time: toZoomTime(one.startsAt),
	}));
	return { occurrences: shown };
}

// Required by Zoom's webhook reference; the SDK's types lack it.
const CREATION = { creation_source: 'open_api' };

export function meetingCreated(source: Source): ZoomEvent {
	const { occurrences } = source.meeting;
	const view = meetingView(source.meeting);
	const event: MeetingCreatedEvent = {
		event: 'meeting.created',
		event_ts: source.now,
		payload: {
			...operator(source),
			operation: 'all',
			object: {
				...basics(source),
				...CREATION,
				...(isSeries(source.meeting) && { occurrences: occurrences.map(occurrenceView) }),
				join_url: String(view.join_url),
				password: source.meeting.password,
				settings: { use_pmi: false, alternative_hosts: '' },
			},
		},
	};
	return ofKind(source, event);
}

/**
 * Zoom sends what changed; the topic stands for it here.
 *
 * @param occurrence the one that was changed; without it the whole meeting was
 */
export function meetingUpdated(
	source: Source,
	before: { topic: string },
	occurrence?: Occurrence,
): ZoomEvent {
	const { id, uuid, host, topic } = source.meeting;
	const event: MeetingUpdatedEvent = {
		event: 'meeting.updated',
		event_ts: source.now,
		payload: {
			...operator(source),
			scope: occurrence ? 'single' : 'all',
			object: {
				id,
				uuid,
				host_id: host.id,
				topic,
				...(occurrence && { occurrences: [occurrenceView(occurrence)] }),
			},
			time_stamp: source.now,
			old_object: { id, uuid, host_id: host.id, topic: before.topic },
		},
	};
	return ofKind(source, event);
}

/**
 * @param occurrence the one that was deleted; without it the whole meeting was
 */
export function meetingDeleted(source: Source, occurrence?: Occurrence): ZoomEvent {
	const event: MeetingDeletedEvent = {
		event: 'meeting.deleted',
		event_ts: source.now,
		payload: {
			...operator(source),
			operation: occurrence ? 'single' : 'all',
			object: { ...basics(source), ...(occurrence && dates(source, [occurrence])) },
		},
	};
	return ofKind(source, event);
}

export function meetingStarted(source: Source): ZoomEvent {
	const event: MeetingStartedEvent = {
		event: 'meeting.started',
		event_ts: source.now,
		payload: { account_id: source.account.id, object: inMeeting(source) },
	};
	return ofKind(source, event);
}

export function meetingEnded(source: Source): ZoomEvent {
	const object = { ...inMeeting(source), end_time: toZoomTime(source.now) };
	const event: MeetingEndedEvent = {
		event: 'meeting.ended',
		event_ts: source.now,
		payload: { account_id: source.account.id, object },
	};
	return ofKind(source, event);
}

/**
 * All IDs are there, as recorded in 2022 (kancl-online, README): `registrant_id` is null for who came
 * without a link of their own. Those of a user are taken to be empty for guests, as in lists.
 *
 * @param person `registrantId` where the person came by their own join link
 */
export function participantJoined(
	source: Source,
	{ name, email, registrantId }: { name: string; email: string; registrantId?: string },
): ZoomEvent {
	const userId = source.account.findUser(email)?.id ?? '';
	const event: MeetingParticipantJoinedEvent = {
		event: 'meeting.participant_joined',
		event_ts: source.now,
		payload: {
			account_id: source.account.id,
			object: {
				...inMeeting(source),
				participant: {
					user_id: '16778240',
					user_name: name,
					participant_uuid: randomBytes(16).toString('base64'),
					join_time: toZoomTime(source.now),
					email,
					id: userId,
					participant_user_id: userId,
					// Zoom's reference calls it text.
					registrant_id: (registrantId ?? null) as string,
				},
			},
		},
	};
	return ofKind(source, event);
}

export function registrationCreated(source: Source, registrant: Registrant): ZoomEvent {
	const person = { ...registrantView(source.meeting, registrant), create_time: undefined } as Omit<
		MeetingRegistrationCreatedEvent['payload']['object']['registrant'],
		'status' | 'join_url'
	>;
	const status = registrant.status === 'approved' ? 'approved' : 'pending';
	const event: MeetingRegistrationCreatedEvent = {
		event: 'meeting.registration_created',
		event_ts: source.now,
		payload: {
			account_id: source.account.id,
			object: {
				...basics(source),
				...dates(source, occurrencesFor(source.meeting, registrant)),
				registrant: {
					...person,
					status,
					join_url: registrant.joinUrl,
					...trackedBy(source.meeting, registrant),
				},
			},
		},
	};
	return ofKind(source, event);
}

/**
 * @param occurrence the date that it is about; without it all that somebody is registered for
 */
export function registrationChanged(
	source: Source,
	registrant: Registrant,
	action: 'approve' | 'deny' | 'cancel',
	occurrence?: Occurrence,
): ZoomEvent {
	const { meeting } = source;
	const { id, person, joinUrl } = registrant;
	const { first_name, last_name, email } = person;
	const who = {
		id,
		first_name,
		...(last_name !== undefined && { last_name }),
		email,
		...trackedBy(meeting, registrant),
	};
	const about = occurrence ? [occurrence] : occurrencesFor(meeting, registrant);
	const object = { ...basics(source), ...dates(source, about), registrant: who };
	const rest = { event_ts: source.now, payload: { ...operator(source), object } };
	if (action === 'deny') return ofKind(source, { event: 'meeting.registration_denied', ...rest });
	if (action === 'cancel') {
		return ofKind(source, { event: 'meeting.registration_cancelled', ...rest });
	}
	const approved = { ...who, join_url: joinUrl, ...meeting.kind.ofRegistrant(registrant) };
	return ofKind(source, {
		event: 'meeting.registration_approved',
		event_ts: source.now,
		payload: { ...operator(source), object: { ...object, registrant: approved } },
	});
}
