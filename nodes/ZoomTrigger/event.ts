import { defaults, isPlainObject, omit } from 'lodash';
import { jsonParse } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** An event as Zoom sends it. */
export interface ZoomEvent extends IDataObject {
	event: string;
	payload: IDataObject;
}

/** The value where it is an object of JSON, else an empty one. */
export const asObject = (value: unknown): IDataObject =>
	isPlainObject(value) ? (value as IDataObject) : {};

/** What an event is about: the payload's object; some events have their fields in the payload itself. */
export const subjectOf = ({ payload }: ZoomEvent): IDataObject =>
	isPlainObject(payload.object) ? asObject(payload.object) : payload;

/** @returns undefined where the body isn't an event */
export function parseEvent(rawBody: Buffer): ZoomEvent | undefined {
	const body = asObject(jsonParse(rawBody.toString('utf8'), { fallbackValue: null }));
	if (typeof body.event !== 'string' || body.event === '') return undefined;
	return { ...body, event: body.event, payload: asObject(body.payload) };
}

/**
 * An event in one flat object: its name and time (ISO 8601), the fields of `payload.object`, what an
 * updated object held before, then the rest of the payload and of the body. Where two have one name,
 * the first of these is kept.
 */
export function simplify({ event, event_ts: at, payload, ...others }: ZoomEvent): IDataObject {
	const { object, old_object: before } = payload;
	const rest = omit(payload, ['old_object', ...(isPlainObject(object) ? ['object'] : [])]);
	const main = { event, ...timeOf(at), ...asObject(object) };
	return defaults(main, before === undefined ? {} : { before }, rest, others);
}

/** @param at milliseconds since 1970; anything else is kept as it is */
function timeOf(at: IDataObject[string]): IDataObject {
	if (at === undefined) return {};
	const time = new Date(typeof at === 'number' ? at : NaN);
	return Number.isNaN(time.getTime()) ? { event_ts: at } : { event_time: time.toISOString() };
}
