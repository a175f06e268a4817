import type { Resource } from '../types';
import { add } from './operations/add.operation';
import { addMany } from './operations/addMany.operation';
import { approve } from './operations/approve.operation';
import { cancel } from './operations/cancel.operation';
import { remove } from './operations/delete.operation';
import { deny } from './operations/deny.operation';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';

export const registrant: Resource = {
	option: { name: 'Meeting Registrant', value: 'meetingRegistrant' },
	operations: [add, addMany, approve, cancel, remove, deny, get, getAll],
	defaultOperation: 'add',
};
