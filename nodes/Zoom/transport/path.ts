import { UserError } from 'n8n-workflow';

/**
 * Encodes one segment of a path so that it can't leave its place.
 *
 * Zoom wants meeting UUIDs encoded twice when they start with a slash or contain two in a row:
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid
 *
 * @throws UserError for an empty segment, `.`, `..`, or half a character
 */
export function encodeSegment(segment: string): string {
	// Half a character, as texts cut in the middle of an emoji have it, can't be encoded.
	if (segment === '' || segment === '.' || segment === '..' || /\p{Surrogate}/u.test(segment)) {
		throw new UserError(`"${segment}" can't be part of a Zoom URL`);
	}
	const once = encodeURIComponent(segment);
	return segment.startsWith('/') || segment.includes('//') ? encodeURIComponent(once) : once;
}

/** The segments of an endpoint's path, unencoded. */
export type Params = Readonly<Record<string, string>>;

/**
 * Fills an endpoint's path in.
 *
 * @param template such as `/meetings/{eventId}`
 * @throws UserError where a segment is missing or none
 */
export function toPath(template: string, params: Params): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(params[name] ?? ''));
}
