import { WEBINAR } from '../../api/eventKinds';
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
import { getTrackingSources } from './getTrackingSources.operation';
import { webinarFields } from './webinarFields';

export const webinar: Resource = {
	option: { name: 'Webinar', value: 'webinar' },
	operations: [
		create(webinarFields),
		remove(webinarFields),
		end(WEBINAR),
		get(WEBINAR),
		getAll(webinarFields),
		getRegistrationForm(WEBINAR),
		getRegistrationLink(WEBINAR),
		getTrackingSources,
		update(webinarFields),
		updateRegistrationForm(WEBINAR),
	],
	defaultOperation: 'create',
};
