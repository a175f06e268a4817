import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Answers } from '../../../mapping/form';
import { findMisfit, questionsOf } from '../../../mapping/questions';
import type { CustomQuestion } from '../../../mapping/questions';
import type { Zoom } from '../../../transport/client';
import type { Failure } from '../../../transport/errors';
import type { Registration } from '../registrantInput';

/**
 * A refusal of somebody's answers that names the question, and what the form asks, where the form
 * shows it; Zoom says only that there is something about the answers. Any other failure stays as it
 * is, as does this one where the form can't be read.
 */
export async function explainAnswers(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	{ extra }: Registration,
	failure: Failure,
): Promise<Failure> {
	const answers = (extra.custom_questions ?? []) as Answers['custom'];
	if (answers.length === 0 || !isAboutAnswers(failure)) return failure;
	const form = await readForm(zoom, kind, eventId);
	const misfit = form && findMisfit(form, answers);
	if (!misfit) return failure;
	const details = { ...failure.details, hint: misfit.description };
	return { ...failure, title: misfit.message, details };
}

const isAboutAnswers = ({ kind, details: { fields = [] } }: Failure) =>
	kind === 'answerRefused' ||
	kind === 'answerMissing' ||
	fields.some(({ field }) => field.startsWith('custom_questions'));

/** The form's own questions, asked for once in a run whatever comes of it. */
async function readForm(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
): Promise<CustomQuestion[] | undefined> {
	return await zoom.once(`questions of ${kind.name} ${eventId}`, async (once) => {
		const attempt = await once.attempt(eventEndpoints(kind).getQuestions, { eventId });
		return attempt.ok ? questionsOf(attempt.body).custom : undefined;
	});
}
