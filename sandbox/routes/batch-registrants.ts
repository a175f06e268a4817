import type { MeetingsPerformBatchRegistrationResponse } from '@zoom/rivet/meetings/meetings';
import { fieldsMissing, ZoomApiError } from '../errors';
import type { BatchBody } from '../schemas/registrant';
import type { Meeting } from '../state/meeting';
import { refuseFull, refuseOver, refusePaid, refusePerson, register } from './add-registrant';
import { refuseRegistrationOff } from './references';

/** The answer: a webinar's people have no PIN. */
type BatchAnswer = {
	registrants: Array<{ email: string; registrant_id: string; join_url?: string }>;
} & MeetingsPerformBatchRegistrationResponse;

/**
 * Registers up to 30 people, or nobody: what Zoom does with the others when it refuses one is not
 * documented, so this is the stricter reading. So is the order of the answer, which is not that of
 * the request here.
 *
 * @returns the body of the 201: `join_url` only for those who are approved
 * @throws ZoomApiError where the meeting takes no batch, or not this one
 */
export function addBatch(
	meeting: Meeting,
	{ registrants: people, auto_approve: autoApprove }: BatchBody,
	now: number,
): BatchAnswer {
	const { types, refusals, ofRegistrant } = meeting.kind;
	if (meeting.type !== types.scheduled) throw new ZoomApiError(refusals.batchNotForType);
	refuseRegistrationOff(meeting, 'batch');
	refuseOver(meeting, 'batch', now);
	refusePaid(meeting);
	checkQuestions(meeting, people);
	// Documented and seen on adding one person; taken for this one too.
	for (const { email } of people) refusePerson(meeting, email);
	refuseFull(meeting, people, 'batch');
	const answers = people.map((person) => {
		const registrant = register(meeting, person, autoApprove, now);
		return {
			email: registrant.person.email,
			registrant_id: registrant.id,
			...ofRegistrant(registrant),
			...(registrant.status === 'approved' && { join_url: registrant.joinUrl }),
		};
	});
	return { registrants: answers.reverse() };
}

/**
 * A batch carries no answers but the last name. What Zoom does where the meeting requires more is
 * not documented: refused here, as adding one person without them is.
 */
function checkQuestions({ questions: form }: Meeting, people: BatchBody['registrants']): void {
	const required = (form.questions ?? []).flatMap((question) =>
		question.required && question.field_name ? [question.field_name] : [],
	);
	const missing: string[] = required.filter((name) => name !== 'last_name');
	for (const [index, { last_name: lastName }] of people.entries()) {
		const isMissing = required.includes('last_name') && !lastName;
		if (isMissing) missing.push(`registrants[${index}].last_name`);
	}
	if (missing.length > 0) throw fieldsMissing(...missing);
	const question = form.custom_questions?.find((one) => one.required);
	if (question) throw new ZoomApiError('questionRequired', { title: question.title ?? '' });
}
