import { set } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Choice } from './values';
import {
	isEmpty,
	isMissing,
	toBoolean,
	toChoice,
	toInteger,
	toRequiredText,
	toText,
} from './values';

/** One field of Zoom's: how n8n's panel draws it, where it goes in the body, how it is checked. */
export interface ZoomField {
	property: INodeProperties;
	/** Where it goes in Zoom's JSON body: `key`, or a path such as `settings.key`. */
	to: string;
	maxLength?: number;
	/** For values that their property's type does not tell how to convert. */
	convert?: (value: unknown, label: string) => unknown;
	/** People write it themselves: a value that can't be read costs no registration. */
	mayBeLeftOut?: boolean;
}

/** The panel's side of a table of fields. */
export function propertiesOf(fields: readonly ZoomField[]): INodeProperties[] {
	return fields.map(({ property }) => property);
}

/**
 * Builds a part of Zoom's JSON body from what the user added. `false`, 0 and '' are values and are
 * sent; fields that were not added, and expressions that found nothing, are not.
 *
 * @param fields the table
 * @param values by property name, as `getNodeParameter` gives a collection
 * @returns the body, with an object for each part of a path
 * @throws UserError that names the field
 */
export function toBody(fields: readonly ZoomField[], values: IDataObject): IDataObject {
	const body: IDataObject = {};
	for (const field of fields) {
		const value = values[field.property.name];
		if (isMissing(value)) continue;
		if (isEmptyFor(field, value) && !takesEmptyText(field)) continue;
		set(body, field.to, convertField(field, value));
	}
	return body;
}

/** Lists that fields convert on their own may hold mistakes, which are told rather than left out. */
function isEmptyFor({ convert }: ZoomField, value: unknown) {
	return convert && Array.isArray(value) ? false : isEmpty(value);
}

/** Where an empty text says something: it clears a text, and isn't a choice, number or date. */
function takesEmptyText({ property }: ZoomField) {
	return property.type === 'string' || choicesOf(property).some(({ value }) => value === '');
}

/**
 * One value as Zoom takes it.
 *
 * @throws UserError that names the field
 */
export function convertField({ property, maxLength, convert: own }: ZoomField, value: unknown) {
	const label = property.displayName;
	if (own) return own(value, label);
	switch (property.type) {
		case 'boolean':
			return toBoolean(value, label);
		case 'number':
			return toInteger(
				value,
				label,
				property.typeOptions?.minValue,
				property.typeOptions?.maxValue,
			);
		case 'options': {
			const choices = choicesOf(property);
			return choices.length > 0 ? toChoice(value, label, choices) : toRequiredText(value, label);
		}
		default:
			return toText(value, label, maxLength);
	}
}

function choicesOf(property: INodeProperties): Choice[] {
	return property.type === 'options' ? ((property.options ?? []) as Choice[]) : [];
}
