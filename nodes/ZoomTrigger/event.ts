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

export const asObject = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};

/** @returns undefined where the body is no event */
export function parseEvent(rawBody: Buffer): ZoomEvent | undefined {
	try {
		const body = asObject(JSON.parse(rawBody.toString('utf8')));
		if (typeof body.event !== 'string' || body.event === '') return undefined;
		return { ...body, event: body.event, payload: asObject(body.payload) };
	} catch {
		return undefined;
	}
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
