import type { Resource } from '../types';
import { add } from './add.operation';
import { addMany } from './addMany.operation';
import { approve } from './approve.operation';
import { cancel } from './cancel.operation';
import { remove } from './delete.operation';
import { deny } from './deny.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';

export const registrant: Resource = {
	option: { name: 'Registrant', value: 'registrant' },
	operations: [add, addMany, approve, cancel, remove, deny, get, getAll],
	defaultOperation: 'add',
};
