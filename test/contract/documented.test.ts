import { isPlainObject, mapValues, omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { DOCUMENTED, EXCEPTIONS, EXCEPTIONS_OF_WEBINARS } from './documented';
import { fillings, requestsFor } from './fillings';
import { OPERATIONS } from './operations';

/*
 * The panel can send whatever Zoom documents for Create and Update, but for exceptions with a reason;
 * Other Fields (JSON) is for what Zoom adds later.
 */

/** The paths of all values in a body. */
function pathsIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value) && value.some(isPlainObject)) {
		return value.flatMap((one) => pathsIn(one, `${path}[]`));
	}
	if (!isPlainObject(value)) return [path];
	return Object.entries(value as object).flatMap(([key, inner]) =>
		pathsIn(inner, path ? `${path}.${key}` : key),
	);
}

/** A filling without what is given as JSON. */
const withoutOtherFields = (filling: IDataObject) =>
	mapValues(filling, (value) =>
		isPlainObject(value) ? omit(value as object, 'otherFields') : value,
	);

/** The paths that the fields of an operation send, each way to fill them in. */
async function sentBy(resource: string, operation: string) {
	const contract = OPERATIONS.find(
		(one) => one.resource === resource && one.operation === operation,
	);
	if (!contract) throw new Error(`${resource}: ${operation} is not there`);
	const sent = new Set<string>();
	const ways = operation === 'create' ? [{ registration: 'automatic' }] : [];
	for (const filling of [...ways, ...fillings(contract).map(withoutOtherFields)]) {
		// What is refused by itself is sent together with others.
		const [request] = await requestsFor(contract, filling).catch(() => []);
		for (const path of pathsIn(request?.body)) sent.add(path);
	}
	return sent;
}

describe.each(DOCUMENTED)('$resource: $operation', ({ resource, operation, paths }) => {
	const exceptions = { ...EXCEPTIONS, ...(resource === 'webinar' && EXCEPTIONS_OF_WEBINARS) };
	let sent = new Set<string>();
	beforeAll(async () => {
		sent = await sentBy(resource, operation);
	});

	it('has a field for each documented property, or a reason why not', () => {
		expect(paths.filter((path) => !sent.has(path) && !(path in exceptions))).toEqual([]);
	});

	it('sends nothing that is not documented', () => {
		expect([...sent].filter((path) => path && !paths.includes(path))).toEqual([]);
	});

	it('has no reason for what is sent', () => {
		expect(Object.keys(exceptions).filter((path) => sent.has(path))).toEqual([]);
	});
});

it('has no exception that is not documented', () => {
	const all = DOCUMENTED.flatMap(({ paths }) => paths);
	const reasons = Object.keys({ ...EXCEPTIONS, ...EXCEPTIONS_OF_WEBINARS });
	expect(reasons.filter((path) => !all.includes(path))).toEqual([]);
});
