import { ENDPOINTS } from './routes';
import type { Endpoint } from './routes/endpoint';
import { ZoomApiError } from './errors';

/** The scopes that a list, or 'all', stands for. */
export function grantedScopes(scopes: string[] | 'all'): string[] {
	if (scopes !== 'all') return [...scopes];
	const granular = ENDPOINTS.flatMap((endpoint) => endpoint.granular);
	return [...new Set(granular.filter((scope) => scope.endsWith(':admin')))];
}

/**
 * One of an operation's scopes is enough, granular or classic (Zoom API reference, per operation;
 * that one suffices is deduced from the message's wording).
 *
 * @throws ZoomApiError 4711 that names the granular ones
 */
export function checkScope(endpoint: Endpoint, granted: ReadonlySet<string>): void {
	const enough = [...endpoint.granular, ...endpoint.classic].some((scope) => granted.has(scope));
	if (!enough) throw new ZoomApiError('scopeMissing', { scopes: endpoint.granular.join(', ') });
}
