import type { WebinarsGetWebinarTrackingSourcesResponse } from '@zoom/rivet/meetings/meetings';
import type { Registrant } from './registrant';

/** A link of its own to a webinar's registration form, which tells where people came from. */
export interface TrackingSource {
	/** A number, as text. */
	id: string;
	name: string;
	/** How often the link was opened. */
	visitors: number;
}

/** A webinar, as far as it matters here. */
interface Tracked {
	registrationKey: string;
	registrants: ReadonlyMap<string, Registrant>;
	trackingSources: readonly TrackingSource[];
}

type View = NonNullable<WebinarsGetWebinarTrackingSourcesResponse['tracking_sources']>[number];

export function trackingSourceView(webinar: Tracked, source: TrackingSource): View {
	const registrants = [...webinar.registrants.values()];
	return {
		...naming(webinar, source),
		registration_count: registrants.filter(({ sourceId }) => sourceId === source.id).length,
		visitor_count: source.visitors,
	};
}

/** @returns what events tell of a registrant's source; nothing where they came without one */
export function trackedBy(webinar: Tracked, { sourceId }: Registrant) {
	const source = webinar.trackingSources.find(({ id }) => id === sourceId);
	return { ...(source && { tracking_source: naming(webinar, source) }) };
}

/** As in the reference's example: the registration link with the source's number in it. */
function naming({ registrationKey }: Tracked, { id, name }: TrackingSource) {
	const url = `https://us02web.zoom.us/webinar/register/${id}/${registrationKey}`;
	return { id, source_name: name, tracking_url: url };
}
