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
	/** Zoom's numbers of the types that code asks for. */
	types: { scheduled: 2 | 5; noFixedTime: 3 | 6; series: 8 | 9 };
	/** The longest interval of a series that is daily (1), weekly (2) or monthly (3). */
	maxInterval: Readonly<Record<number, number>>;
	/** What stands between alternative hosts. */
	hostSeparator: ';' | ',';
	/** The status, or one of the statuses, of Zoom's answer without a body to ending an event. */
	endedBy: number | readonly number[];
	/** What a host needs for registration, as a part of a sentence. */
	licence: string;
	/** Why Zoom may keep registration as it is, where nothing else tells: a sentence. */
	whyKept: string;
}

export const MEETING: EventKind = {
	name: 'meeting',
	label: 'Meeting',
	root: 'meetings',
	pastRoot: 'past_meetings',
	types: { scheduled: 2, noFixedTime: 3, series: 8 },
	maxInterval: { 1: 99, 2: 50, 3: 10 },
	hostSeparator: ';',
	endedBy: 204,
	licence: 'a Pro licence or higher',
	whyKept: "Most likely the host's Zoom plan is Basic: registration needs a Pro licence or higher.",
};

export const WEBINAR: EventKind = {
	name: 'webinar',
	label: 'Webinar',
	root: 'webinars',
	pastRoot: 'past_webinars',
	types: { scheduled: 5, noFixedTime: 6, series: 9 },
	maxInterval: { 1: 90, 2: 12, 3: 3 },
	hostSeparator: ',',
	// Documented with 200, where all of Zoom's other changes without a body have 204:
	// https://developers.zoom.us/docs/api/meetings/#tag/webinars/PUT/webinars/{webinarId}/status
	endedBy: [200, 204],
	licence: 'a webinar licence',
	whyKept:
		'A template or a locked setting of the account may say otherwise: look at the webinar in the Zoom portal.',
};
