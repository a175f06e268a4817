import { isPlainObject } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { QUESTION_STATES, STANDARD_QUESTIONS } from '../api/choices';
import type { EventKind } from '../api/eventKinds';
import { evenSpaces } from './text';
import { toBoolean, toChoice, toLines, toRequiredText } from './values';

export interface StandardQuestion extends IDataObject {
	field_name: string;
	required: boolean;
}

export interface CustomQuestion extends IDataObject {
	title: string;
	type: string;
	required: boolean;
	/** Choices; Zoom gives an empty list for other types and refuses it on the way back. */
	answers?: string[];
}

/** The questions of Zoom's answer about a form; what has no name there is none. */
export function questionsOf({ questions, custom_questions: custom }: IDataObject) {
	const named = (list: unknown, name: string) =>
		(Array.isArray(list) ? list : []).filter(
			(one) => isPlainObject(one) && typeof (one as IDataObject)[name] === 'string',
		) as IDataObject[];
	return {
		standard: named(questions, 'field_name') as StandardQuestion[],
		custom: named(custom, 'title').map(({ answers, ...question }) => ({
			...question,
			...(Array.isArray(answers) && { answers: answers.map(String) }),
		})) as CustomQuestion[],
	};
}

/**
 * The form's standard questions with some changed; those that are not named stay.
 *
 * @param changes entries with `question` and `state` (off, optional, required)
 * @throws UserError where a question or state is none
 */
export function changeStandardQuestions(
	present: readonly StandardQuestion[],
	changes: ReadonlyArray<Record<string, unknown>>,
): StandardQuestion[] {
	const questions = new Map(present.map((one) => [one.field_name, one]));
	for (const { question, state } of changes) {
		const name = String(toChoice(question, 'Question', STANDARD_QUESTIONS));
		const wanted = toChoice(state, 'Visibility', QUESTION_STATES);
		if (wanted === 'off') questions.delete(name);
		else questions.set(name, { field_name: name, required: wanted === 'required' });
	}
	return [...questions.values()];
}

/** How many titles or answers a message names. */
const MOST_NAMED = 20;

function nameAll(texts: readonly string[]): string {
	const named = texts.slice(0, MOST_NAMED).map((text) => `"${text}"`);
	return [...named, ...(texts.length > MOST_NAMED ? ['…'] : [])].join(', ');
}

function noSuchQuestion(title: string, form: readonly CustomQuestion[]) {
	return {
		message: `The form has no question "${title}"`,
		description:
			form.length > 0
				? `Its custom questions: ${nameAll(form.map((one) => one.title))}. Use the exact words of one of these.`
				: 'It has no custom questions at all. Add some with Update Registration Form, or in the Zoom portal.',
	};
}

/**
 * Why Zoom refuses somebody's answers to a form's own questions, and how to get on: the first answer
 * to a question that the form doesn't have, or that isn't among the question's choices.
 *
 * @returns undefined where none of the answers shows it
 */
export function findMisfit(
	form: readonly CustomQuestion[],
	answers: ReadonlyArray<{ title: string; value: string }>,
): { message: string; description: string } | undefined {
	for (const { title, value } of answers) {
		const question = form.find((one) => one.title === title);
		if (!question) return noSuchQuestion(title, form);
		const { type, answers: choices = [] } = question;
		if (takesOne(type) && value !== '' && !choices.includes(value)) {
			return {
				message: `"${value}" isn't one of the answers to "${title}"`,
				description: `Use one of these: ${nameAll(choices)}.`,
			};
		}
	}
	return undefined;
}

/** Titles are the same whatever the spaces around and between their words: nobody sees these. */
const isTitled = (title: string) => {
	const wanted = evenSpaces(title);
	return (question: CustomQuestion) => evenSpaces(question.title) === wanted;
};

/**
 * The form's own questions with some added, changed or removed; those that are not named stay.
 *
 * @param changes entries with `title`, `type`, `required` and `answers` (lines)
 * @param removed titles
 * @returns the questions as Zoom takes them; one that is changed keeps its title as Zoom has it
 * @throws UserError where an entry isn't a question, or a title to remove is not there
 */
export function changeCustomQuestions(
	kind: EventKind,
	present: readonly CustomQuestion[],
	changes: ReadonlyArray<Record<string, unknown>>,
	removed: readonly string[],
): CustomQuestion[] {
	let questions = [...present];
	for (const title of removed) {
		const kept = questions.filter((one) => !isTitled(title)(one));
		if (kept.length === questions.length) {
			const { message, description } = noSuchQuestion(title, present);
			throw new UserError(message, { description });
		}
		questions = kept;
	}
	for (const change of changes) {
		const question = toCustomQuestion(kind, change);
		const at = questions.findIndex(isTitled(question.title));
		if (at < 0) questions.push(question);
		else questions[at] = { ...question, title: questions[at]?.title ?? question.title };
	}
	return questions.map(withoutEmptyAnswers);
}

function withoutEmptyAnswers({ answers, ...question }: CustomQuestion): CustomQuestion {
	return answers && answers.length > 0 ? { ...question, answers } : (question as CustomQuestion);
}

/** For titles and answers, as for what people answer. */
const LONGEST_TEXT = 128;

/** Whether people choose from answers in questions of this type. */
export const hasAnswers = (type: string) => type !== 'short';
/** Whether people may choose several of them. */
export const takesSeveral = (type: string) => /multiple/i.test(type);
const takesOne = (type: string) => hasAnswers(type) && !takesSeveral(type);

function toCustomQuestion(
	{ questionTypes }: EventKind,
	{ title, type, required, answers }: Record<string, unknown>,
) {
	const text = toRequiredText(title, 'Title');
	const chosen = String(toChoice(type ?? 'short', 'Type', questionTypes));
	const choices = hasAnswers(chosen) ? toLines(answers ?? '', 'Answers') : [];
	if (hasAnswers(chosen) && choices.length < 2) {
		throw new UserError(`The question "${text}" needs at least two answers to choose from`);
	}
	if (new Set(choices).size < choices.length) {
		throw new UserError(`The question "${text}" has the same answer twice`);
	}
	if ([text, ...choices].some((one) => [...one].length > LONGEST_TEXT)) {
		throw new UserError(`The question "${text}" is too long`, {
			description: `Zoom accepts up to ${LONGEST_TEXT} characters for a title and for each answer.`,
		});
	}
	return {
		title: text,
		type: chosen,
		required: toBoolean(required ?? false, 'Required'),
		answers: choices,
	};
}
