import { uniq, uniqBy } from 'lodash';
import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { STANDARD_QUESTIONS } from '../api/choices';
import { convertField } from './body';
import type { ZoomField } from './body';
import { matchColumns, tellLeft } from './columns';
import { takesSeveral } from './questions';
import type { CustomQuestion, StandardQuestion } from './questions';
import type { Choice } from './values';
import { findChoice, isEmpty, toChoice, toExactText, toList, toText } from './values';

/** What everybody is asked, whatever the form says. */
const ALWAYS: ResourceMapperField[] = [
	field('email', 'Email', true),
	field('first_name', 'First Name', true),
];
const LAST_NAME = 'last_name';
/** Zoom's names; a form's own questions are known by their titles. */
const STANDARD_NAMES = new Set([
	...ALWAYS.map(({ id }) => id),
	...STANDARD_QUESTIONS.map(({ value }) => value),
]);
/** Before the ID of an own question that has the name of a standard one. */
const OWN = 'own:';
/** Zoom's limit for an answer to a form's own question, in characters. */
export const MAX_ANSWER_LENGTH = 128;

function field(
	id: string,
	displayName: string,
	required: boolean,
	choices: readonly Choice[] = [],
	several = false,
): ResourceMapperField {
	const options = choices.map(({ name, value }) => ({ name, value: String(value) }));
	return {
		id,
		displayName,
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		// The mapper's lists take one choice: where several may be given they are text, and checked.
		type: options.length > 0 && !several ? 'options' : 'string',
		...(options.length > 0 && { options }),
	};
}

/**
 * A registration form as fields of n8n's resource mapper: IDs are Zoom's names, and for
 * the form's own questions their titles, so that incoming columns map by name.
 *
 * @param table the standard fields as the panel draws them
 */
export function toMapperFields(
	table: readonly ZoomField[],
	questions: readonly StandardQuestion[],
	customQuestions: readonly CustomQuestion[],
): ResourceMapperField[] {
	const standard = questions.map(({ field_name: id, required }) => {
		if (id === LAST_NAME) return field(id, 'Last Name', required);
		const property = table.find(({ to }) => to === id)?.property;
		const choices = property?.type === 'options' ? (property.options ?? []) : [];
		return field(id, property?.displayName ?? id, required, choices as Choice[]);
	});
	const own = customQuestions.map(({ title, required, type, answers = [] }) =>
		field(
			STANDARD_NAMES.has(title) ? `${OWN}${title}` : title,
			title,
			required,
			answers.map((answer) => ({ name: answer, value: answer })),
			takesSeveral(type),
		),
	);
	return uniqBy([...ALWAYS, ...standard, ...own], 'id');
}

/**
 * The plain fields, for events whose form isn't known.
 *
 * @param why the label of the first field, which takes nothing
 */
export function toPlainMapperFields(
	table: readonly ZoomField[],
	why: string,
): ResourceMapperField[] {
	const asked = table.filter(({ property }) => ['string', 'options'].includes(property.type));
	const questions = [LAST_NAME, ...asked.map(({ to }) => to)].map((name) => ({
		field_name: name,
		required: false,
	}));
	const notice = { ...field('notice', why, false), readOnly: true };
	return [notice, ...toMapperFields(table, questions, [])];
}

/** The answers to a form, sorted by where they go. */
export interface Answers {
	/** By Zoom's names; email address and names too, as they were given. */
	standard: IDataObject;
	/** Zoom's list of answers to the form's own questions. */
	custom: Array<{ title: string; value: string }>;
	/** What was left out, in words. */
	warnings: string[];
}

/**
 * Checks the answers to a form and sorts them by where they go. Email address and names are passed
 * on as they are.
 *
 * @param table the standard fields as the panel draws them
 * @param schema the form's fields, as they were read when the node was set up
 * @param given answers by field ID, or the columns of a row, which are matched by their headings
 * @throws UserError that names the question: for a required one without an answer, an answer that is
 *   none of the choices, and one that is too long
 */
export function readAnswers(
	table: readonly ZoomField[],
	schema: readonly ResourceMapperField[],
	given: { byId: IDataObject } | { columns: IDataObject },
): Answers {
	const fields = schema.filter(({ readOnly, removed }) => !readOnly && !removed);
	const columns = 'columns' in given ? given.columns : undefined;
	const { answers, left } =
		'columns' in given
			? matchColumns(fields, given.columns)
			: { answers: new Map(Object.entries(given.byId)), left: [] };
	const result: Answers = {
		standard: {},
		custom: [],
		warnings: left.length > 0 ? [tellLeft(left)] : [],
	};
	for (const one of fields) {
		const value = answers.get(one.id);
		if (isEmpty(value)) {
			if (one.required) throw unanswered(one, columns);
		} else if (STANDARD_NAMES.has(one.id)) {
			readStandard(result, table, one, value);
		} else {
			result.custom.push({ title: one.displayName, value: toAnswer(one, value) });
		}
	}
	return result;
}

function unanswered({ displayName }: ResourceMapperField, columns?: IDataObject) {
	const names = Object.keys(columns ?? {});
	const has = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
	return new UserError(`'${displayName}' is required`, {
		description:
			'The registration form requires an answer.' +
			(columns
				? ` No column of this item with a matching name has a value. Its columns: ${has}.`
				: ''),
	});
}

function readStandard(
	{ standard, warnings }: Answers,
	table: readonly ZoomField[],
	{ id, required }: ResourceMapperField,
	value: unknown,
) {
	const known = table.find(({ to }) => to === id);
	const answer = known ? convertLenient(known, value, required ? undefined : warnings) : value;
	if (answer !== undefined) standard[id] = answer as IDataObject[string];
}

/**
 * One value as Zoom takes it; a country or language that can't be read is left out and told, since
 * people write these themselves and should not lose their place for it.
 *
 * @param warnings where to tell it; without it such a value throws too
 * @throws UserError that names the field
 */
export function convertLenient(known: ZoomField, value: unknown, warnings?: string[]): unknown {
	const read = () => {
		const converted = convertField(known, value);
		return typeof converted === 'string' ? converted.trim() : converted;
	};
	if (!warnings || !known.mayBeLeftOut) return read();
	try {
		return read();
	} catch (error) {
		warnings.push(`${(error as Error).message}, so it was left out.`);
		return undefined;
	}
}

/**
 * An answer to one of a form's own questions. Several choices, which webinars have, become one text
 * with commas between. Zoom takes one text of up to 128 characters for a question of any type; neither
 * its reference nor the types of its SDK say how several are written, and no recorded answer is known.
 * Its other lists in a text have commas: `occurrence_ids`, `weekly_days`.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/registrants
 *
 * @throws UserError for what is none of the choices, and for text that is too long
 */
function toAnswer({ displayName, options, type }: ResourceMapperField, value: unknown): string {
	const choices = (options ?? []) as Choice[];
	if (choices.length === 0) return toText(value, displayName, MAX_ANSWER_LENGTH).trim();
	// Where several may be given, a choice may hold the comma that parts them.
	const whole = findChoice(value, choices);
	const given = type === 'options' || whole !== undefined ? [value] : toList(value, displayName);
	const answers = uniq(given.map((one) => toChoice(one, displayName, choices)));
	return toExactText(answers.join(', '), displayName, MAX_ANSWER_LENGTH);
}
