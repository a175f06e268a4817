import { WEBINAR_QUESTION_TYPES, MEETING_QUESTION_TYPES } from './choices';

/** Everything in which Zoom's kinds of event differ. */
export interface EventKind {
	/** As parameters, scopes and sentences have it. */
	name: 'meeting' | 'webinar';
	/** As labels have it. */
	label: 'Meeting' | 'Webinar';
	/** First segment of the event's paths. */
	root: 'meetings' | 'webinars';
	/** First segment of the paths of events that are over. */
	pastRoot: 'past_meetings' | 'past_webinars';
	/** Lists those that are over, where Zoom has such a list: it covers six months. */
	pastListType?: 'previous_meetings';
	/** Zoom's numbers of the types that code asks for. */
	types: { scheduled: 2 | 5; noFixedTime: 3 | 6; series: 8 | 9 };
	/** The longest interval of a series that is daily (1), weekly (2) or monthly (3). */
	maxInterval: Readonly<Record<number, number>>;
	/** What stands between alternative hosts. */
	hostSeparator: ';' | ',';
	/** What a host needs for registration, as a part of a sentence. */
	license: string;
	/** Why Zoom may keep registration as it is, where nothing else tells: a sentence. */
	whyKept: string;
	/** With which statuses Zoom answers that it has ended an event, without a body. */
	endStatuses: readonly number[];
	/** What Zoom takes of a registrant only for some kinds, when adding one person. */
	addFields: readonly KindField[];
	/** The same, when adding several people in one call, which takes no more than names beside it. */
	batchFields: readonly KindField[];
	/** Whether Zoom tells how one registrant stands for an occurrence, or in its lists only. */
	readsOccurrence: boolean;
	/** What Zoom lists registrants by, besides what it has for every kind. */
	listFilters: ReadonlyArray<'tracking_source_id'>;
	/** Types of the registration form's own questions; all but `short` have answers to choose from. */
	questionTypes: ReadonlyArray<{ name: string; value: string }>;
	/** What a link with the event's number looks like. */
	exampleLink: string;
	/** Which events cannot have registration, as a sentence. */
	withoutRegistration: string;
}

type KindField = 'auto_approve' | 'registrants_confirmation_email' | 'source_id';

export const MEETING: EventKind = {
	name: 'meeting',
	label: 'Meeting',
	root: 'meetings',
	pastRoot: 'past_meetings',
	pastListType: 'previous_meetings',
	types: { scheduled: 2, noFixedTime: 3, series: 8 },
	maxInterval: { 1: 99, 2: 50, 3: 10 },
	hostSeparator: ';',
	license: 'a Pro license or higher',
	whyKept: "Most likely the host's Zoom plan is Basic: registration needs a Pro license or higher.",
	endStatuses: [204],
	addFields: ['auto_approve'],
	batchFields: ['auto_approve', 'registrants_confirmation_email'],
	readsOccurrence: false,
	listFilters: [],
	questionTypes: MEETING_QUESTION_TYPES,
	exampleLink: 'https://zoom.us/j/85746065432',
	withoutRegistration:
		"Meetings with no fixed time, with a personal meeting ID, or of a host on the Basic plan can't have registration.",
};

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars */
export const WEBINAR: EventKind = {
	name: 'webinar',
	label: 'Webinar',
	root: 'webinars',
	pastRoot: 'past_webinars',
	types: { scheduled: 5, noFixedTime: 6, series: 9 },
	maxInterval: { 1: 90, 2: 12, 3: 3 },
	hostSeparator: ',',
	license: 'a webinar license',
	whyKept:
		'A template or a locked account setting may override it. Check the webinar in the Zoom portal.',
	// Zoom's reference says 200; nobody has recorded an answer, and the one for meetings has 204.
	endStatuses: [200, 204],
	addFields: ['source_id'],
	batchFields: ['auto_approve'],
	readsOccurrence: true,
	listFilters: ['tracking_source_id'],
	questionTypes: WEBINAR_QUESTION_TYPES,
	exampleLink: 'https://zoom.us/w/85746065432',
	withoutRegistration:
		'Check the webinar in the Zoom portal. Its type or an account setting may not allow registration.',
};

export const EVENT_KINDS: readonly EventKind[] = [MEETING, WEBINAR];

/** The kind that an endpoint's path is about; those of users only are counted as meetings'. */
export const kindOfPath = (path: string): EventKind =>
	EVENT_KINDS.find(({ root }) => path.includes(root)) ?? MEETING;
