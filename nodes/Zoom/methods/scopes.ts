import { groupBy, uniq, upperFirst } from 'lodash';
import { resources } from '../actions';
import { listUsers, webinarEndpoints } from '../api/endpoints';
import type { Endpoint } from '../api/endpoints';

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

/**
 * Names what an app can't do for want of scopes.
 *
 * @param granted scopes separated by spaces, as Zoom's token answer has them; user-level forms
 *   (without `:admin`) count too
 * @returns one line for each lack, or for all of meetings or webinars where an app has nothing to do
 *   with these; none where Zoom named no scopes at all, as it does for minutes after an app was made
 */
export function missingScopes(granted: string): string[] {
	const have = new Set(granted.split(/[\s,]+/).filter(Boolean));
	if (have.size === 0) return [];
	const owns = (scope: string) => have.has(scope) || have.has(scope.replace(/:admin$/, ''));
	const lacks = ({ granular, classic }: NeededScope) => !owns(granular) && !owns(classic);
	const families = groupBy(neededScopes(), ({ granular }) => granular.split(':')[0]);
	return Object.entries(families).flatMap(([family, needed]) => {
		const lacking = needed.filter(lacks);
		return lacking.length > 1 && lacking.length === needed.length
			? [`all of ${family}:… (${uniq(lacking.flatMap((one) => one.resources)).join(', ')})`]
			: lacking.map(({ granular, neededFor }) => `${granular} (${neededFor})`);
	});
}
