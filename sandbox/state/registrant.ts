import { randomBytes, randomInt } from 'node:crypto';
import type { MeetingsGetMeetingRegistrantResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import type { Kind } from '../kinds';
import type { Person } from '../schemas/registrant';
import type { Occurrence } from './occurrences';

export type RegistrantStatus = 'approved' | 'pending' | 'denied';

export interface Standing {
	status: RegistrantStatus;
	/** Cancelled ones are among the denied (seen in Zoom's community); they may come back. */
	cancelled: boolean;
}

export interface Registrant extends Standing {
	id: string;
	person: Person;
	createdAt: number;
	/** Of Zoom's emails to the person. */
	language?: string;
	/** The tracking source that the person came by. */
	sourceId?: string;
	pin: number;
	joinUrl: string;
	/** Of a meeting with registration_type 2 or 3: which dates. */
	occurrenceIds: Set<string>;
	/** By occurrence ID: dates that were approved, denied or cancelled on their own. */
	standingByDate: Map<string, Standing>;
}

export function newRegistrant(
	meeting: { id: number; passcodeHash: string },
	person: Person,
	now: number,
): Registrant {
	const key = randomBytes(24).toString('base64url');
	return {
		id: randomBytes(16).toString('base64url'),
		person,
		status: 'pending',
		cancelled: false,
		createdAt: now,
		pin: randomInt(100_000, 1_000_000),
		joinUrl: `https://us02web.zoom.us/w/${meeting.id}?tk=${key}&pwd=${meeting.passcodeHash}.1`,
		occurrenceIds: new Set(),
		standingByDate: new Map(),
	};
}

export function findRegistrant(
	meeting: { registrants: ReadonlyMap<string, Registrant> },
	{ id, email }: { id?: string; email?: string },
): Registrant | undefined {
	if (id !== undefined) return meeting.registrants.get(id);
	const address = email?.toLowerCase();
	for (const registrant of meeting.registrants.values()) {
		if (registrant.person.email.toLowerCase() === address) return registrant;
	}
	return undefined;
}

/** The dates of a series that somebody is registered for: those chosen, or all. */
export function occurrencesFor(
	{ occurrences }: { occurrences: readonly Occurrence[] },
	{ occurrenceIds }: Registrant,
): Occurrence[] {
	return occurrences.filter(({ id }) => occurrenceIds.size === 0 || occurrenceIds.has(id));
}

/** How somebody stands for a date, or for the whole registration. */
export function standingOn(registrant: Registrant, occurrenceId?: string): Standing {
	const own = occurrenceId && registrant.standingByDate.get(occurrenceId);
	return own || registrant;
}

// Recorded by others: what was not answered is there and empty (github.com/airbytehq/airbyte,
// source-zoom, integration_tests/expected_records.jsonl, meeting_registrants).
const UNANSWERED: Partial<Person> = {
	last_name: '',
	address: '',
	city: '',
	country: '',
	zip: '',
	state: '',
	phone: '',
	industry: '',
	org: '',
	job_title: '',
	purchasing_time_frame: '',
	role_in_purchase_process: '',
	no_of_employees: '',
	comments: '',
	custom_questions: [],
};

/** A registrant as Zoom's API shows it: with a join link only once approved. */
export type RegistrantView = Omit<MeetingsGetMeetingRegistrantResponse, 'participant_pin_code'> & {
	participant_pin_code?: number;
	id: string;
	status: RegistrantStatus;
};

/**
 * @param meeting that the person is registered for
 * @param occurrenceId the date whose status is shown; without it that of the whole registration
 */
export function registrantView(
	{ kind }: { kind: Kind },
	registrant: Registrant,
	occurrenceId?: string,
): RegistrantView {
	const { status } = standingOn(registrant, occurrenceId);
	const { no_of_employees: employees } = registrant.person;
	return {
		id: registrant.id,
		...UNANSWERED,
		...registrant.person,
		// The lists of requests and of answers differ by this one; what Zoom makes of it is not documented.
		no_of_employees: employees === '101-500' ? '101-250' : (employees ?? ''),
		create_time: toZoomTime(registrant.createdAt),
		status,
		...kind.ofRegistrant(registrant),
		...(status === 'approved' && { join_url: registrant.joinUrl }),
	};
}
