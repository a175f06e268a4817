import { isPlainObject } from 'lodash';
import { jsonParse } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

/** An event as Zoom sends it. */
export interface ZoomEvent {
	event: string;
	/** Milliseconds since 1970. */
	event_ts?: number;
	payload: IDataObject;
	/** Opens the files of a recording for 24 hours. */
	download_token?: string;
}

/** The value where it is an object of JSON, else an empty one. */
export const asObject = (value: unknown): IDataObject =>
	isPlainObject(value) ? (value as IDataObject) : {};

/** @returns undefined where the body is no event */
export function parseEvent(rawBody: Buffer): ZoomEvent | undefined {
	const body = asObject(jsonParse(rawBody.toString('utf8'), { fallbackValue: null }));
	if (typeof body.event !== 'string' || body.event === '') return undefined;
	return { ...body, event: body.event, payload: asObject(body.payload) };
}

/**
 * What the event is about in one flat object: the event's name and time (ISO 8601), then the fields
 * of `payload.object`.
 */
export function simplify({ event, event_ts: at, payload, download_token: token }: ZoomEvent) {
	const { object, old_object: before, operator, account_id: account } = payload;
	return {
		event,
		...(typeof at === 'number' && { event_time: new Date(at).toISOString() }),
		...asObject(object),
		...(before !== undefined && { before }),
		...(operator !== undefined && { operator }),
		...(account !== undefined && { account_id: account }),
		...(token !== undefined && { download_token: token }),
	} as IDataObject;
}
