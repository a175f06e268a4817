import type {
	WebinarsAddPanelistsResponse,
	WebinarsListPanelistsResponse,
} from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { validationFailed, ZoomApiError } from '../errors';
import { WEBINAR } from '../kinds';
import { panelistsBody, type PanelistFields } from '../schemas/panelists';
import type { Meeting } from '../state/meeting';
import { findPanelist, newPanelist, panelistView } from '../state/panelist';
import { endpoint } from './endpoint';
import { decode, meetingOf } from './references';

const PATH = '/webinars/{webinarId}/panelists';
const WRITE = { classic: ['webinar:write:admin', 'webinar:write'] };

export const panelistEndpoints = [
	// Zoom API reference, List panelists: all of them, without pages.
	endpoint({
		method: 'GET',
		path: PATH,
		category: 'Medium',
		granular: ['webinar:read:list_panelists', 'webinar:read:list_panelists:admin'],
		classic: ['webinar:read:admin', 'webinar:read'],
		handle(call) {
			const panelists = meetingOf(WEBINAR, call).panelists.map(panelistView);
			const body = { total_records: panelists.length, panelists };
			return { status: 200, body: body satisfies WebinarsListPanelistsResponse };
		},
	}),
	// Zoom API reference, Add panelists. The answer names the webinar, and nobody of them.
	endpoint({
		method: 'POST',
		path: PATH,
		category: 'Medium',
		granular: ['webinar:write:panelist', 'webinar:write:panelist:admin'],
		...WRITE,
		body: panelistsBody,
		handle(call) {
			const webinar = meetingOf(WEBINAR, call);
			addPanelists(webinar, call.body.panelists);
			const body = { id: String(webinar.id), updated_at: toZoomTime(call.now) };
			return { status: 201, body: body satisfies WebinarsAddPanelistsResponse };
		},
	}),
	// Zoom API reference, Remove all panelists.
	endpoint({
		method: 'DELETE',
		path: PATH,
		category: 'Light',
		granular: ['webinar:delete:panelist', 'webinar:delete:panelist:admin'],
		...WRITE,
		handle(call) {
			meetingOf(WEBINAR, call).panelists = [];
			return { status: 204 };
		},
	}),
	// Zoom API reference, Remove a panelist: by ID or address. What an unknown one gets is not documented:
	// refused, the stricter reading.
	endpoint({
		method: 'DELETE',
		path: `${PATH}/{panelistId}`,
		category: 'Light',
		granular: ['webinar:delete:panelist', 'webinar:delete:panelist:admin'],
		...WRITE,
		handle(call) {
			const webinar = meetingOf(WEBINAR, call);
			const panelist = findPanelist(webinar, decode(call.path.panelistId));
			if (!panelist) throw new ZoomApiError('invalidParameter', { name: 'panelistId' });
			webinar.panelists = webinar.panelists.filter((one) => one !== panelist);
			return { status: 204 };
		},
	}),
];

/**
 * Adds all of these people, or nobody. Who speaks already stays as they are, under the name that is
 * given last; this and what the host and an alternative host get is not documented: the stricter
 * reading.
 *
 * @throws ZoomApiError 300 for the host or an alternative host, 3000 for too many
 */
function addPanelists(webinar: Meeting, people: readonly PanelistFields[]): void {
	const hosts = hostsOf(webinar);
	const wrong = people.flatMap(({ email }, index) =>
		hosts.has(email.toLowerCase()) ? [`panelists[${index}].email`] : [],
	);
	if (wrong.length > 0) throw validationFailed(...wrong);
	const fresh = people.filter(({ email }) => !findPanelist(webinar, email));
	if (webinar.panelists.length + fresh.length > webinar.panelistCapacity) {
		throw new ZoomApiError('panelistLimit');
	}
	for (const person of people) {
		const known = findPanelist(webinar, person.email);
		if (known) known.fields = { ...known.fields, ...person, email: known.fields.email };
		else webinar.panelists.push(newPanelist(webinar, person));
	}
}

/** Addresses of the host and the alternative hosts; the reference's list has commas or semicolons. */
function hostsOf({ host, settings }: Meeting): Set<string> {
	const others = (settings.alternative_hosts ?? '').split(/[,;]/).map((one) => one.trim());
	return new Set([host.email, ...others.map((address) => address.toLowerCase())]);
}
