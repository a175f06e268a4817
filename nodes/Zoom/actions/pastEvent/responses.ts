import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import { findEventEndpoints } from '../common/event';
import { objectsIn } from '../../transport/answer';
import type { ItemOperation } from '../types';
import { findPastEvent, pastEventFields, readPastEvent } from './instance';

/** What people answered in an event's polls, or asked in its Q&A: one item for each question. */
const responses = (
	kind: EventKind,
	value: 'getPollResults' | 'getQuestionsAndAnswers',
	option: Omit<ItemOperation['option'], 'value'>,
): ItemOperation => ({
	option: { value, ...option },
	endpoints: [pastEndpoints(kind)[value], ...findEventEndpoints(kind)],
	fields: pastEventFields(kind),
	prepare(itemIndex) {
		const reference = readPastEvent(this, kind, itemIndex);
		return async (zoom) => {
			const eventId = await findPastEvent(zoom, kind, reference);
			const { questions } = await zoom.send(pastEndpoints(kind)[value], { eventId });
			return objectsIn(questions).flatMap(({ name, email, question_details: details }) =>
				objectsIn(details).map((detail) => ({ name, email, ...detail })),
			);
		};
	},
});

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/polls */
export const getPollResults = (kind: EventKind) =>
	responses(kind, 'getPollResults', {
		name: 'Get Poll Results',
		action: `Get past ${kind.name} poll results`,
		description: `Retrieve the answers to the polls of a past ${kind.name}: one item for each person and question`,
	});

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/qa */
export const getQuestionsAndAnswers = (kind: EventKind) =>
	responses(kind, 'getQuestionsAndAnswers', {
		name: 'Get Q&A',
		action: `Get past ${kind.name} Q&A`,
		description: `Retrieve the questions asked in the Q&A of a past ${kind.name}, with their answers: one item for each question`,
	});
