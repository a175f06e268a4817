import { MEETING } from '../../api/eventKinds';
import { remove } from '../event/delete.operation';
import { end } from '../event/end.operation';
import { getRegistrationForm } from '../event/getRegistrationForm.operation';
import { getRegistrationLink } from '../event/getRegistrationLink.operation';
import { updateRegistrationForm } from '../event/updateRegistrationForm.operation';
import type { Resource } from '../types';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getInvitation } from './getInvitation.operation';
import { update } from './update.operation';

export const meeting: Resource = {
	option: { name: 'Meeting', value: 'meeting' },
	operations: [
		create,
		remove(MEETING),
		end(MEETING),
		get,
		getInvitation,
		getAll,
		getRegistrationForm(MEETING),
		getRegistrationLink(MEETING),
		update,
		updateRegistrationForm(MEETING),
	],
	defaultOperation: 'create',
};
