import { upperFirst } from 'lodash';
import { resources } from '../actions';
import { eventEndpoints, listUsers, webinarEndpoints } from '../api/endpoints';
import type { Endpoint } from '../api/endpoints';
import { MEETING } from '../api/eventKinds';

/** A scope, and what it is needed for. */
export interface NeededScope {
	granular: string;
	classic: string;
	/** Names of operations, by resource. */
	neededFor: string;
	/** The names of the resources. */
	resources: string[];
}

/** What a scope is for, while it is put together. */
interface Use {
	scopes: Endpoint['scopes'];
	names: string[];
	resources: string[];
}

const { create, list, addRegistrant, addRegistrants, listRegistrants } = eventEndpoints(MEETING);

/** What most people want first, in the order in which they need it; the README has it too. */
export const MAIN_JOB: ReadonlyArray<[endpoint: Endpoint, purpose: string]> = [
	[create, 'creating a meeting'],
	[list, 'choosing a meeting from the list'],
	[addRegistrant, 'registering a person'],
	[addRegistrants, 'registering lists of people with Add Many'],
	[listRegistrants, 'seeing who has registered'],
];

/** What the panel asks Zoom for while it is filled in. */
const CHOSEN: ReadonlyArray<[endpoint: Endpoint, purpose: string]> = [
	[listUsers, 'choosing a host from the list'],
	[webinarEndpoints.listTrackingSources, 'choosing a tracking source from the list'],
];

/** The scopes that operations need, in the order of the panel; the docs' table is made of it. */
export function neededScopes(): NeededScope[] {
	const uses = new Map<string, Use>();
	const useOf = ({ scopes }: Endpoint) => {
		const use = uses.get(scopes.granular) ?? { scopes, names: [], resources: [] };
		uses.set(scopes.granular, use);
		return use;
	};
	for (const { option, operations } of resources) {
		for (const { option: operation, endpoints } of operations) {
			const [endpoint] = endpoints;
			if (!endpoint) continue;
			const use = useOf(endpoint);
			const isFirst = !use.resources.includes(option.name);
			use.names.push(isFirst ? `${option.name}: ${operation.name}` : operation.name);
			if (isFirst) use.resources.push(option.name);
		}
	}
	for (const [endpoint, purpose] of CHOSEN) useOf(endpoint).names.push(purpose);
	return [...uses.values()].map(({ scopes, names, resources: of }) => ({
		...scopes,
		neededFor: upperFirst(names.join(', ')),
		resources: of,
	}));
}

/** Scopes separated by spaces, as Zoom's token answer has them. */
export function scopesIn(granted: string): string[] {
	return granted.split(/[\s,]+/).filter(Boolean);
}

/**
 * Whether an app can do at least one of the operations. User-level scopes, without `:admin`, count
 * too.
 *
 * @param granted as {@link scopesIn} gives them
 */
export function canDoSomething(granted: readonly string[]): boolean {
	const have = new Set(granted.map((scope) => scope.replace(/:admin$/, '')));
	return neededScopes()
		.filter(({ resources: of }) => of.length > 0)
		.some(({ granular, classic }) =>
			[granular, classic].some((scope) => have.has(scope.replace(/:admin$/, ''))),
		);
}
