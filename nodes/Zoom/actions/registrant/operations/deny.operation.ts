import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const deny = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Deny',
		value: 'deny',
		action: `Deny ${kind.name} registrant`,
		description: `Deny a registrant's pending registration for a ${kind.name}`,
	});
