import type { Resource } from '../types';
import { create } from './create.operation';
import { remove } from '../event/delete.operation';
import { end } from '../event/end.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getInvitation } from './getInvitation.operation';
import { getRegistrationLink } from '../event/getRegistrationLink.operation';
import { getRegistrationForm } from '../event/getRegistrationForm.operation';
import { updateRegistrationForm } from '../event/updateRegistrationForm.operation';
import { update } from './update.operation';

export const meeting: Resource = {
	option: { name: 'Meeting', value: 'meeting' },
	operations: [
		create,
		remove,
		end,
		get,
		getAll,
		getInvitation,
		getRegistrationForm,
		getRegistrationLink,
		update,
		updateRegistrationForm,
	],
	defaultOperation: 'create',
};
