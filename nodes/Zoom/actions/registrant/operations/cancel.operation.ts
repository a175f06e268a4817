import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const cancel = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Cancel',
		value: 'cancel',
		action: `Cancel ${kind.name} registrant`,
		description: `Withdraw the registration of a person who was approved for a ${kind.name}`,
	});
