import { statusOperation } from '../status';

export const cancel = statusOperation({
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel registrant',
	description: 'Withdraw the registration of a person who was approved for a meeting',
});
