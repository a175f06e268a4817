import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { listUsers, recordingEndpoints } from '../../../api/endpoints';
import { propertiesOf, toBody } from '../../../mapping/body';
import type { ZoomField } from '../../../mapping/body';
import { dateRanges } from '../../../mapping/dateRanges';
import type { DateRange } from '../../../mapping/dateRanges';
import { toDate } from '../../../mapping/time';
import { parseRecordedEvent } from '../../../mapping/recordedEvent';
import { quote, toChoice } from '../../../mapping/values';
import { PAGE_SIZE } from '../../../transport/client';
import type { Zoom } from '../../../transport/client';
import { failureOf } from '../../../transport/errors';
import { filters as filtersField, readCollection } from '../../common/collections';
import { hostField, readHost } from '../../common/host';
import { listFields, readLimit, readSimplify, simplifyField } from '../../common/list';
import { sideBySide } from '../../common/sideBySide';
import type { ItemOperation } from '../../types';
import { simplifyRecording } from '../recording';

const { list: endpoint } = recordingEndpoints;
const HOSTS_AT_A_TIME = 10;

const OWNERS = [
	{
		name: 'All Hosts of the Account',
		value: 'account',
		description: 'Takes at least one request for each active user and month',
	},
	{ name: 'One Host', value: 'host' },
];

const ownersField: INodeProperties = {
	displayName: 'Recordings Of',
	name: 'owners',
	type: 'options',
	noDataExpression: true,
	options: OWNERS,
	default: 'host',
};

const filters: ZoomField[] = [
	{
		to: 'from',
		convert: toDate,
		property: {
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			description: 'The first day, in UTC. Without it, the last 30 days until To.',
		},
	},
	{
		to: 'meeting_id',
		convert: toMeetingNumber,
		property: {
			displayName: 'Meeting ID',
			name: 'meetingId',
			type: 'string',
			default: '',
			description: 'Only recordings of this meeting or webinar, all its instances',
		},
	},
	{
		to: 'to',
		convert: toDate,
		property: {
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			default: '',
			description: 'The last day, in UTC. Without it, today.',
		},
	},
	{
		to: 'trash_type',
		property: {
			displayName: 'Trash',
			name: 'trash',
			type: 'options',
			default: 'meeting_recordings',
			description: 'Whether to list recordings in the trash. They can be recovered for 30 days.',
			options: [
				{ name: 'Single Files', value: 'recording_file' },
				{ name: 'Whole Recordings', value: 'meeting_recordings' },
			],
		},
	},
];

/** Zoom takes no UUID here. */
function toMeetingNumber(value: unknown, label: string): number {
	const id = parseRecordedEvent(value, label);
	if (/^\d+$/.test(id)) return Number(id);
	throw new UserError(`'${label}' is the UUID of a single past instance: ${quote(id)}`, {
		description: 'Enter the ID instead, which has 9 to 11 digits. Recording → Get accepts UUIDs.',
	});
}

/** What the lists of a host are asked for. */
interface Wanted {
	ranges: DateRange[];
	query: IDataObject;
	limit: number;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/users/{userId}/recordings */
export const getAll: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many recordings',
		description:
			'Retrieve a list of the recordings of a host or the whole account, the latest first',
	},
	endpoints: [endpoint, listUsers],
	fields: [
		ownersField,
		{ ...hostField, displayOptions: { show: { owners: ['host'] } } },
		...listFields,
		filtersField(propertiesOf(filters)),
		simplifyField,
	],
	prepare(itemIndex) {
		const owners = this.getNodeParameter('owners', itemIndex, 'host');
		const isAccount = toChoice(owners, ownersField.displayName, OWNERS) === 'account';
		const host = isAccount ? '' : readHost(this, itemIndex);
		const { from, to, ...query } = toBody(
			filters,
			readCollection(this, itemIndex, 'filters', 'Filters'),
		);
		const wanted: Wanted = {
			ranges: dateRanges({ from, to }, Date.now()),
			query: { ...query, ...(query.trash_type !== undefined && { trash: true }) },
			limit: readLimit(this, itemIndex),
		};
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const found = isAccount
				? await listOfAccount(zoom, wanted)
				: await listOfHost(zoom, host, wanted);
			return simple ? found.map(simplifyRecording) : found;
		};
	},
};

/** Zoom lists a month at a time. */
async function listOfHost(zoom: Zoom, userId: string, { ranges, query, limit }: Wanted) {
	const found: IDataObject[] = [];
	for (const range of ranges) {
		const paged = { page_size: Math.min(PAGE_SIZE, limit), ...query, ...range };
		for await (const recording of zoom.list(endpoint, { userId }, paged)) {
			found.push(recording);
			if (found.length >= limit) return found;
		}
	}
	return found;
}

/** Zoom's own list of an account is for accounts that have others below them. */
async function listOfAccount(zoom: Zoom, wanted: Wanted): Promise<IDataObject[]> {
	const users: IDataObject[] = [];
	for await (const user of zoom.list(listUsers, {}, { status: 'active' })) users.push(user);
	const lists: IDataObject[][] = [];
	const listNext = async ([index, { id }]: [number, IDataObject]) => {
		lists[index] = await listOfHost(zoom, String(id), wanted).catch((error: Error) => {
			// A host without a license for recordings has none.
			if (['noRecording', 'planMissing'].includes(failureOf(error)?.kind ?? '')) return [];
			throw error;
		});
	};
	// Of how many hosts the latest are, only all of them tell.
	await sideBySide(users.entries(), HOSTS_AT_A_TIME, listNext, () => false);
	const latestFirst = lists.flat().sort((a, b) => timeOf(b) - timeOf(a));
	return latestFirst.slice(0, wanted.limit);
}

const timeOf = ({ start_time: start }: IDataObject) => Date.parse(String(start)) || 0;
