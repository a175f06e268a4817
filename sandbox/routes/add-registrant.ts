import type { z } from 'zod';
import type { MeetingsAddMeetingRegistrantResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { fieldsMissing, ZoomApiError } from '../errors';
import type { addRegistrantBody, Person } from '../schemas/registrant';
import { isOver, occurrenceView, takesRegistration, type Meeting } from '../state/meeting';
import {
	occurrencesFor,
	findRegistrant,
	newRegistrant,
	type Registrant,
} from '../state/registrant';
import { occurrenceOf } from './references';

/**
 * Registers a person, or finds who has registered with that address before: the answer is the same.
 *
 * @param occurrenceIds list with commas, as it came in the query
 * @throws ZoomApiError where the meeting takes no registration, or not this one
 */
export function addRegistrant(
	meeting: Meeting,
	// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only taken out of the rest
	{ auto_approve: autoApprove, language: _, ...person }: z.infer<typeof addRegistrantBody>,
	occurrenceIds: string | undefined,
	now: number,
): Registrant {
	if (!takesRegistration(meeting)) {
		throw new ZoomApiError('registrationOff', { meetingId: meeting.id });
	}
	refuseOver(meeting, now);
	refuseHost(meeting, person.email);
	const occurrences = chosenOccurrences(meeting, occurrenceIds);
	checkAnswers(meeting, person);

	if (!hasPlacesFor(meeting, [person])) throw new ZoomApiError('meetingFull');
	const registrant = register(meeting, person, autoApprove, now);
	for (const id of occurrences) {
		registrant.occurrenceIds.add(id);
		if (registrant.standingByDate.get(id)?.cancelled) registrant.standingByDate.delete(id);
	}
	return registrant;
}

/** @throws ZoomApiError 3038 */
export function refuseOver(meeting: Meeting, now: number): void {
	if (isOver(meeting, now)) throw new ZoomApiError('meetingOver');
}

/** @throws ZoomApiError 3027 */
export function refuseHost(meeting: Meeting, email: string): void {
	if (email.toLowerCase() === meeting.host.email) throw new ZoomApiError('hostCannotRegister');
}

/** Whether there are places for all of these people; those who have one take no second. */
export function hasPlacesFor(meeting: Meeting, people: readonly Person[]): boolean {
	const taken = [...meeting.registrants.values()].filter(({ status }) => status !== 'denied');
	const fresh = people.filter(({ email }) => needsPlace(findRegistrant(meeting, { email })));
	return fresh.length === 0 || taken.length + fresh.length <= meeting.capacity;
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

/** The 201 of Add a meeting registrant: `join_url` only for somebody who is approved. */
export function registrationAnswer(
	meeting: Meeting,
	registrant: Registrant,
): MeetingsAddMeetingRegistrantResponse {
	return {
		id: meeting.id,
		registrant_id: registrant.id,
		topic: meeting.topic,
		...(meeting.startsAt !== undefined && { start_time: toZoomTime(meeting.startsAt) }),
		...(meeting.type === 8 && {
			occurrences: occurrencesFor(meeting, registrant).map(occurrenceView),
		}),
		participant_pin_code: registrant.pin,
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
		return ids.map((id) => occurrenceOf(meeting, id, 'occurrence_ids').id);
	}
	const mustChoose = meeting.type === 8 && meeting.settings.registration_type !== 1;
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
		const isChoice = question?.type === 'single' && value !== '';
		const fits = question && (!isChoice || question.answers?.includes(value));
		if (!fits || value.length > LONGEST_ANSWER) throw new ZoomApiError('questionInvalid');
	}
	const unanswered = own.find(
		({ title, required }) =>
			required && !answers.some((answer) => answer.title === title && answer.value),
	);
	if (unanswered) throw new ZoomApiError('questionRequired', { title: unanswered.title ?? '' });
}
