import { UserError } from 'n8n-workflow';
import type { EventKind } from '../api/eventKinds';
import { isMissing, quote, toEmail, toText } from './values';

/** A meeting or webinar as a person names it. */
export type EventReference =
	| { type: 'id'; id: string }
	/** A registration link holds a code of its own instead of the event's number. */
	| { type: 'registrationLink'; code: string };

const EVENT_NUMBER = /^\d{9,11}$/;
const UUID = /^[A-Za-z0-9+/]{20,24}={1,2}$/;
const PATH_WITH_NUMBER = /^\/(?:j|s|w|wc|wc\/join|start|meeting|my\/meeting)\/(\d{9,11})(?:\/|$)/;
const REGISTRATION_PATH = /^\/(\w+)\/register\/([\w.~-]+)\/?$/;

/**
 * Reads an event from what people have: `857 4606 5432`, `857-4606-5432`, a join, start or
 * registration link, or an instance UUID.
 *
 * @throws UserError where it is none of these
 */
export function parseEvent(value: unknown, { name, label }: EventKind): EventReference {
	const text = isMissing(value) ? '' : toText(value, label).trim();
	if (text === '') {
		throw new UserError(`"${label}" is empty`, {
			description: `Choose a ${name} from the list, or give its ID or link.`,
		});
	}
	const digits = text.replace(/[\s-]/g, '');
	if (/^\d/.test(text) && EVENT_NUMBER.test(digits)) return { type: 'id', id: digits };
	if (UUID.test(text)) return { type: 'id', id: text };
	if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
		const { pathname } = new URL(text);
		const number = PATH_WITH_NUMBER.exec(pathname)?.[1];
		if (number) return { type: 'id', id: number };
		const [, place, code] = REGISTRATION_PATH.exec(pathname) ?? [];
		if (code && place === name) {
			return EVENT_NUMBER.test(code)
				? { type: 'id', id: code }
				: { type: 'registrationLink', code };
		}
	}
	throw new UserError(`"${label}" is no ${name} ID or link: ${quote(text)}`, {
		description: `A ${name} ID has 9 to 11 digits, such as 857 4606 5432. Links look like https://zoom.us/j/85746065432.`,
	});
}

/** A registrant as a person names it. */
export type RegistrantReference = { email: string } | { id: string };

/**
 * Reads a registrant from an email address or a registrant ID.
 *
 * @throws UserError where it is neither
 */
export function parseRegistrant(value: unknown): RegistrantReference {
	const text = isMissing(value) ? '' : toText(value, 'Registrant').trim();
	if (text.includes('@')) return { email: toEmail(text, 'Registrant') };
	if (/^[\w-]{4,64}$/.test(text)) return { id: text };
	throw new UserError(`"Registrant" is no email address or registrant ID: ${quote(text)}`);
}

/**
 * Reads a host: `me` (the app's account owner), an email address or a user ID.
 *
 * @throws UserError where it is none of these
 */
export function parseHost(value: unknown): string {
	const text = isMissing(value) || value === '' ? 'me' : toText(value, 'Host').trim();
	if (text.includes('@')) return toEmail(text, 'Host');
	if (/^[\w-]{2,64}$/.test(text)) return text;
	throw new UserError(`"Host" is no email address or user ID: ${quote(text)}`);
}

/**
 * Reads occurrence IDs (epoch milliseconds, kept as text) from a list or from text with commas.
 *
 * @throws UserError where one is no occurrence ID
 */
export function parseOccurrences(value: unknown, label: string): string[] {
	const parts = Array.isArray(value) ? value : toText(value, label).split(/[,;\s]+/);
	const ids = parts.map((part) => String(part).trim()).filter((part) => part !== '');
	for (const id of ids) {
		if (!/^\d{10,16}$/.test(id)) {
			throw new UserError(`"${label}" holds no occurrence ID: ${quote(id)}`, {
				description: 'Occurrence IDs are long numbers; Meeting → Get lists them.',
			});
		}
	}
	return ids;
}
