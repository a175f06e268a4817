import type { EventKind } from '../../../api/eventKinds';
import { statusOperation } from '../status';

export const approve = (kind: EventKind) =>
	statusOperation(kind, {
		name: 'Approve',
		value: 'approve',
		action: `Approve ${kind.name} registrant`,
		description: `Approve a person who registered for a ${kind.name} with manual approval. Zoom then sends them their join link.`,
	});
