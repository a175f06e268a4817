import type { IExecuteFunctions } from 'n8n-workflow';

type GetParameter = (
	name: string,
	itemIndex: number,
	fallback?: unknown,
	options?: Options,
) => unknown;
type Options = Parameters<IExecuteFunctions['getNodeParameter']>[3];

/**
 * n8n's context of a run, with parameters that hold no expression read once: they are the same for
 * all items, and n8n copies and checks them again for each, which takes longer than all that this
 * node does with them. Nobody may change the objects that come from it.
 */
export function withFixedParameters(context: IExecuteFunctions): IExecuteFunctions {
	const getParameter = context.getNodeParameter.bind(context) as GetParameter;
	const known = new Map<string, { value: unknown } | 'varies'>();

	const getNodeParameter: GetParameter = (name, itemIndex, fallback, options) => {
		if (options?.rawExpressions) return getParameter(name, itemIndex, fallback, options);
		const key = options?.extractValue ? `${name} extracted` : name;
		const fixed = known.get(key);
		if (typeof fixed === 'object') return fixed.value;
		const value = getParameter(name, itemIndex, fallback, options);
		if (fixed === undefined) {
			const raw = getParameter(name, itemIndex, null, { rawExpressions: true });
			// What is not there differs by the caller's fallback.
			const isFixed = raw !== null && !holdsExpression(raw);
			known.set(key, isFixed ? { value } : 'varies');
		}
		return value;
	};
	return Object.create(context, {
		getNodeParameter: { value: getNodeParameter },
	}) as IExecuteFunctions;
}

/** As n8n tells expressions, at any depth. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
