import { statusOperation } from '../status';

export const deny = statusOperation({
	name: 'Deny',
	value: 'deny',
	action: 'Deny registrant',
	description: 'Turn down a person who registered for a meeting with manual approval',
});
