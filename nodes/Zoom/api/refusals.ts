import type { Endpoint } from './endpoints';
import { EVENT_KINDS, kindOfPath } from './eventKinds';
import { REFUSALS } from './refusalTable';
import type { Condition, Refusal } from './refusalTable';

export type RefusalKind = (typeof REFUSALS)[number]['kind'];

/** What Zoom answered to a request that it did not do. */
export interface RefusedAnswer {
	status: number;
	/** Zoom's own code from the body. */
	code?: number;
	/** Zoom's own text from the body. */
	message: string;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
}

/** Says what an answer other than a success means. */
export function classify(
	{ status, code, message, headers }: RefusedAnswer,
	{ method, path }: Pick<Endpoint, 'method' | 'path'>,
) {
	const fits = (when: Condition) => {
		const [from, to] = [when.status ?? [0, Infinity]].flat();
		return (
			status >= (from ?? 0) &&
			status <= (to ?? from ?? Infinity) &&
			(when.codes === undefined || (code !== undefined && when.codes.includes(code))) &&
			(when.endpoint === undefined || when.endpoint.test(`${method} ${path}`)) &&
			(when.limitType === undefined || when.limitType.test(headers['x-ratelimit-type'] ?? '')) &&
			(when.text === undefined || when.text.test(message))
		);
	};
	// The last row fits whatever there is.
	const { kind, concerns, title, hint } = REFUSALS.find(({ when }: Refusal) =>
		[when].flat().some(fits),
	) as (typeof REFUSALS)[number];
	const about = kindOfPath(path);
	const words: Record<string, string> = {
		scopes: scopesIn(message),
		kind: about.name,
		Kind: about.label,
		other: EVENT_KINDS.find((one) => one !== about)?.name ?? '',
	};
	const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
	return { kind, concerns, title: fill(title), hint: fill(hint) };
}

/** An app of this kind picks the `:admin` forms; the others are for apps that people install. */
function scopesIn(message: string): string {
	const named = (/\[([^\]]*)\]/.exec(message)?.[1] ?? '').split(/,\s*/).filter(Boolean);
	const admin = named.filter((scope) => scope.endsWith(':admin'));
	return (admin.length > 0 ? admin : named).join(' or ') || 'the scope named below';
}
