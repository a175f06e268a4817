import { ZoomApiError } from '../errors';
import { WEBINAR } from '../kinds';
import { absenteesQuery } from '../schemas/past-event';
import { findOccurrence, takesRegistration } from '../state/meeting';
import { wasInside } from '../state/participant';
import { pastInstances } from '../state/past';
import { occurrencesFor, registrantView, standingOn } from '../state/registrant';
import { endpoint } from './endpoint';
import { pastEventOf } from './past-events';

export const absenteeEndpoints = [
	// Zoom API reference, Get webinar absentees.
	endpoint({
		method: 'GET',
		path: '/past_webinars/{webinarId}/absentees',
		category: 'Heavy',
		granular: ['webinar:read:list_absentees', 'webinar:read:list_absentees:admin'],
		classic: ['webinar:read:admin', 'webinar:read'],
		query: absenteesQuery,
		handle(call) {
			const { account, query, paging, now } = call;
			const { meeting, instance } = pastEventOf(WEBINAR, call, {
				unknown: 'absenteesUnavailable',
				notOver: 'absenteesUnavailable',
				tooOld: 'absenteesUnavailable',
			});
			const { occurrence_id: asked } = query;
			if (!takesRegistration(meeting)) {
				throw new ZoomApiError('absenteesWithoutRegistration', { id: instance.uuid });
			}
			if (asked !== undefined && !findOccurrence(meeting, asked)) {
				throw new ZoomApiError('absenteesOccurrenceInvalid', { occurrenceId: asked });
			}
			const occurrenceId = asked ?? instance.occurrenceId;
			const { participants = [] } =
				pastInstances(meeting, now).find((one) => one.occurrenceId === occurrenceId) ?? {};
			const came = new Set(participants.filter(wasInside).map((one) => one.registrant_id));
			const absentees = [...meeting.registrants.values()].filter(
				(registrant) =>
					!came.has(registrant.id) &&
					standingOn(registrant, occurrenceId).status === 'approved' &&
					(occurrenceId === undefined ||
						occurrencesFor(meeting, registrant).some(({ id }) => id === occurrenceId)),
			);
			const scope = `${account.id} ${instance.uuid} absentees`;
			const { envelope, items } = paging.page(scope, query, absentees);
			const registrants = items.map((one) => registrantView(meeting, one, occurrenceId));
			return { status: 200, body: { ...envelope, registrants } };
		},
	}),
];
