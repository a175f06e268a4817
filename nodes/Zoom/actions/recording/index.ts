import type { Resource } from '../types';
import { remove } from './operations/delete.operation';
import { download } from './operations/download.operation';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';
import { getTranscript } from './operations/getTranscript.operation';
import { recover } from './operations/recover.operation';

/** What was recorded in Zoom's cloud, of meetings and webinars. */
export const recording: Resource = {
	option: { name: 'Recording', value: 'recording' },
	operations: [remove, download, get, getAll, getTranscript, recover],
	defaultOperation: 'download',
};
