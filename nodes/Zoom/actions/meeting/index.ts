import type { Resource } from '../types';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { end } from './end.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getInvitation } from './getInvitation.operation';
import { getRegistrationLink } from './getRegistrationLink.operation';
import { update } from './update.operation';

export const meeting: Resource = {
	option: { name: 'Meeting', value: 'meeting' },
	operations: [create, remove, end, get, getAll, getInvitation, getRegistrationLink, update],
	defaultOperation: 'create',
};
