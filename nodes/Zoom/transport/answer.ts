import { isPlainObject } from 'lodash';

/** Zoom's answer to a request, whatever its status. */
export interface ZoomAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	body: unknown;
}

/** The value where it is an object of JSON, else an empty one. */
export const asObject = (value: unknown) =>
	(isPlainObject(value) ? value : {}) as Record<string, unknown>;

/** Zoom's code and message from a body `{ code, message, errors? }`, where it is one. */
export function readZoomError(body: unknown) {
	const { code, message, errors } = asObject(body);
	const fields = Array.isArray(errors)
		? errors.map(asObject).map((entry) => ({
				field: String(entry.field ?? ''),
				message: String(entry.message ?? ''),
			}))
		: [];
	return {
		...(typeof code === 'number' && { code }),
		message: typeof message === 'string' ? message : '',
		fields,
	};
}

/** Some of Zoom's answers are failures in spite of a status of 2xx. */
export function isSuccess({ status, body }: ZoomAnswer): boolean {
	if (status < 200 || status > 299) return false;
	// Zoom answers with JSON or without a body; text is some proxy's page.
	if (typeof body === 'string' && body !== '') return false;
	const { code = 0 } = readZoomError(body);
	return code === 0;
}
