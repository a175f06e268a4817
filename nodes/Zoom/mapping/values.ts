import { isPlainObject } from 'lodash';
import { jsonParse, UserError } from 'n8n-workflow';

/** A choice of a list, as n8n's panel shows it and as Zoom takes it. */
export interface Choice {
	name: string;
	value: string | number | boolean;
}

const EMAIL = /^[^\s@<>()[\]",;:\\]+@(?:[^\s@<>()[\]",;:\\.]+\.)+[^\s@<>()[\]",;:\\.]+$/;
const MAX_EMAIL_LENGTH = 128;

/** Whether nothing was given: an expression that found no value gives null or undefined. */
export function isMissing(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/**
 * Text of at most `maxLength` characters. Numbers and booleans become text, for expressions.
 *
 * @throws UserError for anything else and for text that is too long
 */
export function toText(value: unknown, label: string, maxLength = Infinity): string {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') {
		throw new UserError(`"${label}" is not text`, {
			description: 'Check the expression: it gives an object or a list.',
		});
	}
	// By characters, as people count them: an emoji is one.
	const { length } = [...value];
	if (length > maxLength) {
		throw new UserError(`"${label}" is ${length} characters long; Zoom takes at most ${maxLength}`);
	}
	return value;
}

/** Text that must not be empty; spaces around it are dropped. */
export function toRequiredText(value: unknown, label: string, maxLength?: number): string {
	const text = isMissing(value) ? '' : toText(value, label).trim();
	if (text === '') {
		throw new UserError(`"${label}" is empty`, {
			description: 'Fill it in, or check the expression: the incoming row may name it differently.',
		});
	}
	return toText(text, label, maxLength);
}

/**
 * An email address.
 *
 * @throws UserError where it is none
 */
export function toEmail(value: unknown, label: string): string {
	const email = toRequiredText(value, label, MAX_EMAIL_LENGTH);
	if (!EMAIL.test(email)) {
		throw new UserError(`"${label}" is no email address: ${quote(email)}`);
	}
	return email;
}

/** A list of email addresses or user IDs, given as a list or as text with commas, semicolons or lines. */
export function toList(value: unknown, label: string, separator = /[,;\n]/): string[] {
	const parts = Array.isArray(value) ? value : toText(value, label).split(separator);
	return parts.map((part) => toText(part, label).trim()).filter((part) => part !== '');
}

/** A list with an entry on each line, or given as a list: entries may hold commas. */
export const toLines = (value: unknown, label: string) => toList(value, label, /\n/);

/**
 * A whole number within bounds.
 *
 * @throws UserError where it is none or out of bounds
 */
export function toInteger(value: unknown, label: string, min = -Infinity, max = Infinity): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) {
		throw new UserError(`"${label}" is no whole number: ${quote(value)}`);
	}
	if (number < min || number > max) {
		const bounds = max === Infinity ? `${min} or more` : `between ${min} and ${max}`;
		throw new UserError(`"${label}" is ${number}; it must be ${bounds}`);
	}
	return number;
}

/**
 * True or false; expressions may give them as text.
 *
 * @throws UserError for anything else
 */
export function toBoolean(value: unknown, label: string): boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true') return true;
	if (text === 'false') return false;
	throw new UserError(`"${label}" is neither true nor false: ${quote(value)}`);
}

/**
 * One of Zoom's choices, recognised by its value or its name, in any case.
 *
 * @throws UserError that lists the choices
 */
export function toChoice(value: unknown, label: string, choices: readonly Choice[]) {
	const wanted = String(value).trim().toLowerCase();
	const exact = choices.find((choice) => choice.value === value);
	const alike = choices.find(
		(choice) =>
			String(choice.value).toLowerCase() === wanted || choice.name.toLowerCase() === wanted,
	);
	const found = exact ?? alike;
	if (found) return found.value;
	const some = choices.slice(0, 15).map(({ value: one }) => (one === '' ? '(empty)' : one));
	throw new UserError(`"${label}" is not one of Zoom's choices: ${quote(value)}`, {
		description: `Zoom takes: ${some.join(', ')}${choices.length > some.length ? ', …' : ''}.`,
	});
}

/**
 * A JSON object, given as text or as the object itself.
 *
 * @throws UserError where it is none
 */
export function toObject(value: unknown, label: string): Record<string, unknown> {
	const object =
		typeof value === 'string' ? jsonParse(value || '{}', { fallbackValue: null }) : value;
	if (!isPlainObject(object)) {
		throw new UserError(`"${label}" is no JSON object`, {
			description: 'It looks like { "name": "value" }.',
		});
	}
	return object as Record<string, unknown>;
}

/**
 * The entries of a fixed collection, or the same as a list from an expression.
 *
 * @param key the collection's group
 * @throws UserError where it is no list of objects
 */
export function toEntries(
	value: unknown,
	label: string,
	key: string,
): Array<Record<string, unknown>> {
	const isObject = (one: unknown): one is Record<string, unknown> => isPlainObject(one);
	const group = isObject(value) && Object.keys(value).length === 0 ? [] : value;
	const entries = isObject(group) ? group[key] : group;
	if (!Array.isArray(entries) || !entries.every(isObject)) {
		throw new UserError(`"${label}" is no list`, {
			description: 'Add its entries in the panel, or give a list of objects in an expression.',
		});
	}
	return entries;
}

/** A value as a message may show it: short. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
