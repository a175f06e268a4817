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
}

export const MEETING: EventKind = {
	name: 'meeting',
	label: 'Meeting',
	root: 'meetings',
	pastRoot: 'past_meetings',
};

export const WEBINAR: EventKind = {
	name: 'webinar',
	label: 'Webinar',
	root: 'webinars',
	pastRoot: 'past_webinars',
};
