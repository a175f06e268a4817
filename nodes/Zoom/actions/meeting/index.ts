import { MEETING } from '../../api/eventKinds';
import { create } from '../event/create.operation';
import { remove } from '../event/delete.operation';
import { end } from '../event/end.operation';
import { get } from '../event/get.operation';
import { getAll } from '../event/getAll.operation';
import { getRegistrationForm } from '../event/getRegistrationForm.operation';
import { getRegistrationLink } from '../event/getRegistrationLink.operation';
import { update } from '../event/update.operation';
import { updateRegistrationForm } from '../event/updateRegistrationForm.operation';
import type { Resource } from '../types';
import { getInvitation } from './getInvitation.operation';
import { meetingFields } from './meetingFields';

export const meeting: Resource = {
	option: { name: 'Meeting', value: 'meeting' },
	operations: [
		create(meetingFields),
		remove(meetingFields),
		end(MEETING),
		get(MEETING),
		getInvitation,
		getAll(meetingFields),
		getRegistrationForm(MEETING),
		getRegistrationLink(MEETING),
		update(meetingFields),
		updateRegistrationForm(MEETING),
	],
	defaultOperation: 'create',
};
