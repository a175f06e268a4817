import type { Resource } from '../types';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';

/** What Zoom's AI Companion wrote about meetings and webinars. */
export const meetingSummary: Resource = {
	option: { name: 'Meeting Summary', value: 'meetingSummary' },
	operations: [get, getAll],
	defaultOperation: 'get',
};
