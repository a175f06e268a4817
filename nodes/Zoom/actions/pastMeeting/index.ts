import type { Resource } from '../types';
import { get } from './get.operation';
import { getParticipants } from './getParticipants.operation';

export const pastMeeting: Resource = {
	option: { name: 'Past Meeting', value: 'pastMeeting' },
	operations: [get, getParticipants],
	defaultOperation: 'getParticipants',
};
