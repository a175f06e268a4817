import { UserError } from 'n8n-workflow';
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { eventParameter } from '../actions/common/event';
import type { EventKind } from '../api/eventKinds';
import { parseEvent } from '../mapping/references';

/**
 * The ID of the event that is chosen in the panel.
 *
 * @throws UserError where none is, or where it can't be known before the workflow runs
 */
export function readCurrentEvent(context: ILoadOptionsFunctions, kind: EventKind): string {
	const value = context.getCurrentNodeParameter(eventParameter(kind), { extractValue: true });
	if (typeof value === 'string' && value.startsWith('=')) {
		throw new UserError(
			`The ${kind.name} comes from an expression, so its details are not known yet`,
			{
				description: `Choose a ${kind.name} from the list first, or use an expression here too.`,
			},
		);
	}
	const event = parseEvent(value, kind);
	if (event.type === 'id') return event.id;
	throw new UserError(`This needs a ${kind.name} from the list, by ID, or by its join link`);
}
