import { statusOperation } from '../status';

export const approve = statusOperation({
	name: 'Approve',
	value: 'approve',
	action: 'Approve registrant',
	description:
		'Approve a person who registered for a meeting with manual approval. Zoom then sends them their join link.',
});
