import type { Resource } from '../types';
import { get } from './get.operation';
import { update } from './update.operation';

export const registrationForm: Resource = {
	option: { name: 'Registration Form', value: 'registrationForm' },
	operations: [get, update],
	defaultOperation: 'get',
};
