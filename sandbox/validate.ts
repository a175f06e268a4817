import { z } from 'zod';
import { wrongFields, ZoomApiError, type WrongField } from './errors';

/**
 * Checks a body or a query against its schema.
 *
 * @returns the parsed value
 * @throws ZoomApiError 300 "Request Body should be a valid JSON object." for what can't be read as
 *   the body that Zoom knows, else 300 "Validation Failed." with the fields. Texts for numbers and
 *   booleans are among these, though Zoom was seen to take them (developer forum thread 62578): the
 *   sandbox is stricter by choice
 */
export function parse<S extends z.ZodTypeAny>(schema: S, value: unknown): z.infer<S> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const { issues } = result.error;
	if (issues.some(isUnreadable)) throw new ZoomApiError('bodyInvalid');
	const fields = new Map(
		issues.map(({ path }) => [fieldName(path), textFor(fieldName(path), valueAt(value, path))]),
	);
	throw wrongFields([...fields].map(([field, text]) => ({ field, text })));
}

const SHAPES: unknown[] = ['object', 'array'];
const NOTHING: unknown[] = ['undefined', 'null'];

/**
 * An object, a list or a single value where another of these is due: seen for a text in a list of
 * objects and for an object instead of a list (developer forum threads 62578 and 55790, whose 148
 * bytes of XML are just this message). So are properties that Zoom does not know: seen by an SDK
 * author; the reference says nothing, so this is the stricter reading.
 */
function isUnreadable(issue: z.ZodIssue): boolean {
	if (issue.code !== 'invalid_type') return issue.code === 'unrecognized_keys';
	const { expected, received } = issue;
	return !NOTHING.includes(received) && [expected, received].some((one) => SHAPES.includes(one));
}

function textFor(field: string, value: unknown): WrongField['text'] {
	if (value === undefined) return 'fieldMissing';
	return field === 'settings.jbh_time' ? 'parameterInvalid' : 'fieldInvalid';
}

function valueAt(value: unknown, path: ReadonlyArray<string | number>): unknown {
	return path.reduce(
		(at, part) => (at as Record<string, unknown> | null | undefined)?.[part],
		value,
	);
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
