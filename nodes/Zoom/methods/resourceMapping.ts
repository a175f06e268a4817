import { UserError } from 'n8n-workflow';
import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { registrantFields } from '../actions/registrant/registrantFields';
import { eventEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { toMapperFields, toPlainMapperFields } from '../mapping/form';
import { questionsOf } from '../mapping/questions';
import { openZoom } from '../transport/client';
import { MAY_PASS } from '../transport/errors';
import { isFromExpression, isNoneChosen, readCurrentEvent } from './currentEvent';

const notice = (...sentences: Array<string | null | undefined>): ResourceMapperFields => ({
	fields: [],
	emptyFieldsNotice: sentences.filter(Boolean).join('. '),
});

/**
 * The questions that the event chosen above asks of people who register, or why there are none.
 *
 * @throws NodeApiError for what may pass: n8n then offers to try again, and keeps the questions that
 *   it read before
 */
async function readForm(
	context: ILoadOptionsFunctions,
	kind: EventKind,
): Promise<ResourceMapperFields> {
	const eventId = readCurrentEvent(context, kind);
	const zoom = openZoom(context);
	const attempt = await zoom.attempt(eventEndpoints(kind).getQuestions, { eventId });
	if (attempt.ok) {
		const { standard, custom } = questionsOf(attempt.body);
		return { fields: toMapperFields(registrantFields(kind), standard, custom) };
	}
	const { kind: reason, title, details } = attempt.failure;
	if (MAY_PASS.includes(reason)) throw zoom.errorFor(attempt.failure);
	return notice(title, details.hint);
}

/** The form as n8n's resource mapper takes it. */
const registrationFormOf = (kind: EventKind) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		if (isNoneChosen(this, kind)) return notice(`Choose a ${kind.name} to see its questions`);
		if (isFromExpression(this, kind)) {
			const why = `Standard questions: the ${kind.name} isn't known yet`;
			return { fields: toPlainMapperFields(registrantFields(kind), why) };
		}
		return await readForm(this, kind).catch((error: Error) => {
			if (!(error instanceof UserError)) throw error;
			return notice(error.message, error.description);
		});
	};

export const getMeetingRegistrationForm = registrationFormOf(MEETING);
export const getWebinarRegistrationForm = registrationFormOf(WEBINAR);
