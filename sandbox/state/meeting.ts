import { createHash, randomBytes, randomInt } from 'node:crypto';
import type {
	MeetingsGetMeetingResponse,
	MeetingsListRegistrationQuestionsResponse,
} from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import type { MeetingType, Recurrence } from '../schemas/meeting';
import type { MeetingSettings } from '../schemas/settings';
import { DEFAULT_SETTINGS } from './default-settings';
import { newUuid, type Occurrence } from './occurrences';
import type { Participant } from './participant';
import type { Registrant } from './registrant';
import type { User } from './user';

export type Questions = Required<MeetingsListRegistrationQuestionsResponse>;

export interface Meeting {
	id: number;
	uuid: string;
	host: User;
	topic: string;
	type: MeetingType;
	agenda: string;
	/** Milliseconds since 1970; absent for instant meetings and those without a fixed time. */
	startsAt: number | undefined;
	/** Minutes. */
	duration: number;
	timezone: string;
	createdAt: number;
	password: string;
	passcodeHash: string;
	registrationKey: string;
	preSchedule: boolean;
	recurrence: Recurrence | undefined;
	occurrences: Occurrence[];
	trackingFields: Array<{ field: string; value?: string }>;
	settings: MeetingSettings;
	status: 'waiting' | 'started';
	deleted: boolean;
	/** How many people may be registered; Zoom's own cap is 4,999. */
	capacity: number;
	/** The lists of the registration form that were set; formOf has the others too. */
	questions: Partial<Questions>;
	/** By registrant ID, in the order in which they came. */
	registrants: Map<string, Registrant>;
	/** Who came, in the order in which Zoom lists them. */
	participants: Participant[];
}

// What a form is that nobody has changed: recorded twice by others (github.com/airbytehq/airbyte,
// source-zoom, integration_tests/expected_records.jsonl).
const FRESH_FORM: Questions = {
	questions: [{ field_name: 'last_name', required: true }],
	custom_questions: [],
};

/** A meeting's registration form as Zoom shows it. */
export function formOf({ questions }: Meeting): Questions {
	return { ...FRESH_FORM, ...questions };
}

/** A new meeting: what is given over the defaults. */
export function newMeeting(
	given: Pick<Meeting, 'id' | 'host' | 'createdAt'> & Partial<Meeting>,
): Meeting {
	const password = given.password ?? String(randomInt(100_000, 1_000_000));
	const meeting: Meeting = {
		uuid: newUuid(),
		topic: 'Zoom Meeting',
		type: 2,
		agenda: '',
		startsAt: undefined,
		duration: 60,
		timezone: given.host.timezone,
		passcodeHash: createHash('sha256').update(password).digest('base64url').slice(0, 31),
		registrationKey: newRegistrationKey(given.id),
		preSchedule: false,
		recurrence: undefined,
		occurrences: [],
		trackingFields: [],
		status: 'waiting',
		deleted: false,
		capacity: 4999,
		questions: {},
		registrants: new Map(),
		participants: [],
		...given,
		password,
		settings: { ...DEFAULT_SETTINGS, ...given.settings },
	};
	settleSettings(meeting);
	return meeting;
}

/**
 * What a meeting's registration link ends with: 36 characters from `tJ` on, or 22, as recorded
 * (airbyte's and ZoomNet's tests); which meeting gets which is not known. `WN_` is for webinars.
 */
function newRegistrationKey(meetingId: number): string {
	return meetingId % 2 === 0
		? `tJ${randomBytes(26).toString('base64url').slice(0, 34)}`
		: randomBytes(16).toString('base64url');
}

/**
 * Zoom takes a request for registration and silently stores 2 (none) where it can't be: for meetings
 * without a fixed time (measured by others), on the personal meeting ID and for Basic hosts (Zoom's
 * help, Requirements of meeting registration). Instant meetings have nothing to register for. A
 * registration_type is of series only: a single meeting's recorded settings have none.
 */
export function settleSettings(meeting: Meeting): void {
	const takesRegistration =
		(meeting.type === 2 || meeting.type === 8) &&
		!meeting.settings.use_pmi &&
		meeting.host.type !== 1;
	if (!takesRegistration) meeting.settings.approval_type = 2;
	if (meeting.type === 8) meeting.settings.registration_type ??= 1;
	else delete meeting.settings.registration_type;
}

export function takesRegistration(meeting: Meeting): boolean {
	return meeting.settings.approval_type !== 2;
}

export function isOver(meeting: Meeting, now: number): boolean {
	if (meeting.type === 8) {
		return meeting.occurrences.every(({ startsAt, duration }) => hasEnded(startsAt, duration, now));
	}
	if (meeting.startsAt === undefined) return false;
	return hasEnded(meeting.startsAt, meeting.duration, now);
}

export function hasEnded(startsAt: number, minutes: number, now: number): boolean {
	return startsAt + minutes * 60_000 < now;
}

/** The occurrence of that ID that has not been deleted. */
export function findOccurrence(meeting: Meeting, id: string): Occurrence | undefined {
	return meeting.occurrences.find(
		(occurrence) => occurrence.id === id && occurrence.status === 'available',
	);
}

export function occurrenceView({ id, startsAt, duration, status }: Occurrence) {
	return { occurrence_id: id, start_time: toZoomTime(startsAt), duration, status };
}

/** The fields that a list of meetings shows. */
export function meetingSummary(meeting: Meeting) {
	return {
		uuid: meeting.uuid,
		id: meeting.id,
		host_id: meeting.host.id,
		topic: meeting.topic,
		type: meeting.type,
		...(meeting.startsAt !== undefined && { start_time: toZoomTime(meeting.startsAt) }),
		duration: meeting.duration,
		timezone: meeting.timezone,
		agenda: meeting.agenda,
		created_at: toZoomTime(meeting.createdAt),
		join_url: `https://us02web.zoom.us/j/${meeting.id}?pwd=${meeting.passcodeHash}.1`,
	};
}

/** A meeting as Zoom's API shows it on creating and getting. */
export type MeetingView = MeetingsGetMeetingResponse & { id: number } & {
	registration_url?: string;
};

/**
 * @param occurrences those to show of a recurring meeting
 */
export function meetingView(
	meeting: Meeting,
	occurrences: Occurrence[] = meeting.occurrences,
): MeetingView {
	return {
		...meetingSummary(meeting),
		assistant_id: '',
		host_email: meeting.host.email,
		...(takesRegistration(meeting) && {
			registration_url: `https://us02web.zoom.us/meeting/register/${meeting.registrationKey}`,
		}),
		encrypted_password: `${meeting.passcodeHash}.1`,
		pstn_password: String(meeting.id).slice(-6),
		h323_password: String(meeting.id).slice(-6),
		chat_join_url: `https://us02web.zoom.us/launch/jc/${meeting.id}`,
		...(meeting.type === 8 && { occurrences: occurrences.map(occurrenceView) }),
		password: meeting.password,
		pre_schedule: meeting.preSchedule,
		...(meeting.recurrence && { recurrence: meeting.recurrence as MeetingView['recurrence'] }),
		settings: meeting.settings as MeetingView['settings'],
		start_url: `https://us02web.zoom.us/s/${meeting.id}?zak=${randomBytes(24).toString('base64url')}`,
		status: meeting.status,
		...(meeting.trackingFields.length > 0 && {
			tracking_fields: meeting.trackingFields.map((field) => ({ ...field, visible: true })),
		}),
		creation_source: 'open_api',
	} as MeetingView;
}
