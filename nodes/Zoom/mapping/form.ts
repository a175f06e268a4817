import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { STANDARD_QUESTIONS } from '../api/choices';
import type { ZoomField } from './body';
import { propertiesOf } from './body';
import type { CustomQuestion, StandardQuestion } from './questions';
import { isMissing, toChoice, toText } from './values';

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
/** Zoom's own field for the answers to a form's own questions. */
const CUSTOM = 'custom_questions';

function field(
	id: string,
	displayName: string,
	required: boolean,
	choices: ReadonlyArray<{ name: string; value: unknown }> = [],
): ResourceMapperField {
	const options = choices.map(({ name, value }) => ({ name, value: String(value) }));
	return {
		id,
		displayName,
		required,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: options.length > 0 ? 'options' : 'string',
		...(options.length > 0 && { options }),
	};
}

/**
 * A meeting's registration form as fields of n8n's resource mapper: IDs are Zoom's names, and for
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
		const known = table.find(({ to }) => to === id);
		const [property] = known ? propertiesOf([known]) : [];
		const choices = property?.type === 'options' ? (property.options ?? []) : [];
		return field(
			id,
			property?.displayName ?? id,
			required,
			choices as Array<{ name: string; value: unknown }>,
		);
	});
	const own = customQuestions.map(({ title, required, type, answers }) =>
		field(
			title,
			title,
			required,
			type === 'single' ? answers.map((answer) => ({ name: answer, value: answer })) : [],
		),
	);
	return [...ALWAYS, ...standard, ...own];
}

/** The plain fields, for meetings whose form can't be read; the first one says why. */
export function toPlainMapperFields(
	table: readonly ZoomField[],
	reason: string,
): ResourceMapperField[] {
	const asText = table.filter(({ convert, property }) => !convert && property.type !== 'boolean');
	const questions = [LAST_NAME, ...asText.map(({ to }) => to)].map((name) => ({
		field_name: name,
		required: false,
	}));
	const notice = {
		...field('notice', `The meeting's questions could not be read: ${reason}`, false),
		readOnly: true,
	};
	return [notice, ...toMapperFields(table, questions, [])];
}

/**
 * Checks the answers to a form and sorts them by where they go.
 *
 * @param schema the form's fields, as they were read when the node was set up
 * @param answers by field ID
 * @returns `standard` by Zoom's names (email and names too), `custom` as Zoom's list
 * @throws UserError for a required question without an answer, and an answer that is none of the
 *   choices
 */
export function readAnswers(schema: readonly ResourceMapperField[], answers: IDataObject) {
	const standard: IDataObject = {};
	const custom: IDataObject[] = [];
	for (const { id, displayName, required, options = [], readOnly, removed } of schema) {
		if (readOnly || removed) continue;
		const value = answers[id];
		const isEmpty = isMissing(value) || value === '';
		if (isEmpty && required) {
			throw new UserError(`"${displayName}" is empty`, {
				description: "The meeting's registration form asks for it.",
			});
		}
		if (isEmpty) continue;
		const answer =
			options.length > 0
				? toChoice(value, displayName, options as Array<{ name: string; value: string }>)
				: toText(value, displayName);
		if (STANDARD_NAMES.has(id)) standard[id] = answer;
		else custom.push({ title: id, value: answer });
	}
	return { standard, custom: custom.length > 0 ? { [CUSTOM]: custom } : {} };
}
