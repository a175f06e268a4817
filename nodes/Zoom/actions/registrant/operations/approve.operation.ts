import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const approve = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Approve',
		value: 'approve',
		action: `Approve ${kind.name} registrant`,
		description: `Approve a registrant's pending registration for a ${kind.name}. Zoom then emails them their join link.`,
	});
