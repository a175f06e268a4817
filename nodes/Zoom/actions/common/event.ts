import { UserError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { parseMeeting } from '../../mapping/references';
import type { MeetingReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';

/** Which meeting. */
export const meetingField: INodeProperties = {
	displayName: 'Meeting',
	name: 'meetingId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The Zoom meeting',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchMeetings', searchable: true },
			hint: "Shows the account owner's meetings; type a host's email address to see theirs",
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 857 4606 5432',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://zoom.us/j/85746065432',
			hint: 'A join link, a registration link or a start link',
		},
	],
};

const LOOKED_THROUGH = 300;
/** Registration links found in this run; meetings do not change theirs. */
const found = new WeakMap<Zoom, Map<string, Promise<string>>>();

/**
 * What the user gave: an ID, or the code of a registration link.
 *
 * @throws UserError where the value names no meeting
 */
export function readMeeting(context: IExecuteFunctions, itemIndex: number): MeetingReference {
	return parseMeeting(context.getNodeParameter('meetingId', itemIndex, '', { extractValue: true }));
}

/**
 * The meeting's path segment.
 *
 * @throws UserError where no meeting has the registration link
 */
export async function findMeeting(
	zoom: Zoom,
	reference: MeetingReference,
	itemIndex: number,
): Promise<string> {
	if (reference.kind === 'id') return reference.id;
	const known = found.get(zoom) ?? new Map<string, Promise<string>>();
	found.set(zoom, known);
	const { code } = reference;
	const search = known.get(code) ?? findByRegistrationLink(zoom, code, itemIndex);
	known.set(code, search);
	search.catch(() => known.delete(code));
	return await search;
}

/** A registration link does not hold the meeting's number, so the owner's meetings are asked. */
async function findByRegistrationLink(zoom: Zoom, code: string, itemIndex: number) {
	let looked = 0;
	const meetings = zoom.list(
		{ method: 'GET', path: ['users', 'me', 'meetings'], itemIndex },
		'meetings',
	);
	for await (const { id } of meetings) {
		if (++looked > LOOKED_THROUGH) break;
		const path = ['meetings', String(id)];
		const meeting = await zoom.request({ method: 'GET', path, itemIndex });
		if (String(meeting.registration_url ?? '').includes(`/register/${code}`)) return String(id);
	}
	throw new UserError('No meeting of the account owner has this registration link', {
		description:
			'Choose the meeting from the list, or give its ID or join link: these work for every host.',
	});
}
