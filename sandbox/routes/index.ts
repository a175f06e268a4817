import type { Endpoint } from './endpoint';
import { MEETING, WEBINAR } from '../kinds';
import { absenteeEndpoints } from './absentees';
import { invitationEndpoints, meetingEndpoints } from './meetings';
import { panelistEndpoints } from './panelists';
import { pastEventEndpoints } from './past-events';
import { pastMeetingEndpoints } from './past-meetings';
import { recordingEndpoints } from './recordings';
import { questionEndpoints } from './questions';
import { registrantEndpoints } from './registrants';
import { summaryEndpoints } from './summaries';
import { reportEndpoints } from './reports';
import { trackingSourceEndpoints } from './tracking-sources';
import { userEndpoints } from './users';

/** Every operation that the sandbox knows. */
export const ENDPOINTS: readonly Endpoint[] = [
	...userEndpoints,
	...[MEETING, WEBINAR].flatMap((kind) => [
		...meetingEndpoints(kind),
		...registrantEndpoints(kind),
		...questionEndpoints(kind),
		...pastEventEndpoints(kind),
		...reportEndpoints(kind),
	]),
	...invitationEndpoints,
	...pastMeetingEndpoints,
	...absenteeEndpoints,
	...panelistEndpoints,
	...trackingSourceEndpoints,
	...recordingEndpoints,
	...summaryEndpoints,
];

/** Their paths as patterns: a parameter is one segment, still encoded. */
const PATTERNS = ENDPOINTS.map((endpoint) => {
	const pattern = endpoint.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
	return { endpoint, pattern: new RegExp(`^${pattern}$`) };
});

/**
 * Finds the operation of a request; a fixed segment goes before a parameter.
 *
 * @param path below `/v2`, still encoded
 */
export function findEndpoint(
	method: string,
	path: string,
): { endpoint: Endpoint; path: Record<string, string> } | undefined {
	const candidates = PATTERNS.filter(({ endpoint }) => endpoint.method === method).flatMap(
		({ endpoint, pattern }) => {
			const found = pattern.exec(path);
			return found ? [{ endpoint, path: { ...found.groups } }] : [];
		},
	);
	return candidates.sort((a, b) => size(a.path) - size(b.path))[0];
}

function size(values: object): number {
	return Object.keys(values).length;
}
