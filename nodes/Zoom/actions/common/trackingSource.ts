import { UserError } from 'n8n-workflow';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { webinarEndpoints } from '../../api/endpoints';
import { WEBINAR } from '../../api/eventKinds';
import { quote, toChoice } from '../../mapping/values';
import type { Zoom } from '../../transport/client';
import { failureOf } from '../../transport/errors';
import type { Failure } from '../../transport/errors';
import { eventParameter } from './event';

const LABEL = 'Tracking Source Name or ID';

/** One of the sources that a webinar's tracking links stand for. */
export const trackingSourceField = (name: string): INodeProperties => ({
	displayName: LABEL,
	name,
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getTrackingSources',
		loadOptionsDependsOn: [`${eventParameter(WEBINAR)}.value`],
	},
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

/** Where the list can't tell: the registration itself may still turn registration on. */
const UNTOLD: ReadonlyArray<Failure['kind']> = ['missingScope', 'registrationOff'];

/**
 * The ID of a webinar's tracking source, by its ID or name: what Zoom does with one that it does not
 * know is not documented. The webinar's sources are read once in a run; without the scope for that
 * an ID is believed.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId}/tracking_sources
 *
 * @throws UserError where the webinar has no such source
 */
export async function findTrackingSource(
	zoom: Zoom,
	eventId: string,
	source: string,
): Promise<string> {
	const reading = zoom.once(
		`tracking sources of webinar ${eventId}`,
		async (once) => await readTrackingSources(once, eventId),
	);
	const sources = await reading.catch((error: Error) => {
		const kind = failureOf(error)?.kind;
		if (kind !== undefined && UNTOLD.includes(kind)) return undefined;
		throw error;
	});
	if (!sources) return source;
	if (sources.length === 0) {
		throw new UserError(`The webinar has no tracking sources, so ${quote(source)} can't be used`, {
			description: 'Create them in the Zoom portal: the webinar → Registration → Source Tracking.',
		});
	}
	const choices = sources.map(({ id, source_name: name }) => ({
		name: String(name),
		value: String(id),
	}));
	return String(toChoice(source, LABEL, choices));
}

/** A webinar's tracking sources. Zoom gives them all at once. */
export async function readTrackingSources(zoom: Zoom, eventId: string): Promise<IDataObject[]> {
	const { listTrackingSources } = webinarEndpoints;
	const { tracking_sources: sources } = await zoom.send(listTrackingSources, { eventId });
	return (sources ?? []) as IDataObject[];
}
