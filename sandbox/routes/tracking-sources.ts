import type { WebinarsGetWebinarTrackingSourcesResponse } from '@zoom/rivet/meetings/meetings';
import { WEBINAR } from '../kinds';
import { trackingSourceView } from '../state/tracking-source';
import { endpoint } from './endpoint';
import { registeringMeeting } from './references';

export const trackingSourceEndpoints = [
	// Zoom API reference, Get webinar tracking sources. It needs registration; what a webinar without is
	// told is not documented: what its registration form is told.
	endpoint({
		method: 'GET',
		path: '/webinars/{webinarId}/tracking_sources',
		category: 'Medium',
		granular: ['webinar:read:list_tracking_sources', 'webinar:read:list_tracking_sources:admin'],
		classic: ['webinar:read:admin', 'webinar:read'],
		handle(call) {
			const webinar = registeringMeeting(WEBINAR, call);
			const sources = webinar.trackingSources.map((source) => trackingSourceView(webinar, source));
			const body = { total_records: sources.length, tracking_sources: sources };
			return { status: 200, body: body satisfies WebinarsGetWebinarTrackingSourcesResponse };
		},
	}),
];
