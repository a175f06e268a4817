import { sortBy } from 'lodash';
import type { EventKind } from '../../api/eventKinds';
import type { Operation, Resource } from '../types';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getAttendance } from './getAttendance.operation';
import { getParticipants } from './getParticipants.operation';
import { getPollResults, getQuestionsAndAnswers } from './responses';

/**
 * The events of a kind that are over.
 *
 * @param own operations that only this kind has
 */
export const pastEventResource = (kind: EventKind, own: Operation[] = []): Resource => ({
	option: { name: `Past ${kind.label}`, value: `past${kind.label}` },
	operations: sortBy(
		[
			get(kind),
			getAll(kind),
			getAttendance(kind),
			getParticipants(kind),
			getPollResults(kind),
			getQuestionsAndAnswers(kind),
			...own,
		],
		({ option }) => option.name,
	),
	defaultOperation: 'getAttendance',
});
