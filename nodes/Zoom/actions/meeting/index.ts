import type { Resource } from '../types';
import { create } from './create.operation';
import { remove } from './delete.operation';
import { end } from './end.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const meeting: Resource = {
	option: { name: 'Meeting', value: 'meeting' },
	operations: [create, remove, end, get, getAll, update],
	defaultOperation: 'create',
};
