import { isPlainObject } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { toObject } from '../../mapping/values';

const byName = (options: readonly INodeProperties[]) =>
	[...options].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** What an operation takes besides its main fields. */
export const additionalFields = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: byName(options),
});

/** What a list can be narrowed down by. */
export const filters = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: byName(options),
});

/**
 * The values that the user added to a collection, by property name.
 *
 * @throws UserError where it is none
 */
export function readCollection(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	label: string,
): IDataObject {
	return toObject(context.getNodeParameter(name, itemIndex, {}) ?? {}, label) as IDataObject;
}

/** Whether a parameter, or the value of a resource locator, is an expression. */
export function isExpression(context: IExecuteFunctions, itemIndex: number, name: string): boolean {
	const raw = context.getNodeParameter(name, itemIndex, '', { rawExpressions: true }) as unknown;
	const value = isPlainObject(raw) ? (raw as IDataObject).value : raw;
	return typeof value === 'string' && value.startsWith('=');
}

/**
 * Fails for an expression that found nothing, where leaving the field empty means something.
 *
 * @param meaning what an empty field means
 * @throws UserError that names the field
 */
export function refuseNothingFound(
	context: IExecuteFunctions,
	itemIndex: number,
	name: string,
	label: string,
	meaning: string,
): void {
	if (!isExpression(context, itemIndex, name)) return;
	throw new UserError(`The expression in '${label}' found nothing`, {
		description: `To leave the field empty on purpose, which means ${meaning}, remove the expression.`,
	});
}
