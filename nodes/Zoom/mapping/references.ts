import { UserError } from 'n8n-workflow';
import { isMissing, quote, toEmail, toText } from './values';

/** A meeting as a person names it. */
export type MeetingReference =
	| { kind: 'id'; id: string }
	/** A registration link holds a code of its own instead of the meeting's number. */
	| { kind: 'registrationLink'; code: string };

const MEETING_NUMBER = /^\d{9,11}$/;
const UUID = /^[A-Za-z0-9+/]{20,24}={1,2}$/;
const PATH_WITH_NUMBER = /^\/(?:j|s|w|wc|wc\/join|start|meeting|my\/meeting)\/(\d{9,11})(?:\/|$)/;
const PATH_WITH_CODE = /^\/meeting\/register\/([\w.~-]+)\/?$/;

/**
 * Reads a meeting from what people have: `857 4606 5432`, `857-4606-5432`, a join, start or
 * registration link, or an instance UUID.
 *
 * @throws UserError where it is none of these
 */
export function parseMeeting(value: unknown): MeetingReference {
	const text = isMissing(value) ? '' : toText(value, 'Meeting').trim();
	if (text === '') {
		throw new UserError('"Meeting" is empty', {
			description: 'Choose a meeting from the list, or give its ID or link.',
		});
	}
	const digits = text.replace(/[\s-]/g, '');
	if (/^\d/.test(text) && MEETING_NUMBER.test(digits)) return { kind: 'id', id: digits };
	if (UUID.test(text)) return { kind: 'id', id: text };
	if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
		const { pathname } = new URL(text);
		const number = PATH_WITH_NUMBER.exec(pathname)?.[1];
		if (number) return { kind: 'id', id: number };
		const code = PATH_WITH_CODE.exec(pathname)?.[1];
		if (code) {
			return MEETING_NUMBER.test(code)
				? { kind: 'id', id: code }
				: { kind: 'registrationLink', code };
		}
	}
	throw new UserError(`"Meeting" is no meeting ID or link: ${quote(text)}`, {
		description:
			'A meeting ID has 9 to 11 digits, such as 857 4606 5432. Links look like https://zoom.us/j/85746065432.',
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
