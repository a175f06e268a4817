import type { IDataObject } from 'n8n-workflow';
import { fingerprintOf, isDuplicate } from '../../../nodes/ZoomTrigger/duplicates';

const event = (number: number) => ({ event: 'meeting.started', event_ts: number, payload: {} });
const storedIn = (stored: IDataObject) => stored.seen as string[];

describe('fingerprintOf', () => {
	it('is the same whatever the order of the keys, and for a new download token', () => {
		const one = { event: 'a', event_ts: 1, payload: { x: 1, y: [{ p: 1, q: null }] } };
		const other = { payload: { y: [{ q: null, p: 1 }], x: 1 }, event_ts: 1, event: 'a' };
		expect(fingerprintOf({ ...other, download_token: 't' })).toBe(fingerprintOf(one));
	});

	it.each([
		[{ payload: { x: '1' } }, { payload: { x: 1 } }],
		[{ payload: { x: [1, 2] } }, { payload: { x: [2, 1] } }],
		[{ payload: { x: 'y' } }, { payload: { y: 'x' } }],
		[{ payload: { x: {} } }, { payload: { x: { y: 1 } } }],
		[{ payload: { x: null } }, { payload: { x: {} } }],
		[
			{ payload: {}, event_ts: 1 },
			{ payload: {}, event_ts: 2 },
		],
	])('tells %p from %p', (one, other) => {
		expect(fingerprintOf({ event: 'a', ...one })).not.toBe(fingerprintOf({ event: 'a', ...other }));
	});
});

describe('isDuplicate', () => {
	it('takes an event once, for each trigger', () => {
		expect(isDuplicate('a', event(1), {})).toBe(false);
		expect(isDuplicate('a', event(1), {})).toBe(true);
		expect(isDuplicate('a', event(2), {})).toBe(false);
		expect(isDuplicate('b', event(1), {})).toBe(false);
	});

	it('knows what came before a restart, and what another process took', () => {
		const before: IDataObject = {};
		isDuplicate('before the restart', event(1), before);
		expect(isDuplicate('after it', event(1), { ...before })).toBe(true);
		const other = { seen: [fingerprintOf(event(2))] };
		expect(isDuplicate('after it', event(2), other)).toBe(true);
	});

	it('keeps events of the same moment, which each start from an older list', () => {
		isDuplicate('burst', event(1), {});
		const stored: IDataObject = { seen: ['of another process'] };
		isDuplicate('burst', event(2), stored);
		expect(storedIn(stored)).toEqual([
			'of another process',
			fingerprintOf(event(1)),
			fingerprintOf(event(2)),
		]);
	});

	it('stores the last 1,000 and remembers the last 10,000', () => {
		// A list of an imaginary longer memory spares 10,000 calls.
		const known = Array.from({ length: 9_998 }, (_, number) => `known ${number}`);
		const stored = { seen: [fingerprintOf(event(0)), fingerprintOf(event(1)), ...known] };
		isDuplicate('many', event(2), stored);
		expect(storedIn(stored)).toHaveLength(1_000);
		expect(storedIn(stored).at(-1)).toBe(fingerprintOf(event(2)));
		expect(isDuplicate('many', event(1), {})).toBe(true);
		expect(isDuplicate('many', event(0), {})).toBe(false);
	});

	it('leaves what is stored as it is where an event comes again', () => {
		isDuplicate('again', event(1), {});
		const stored: IDataObject = {};
		isDuplicate('again', event(1), stored);
		expect(stored).toEqual({});
	});

	it('drops the oldest of what other processes stored', () => {
		const others = Array.from({ length: 1_000 }, (_, number) => `other ${number}`);
		const stored: IDataObject = { seen: others };
		isDuplicate('full', event(1), stored);
		expect(storedIn(stored)).toEqual([...others.slice(1), fingerprintOf(event(1))]);
	});

	it('starts anew from static data that hold something else', () => {
		const stored: IDataObject = { seen: 'text' };
		expect(isDuplicate('odd', event(1), stored)).toBe(false);
		expect(storedIn(stored)).toEqual([fingerprintOf(event(1))]);
	});
});
