import type { MeetingsAddMeetingRegistrantResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { fieldsMissing, validationFailed, ZoomApiError } from '../errors';
import type { Refusals } from '../kinds/kind';
import type { Questions } from '../schemas/questions';
import type { AddRegistrantBody, Person } from '../schemas/registrant';
import { isOver, isSeries, occurrenceView, type Meeting } from '../state/meeting';
import { findPanelist } from '../state/panelist';
import {
	occurrencesFor,
	findRegistrant,
	newRegistrant,
	type Registrant,
} from '../state/registrant';
import { occurrenceOf, refuseRegistrationOff } from './references';

/**
 * Registers a person, or finds who has registered with that address before: the answer is the same.
 *
 * @param occurrenceIds list with commas, as it came in the query
 * @throws ZoomApiError where the meeting takes no registration, or not this one
 */
export function addRegistrant(
	meeting: Meeting,
	{ auto_approve: autoApprove, language, source_id: sourceId, ...person }: AddRegistrantBody,
	occurrenceIds: string | undefined,
	now: number,
): Registrant {
	refuseRegistrationOff(meeting, 'add');
	refuseOver(meeting, 'add', now);
	refusePaid(meeting);
	refusePerson(meeting, person.email);
	// What Zoom does with an unknown source is not documented: the stricter reading.
	const isUnknown =
		sourceId !== undefined && !meeting.trackingSources.some(({ id }) => id === sourceId);
	if (isUnknown) throw validationFailed('source_id');
	const occurrences = chosenOccurrences(meeting, occurrenceIds);
	checkAnswers(meeting, person);

	refuseFull(meeting, [person], 'add');
	const registrant = register(meeting, person, autoApprove, now);
	registrant.language = language ?? registrant.language;
	registrant.sourceId = sourceId ?? registrant.sourceId;
	for (const id of occurrences) {
		registrant.occurrenceIds.add(id);
		if (registrant.standingByDate.get(id)?.cancelled) registrant.standingByDate.delete(id);
	}
	return registrant;
}

/** @throws ZoomApiError 3038 */
export function refuseOver(meeting: Meeting, operation: keyof Refusals['over'], now: number): void {
	if (isOver(meeting, now)) throw new ZoomApiError(meeting.kind.refusals.over[operation]);
}

/** @throws ZoomApiError 3000 for a webinar that people pay for, which they can do in a browser only */
export function refusePaid({ paid }: Meeting): void {
	if (paid) throw new ZoomApiError('paidRegistration');
}

/**
 * Refuses the people that the reference names. It doesn't say which addresses it takes for work ones:
 * here it is those at one domain, where the webinar has one.
 *
 * @throws ZoomApiError 3027 for the host, 3000 for a panelist, 3034 for an address that isn't for work
 */
export function refusePerson(meeting: Meeting, email: string): void {
	const address = email.toLowerCase();
	const { host, workDomain } = meeting;
	if (address === host.email) throw new ZoomApiError('hostCannotRegister');
	if (findPanelist(meeting, email)) throw new ZoomApiError('registrantIsPanelist');
	const isPrivate = workDomain !== undefined && !address.endsWith(`@${workDomain}`);
	if (isPrivate) throw new ZoomApiError('workEmailNeeded');
}

/**
 * Whether there are places for all of these people; those who have one take no second.
 *
 * @throws ZoomApiError where there are not
 */
export function refuseFull(
	meeting: Meeting,
	people: readonly Person[],
	operation: keyof Refusals['full'],
): void {
	const { full, restricted } = meeting.kind.refusals;
	const fresh = people.filter(({ email }) => needsPlace(findRegistrant(meeting, { email })));
	if (fresh.length === 0) return;
	const count = placesTaken(meeting) + fresh.length;
	if (restricted && count > mostRegistrants(meeting)) {
		throw new ZoomApiError(restricted[operation]);
	}
	if (count > meeting.capacity) throw new ZoomApiError(full[operation]);
}

/** @throws ZoomApiError 3035 where those who come back find a webinar full */
export function refuseRestricted(meeting: Meeting, approved: readonly Registrant[]): void {
	const { restricted } = meeting.kind.refusals;
	const back = approved.filter(({ status }) => status === 'denied').length;
	if (!restricted || back === 0) return;
	const most = Math.min(mostRegistrants(meeting), meeting.capacity);
	if (placesTaken(meeting) + back > most) throw new ZoomApiError(restricted.status);
}

function placesTaken({ registrants }: Meeting): number {
	return [...registrants.values()].filter(({ status }) => status !== 'denied').length;
}

/** The number that registrants are restricted to; 0 is none. */
function mostRegistrants({ settings }: Meeting): number {
	return settings.registrants_restrict_number || Infinity;
}

/**
 * Somebody who is new or comes back. Not documented: here who cancelled may come back, and who was
 * denied stays so.
 */
function needsPlace(known: Registrant | undefined): boolean {
	return !known || known.cancelled;
}

/**
 * Puts a person into a meeting that has a place. Seen in developer forum thread 57798: the same
 * person again is the same registrant.
 */
export function register(
	meeting: Meeting,
	person: Person,
	autoApprove: boolean | undefined,
	now: number,
): Registrant {
	const known = findRegistrant(meeting, { email: person.email });
	const registrant = known ?? newRegistrant(meeting, person, now);
	if (needsPlace(known)) {
		// auto_approve matters only where the host approves by hand (1); 0 approves everybody.
		const approved = meeting.settings.approval_type === 0 || autoApprove === true;
		registrant.status = approved ? 'approved' : 'pending';
		registrant.cancelled = false;
	}
	meeting.registrants.set(registrant.id, registrant);
	return registrant;
}

/** The 201 of an added registrant: `join_url` only for somebody who is approved. */
export function registrationAnswer(
	meeting: Meeting,
	registrant: Registrant,
): MeetingsAddMeetingRegistrantResponse {
	const { kind } = meeting;
	return {
		id: meeting.id,
		registrant_id: registrant.id,
		topic: meeting.topic,
		...(meeting.startsAt !== undefined && { start_time: toZoomTime(meeting.startsAt) }),
		...(isSeries(meeting) && {
			occurrences: occurrencesFor(meeting, registrant).map(occurrenceView),
		}),
		...kind.ofRegistrant(registrant),
		...kind.registration(registrant),
		...(registrant.status === 'approved' && { join_url: registrant.joinUrl }),
	};
}

/**
 * Which dates of a series somebody registers for. With registration_type 1 that is all of them; with
 * 2 and 3 people choose, and that they may leave it out is written nowhere: the stricter reading.
 */
function chosenOccurrences(meeting: Meeting, list: string | undefined): string[] {
	if (list !== undefined) {
		const ids = list.split(',');
		const isOneOnly = meeting.kind.severalDatesByType3 && meeting.settings.registration_type !== 3;
		if (isOneOnly && ids.length > 1) throw validationFailed('occurrence_ids');
		return ids.map((id) => occurrenceOf(meeting, id, 'occurrence_ids').id);
	}
	const mustChoose = isSeries(meeting) && meeting.settings.registration_type !== 1;
	if (mustChoose) throw fieldsMissing('occurrence_ids');
	return [];
}

/** Of an answer (Zoom API reference, Add a meeting registrant). */
const LONGEST_ANSWER = 128;

/**
 * The answers fit the meeting's registration questions (Zoom API reference, List registration
 * questions): required ones are there, titles are known, single choices are among the answers. What
 * Zoom does with others is not documented: the stricter reading.
 *
 * Whether Zoom refuses somebody without the last name that a fresh form asks for is not known either.
 * There the reference goes first, which requires email and first name only; a form that was set is
 * kept to.
 */
function checkAnswers({ questions: form }: Meeting, person: Person): void {
	const missing = (form.questions ?? []).flatMap(({ field_name: name, required }) =>
		required && name && !person[name] ? [name] : [],
	);
	if (missing.length > 0) throw fieldsMissing(...missing);
	const own = form.custom_questions ?? [];
	const answers = person.custom_questions ?? [];
	for (const { title, value = '' } of answers) {
		const question = own.find((candidate) => candidate.title === title);
		const isChoice = question?.type !== 'short' && value !== '';
		const fits = question && (!isChoice || isAmong(question, value));
		if (!fits || value.length > LONGEST_ANSWER) throw new ZoomApiError('questionInvalid');
	}
	const unanswered = own.find(
		({ title, required }) =>
			required && !answers.some((answer) => answer.title === title && answer.value),
	);
	if (unanswered) throw new ZoomApiError('questionRequired', { title: unanswered.title ?? '' });
}

/**
 * One of the answers, or, where several may be given, some of them with commas between. How several
 * are written is not documented; answers may have commas of their own.
 */
function isAmong(
	{ type, answers = [] }: Questions['custom_questions'][number],
	value: string,
): boolean {
	if (answers.includes(value)) return true;
	if (type !== 'multiple') return false;
	return answers.some((answer) => {
		const rest = value.startsWith(answer) && /^, ?/.exec(value.slice(answer.length));
		return (
			rest &&
			isAmong(
				{ type, answers: answers.filter((one) => one !== answer) },
				value.slice(answer.length + rest[0].length),
			)
		);
	});
}
