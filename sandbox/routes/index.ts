import type { Endpoint } from './endpoint';
import { meetingEndpoints } from './meetings';
import { pastMeetingEndpoints } from './past-meetings';
import { questionEndpoints } from './questions';
import { registrantEndpoints } from './registrants';
import { userEndpoints } from './users';

/** Every operation that the sandbox knows. */
export const ENDPOINTS: readonly Endpoint[] = [
	...userEndpoints,
	...meetingEndpoints,
	...registrantEndpoints,
	...questionEndpoints,
	...pastMeetingEndpoints,
];

/**
 * Finds the operation of a request; a fixed segment goes before a parameter.
 *
 * @param segments the path below `/v2`, still encoded
 */
export function findEndpoint(
	method: string,
	segments: readonly string[],
): { endpoint: Endpoint; path: Record<string, string> } | undefined {
	const candidates = ENDPOINTS.filter((candidate) => candidate.method === method)
		.map((endpoint) => ({ endpoint, path: match(endpoint.path, segments) }))
		.filter((found): found is { endpoint: Endpoint; path: Record<string, string> } =>
			Boolean(found.path),
		);
	return candidates.sort((a, b) => size(a.path) - size(b.path))[0];
}

function match(template: string, segments: readonly string[]): Record<string, string> | undefined {
	const parts = template.split('/').slice(1);
	if (parts.length !== segments.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, part] of parts.entries()) {
		const segment = segments[index] ?? '';
		const name = /^\{(\w+)\}$/.exec(part)?.[1];
		if (!name && part !== segment) return undefined;
		if (name && segment === '') return undefined;
		if (name) values[name] = segment;
	}
	return values;
}

function size(values: object): number {
	return Object.keys(values).length;
}
