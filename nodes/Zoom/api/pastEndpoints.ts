import { memoize } from 'lodash';
import type { Endpoint } from './endpoints';
import type { EventKind } from './eventKinds';

/** Where the details of an event that is over are: for webinars, Zoom has them in a report only. */
const DETAILS: Record<EventKind['name'], Pick<Endpoint, 'path' | 'category' | 'scopes'>> = {
	meeting: {
		path: '/past_meetings/{eventId}',
		category: 'light',
		scopes: { granular: 'meeting:read:past_meeting:admin', classic: 'meeting:read:admin' },
	},
	webinar: {
		path: '/report/webinars/{eventId}',
		category: 'heavy',
		scopes: { granular: 'report:read:webinar:admin', classic: 'report:read:admin' },
	},
};

/** What reading poll results is called in scopes. */
const POLLS = { meeting: 'list_poll_results', webinar: 'list_past_polls' };

/**
 * What Zoom has of events that are over, under the same names for all kinds. The ID is an event's,
 * which means the latest time that it took place, or the UUID of one time.
 * https://developers.zoom.us/docs/api/meetings/
 */
export const pastEndpoints = memoize(({ name, root, pastRoot }: EventKind) => {
	const past = `/${pastRoot}/{eventId}`;
	const scopes = (granular: string) => ({
		granular: `${name}:read:${granular}:admin`,
		classic: `${name}:read:admin`,
	});
	// prettier-ignore
	return {
		get: { method: 'GET', ...DETAILS[name], proof: 'id', idOf: 'event' },
		// Takes no UUID.
		listInstances: { method: 'GET', path: `${past}/instances`,
			category: name === 'meeting' ? 'medium' : 'light',
			scopes: scopes('list_past_instances'), proof: root },
		listParticipants: { method: 'GET', path: `${past}/participants`, category: 'medium',
			scopes: scopes('list_past_participants'), list: 'participants' },
		listReportedParticipants: { method: 'GET', path: `/report/${root}/{eventId}/participants`,
			category: 'heavy', list: 'participants',
			scopes: { granular: `report:read:list_${name}_participants:admin`, classic: 'report:read:admin' } },
		getPollResults: { method: 'GET', path: `${past}/polls`, category: 'medium',
			scopes: scopes(POLLS[name]), proof: 'id', idOf: 'event' },
		getQuestionsAndAnswers: { method: 'GET', path: `${past}/qa`, category: 'medium',
			scopes: scopes('past_qa'), proof: 'id', idOf: 'event' },
	} satisfies Record<string, Endpoint>;
});

/** Who registered for a webinar and did not come; Zoom has no such list for meetings. */
export const listAbsentees = {
	method: 'GET',
	path: '/past_webinars/{eventId}/absentees',
	category: 'heavy',
	scopes: { granular: 'webinar:read:list_absentees:admin', classic: 'webinar:read:admin' },
	list: 'registrants',
} satisfies Endpoint;
