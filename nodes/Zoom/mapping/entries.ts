import { isPlainObject } from 'lodash';
import { UserError } from 'n8n-workflow';

/**
 * The entries of a fixed collection, or the same as a list from an expression.
 *
 * @param key the collection's group
 * @throws UserError where it isn't a list of objects
 */
export function toEntries(
	value: unknown,
	label: string,
	key: string,
): Array<Record<string, unknown>> {
	const isObject = (one: unknown): one is Record<string, unknown> => isPlainObject(one);
	const group = isObject(value) && Object.keys(value).length === 0 ? [] : value;
	const entries = isObject(group) ? group[key] : group;
	if (!Array.isArray(entries) || !entries.every(isObject)) {
		throw new UserError(`'${label}' isn't a list of entries`, {
			description:
				'Add the entries in the panel, or use an expression that returns a list of objects.',
		});
	}
	return entries;
}

/**
 * The same for a collection that the user added, which must hold something: n8n makes nothing of an
 * expression for the whole of it, and that must not lose its entries in silence.
 *
 * @param instead what to use for a list from an expression
 * @throws UserError where it isn't a list of objects, or an empty one
 */
export function toAddedEntries(
	value: unknown,
	label: string,
	key: string,
	instead: string,
): Array<Record<string, unknown>> {
	const entries = toEntries(value, label, key);
	if (entries.length > 0) return entries;
	throw new UserError(`'${label}' is required`, {
		description: `Add an entry, or remove the field. For a list from an expression, use '${instead}'.`,
	});
}
