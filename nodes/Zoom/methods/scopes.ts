import { resources } from '../actions';
import { listUsers } from '../api/endpoints';
import type { Endpoint } from '../api/endpoints';

/** What an endpoint's scope is needed for: names of operations, by resource. */
export interface NeededScope {
	granular: string;
	classic: string;
	neededFor: string;
}

/** The scopes that operations need, in the order of the panel; the docs' table is made of it. */
export function neededScopes(): NeededScope[] {
	const uses = new Map<Endpoint, string[]>();
	for (const { option, operations } of resources) {
		for (const { option: operation, endpoints } of operations) {
			const [endpoint] = endpoints;
			if (!endpoint) continue;
			const names = uses.get(endpoint) ?? [];
			const isFirst = !names.some((name) => name.startsWith(`${option.name}: `));
			names.push(isFirst ? `${option.name}: ${operation.name}` : operation.name);
			uses.set(endpoint, names);
		}
	}
	uses.set(listUsers, ['Choosing a host from the list']);
	return [...uses].map(([{ scopes }, names]) => ({ ...scopes, neededFor: names.join(', ') }));
}

/**
 * Names what an app can't do for want of scopes.
 *
 * @param granted scopes separated by spaces, as Zoom's token answer has them; user-level forms
 *   (without `:admin`) count too
 * @returns one line for each lack; none where Zoom named no scopes at all, as it does for minutes
 *   after an app was made
 */
export function missingScopes(granted: string): string[] {
	const have = new Set(granted.split(/[\s,]+/).filter(Boolean));
	if (have.size === 0) return [];
	const owns = (scope: string) => have.has(scope) || have.has(scope.replace(/:admin$/, ''));
	return neededScopes()
		.filter(({ granular, classic }) => !owns(granular) && !owns(classic))
		.map(({ granular, neededFor }) => `${granular} (${neededFor})`);
}
