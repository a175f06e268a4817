import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

/**
 * The two forms of a time that Zoom's reference names: UTC with `Z`, and local without. It also says
 * `format: date-time`, which allows offsets and milliseconds; the stricter reading is taken.
 */
export const zoomTime = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/)
	.refine((text) => DateTime.fromISO(text).isValid);

export const utcTime = zoomTime.refine((text) => text.endsWith('Z'));

// Any zone of IANA's list. Zoom's own list is shorter, and what it makes of others is not known.
export const timezone = z.string().refine((name) => IANAZone.isValidZone(name));

/** A query value that Zoom reads as a boolean. */
export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A whole number in a query. */
export function queryInteger(min: number, max: number) {
	return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
}

/** Query of a list: 30 to a page unless told, 300 at most; unknown names are ignored. */
export const pageQuery = z.object({
	page_size: queryInteger(1, 300).default('30'),
	// Zoom's old way of paging; n8n's own Zoom node starts at 0 and gets the first page twice.
	page_number: queryInteger(0, 1_000_000).optional(),
	next_page_token: z.string().optional(),
});

export type PageQuery = z.infer<typeof pageQuery>;

/**
 * The instant that a time means.
 *
 * @param zone where a time without `Z` is local
 */
export function toInstant(text: string, zone: string): number {
	return DateTime.fromISO(text, { zone }).toMillis();
}

/** Nothing may be in a list twice. The second one is what is wrong, at a property of its own. */
export function refuseTwice(values: string[], property: string, context: z.RefinementCtx): void {
	for (const [index, value] of values.entries()) {
		if (values.indexOf(value) < index) {
			context.addIssue({ code: 'custom', path: [index, property] });
		}
	}
}

/** Nobody may be in a list twice, however their address is spelt. */
export function refuseSameAddress(
	people: Array<{ email: string }>,
	context: z.RefinementCtx,
): void {
	refuseTwice(
		people.map(({ email }) => email.toLowerCase()),
		'email',
		context,
	);
}
