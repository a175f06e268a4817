import type { Resource } from '../types';
import { add } from './operations/add.operation';
import { addMany } from './operations/addMany.operation';
import { getAll } from './operations/getAll.operation';
import { remove } from './operations/remove.operation';
import { removeAll } from './operations/removeAll.operation';

/** The people who speak at a webinar. */
export const panelist: Resource = {
	option: { name: 'Panelist', value: 'panelist' },
	operations: [add, addMany, getAll, remove, removeAll],
	defaultOperation: 'add',
};
