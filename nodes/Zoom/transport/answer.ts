import { isPlainObject } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../api/endpoints';

/** Zoom's answer to a request, whatever its status. */
export interface ZoomAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	/** JSON as a value, anything else as text; '' or undefined where there is none. */
	body: unknown;
}

/** The value where it is an object of JSON, else an empty one. */
export const asObject = (value: unknown) =>
	(isPlainObject(value) ? value : {}) as Record<string, unknown>;

/** The objects of a JSON list, or of what stands there in place of one. */
export const objectsIn = (value: unknown): IDataObject[] =>
	[value].flat().filter(isPlainObject) as IDataObject[];

const isDigits = (value: unknown) => /^\d+$/.test(String(value));

/**
 * Zoom's code and message from a body `{ code, message, errors? }`, where it is one. Zoom's gateway
 * answers some requests with `<error><code>…</code><message>…</message></error>`.
 */
export function readZoomError(body: unknown) {
	const { code, message, errors } = typeof body === 'string' ? readXml(body) : asObject(body);
	const fields = Array.isArray(errors)
		? errors.map(asObject).map((entry) => ({
				field: String(entry.field ?? ''),
				message: String(entry.message ?? ''),
			}))
		: [];
	return {
		...((typeof code === 'number' || typeof code === 'string') &&
			isDigits(code) && { code: Number(code) }),
		message: typeof message === 'string' ? message : '',
		fields,
	};
}

function readXml(text: string): Record<string, unknown> {
	const valueOf = (tag: string) => new RegExp(`<${tag}>\\s*([^<]*?)\\s*</${tag}>`).exec(text)?.[1];
	return { code: valueOf('code'), message: valueOf('message') };
}

const EXCERPT_LENGTH = 200;

/** How an answer begins that holds no JSON, without tags; '' where it says nothing. */
export function excerptOf({ body, headers: { location } }: ZoomAnswer): string {
	if (location !== undefined && URL.canParse(location)) {
		return `a redirect to ${new URL(location).origin}`;
	}
	if (typeof body !== 'string') return '';
	const text = body
		.replace(/<(script|style)\b[^]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		// What isn't text can't be read, and may hide what follows.
		.replace(/[\p{C}\s]+/gu, ' ')
		.trim();
	return text.slice(0, EXCERPT_LENGTH);
}

/**
 * Whether an answer proves that Zoom did what it was asked for: by the endpoint's key, or by its
 * status where such answers have no body. Some failures have a status of 2xx too.
 *
 * @param params the segments of the endpoint's path
 */
export function isProven(
	{ status, body }: ZoomAnswer,
	endpoint: Endpoint,
	params: Readonly<Record<string, string>>,
): boolean {
	const { proof, list, idOf } = endpoint;
	if (typeof proof !== 'string' && proof !== undefined) {
		return [proof].flat().includes(status) && (body ?? '') === '';
	}
	if ((status !== 200 && status !== 201) || readZoomError(body).code) return false;
	const answer = asObject(body);
	if (list !== undefined) return isPage(answer, list);
	const value = answer[proof ?? ''];
	if (Array.isArray(value)) return value.every(isPlainObject);
	const isGiven = typeof value === 'number' || (typeof value === 'string' && value !== '');
	return isGiven && (idOf === undefined || isIdOf(answer.id, params[`${idOf}Id`], idOf));
}

/** Zoom leaves the key of a list out that has no entries. */
function isPage(answer: Record<string, unknown>, key: string) {
	const entries = answer[key] ?? (answer.total_records === 0 ? [] : undefined);
	return Array.isArray(entries) && entries.every(isPlainObject);
}

/** An event may be asked for by its UUID: then any ID of an event will do. */
function isIdOf(id: unknown, asked: string | undefined, idOf: 'event' | 'registrant') {
	if (idOf === 'registrant') return String(id) === asked;
	if (asked !== undefined && isDigits(asked)) return String(id) === asked;
	return /^\d{9,}$/.test(String(id));
}
