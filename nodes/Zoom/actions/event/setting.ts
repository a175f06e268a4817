import { camelCase } from 'lodash';
import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { ZoomField } from '../../mapping/body';
import { toAddedEntries } from '../../mapping/entries';
import { toCountry } from '../../mapping/names';
import { isEmpty, toEmail, toList } from '../../mapping/values';

/** Country codes, from codes or names. */
export const toCountries = (value: unknown, label: string) =>
	toList(value, label).map((one) => toCountry(one, label));

/** Email addresses, from a list or a text with commas. */
export const toEmails = (value: unknown, label: string) =>
	toList(value, label).map((one) => toEmail(one, label));

/** An email address, or '', which takes back one that was set before. */
export const toEmailOrNothing = (value: unknown, label: string) =>
	isEmpty(value) ? '' : toEmail(value, label);

/** One of an event's settings. */
export function setting(
	to: string,
	property: INodeProperties,
	convert?: ZoomField['convert'],
): ZoomField {
	return { to: `settings.${to}`, property, ...(convert && { convert }) };
}

/** A setting that is on or off, its parameter named as Zoom names it. */
export function toggle(to: string, displayName: string, description: string): ZoomField {
	const name = camelCase(to);
	return setting(to, { displayName, name, type: 'boolean', default: false, description });
}

/** A setting that is a text, its parameter named as Zoom names it. */
export function text(
	to: string,
	displayName: string,
	description: string,
	more: Partial<INodeProperties> = {},
	convert?: ZoomField['convert'],
): ZoomField {
	const name = camelCase(to);
	const property: INodeProperties = { displayName, name, type: 'string', default: '', description };
	return setting(to, { ...property, ...more }, convert);
}

/** A setting that is one of Zoom's choices, the first of them where nothing else is the default. */
export function choice(
	to: string,
	displayName: string,
	options: INodePropertyOptions[],
	description?: string,
	initial = options[0]?.value ?? '',
): ZoomField {
	const name = camelCase(to);
	const property: INodeProperties = {
		displayName,
		name,
		type: 'options',
		options,
		default: initial,
		...(description && { description }),
	};
	return setting(to, property);
}

/** The parts of a property that {@link entries} makes. */
interface EntriesProperty {
	displayName: string;
	name: string;
	/** What one entry is called. */
	entry: string;
	description?: string;
	/** How many of them Zoom takes. */
	max?: number;
	values: INodeProperties[];
}

const entriesProperty = ({
	displayName,
	name,
	entry,
	description,
	values,
}: EntriesProperty): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: `Add ${entry.toLowerCase()}`,
	default: {},
	...(description && { description }),
	options: [{ displayName: entry, name: camelCase(entry), values }],
});

/**
 * A field that is a list with several fields in each entry.
 *
 * @param to the path in the body, from its root
 * @param convert what Zoom takes for one of the entries
 */
export const entries = (
	to: string,
	property: EntriesProperty,
	convert: (entry: IDataObject, label: string) => IDataObject,
): ZoomField => ({
	to,
	convert(value, label) {
		const { entry, max = Infinity } = property;
		const given = toAddedEntries(value, label, camelCase(entry), 'Other Fields (JSON)');
		if (given.length > max) {
			throw new UserError(
				`'${label}' has ${given.length} entries, but Zoom accepts at most ${max}`,
			);
		}
		return given.map((one) => convert(one as IDataObject, label));
	},
	property: entriesProperty(property),
});
