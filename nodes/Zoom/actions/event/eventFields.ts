import { sortBy } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { readCollection } from '../common/collections';

/** Fields that stand together under a name of their own. */
export interface FieldGroup {
	/** As the panel shows it. */
	label: string;
	/** The parameter. */
	name: string;
	fields: readonly ZoomField[];
	/** Fields that only Create takes. */
	createOnly?: readonly ZoomField[];
	/** Fields that only Update takes. */
	updateOnly?: readonly ZoomField[];
}

/** What Zoom takes for a kind of event, as the panel shows it. */
export interface EventFields {
	kind: EventKind;
	/** What an event has besides its settings, for Create and Update. */
	fields: readonly ZoomField[];
	/** Fields that only a new event takes. */
	createOnly: readonly ZoomField[];
	/** The settings, for Create and Update. */
	groups: readonly FieldGroup[];
	/** What Get Many can be narrowed down by. */
	filters: readonly ZoomField[];
	/** What Get Many lists, as the end of a sentence. */
	listed: string;
	/** The emails that Delete may send. */
	reminders: readonly ZoomField[];
	/**
	 * Refuses what Zoom would refuse, or worse, take otherwise.
	 *
	 * @param body of a new event, or of what is changed
	 * @throws UserError that names the fields
	 */
	check?(body: IDataObject, isNew: boolean): void;
}

/** The fields of a group that an operation takes. */
const fieldsOf = ({ fields, createOnly = [], updateOnly = [] }: FieldGroup, isNew: boolean) => [
	...fields,
	...(isNew ? createOnly : updateOnly),
];

/** The tables of all groups, for a new event or one that is changed. */
export const fieldsOfGroups = (groups: readonly FieldGroup[], isNew: boolean): ZoomField[] =>
	groups.flatMap((group) => fieldsOf(group, isNew));

/** The groups as the panel shows them. */
export const groupProperties = (groups: readonly FieldGroup[], isNew: boolean): INodeProperties[] =>
	groups.map((group) => ({
		displayName: group.label,
		name: group.name,
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: sortBy(propertiesOf(fieldsOf(group, isNew)), ({ displayName }) =>
			displayName.toLowerCase(),
		),
	}));

/** What the user added to the groups, by property name. */
export const readGroups = (
	context: IExecuteFunctions,
	itemIndex: number,
	groups: readonly FieldGroup[],
): IDataObject =>
	Object.assign(
		{},
		...groups.map(({ name, label }) => readCollection(context, itemIndex, name, label)),
	) as IDataObject;
