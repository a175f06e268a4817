import { z } from 'zod';
import { validationFailed, ZoomApiError } from './errors';

/**
 * Checks a body or a query against its schema.
 *
 * @returns the parsed value
 * @throws ZoomApiError 300 "Request Body should be a valid JSON object." for properties that Zoom
 *   does not know (seen by an SDK author; the reference says nothing, so this is the stricter
 *   reading), else 300 "Validation Failed." with the fields
 */
export function parse<S extends z.ZodTypeAny>(schema: S, value: unknown): z.infer<S> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { issues } = result.error;
	if (issues.some(({ code }) => code === 'unrecognized_keys')) {
		throw new ZoomApiError('bodyInvalid');
	}
	throw validationFailed(...new Set(issues.map(({ path }) => fieldName(path))));
}

/** `settings.audio` is Zoom's way; that of lists is not documented: `registrants[0].email`. */
function fieldName(path: ReadonlyArray<string | number>): string {
	return path
		.map((part, index) => {
			if (typeof part === 'number') return `[${part}]`;
			return index === 0 ? part : `.${part}`;
		})
		.join('');
}

/** What is wrong with the sandbox's own options, for people. */
export function explain(error: unknown): string {
	if (error instanceof z.ZodError) {
		return error.issues.map(({ path, message }) => `${fieldName(path)}: ${message}`).join('\n');
	}
	return error instanceof Error ? error.message : String(error);
}
