import { pick, pickBy } from 'lodash';
import type { Kind } from '../kinds';
import type { CreateBody } from '../schemas/bodies';
import { toInstant } from '../schemas/common';
import type { PanelistFields } from '../schemas/panelists';
import type { Simulive } from '../schemas/webinar';
import type { Meeting } from './meeting';
import { newMeeting } from './meeting';
import { occurrencesOf } from './occurrences';
import { newPanelist } from './panelist';
import type { Participant } from './participant';
import type { CloudRecording } from './recording';
import type { Summary } from './summary';
import type { User } from './user';

/** A Zoom account: its users, meetings and webinars. */
export class Account {
	readonly users: User[] = [];
	/** Of either kind. */
	readonly meetings: Meeting[] = [];
	/** IDs of the cloud recordings that a simulive webinar can play. */
	readonly recordings = new Set<string>();
	/** What was recorded in the cloud, the earliest first. */
	readonly cloudRecordings: CloudRecording[] = [];
	/** What AI Companion wrote. */
	readonly summaries: Summary[] = [];
	private lastId = 85_746_070_000;

	constructor(readonly id: string) {}

	/** `me` is the account's owner: a Server-to-Server token is the owner's. */
	findUser(idOrEmail: string): User | undefined {
		if (idOrEmail === 'me') return this.users.find(({ isOwner }) => isOwner);
		const wanted = idOrEmail.toLowerCase();
		return this.users.find(({ id, email }) => id === idOrEmail || email === wanted);
	}

	/** By number or UUID, those that were deleted too. */
	findMeeting(idOrUuid: string): Meeting | undefined {
		return this.meetings.find(({ id, uuid }) => String(id) === idOrUuid || uuid === idOrUuid);
	}

	nextMeetingId(): number {
		return ++this.lastId;
	}

	/** Those of a kind, without the deleted ones. */
	ofKind(kind: Kind): Meeting[] {
		return this.meetings.filter((meeting) => meeting.kind === kind && !meeting.deleted);
	}

	/** Puts a meeting into the account as Create a meeting does, without its limits. */
	create(
		kind: Kind,
		host: User,
		body: CreateBody,
		now: number,
		given: Partial<Meeting> = {},
	): Meeting {
		const timezone = body.timezone ?? host.timezone;
		const duration = body.duration ?? 60;
		// "If the start_time is not given or in the past, it defaults to the current time."
		const asked = body.start_time ? toInstant(body.start_time, timezone) : now;
		const hasTime = !kind.types.untimed.includes(body.type);
		const startsAt = given.startsAt ?? (hasTime ? Math.max(asked, now) : undefined);
		const meeting = newMeeting({
			kind,
			id: this.nextMeetingId(),
			host,
			createdAt: now,
			type: body.type,
			duration,
			timezone,
			startsAt,
			settings: body.settings,
			templateId: body.template_id,
			simulive: simuliveOf(body),
			...(body.topic && { topic: body.topic }),
			...(body.agenda !== undefined && { agenda: body.agenda }),
			...(body.password !== undefined && { password: body.password }),
			...(body.pre_schedule !== undefined && { preSchedule: body.pre_schedule }),
			...(body.tracking_fields && { trackingFields: body.tracking_fields }),
			...(body.recurrence && { recurrence: body.recurrence }),
			...(body.recurrence &&
				startsAt !== undefined && {
					occurrences: occurrencesOf(body.recurrence, startsAt, duration, timezone),
				}),
			...given,
		});
		this.meetings.push(meeting);
		return meeting;
	}

	/** A meeting or a webinar from the fields of Zoom's request body, for tests and seeds. */
	add(kind: Kind, fields: MeetingFields, now: number): Meeting {
		const {
			id,
			uuid,
			host_email: email,
			capacity,
			paid,
			workDomain,
			questions,
			status,
			startsAt,
			participants,
			pollResults,
			questionsAsked,
			restarts,
			panelists = [],
			panelistCapacity,
			trackingSources,
			...body
		} = fields;
		const host = this.findUser(email ?? 'me');
		if (!host) throw new Error(`The sandbox has no user ${email}`);
		const meeting = this.create(kind, host, kind.schemas.create.parse(body), now, {
			...(id !== undefined && { id: Number(id) }),
			...(uuid !== undefined && { uuid }),
			...(capacity !== undefined && { capacity }),
			...(paid !== undefined && { paid }),
			...(workDomain !== undefined && { workDomain }),
			...(status && { status }),
			...(participants && { participants }),
			...(pollResults && { pollResults }),
			...(questionsAsked && { questionsAsked }),
			...(restarts && { restarts }),
			...(startsAt !== undefined && { startsAt }),
			...(questions && { questions }),
			...(panelistCapacity !== undefined && { panelistCapacity }),
			...(trackingSources && { trackingSources }),
		});
		meeting.panelists.push(...panelists.map((panelist) => newPanelist(meeting, panelist)));
		return meeting;
	}
}

/** What a body says of a webinar that plays a recording. */
export function simuliveOf(body: Simulive): Simulive {
	return pickBy(
		pick(body, ['is_simulive', 'record_file_id', 'transition_to_live', 'simulive_delay_start']),
		(value) => value !== undefined,
	);
}

/** What a test may say of a meeting or a webinar: Zoom's own body and what only the sandbox knows. */
export type MeetingFields = Partial<CreateBody> & {
	id?: number | string;
	uuid?: string;
	host_email?: string;
	capacity?: number;
	questions?: Meeting['questions'];
	status?: Meeting['status'];
	/** Milliseconds since 1970, also in the past, which `start_time` can't be. */
	startsAt?: number;
	/** Who came to a meeting that took place. */
	participants?: Participant[];
	pollResults?: Meeting['pollResults'];
	questionsAsked?: Meeting['questionsAsked'];
	restarts?: Meeting['restarts'];
	/** Of a webinar. */
	paid?: boolean;
	workDomain?: string;
	panelists?: PanelistFields[];
	panelistCapacity?: number;
	trackingSources?: Meeting['trackingSources'];
};
