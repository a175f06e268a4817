import { memoize } from 'lodash';
import type { IHttpRequestMethods } from 'n8n-workflow';
import type { EventKind } from './eventKinds';
import type { RateCategory } from './rateLimits';

/** One operation of Zoom's API. */
export interface Endpoint {
	method: IHttpRequestMethods;
	/** After `/v2`, with `{name}` for each segment that a request fills in. */
	path: string;
	/** Which of Zoom's rate limits it counts against. */
	category: RateCategory;
	/** An app needs one of the two. */
	scopes: { granular: string; classic: string };
	/** Key of the entries of a list, in pages or whole: an empty one may come without. */
	list?: string;
	/**
	 * What proves that Zoom did it, where the answer isn't a list: the key that it has, or the status,
	 * or statuses, of one without a body.
	 */
	proof?: string | number | readonly number[];
	/** Whose `id` the answer has. */
	idOf?: 'event' | 'registrant';
	/** Counts against what Zoom takes for a host in a day. */
	hostLimited?: true;
	/** Zoom accepts it for hosts with a license alone, which accounts on its Free plan don't have. */
	licensed?: true;
}

/** The account's users: https://developers.zoom.us/docs/api/users/#tag/users/GET/users */
export const listUsers = {
	method: 'GET',
	path: '/users',
	category: 'medium',
	scopes: { granular: 'user:read:list_users:admin', classic: 'user:read:admin' },
	list: 'users',
} satisfies Endpoint;

/**
 * What Zoom has for each kind of event, under the same names for all.
 * https://developers.zoom.us/docs/api/meetings/
 */
export const eventEndpoints = memoize(({ name, root, endStatuses }: EventKind) => {
	const event = `/${root}/{eventId}`;
	const scopes = (granular: string, classic: 'read' | 'write') => ({
		granular: `${name}:${granular}:admin`,
		classic: `${name}:${classic}:admin`,
	});
	// prettier-ignore
	return {
		create: { method: 'POST', path: `/users/{userId}/${root}`, category: 'light',
			scopes: scopes(`write:${name}`, 'write'), proof: 'uuid', hostLimited: true },
		get: { method: 'GET', path: event, category: 'light',
			scopes: scopes(`read:${name}`, 'read'), proof: 'id', idOf: 'event' },
		list: { method: 'GET', path: `/users/{userId}/${root}`, category: 'medium',
			scopes: scopes(`read:list_${root}`, 'read'), list: root },
		update: { method: 'PATCH', path: event, category: 'light',
			scopes: scopes(`update:${name}`, 'write'), proof: 204, hostLimited: true },
		remove: { method: 'DELETE', path: event, category: 'light',
			scopes: scopes(`delete:${name}`, 'write'), proof: 204 },
		updateStatus: { method: 'PUT', path: `${event}/status`, category: 'light',
			scopes: scopes('update:status', 'write'), proof: endStatuses },
		getInvitation: { method: 'GET', path: `${event}/invitation`, category: 'light',
			scopes: scopes('read:invitation', 'read'), proof: 'invitation' },
		addRegistrant: { method: 'POST', path: `${event}/registrants`, category: 'light',
			scopes: scopes('write:registrant', 'write'), proof: 'registrant_id', licensed: true },
		addRegistrants: { method: 'POST', path: `${event}/batch_registrants`, category: 'heavy',
			scopes: scopes('write:batch_registrants', 'write'), proof: 'registrants', licensed: true },
		getRegistrant: { method: 'GET', path: `${event}/registrants/{registrantId}`, category: 'light',
			scopes: scopes('read:registrant', 'read'), proof: 'id', idOf: 'registrant' },
		listRegistrants: { method: 'GET', path: `${event}/registrants`, category: 'medium',
			scopes: scopes('read:list_registrants', 'read'), list: 'registrants' },
		updateRegistrantStatus: { method: 'PUT', path: `${event}/registrants/status`, category: 'medium',
			scopes: scopes('update:registrant_status', 'write'), proof: 204 },
		removeRegistrant: { method: 'DELETE', path: `${event}/registrants/{registrantId}`, category: 'light',
			scopes: scopes('delete:registrant', 'write'), proof: 204 },
		getQuestions: { method: 'GET', path: `${event}/registrants/questions`, category: 'light',
			scopes: scopes('read:list_registration_questions', 'read'), proof: 'custom_questions' },
		updateQuestions: { method: 'PATCH', path: `${event}/registrants/questions`, category: 'light',
			scopes: scopes('update:registration_question', 'write'), proof: 204 },
	} satisfies Record<string, Endpoint>;
});

/** What only webinars have: https://developers.zoom.us/docs/api/meetings/#tag/webinars */
// prettier-ignore
export const webinarEndpoints = {
	listTrackingSources: { method: 'GET', path: '/webinars/{eventId}/tracking_sources', category: 'medium',
		scopes: { granular: 'webinar:read:list_tracking_sources:admin', classic: 'webinar:read:admin' },
		list: 'tracking_sources' },
	listPanelists: { method: 'GET', path: '/webinars/{eventId}/panelists', category: 'medium',
		scopes: { granular: 'webinar:read:list_panelists:admin', classic: 'webinar:read:admin' },
		list: 'panelists' },
	addPanelists: { method: 'POST', path: '/webinars/{eventId}/panelists', category: 'medium',
		scopes: { granular: 'webinar:write:panelist:admin', classic: 'webinar:write:admin' },
		proof: 'id', idOf: 'event' },
	removePanelist: { method: 'DELETE', path: '/webinars/{eventId}/panelists/{panelistId}', category: 'light',
		scopes: { granular: 'webinar:delete:panelist:admin', classic: 'webinar:write:admin' }, proof: 204 },
	removePanelists: { method: 'DELETE', path: '/webinars/{eventId}/panelists', category: 'light',
		scopes: { granular: 'webinar:delete:panelist:admin', classic: 'webinar:write:admin' }, proof: 204 },
} satisfies Record<string, Endpoint>;

/**
 * Recordings in Zoom's cloud, of meetings and webinars alike; a `recordingId` is the ID of one file.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording
 */
const RECORDINGS = '/meetings/{eventId}/recordings';
const recordingScopes = (granular: string, classic: 'read' | 'write') => ({
	granular: `cloud_recording:${granular}:admin`,
	// For getting one, Zoom's reference has phone_recording:read:admin: a slip.
	classic: `recording:${classic}:admin`,
});
// prettier-ignore
export const recordingEndpoints = {
	list: { method: 'GET', path: '/users/{userId}/recordings', category: 'medium',
		scopes: recordingScopes('read:list_user_recordings', 'read'), list: 'meetings' },
	get: { method: 'GET', path: RECORDINGS, category: 'light',
		scopes: recordingScopes('read:list_recording_files', 'read'), proof: 'uuid', idOf: 'event' },
	remove: { method: 'DELETE', path: RECORDINGS, category: 'light',
		scopes: recordingScopes('delete:meeting_recording', 'write'), proof: 204 },
	removeFile: { method: 'DELETE', path: `${RECORDINGS}/{recordingId}`, category: 'light',
		scopes: recordingScopes('delete:recording_file', 'write'), proof: 204 },
	// The reference says 200 for all files and 204 for one; nobody has recorded either.
	recover: { method: 'PUT', path: `${RECORDINGS}/status`, category: 'light',
		scopes: recordingScopes('update:recover_meeting_recordings', 'write'), proof: [200, 204] },
	recoverFile: { method: 'PUT', path: `${RECORDINGS}/{recordingId}/status`, category: 'light',
		scopes: recordingScopes('update:recover_single_recording', 'write'), proof: [200, 204] },
	getTranscript: { method: 'GET', path: '/meetings/{eventId}/transcript', category: 'medium',
		scopes: recordingScopes('read:meeting_transcript', 'read'), proof: 'meeting_id' },
} satisfies Record<string, Endpoint>;

/**
 * Summaries that Zoom's AI Companion wrote, of meetings and webinars alike.
 * https://developers.zoom.us/docs/api/meetings/#tag/summaries
 */
// prettier-ignore
export const summaryEndpoints = {
	list: { method: 'GET', path: '/meetings/meeting_summaries', category: 'medium',
		scopes: { granular: 'meeting:read:list_summaries:admin', classic: 'meeting_summary:read:admin' },
		list: 'summaries' },
	get: { method: 'GET', path: '/meetings/{eventId}/meeting_summary', category: 'light',
		scopes: { granular: 'meeting:read:summary:admin', classic: 'meeting_summary:read:admin' },
		proof: 'meeting_uuid' },
} satisfies Record<string, Endpoint>;

/** What is asked for the registrants' fields that only this kind has. */
export const addFieldEndpoints = ({ addFields }: EventKind): Endpoint[] =>
	addFields.includes('source_id') ? [webinarEndpoints.listTrackingSources] : [];
