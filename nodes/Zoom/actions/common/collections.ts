import type { INodeProperties } from 'n8n-workflow';

const byName = (options: readonly INodeProperties[]) =>
	[...options].sort((a, b) => a.displayName.localeCompare(b.displayName));

/** What an operation takes besides its main fields. */
export const additionalFields = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: byName(options),
});

/** What a list can be narrowed down by. */
export const filters = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: byName(options),
});
