import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const deny = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Deny',
		value: 'deny',
		action: `Deny ${kind.name} registrant`,
		description: `Turn down a person who registered for a ${kind.name} with manual approval`,
	});
