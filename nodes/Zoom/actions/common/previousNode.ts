import { mapValues } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ZoomField } from '../../mapping/body';
import { HEADING_LANGUAGES, listColumns } from '../../mapping/columns';
import {
	columnsOf,
	recognise,
	recognitionExpression,
	tellRecognised,
} from '../../mapping/recognition';
import { isEmpty } from '../../mapping/values';
import { showHint } from '../../transport/hints';

const PREVIOUS_NODE = {
	name: "Previous Node's Fields",
	value: 'previousNode',
	description: `Recognizes columns such as Email, First Name, Last Name, and Company, however they are spelled, in English, ${HEADING_LANGUAGES.slice(0, -1).join(', ')}, and ${HEADING_LANGUAGES.at(-1)}`,
};

/**
 * Where a person's details come from. An AI agent has no previous node: it fills the fields in.
 *
 * @param others the choices besides the previous node's fields
 */
export function personFromFields(
	displayName: string,
	name: string,
	others: Array<{ name: string; value: string; description: string }>,
): INodeProperties[] {
	const field: INodeProperties = {
		displayName,
		name,
		type: 'options',
		noDataExpression: true,
		builderHint: {
			propertyHint:
				'Leave it at previousNode where the columns of the items name the person. The body of a Webhook node counts as columns. Use define with expressions where they are nested in another way.',
		},
		options: [...others, PREVIOUS_NODE],
		default: 'previousNode',
		displayOptions: { show: { '@tool': [false] } },
	};
	const forTools = {
		options: others,
		default: 'define',
		displayOptions: { show: { '@tool': [true] } },
	};
	return [field, { ...field, ...forTools }];
}

/** What was recognised, by Zoom's names, in the expression of a {@link Preview}. */
export const FOUND = '$parameter.recognized';

/** A field that shows what was recognised, and can't be changed. */
export interface Preview {
	displayName: string;
	name: string;
	/** JavaScript on {@link FOUND}. */
	shows: string;
}

/** n8n's editor takes the last field of a name for all of them, whatever their operation. */
const ALWAYS: INodeProperties['disabledOptions'] = {
	show: { '@version': [{ _cnd: { gte: 1 } }] },
};

/**
 * What the panel shows for the previous node's fields: nothing here is read when the node runs.
 *
 * @param from the parameter that chooses the previous node's fields
 * @param table what may be told of a person, besides email address and names
 */
export function previewFields(
	from: string,
	table: readonly ZoomField[],
	previews: readonly Preview[],
): INodeProperties[] {
	const show = { [from]: [PREVIOUS_NODE.value] };
	return [
		{
			displayName: 'Recognized',
			name: 'recognized',
			type: 'hidden',
			default: recognitionExpression(table),
			displayOptions: { show },
		},
		...previews.map(
			({ displayName, name, shows }): INodeProperties => ({
				displayName,
				name,
				type: 'string',
				default: `={{ ${shows} }}`,
				displayOptions: { show },
				disabledOptions: ALWAYS,
			}),
		),
	];
}

/**
 * Reads who is meant by the columns of an item. For the first item, a hint above the output tells
 * which columns were used.
 *
 * @param needs the labels of what must be there, by Zoom's names
 * @throws UserError that names what is not there
 */
export function readPreviousNode(
	context: IExecuteFunctions,
	itemIndex: number,
	table: readonly ZoomField[],
	needs: Record<string, string>,
): IDataObject {
	const row = columnsOf(context.getInputData()[itemIndex]?.json ?? {});
	if (itemIndex === 0) {
		// Of the columns only, as other items may have values where this one has none.
		showHint(
			context,
			tellRecognised(
				recognise(
					table,
					mapValues(row, () => 'any'),
				),
			),
		);
	}
	const { values } = recognise(table, row);
	for (const [name, label] of Object.entries(needs)) {
		if (isEmpty(values[name])) throw notRecognised(label, Object.keys(row));
	}
	return values;
}

function notRecognised(label: string, columns: readonly string[]) {
	const has = columns.length > 0 ? ` Its columns: ${listColumns(columns)}.` : '';
	return new UserError(`'${label}' is required`, {
		description: `No column of this item with a matching name has a value.${has} To fill in the fields yourself, choose 'Define Below'.`,
	});
}
