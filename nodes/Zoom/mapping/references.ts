import { differenceWith, isEqual, uniqWith } from 'lodash';
import { UserError } from 'n8n-workflow';
import { EVENT_KINDS } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { plainDashes, tidyToken } from './text';
import { isEmpty, quote, toEmail, toExactText, toRequiredText, toText } from './values';

/** A meeting or webinar as a person names it. */
export type EventReference =
	| { type: 'id'; id: string }
	/** A registration link holds a code of its own instead of the event's number. */
	| { type: 'registrationLink'; code: string };

const EVENT_NUMBER = /^\d{9,11}$/;
/** With the spaces and dashes of Zoom's own emails, or dots between groups. */
const WRITTEN_NUMBER = /^\d[\d\s-]*$|^\d{3}\.\d{3,4}\.\d{3,4}$/;
const UUID = /^[A-Za-z0-9+/]{20,24}={1,2}$/;
/** Join and start links, which are the same for all kinds of event. */
const PATH_WITH_NUMBER = /^\/(?:j|s|w|wc|wc\/join|start)\/(\d{9,11})(?:\/|$)/;
/** Pages of Zoom's portal, which name the kind. */
const KIND_PATH = /^\/(?:my\/)?(meeting|webinar)\//;
const KIND_PATH_WITH_NUMBER = /^\/(?:my\/)?(?:meeting|webinar)\/(\d{9,11})(?:\/|$)/;
/** Some have a number of another kind before the code. */
const REGISTRATION_PATH = /^\/(?:meeting|webinar)\/register\/(?:\d+\/(?=WN_))?([\w.~-]+)\/?$/;
const PERSONAL_PATH = /^\/my\/(?!meeting\/)/;
const APP_LINK = /\bzoom(?:mtg|us):\/\/[^\s"'<>]*[?&]confno=(\d{9,11})(?!\d)/i;
/** A link to Zoom inside of a text, or without https. */
const LINK_IN_TEXT =
	/(?<![\w./-])(?:https?:\/\/)?(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com|com\.cn)(\/[\w.~/-]*[\w~/-])/gi;
/** As Zoom's invitations say it in many languages: "Meeting ID: 857 4606 5432". */
const NUMBER_AFTER_ID =
	/(?:\b(meeting|webinar)[\s-]?)?\bID\b[^\d\n]{0,30}(\d[\d -]{7,14}\d)(?![\d-])/gi;
/** An invitation has a few thousand characters. */
const LONGEST_REFERENCE = 20_000;

/** A kind of event under the label of the field that asks for one. */
type NamedKind = Pick<EventKind, 'name' | 'exampleLink'> & { label: string };

/**
 * Reads an event from what people have: `857 4606 5432`, `857-4606-5432`, a join, start or
 * registration link, an invitation or another text that names one event, or an instance UUID.
 *
 * @throws UserError where it is none of these, or names several events
 */
export function parseEvent(value: unknown, kind: NamedKind): EventReference {
	const { name, label } = kind;
	const text = isEmpty(value) ? '' : plainDashes(tidyToken(toRequiredText(value, label)));
	if (text === '') {
		throw new UserError(`'${label}' is required`, {
			description: `Choose a ${name} from the list, or enter its ID or link.`,
		});
	}
	// Spreadsheets write numbers with a fraction.
	const written = text.replace(/\.0+$/, '');
	const digits = written.replace(/[\s.-]/g, '');
	if (WRITTEN_NUMBER.test(written) && EVENT_NUMBER.test(digits)) return { type: 'id', id: digits };
	if (text.length > LONGEST_REFERENCE) throw refuseEvent(text, [], kind, false);
	const decoded = decode(text);
	if (UUID.test(decoded)) return { type: 'id', id: decoded };
	const named = [...referencesIn(pathsIn(decoded)), ...numbersIn(decoded)];
	const ofOthers = named.filter(({ of }) => of !== undefined && of !== name);
	// A join link does not tell the kind; the words beside it may.
	const ofKind = differenceWith(named, ofOthers, (a, b) => isEqual(a.reference, b.reference));
	const found = uniqWith(
		ofKind.map(({ reference }) => reference),
		isEqual,
	);
	if (found.length === 1 && found[0]) return found[0];
	if (found.length > 1) {
		throw new UserError(`'${label}' names more than one ${name}: ${quote(text)}`, {
			description: 'Enter a single ID or link.',
		});
	}
	throw refuseEvent(text, pathsIn(decoded), kind, named.length > 0);
}

/** A link's %2F and the like as what they stand for: other links carry it so. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** The paths of the links in a text; one that is nothing but a link may be of any host. */
function pathsIn(text: string): string[] {
	if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) {
		const { hostname, pathname, search } = new URL(text);
		// Calendars and mail scanners wrap links into links of their own.
		const isWrapped = !/zoom/i.test(hostname) && /zoom/i.test(search);
		if (!isWrapped) return [pathname];
	}
	return [...text.matchAll(LINK_IN_TEXT)].map(([, path = '']) => path);
}

/** What a text names, and the kind of event that it says with it. */
interface Named {
	reference: EventReference;
	of: string | undefined;
}

function referencesIn(paths: readonly string[]): Named[] {
	return paths.flatMap((path): Named[] => {
		const of = KIND_PATH.exec(path)?.[1];
		const [, number] = PATH_WITH_NUMBER.exec(path) ?? KIND_PATH_WITH_NUMBER.exec(path) ?? [];
		if (number) return [{ reference: { type: 'id', id: number }, of }];
		const code = REGISTRATION_PATH.exec(path)?.[1];
		if (!code) return [];
		const reference: EventReference = EVENT_NUMBER.test(code)
			? { type: 'id', id: code }
			: { type: 'registrationLink', code };
		return [{ reference, of }];
	});
}

function numbersIn(text: string): Named[] {
	const [, inAppLink = ''] = APP_LINK.exec(text) ?? [];
	const named = [...text.matchAll(NUMBER_AFTER_ID)].map(([, of, number = '']) => ({
		id: number.replace(/[\s-]/g, ''),
		of: of?.toLowerCase(),
	}));
	return [...named, { id: inAppLink, of: undefined }]
		.filter(({ id }) => EVENT_NUMBER.test(id))
		.map(({ id, of }) => ({ reference: { type: 'id', id }, of }));
}

/** @param namesOther whether the text names an event, of another kind */
function refuseEvent(
	text: string,
	paths: readonly string[],
	{ name, label, exampleLink }: NamedKind,
	namesOther: boolean,
) {
	const others = EVENT_KINDS.filter((one) => one.name !== name);
	const other = others.find((one) => paths.some((path) => KIND_PATH.exec(path)?.[1] === one.name));
	if (other ?? namesOther) {
		const { name: otherName, label: otherLabel } = other ?? (others[0] as EventKind);
		return new UserError(`'${label}' is the ID or link of a ${otherName}: ${quote(text)}`, {
			description: `This resource works with ${name}s only. Set 'Resource' to ${otherLabel} or ${otherLabel} Registrant.`,
		});
	}
	if (paths.some((path) => PERSONAL_PATH.test(path))) {
		return new UserError(
			`'${label}' is a personal link, which doesn't contain an ID: ${quote(text)}`,
			{
				description: `Choose the ${name} from the list, or enter its ID.`,
			},
		);
	}
	return new UserError(`'${label}' isn't a ${name} ID or link: ${quote(text)}`, {
		description: `A ${name} ID has 9 to 11 digits, such as 857 4606 5432. Links look like ${exampleLink}.`,
	});
}

/** A registrant or panelist as a person names them. */
export type RegistrantReference = { email: string } | { id: string };

/**
 * Reads a registrant, or somebody of another label, from an email address or an ID.
 *
 * @throws UserError where it is neither
 */
export function parseRegistrant(value: unknown, label = 'Registrant'): RegistrantReference {
	const text = isEmpty(value) ? '' : tidyToken(toRequiredText(value, label));
	if (text.includes('@')) return { email: toEmail(text, label) };
	if (/^[\w-]{4,64}$/.test(text)) return { id: text };
	const what = `email address or ${label.toLowerCase()} ID`;
	throw new UserError(`'${label}' isn't an ${what}: ${quote(text)}`);
}

/**
 * Reads a host: `me` (the app's account owner), an email address or a user ID.
 *
 * @throws UserError where it is none of these
 */
export function parseHost(value: unknown): string {
	const text = isEmpty(value) ? 'me' : tidyToken(toRequiredText(value, 'Host'));
	if (text.includes('@')) return toEmail(text, 'Host');
	if (/^[\w-]{2,64}$/.test(text)) return text;
	throw new UserError(`'Host' isn't an email address or user ID: ${quote(text)}`);
}

/**
 * Reads occurrence IDs (epoch milliseconds, kept as text) from a list or from text with commas.
 *
 * @throws UserError where one isn't an occurrence ID
 */
export function parseOccurrences(value: unknown, label: string): string[] {
	const parts = Array.isArray(value) ? value : toText(value, label).split(/[,;\s]+/);
	const ids = parts.map((part) => tidyToken(toExactText(part, label))).filter((id) => id !== '');
	for (const id of ids) {
		if (!/^\d{10,16}$/.test(id)) {
			throw new UserError(`'${label}' isn't an occurrence ID: ${quote(id)}`, {
				description:
					'Occurrence IDs are long numbers. The Get operation of the meeting or webinar returns them.',
			});
		}
	}
	return ids;
}

/**
 * Reads the UUID of one time that an event took place.
 *
 * @throws UserError where it isn't one
 */
export function parseInstance(value: unknown, label: string): string {
	const text = decode(tidyToken(toRequiredText(value, label)));
	if (UUID.test(text)) return text;
	throw new UserError(`'${label}' isn't the UUID of an instance: ${quote(text)}`, {
		description: 'The operation Get Many of the past meeting or webinar lists its instances.',
	});
}
