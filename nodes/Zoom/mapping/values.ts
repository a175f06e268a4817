import { isDate, isPlainObject } from 'lodash';
import { DateTime } from 'luxon';
import { jsonParse, UserError } from 'n8n-workflow';
import { alike, evenSpaces, nearest, tidy, tidyToken } from './text';

/** A choice of a list, as n8n's panel shows it and as Zoom takes it. */
export interface Choice {
	name: string;
	value: string | number | boolean;
}

const EMAIL = /^[^\s@<>()[\]",;:\\]+@(?:[^\s@<>()[\]",;:\\.]+\.)+[^\s@<>()[\]",;:\\.]+$/;
const MAX_EMAIL_LENGTH = 128;
/** For texts whose length Zoom does not limit: nobody means to send more. */
const LONGEST_TEXT = 60_000;

/** Whether nothing was given: an expression that found no value gives null or undefined. */
export function isMissing(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/** Whether nothing is in it either: an empty column, or a form's checkboxes without a tick. */
export function isEmpty(value: unknown): boolean {
	return (
		isMissing(value) ||
		(typeof value === 'string' && !/[^\s\p{Cc}\p{Cf}]/u.test(value)) ||
		(Array.isArray(value) && value.every(isEmpty))
	);
}

/** What a list with one entry holds: look-up fields and checkboxes give such lists. */
export function unlist(value: unknown): unknown {
	return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The text of what is one, or can be told as one; undefined for objects, lists and NaN. */
function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (isDate(value)) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	const isTime = DateTime.isDateTime(value) && typeof value.toISO === 'function';
	return isTime ? (value.toISO() ?? undefined) : undefined;
}

/**
 * Text exactly as it was given, for what Zoom compares letter by letter.
 *
 * @throws UserError for anything else and for text that is too long
 */
export function toExactText(value: unknown, label: string, maxLength?: number): string {
	const text = asText(value);
	if (text === undefined) {
		throw new UserError(`'${label}' must be text or a number`, {
			description: `The value is ${quote(value)}.`,
		});
	}
	if (/\p{Surrogate}/u.test(text)) {
		throw new UserError(`'${label}' contains a broken character: ${quote(text)}`, {
			description: 'The text was cut in the middle of an emoji, or read in the wrong encoding.',
		});
	}
	return checkLength(text, label, maxLength);
}

function checkLength(text: string, label: string, maxLength?: number): string {
	// By characters, as people count them: an emoji is one.
	const length = text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
	if (length <= (maxLength ?? LONGEST_TEXT)) return text;
	const limit =
		maxLength === undefined
			? `this node sends at most ${LONGEST_TEXT}`
			: `Zoom accepts at most ${maxLength}`;
	throw new UserError(`'${label}' is ${length} characters long, but ${limit}`);
}

/**
 * Text of at most `maxLength` characters, without characters that nobody sees. Numbers, booleans and
 * dates become text; a list's entries are joined by commas, as a form's checkboxes give them.
 *
 * @throws UserError for anything else and for text that is too long
 */
export function toText(value: unknown, label: string, maxLength?: number): string {
	const parts = Array.isArray(value) ? value.filter((one) => !isEmpty(one)) : [value];
	const text = tidy(parts.map((part) => toExactText(part, label)).join(', '));
	return checkLength(text, label, maxLength);
}

/** A value that must not be several; undefined for an empty list. */
function toOne(value: unknown, label: string): unknown {
	if (!Array.isArray(value)) return value;
	const given = value.filter((one) => !isEmpty(one));
	if (given.length < 2) return given[0];
	throw new UserError(`'${label}' accepts one value, but is a list of ${given.length}`);
}

/** Text that must not be empty, nor a list of several; spaces around it are dropped. */
export function toRequiredText(value: unknown, label: string, maxLength?: number): string {
	const one = toOne(value, label);
	const text = isMissing(one) ? '' : toText(one, label).trim();
	if (text === '') {
		throw new UserError(`'${label}' is required`, {
			description:
				'Fill it in, or check the expression: the input item may use another name for it.',
		});
	}
	return checkLength(text, label, maxLength);
}

/**
 * An email address, also as `Name <address>` or as a mailto: link.
 *
 * @throws UserError where it is none
 */
export function toEmail(value: unknown, label: string): string {
	const text = tidyToken(toRequiredText(value, label));
	const [, address = text] = /^[^<>]*<([^<>]*)>$/.exec(text) ?? [];
	const email = address.trim().replace(/^mailto:([^?]*).*$/i, '$1');
	if (!EMAIL.test(toText(email, label, MAX_EMAIL_LENGTH))) {
		throw new UserError(`'${label}' isn't a valid email address: ${quote(text)}`);
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

/** What a number or a text with one stands for; undefined for anything else. */
function asNumber(value: unknown): number | undefined {
	const one = unlist(value);
	const number = typeof one === 'string' && !isEmpty(one) ? Number(tidy(one)) : one;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * A whole number within bounds.
 *
 * @throws UserError where it is none or out of bounds
 */
export function toInteger(value: unknown, label: string, min = -Infinity, max = Infinity): number {
	const number = asNumber(value);
	if (number === undefined || !Number.isInteger(number)) {
		throw new UserError(`'${label}' must be a whole number, but is ${quote(value)}`);
	}
	if (number < min || number > max) {
		const bounds = max === Infinity ? `${min} or more` : `between ${min} and ${max}`;
		throw new UserError(`'${label}' is ${number}, but must be ${bounds}`);
	}
	return number;
}

/** What a difference of two times may be off by: 60.000000001 minutes are 60. */
const ROUNDING = 1e-6;

/**
 * A whole number of minutes: parts of one count as a whole one.
 *
 * @throws UserError where it is none or out of bounds
 */
export function toMinutes(value: unknown, label: string, min: number, max: number): number {
	const minutes = asNumber(value);
	return toInteger(minutes === undefined ? value : Math.ceil(minutes - ROUNDING), label, min, max);
}

const YES = ['true', 'yes', 'y', 'on', '1'];
const NO = ['false', 'no', 'n', 'off', '0'];

/**
 * True or false; expressions and spreadsheets may give them as text or as 1 and 0.
 *
 * @throws UserError for anything else
 */
export function toBoolean(value: unknown, label: string): boolean {
	const text = asText(unlist(value)) ?? '';
	const word = alike(text.slice(0, 10));
	if (YES.includes(word)) return true;
	if (NO.includes(word)) return false;
	throw new UserError(`'${label}' must be true or false, but is ${quote(value)}`);
}

/** The value of the choice that is meant, by its value or its name, whatever the case and spaces. */
export function findChoice(
	value: unknown,
	choices: readonly Choice[],
): Choice['value'] | undefined {
	const one = unlist(value);
	const text = asText(one);
	const exact = choices.find((choice) => choice.value === one);
	if (exact || text === undefined) return exact?.value;
	for (const spell of [evenSpaces, alike]) {
		const wanted = spell(text);
		const found = choices.find(({ name, value: own }) =>
			[String(own), name].map(spell).includes(wanted),
		);
		if (found) return found.value;
	}
	return undefined;
}

/**
 * One of Zoom's choices, as {@link findChoice} recognizes it.
 *
 * @param others further spellings, as {@link alike} gives them, and the value that each stands for
 * @throws UserError that lists the choices
 */
export function toChoice(
	value: unknown,
	label: string,
	choices: readonly Choice[],
	others: ReadonlyMap<string, Choice['value']> = new Map(),
): Choice['value'] {
	const found = findChoice(value, choices) ?? others.get(alike(asText(unlist(value)) ?? ''));
	if (found === undefined) throw refuseChoice(value, label, choices);
	return found;
}

/** Lists longer than this are not shown: those that look like what was given are. */
const SHOWN_CHOICES = 15;

/** The error for a value that is none of the choices. */
export function refuseChoice(value: unknown, label: string, choices: readonly Choice[]) {
	const names = choices.map(
		({ name, value: one }) => name || (one === '' ? '(empty)' : String(one)),
	);
	const near = typeof value === 'string' ? nearest(value, names) : [];
	const description =
		names.length <= SHOWN_CHOICES
			? `Choose one of: ${names.join(', ')}.`
			: near.length > 0
				? `Did you mean ${near.join(', ')}?`
				: `Choose one of: ${names.slice(0, SHOWN_CHOICES).join(', ')}, ….`;
	return new UserError(`'${label}' must be one of Zoom's choices, but is ${quote(value)}`, {
		description,
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
		throw new UserError(`'${label}' isn't a valid JSON object`, {
			description: 'It should look like { "name": "value" }.',
		});
	}
	return object as Record<string, unknown>;
}

/** A value as a message may show it: short, whatever it is. */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : shown(value);
	const characters = [...text.slice(0, 200)];
	const short = characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
	return `"${short.replace(/\p{Surrogate}/gu, '\ufffd')}"`;
}

function shown(value: unknown): string {
	if (['number', 'bigint'].includes(typeof value) || isMissing(value)) return String(value);
	try {
		return JSON.stringify(value) ?? typeof value;
	} catch {
		return typeof value;
	}
}
