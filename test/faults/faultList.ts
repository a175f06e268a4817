import type { FaultWish } from '../../sandbox';
import type { TableOperation } from '../engine/operationTable';

/**
 * What must come of a row.
 * - `done`: a result, and Zoom has done it
 * - `unknown`: an error that says so, with `error.unknown`
 * - `refused`: an error, and Zoom has done nothing
 */
export type Fate = 'done' | 'unknown' | 'refused';

export interface TableFault {
	name: string;
	/** Without `on` it hits the operation's own request. */
	faults: FaultWish[];
	/** What comes of a POST, of a change that can be repeated, and of reading. */
	fates: Record<TableOperation['kind'], Fate>;
	/** How often Zoom has done a POST in the end. */
	posted: 0 | 1;
	/** Zoom's clock, in seconds ahead of this machine's. */
	skew?: number;
	/** The API's host does not exist. */
	noSuchHost?: true;
}

const EVERYTHING: TableFault['fates'] = { post: 'done', change: 'done', read: 'done' };
const POST_UNKNOWN: TableFault['fates'] = { ...EVERYTHING, post: 'unknown' };
const ALL_REFUSED: TableFault['fates'] = { post: 'refused', change: 'refused', read: 'refused' };
const LOST: TableFault['fates'] = { post: 'unknown', change: 'unknown', read: 'refused' };

const html = (status: number): TableFault[] => [
	{
		name: `HTML with ${status}, nothing done`,
		faults: [{ kind: 'htmlBefore', status, times: 1 }],
		fates: POST_UNKNOWN,
		posted: 0,
	},
	{
		name: `HTML with ${status}, work done`,
		faults: [{ kind: 'htmlAfter', status, times: 1 }],
		fates: POST_UNKNOWN,
		posted: 1,
	},
];

/** A connection that breaks leaves open whether a POST was done; everything else is repeated. */
export const FAULTS: TableFault[] = [
	{
		name: 'reset before the request is read',
		faults: [{ kind: 'resetBefore', times: 1 }],
		fates: POST_UNKNOWN,
		posted: 0,
	},
	{
		name: 'reset after the work is done',
		faults: [{ kind: 'resetAfter', times: 1 }],
		fates: POST_UNKNOWN,
		posted: 1,
	},
	{
		name: 'half an answer',
		faults: [{ kind: 'halfAnswer', times: 1 }],
		fates: POST_UNKNOWN,
		posted: 1,
	},
	{
		name: 'resets without end',
		faults: [{ kind: 'resetBefore' }],
		fates: LOST,
		posted: 0,
	},
	{
		name: 'a slow answer',
		faults: [{ kind: 'slow', ms: 300, times: 1 }],
		fates: EVERYTHING,
		posted: 1,
	},
	...html(500),
	...html(502),
	...html(503),
	{
		name: 'HTML with 503 without end',
		faults: [{ kind: 'htmlBefore' }],
		fates: LOST,
		posted: 0,
	},
	{
		name: 'a storm of 429 that ends',
		faults: [{ kind: 'tooMany', times: 5 }],
		fates: EVERYTHING,
		posted: 1,
	},
	{
		name: 'a storm of 429 without end',
		faults: [{ kind: 'tooMany', retryAfterSeconds: 0 }],
		fates: ALL_REFUSED,
		posted: 0,
	},
	{
		name: 'a token killed in mid-run',
		faults: [{ kind: 'tokenKilled', times: 1 }],
		fates: EVERYTHING,
		posted: 1,
	},
	{
		name: 'tokens killed without end',
		faults: [{ kind: 'tokenKilled' }],
		fates: ALL_REFUSED,
		posted: 0,
	},
	{
		name: 'a token endpoint that is down for four requests',
		faults: [
			{ on: 'token', kind: 'resetBefore', times: 2 },
			{ on: 'token', kind: 'htmlBefore', times: 2 },
		],
		fates: EVERYTHING,
		posted: 1,
	},
	{
		name: 'a token endpoint that stays down',
		faults: [{ on: 'token', kind: 'htmlBefore' }],
		fates: ALL_REFUSED,
		posted: 0,
	},
	...[3600, -3600].map(
		(skew): TableFault => ({
			name: `Zoom's clock ${skew} s ahead, and 429 with an instant of that clock`,
			faults: [{ kind: 'tooMany', times: 1, retryAfterSeconds: 1 }],
			fates: EVERYTHING,
			posted: 1,
			skew,
		}),
	),
	{
		name: 'a host name that nobody knows',
		faults: [],
		fates: ALL_REFUSED,
		posted: 0,
		noSuchHost: true,
	},
];
