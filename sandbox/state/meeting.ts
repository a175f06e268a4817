import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { MeetingsGetMeetingResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import type { Kind } from '../kinds';
import type { CreateBody, Settings } from '../schemas/bodies';
import type { Recurrence } from '../schemas/recurrence';
import type { Questions } from '../schemas/questions';
import type { Simulive } from '../schemas/webinar';
import { newUuid, type Occurrence } from './occurrences';
import type { Panelist } from './panelist';
import type { Participant } from './participant';
import type { Registrant } from './registrant';
import type { Response } from './responses';
import type { TrackingSource } from './tracking-source';
import type { User } from './user';

/** A meeting, or a webinar: to Zoom that is a meeting of another kind. */
export interface Meeting {
	kind: Kind;
	id: number;
	uuid: string;
	host: User;
	topic: string;
	type: CreateBody['type'];
	agenda: string;
	/** Milliseconds since 1970; absent for those without a time of their own. */
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
	settings: Settings;
	templateId: string | undefined;
	/** What is said of a webinar that plays a recording; empty for others. */
	simulive: Simulive;
	status: 'waiting' | 'started';
	deleted: boolean;
	/** How many people may be registered. */
	capacity: number;
	/** Whether people pay for it when they register. */
	paid: boolean;
	/** The domain that registrants' addresses must have; any where there is none. */
	workDomain: string | undefined;
	/** The lists of the registration form that were set; formOf has the others too. */
	questions: Partial<Questions>;
	/** By registrant ID, in the order in which they came. */
	registrants: Map<string, Registrant>;
	/** Who came, in the order in which Zoom lists them. */
	participants: Participant[];
	/** What people answered in its polls and asked in Q&A. */
	pollResults: Response[];
	questionsAsked: Response[];
	/** When it was started again after it had ended: each time is an instance of its own. */
	restarts: Array<{ uuid: string; startsAt: number }>;
	/** Who speaks in a webinar, in the order in which they were added. */
	panelists: Panelist[];
	/** How many may speak. */
	panelistCapacity: number;
	trackingSources: TrackingSource[];
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
	given: Pick<Meeting, 'kind' | 'id' | 'host' | 'createdAt' | 'type'> & Partial<Meeting>,
): Meeting {
	const { kind } = given;
	const password = given.password ?? String(randomInt(100_000, 1_000_000));
	const meeting: Meeting = {
		uuid: newUuid(),
		topic: kind.topic,
		agenda: '',
		startsAt: undefined,
		duration: 60,
		timezone: given.host.timezone,
		passcodeHash: createHash('sha256').update(password).digest('base64url').slice(0, 31),
		registrationKey: kind.registrationKey(given.id),
		preSchedule: false,
		recurrence: undefined,
		occurrences: [],
		trackingFields: [],
		status: 'waiting',
		deleted: false,
		templateId: undefined,
		simulive: {},
		capacity: kind.capacity,
		paid: false,
		workDomain: undefined,
		questions: {},
		registrants: new Map(),
		participants: [],
		pollResults: [],
		questionsAsked: [],
		restarts: [],
		panelists: [],
		// Zoom's help, Roles in a webinar: "up to 100", more with some plans; the stricter.
		panelistCapacity: 100,
		trackingSources: [],
		...given,
		password,
		settings: { ...kind.settings, ...given.settings },
	};
	settleSettings(meeting);
	return meeting;
}

/**
 * Zoom takes a request for registration and silently stores 2 (none) where it can't be: for meetings
 * without a fixed time (measured by others), on the personal meeting ID and for Basic hosts (Zoom's
 * help, Requirements of meeting registration). Registration "is not available for webinars with no
 * fixed time" (Zoom's help, Scheduling a recurring webinar); that they are told as silently is deduced.
 * Instant meetings have nothing to register for. A registration_type is of series only: a single
 * meeting's recorded settings have none.
 */
export function settleSettings(meeting: Meeting): void {
	const { scheduled } = meeting.kind.types;
	const takesRegistration =
		(meeting.type === scheduled || isSeries(meeting)) &&
		!meeting.settings.use_pmi &&
		meeting.host.type !== 1;
	if (!takesRegistration) meeting.settings.approval_type = 2;
	if (isSeries(meeting)) meeting.settings.registration_type ??= 1;
	else delete meeting.settings.registration_type;
}

/** Whether it has several dates, which are fixed. */
export function isSeries({ kind, type }: Pick<Meeting, 'kind' | 'type'>): boolean {
	return type === kind.types.series;
}

/** Where people register, whether it is on or not. */
export function registrationUrl({ kind, registrationKey }: Meeting): string {
	return `https://us02web.zoom.us/${kind.name}/register/${registrationKey}`;
}

export function takesRegistration(meeting: Meeting): boolean {
	return meeting.settings.approval_type !== 2;
}

export function isOver(meeting: Meeting, now: number): boolean {
	if (isSeries(meeting)) {
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
		...meeting.kind.summary(meeting),
		join_url: `https://us02web.zoom.us/j/${meeting.id}?pwd=${meeting.passcodeHash}.1`,
	};
}

/** A meeting or a webinar as Zoom's API shows it on creating and getting. */
export type MeetingView = Omit<MeetingsGetMeetingResponse, 'type' | 'settings'> & {
	id: number;
	type: Meeting['type'];
	settings: Settings;
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
		host_email: meeting.host.email,
		...(takesRegistration(meeting) && {
			registration_url: registrationUrl(meeting),
		}),
		...meeting.kind.view(meeting),
		...(isSeries(meeting) && { occurrences: occurrences.map(occurrenceView) }),
		password: meeting.password,
		...(meeting.recurrence && { recurrence: meeting.recurrence as MeetingView['recurrence'] }),
		settings: meeting.settings,
		start_url: `https://us02web.zoom.us/s/${meeting.id}?zak=${randomBytes(24).toString('base64url')}`,
		...(meeting.trackingFields.length > 0 && {
			tracking_fields: meeting.trackingFields.map((field) => ({ ...field, visible: true })),
		}),
		creation_source: 'open_api',
	} as MeetingView;
}
