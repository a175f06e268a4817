import { UserError } from 'n8n-workflow';

/**
 * Encodes one segment of a path so that it can't leave its place.
 *
 * Zoom wants meeting UUIDs encoded twice when they start with a slash or contain two in a row:
 * https://developers.zoom.us/docs/api/using-zoom-apis/#meeting-id-and-uuid
 *
 * @throws UserError for an empty segment, `.` or `..`
 */
export function encodeSegment(segment: string): string {
	if (segment === '' || segment === '.' || segment === '..') {
		throw new UserError(`"${segment}" can't be part of a Zoom address`);
	}
	const once = encodeURIComponent(segment);
	return segment.startsWith('/') || segment.includes('//') ? encodeURIComponent(once) : once;
}

/** Joins segments to a path that starts with a slash. */
export function toPath(segments: readonly string[]): string {
	return segments.map((segment) => `/${encodeSegment(segment)}`).join('');
}
