import type { EventKind } from '../../api/eventKinds';
import { registrantResourceName } from '../common/runOptions';
import type { Resource } from '../types';
import { add } from './operations/add.operation';
import { addMany } from './operations/addMany.operation';
import { approve } from './operations/approve.operation';
import { cancel } from './operations/cancel.operation';
import { remove } from './operations/delete.operation';
import { deny } from './operations/deny.operation';
import { get } from './operations/get.operation';
import { getAll } from './operations/getAll.operation';

/** The people who register for a kind of event. */
export const registrantResource = (kind: EventKind): Resource => ({
	option: { name: `${kind.label} Registrant`, value: registrantResourceName(kind) },
	operations: [
		add(kind),
		addMany(kind),
		approve(kind),
		cancel(kind),
		remove(kind),
		deny(kind),
		get(kind),
		getAll(kind),
	],
	defaultOperation: 'add',
});
