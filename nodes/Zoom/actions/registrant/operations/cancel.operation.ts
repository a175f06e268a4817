import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const cancel = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Cancel Registration',
		value: 'cancel',
		action: `Cancel ${kind.name} registration`,
		description: `Withdraw a registrant's approved registration for a ${kind.name}`,
	});
