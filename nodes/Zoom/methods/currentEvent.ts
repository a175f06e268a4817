import { UserError } from 'n8n-workflow';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { eventParameter } from '../actions/common/event';
import type { EventKind } from '../api/eventKinds';
import { parseEvent } from '../mapping/references';
import { isEmpty } from '../mapping/values';

const chosenIn = (context: ILoadOptionsFunctions, kind: EventKind) =>
	context.getCurrentNodeParameter(eventParameter(kind), { extractValue: true });

/** Whether the panel's event is still empty. */
export const isNoneChosen = (context: ILoadOptionsFunctions, kind: EventKind) =>
	isEmpty(chosenIn(context, kind));

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/** Whether the panel's event is known only when the workflow runs. */
export const isFromExpression = (context: ILoadOptionsFunctions, kind: EventKind) =>
	isExpression(chosenIn(context, kind));

/**
 * The ID of the event that is chosen in the panel; undefined where none is yet, or where it can't be
 * known before the workflow runs.
 *
 * @throws UserError where what was typed can't be an event
 */
export function currentEventId(
	context: ILoadOptionsFunctions,
	kind: EventKind,
): string | undefined {
	const value = chosenIn(context, kind);
	if (isEmpty(value) || isExpression(value)) return undefined;
	const event = parseEvent(value, kind);
	return event.type === 'id' ? event.id : undefined;
}

/**
 * The ID of the event that is chosen in the panel.
 *
 * @throws UserError where none is, or where it can't be known before the workflow runs
 */
export function readCurrentEvent(context: ILoadOptionsFunctions, kind: EventKind): string {
	const value = chosenIn(context, kind);
	if (isExpression(value)) {
		throw new UserError(
			`The ${kind.name} comes from an expression, so its details aren't known yet`,
			{
				description: `Choose a ${kind.name} from the list first, or use an expression here too.`,
			},
		);
	}
	const event = parseEvent(value, kind);
	if (event.type === 'id') return event.id;
	throw new UserError(`This needs a ${kind.name} from the list, by ID, or by its join link`);
}
