import type { IDataObject } from 'n8n-workflow';
import { isNew, release, remember, store } from '../../../nodes/ZoomTrigger/duplicates';

const DAY_MS = 24 * 3_600_000;
const seenIn = (stored: IDataObject) => stored.seen as string[];

/** What happens where n8n starts the workflow. */
function starts(trigger: string, key: string, stored: IDataObject = {}): boolean {
	const isStarted = isNew(trigger, [key], stored);
	if (isStarted) remember(trigger, [key], stored);
	return isStarted;
}

// One clock for all: memories lie in the order of their last events.
beforeAll(() => jest.useFakeTimers());
afterAll(() => jest.useRealTimers());

it('takes an event once, for each trigger', () => {
	expect([starts('a', '1'), starts('a', '1')]).toEqual([true, false]);
	expect([starts('a', '2'), starts('b', '1')]).toEqual([true, true]);
});

it('knows an event by either of its keys', () => {
	expect(isNew('either', ['content', 'request'], {})).toBe(true);
	for (const keys of [['content'], ['request'], ['other', 'request'], ['content', 'other']]) {
		expect(isNew('either', keys, {})).toBe(false);
	}
	expect(isNew('either', ['other'], {})).toBe(true);
});

describe('an event that is being started', () => {
	it('starts nothing where it comes again at the same moment', () => {
		expect([isNew('moment', ['1'], {}), isNew('moment', ['1'], {})]).toEqual([true, false]);
	});

	it('may come again where n8n could not start it', () => {
		const stored: IDataObject = {};
		isNew('failed', ['1'], stored);
		// Another event of the same moment writes down what it knows.
		starts('failed', '2', stored);
		release('failed', ['1']);
		expect(seenIn(stored)).toEqual(['2']);
		expect(isNew('failed', ['1'], stored)).toBe(true);
	});

	it('stays known where it was started, whatever comes of the answer', () => {
		starts('started', '1');
		release('started', ['1']);
		expect(isNew('started', ['1'], {})).toBe(false);
	});

	it('is known where n8n started it after all', () => {
		isNew('late', ['1'], {});
		release('late', ['1']);
		remember('late', ['1'], {});
		expect(isNew('late', ['1'], {})).toBe(false);
	});

	it('of a trigger that is not known is nothing to release', () => {
		expect(() => release('nobody', ['1'])).not.toThrow();
	});
});

describe('the static data', () => {
	it('tell what came before a restart, and what another process took', () => {
		expect(starts('after a restart', '1', { seen: ['1'] })).toBe(false);
		expect(starts('after a restart', '2', { seen: ['1', '2'] })).toBe(false);
		expect(starts('after a restart', '3', { seen: ['1', '2'] })).toBe(true);
	});

	it('are not needed for what they once told this process', () => {
		starts('overwritten', '1', { seen: ['before the restart'] });
		expect(starts('overwritten', 'before the restart', {})).toBe(false);
	});

	it('keep events of the same moment, which each begin with an older list', () => {
		starts('burst', '1');
		const stored: IDataObject = { seen: ['of another process'] };
		starts('burst', '2', stored);
		expect(seenIn(stored)).toEqual(['of another process', '1', '2']);
	});

	it('hold 1,000 events, and the process 10,000: each has two keys', () => {
		// A list of an imaginary longer memory spares 10,000 calls.
		const known = Array.from({ length: 19_999 }, (_, number) => `known ${number}`);
		const stored = { seen: ['first', ...known] };
		starts('many', 'last', stored);
		expect(seenIn(stored)).toHaveLength(2_000);
		expect(seenIn(stored).at(-1)).toBe('last');
		expect([starts('many', 'known 0'), starts('many', 'first')]).toEqual([false, true]);
	});

	it('drop the oldest of what other processes wrote', () => {
		const others = Array.from({ length: 2_000 }, (_, number) => `other ${number}`);
		const stored: IDataObject = { seen: others };
		starts('full', '1', stored);
		expect(seenIn(stored)).toEqual([...others.slice(1), '1']);
	});

	it('stay as they are where an event comes again', () => {
		starts('again', '1');
		const stored: IDataObject = {};
		starts('again', '1', stored);
		expect(stored).toEqual({});
	});

	it('begin again where they hold something else', () => {
		const stored: IDataObject = { seen: 'text' };
		expect(starts('odd', '1', stored)).toBe(true);
		expect(stored).toEqual({ seen: ['1'] });
	});

	it('get what the process knows, whoever wrote over them', () => {
		starts('published', '1');
		const stored: IDataObject = { seen: ['0'] };
		store('published', stored);
		expect(stored).toEqual({ seen: ['0', '1'] });
	});

	it('stay as they are where the process knows nothing', () => {
		const stored: IDataObject = {};
		store('never', stored);
		expect(stored).toEqual({});
	});
});

describe('the memory of a trigger', () => {
	it('ends two days after its last event, when another trigger gets one', () => {
		for (const trigger of ['removed', 'busy']) starts(trigger, '1');
		jest.advanceTimersByTime(DAY_MS);
		starts('busy', '2');
		jest.advanceTimersByTime(DAY_MS);
		starts('other', '1');
		const stillKnown = (trigger: string) => {
			const stored: IDataObject = {};
			store(trigger, stored);
			return stored.seen;
		};
		expect([stillKnown('removed'), stillKnown('busy')]).toEqual([['1'], ['1', '2']]);
		jest.advanceTimersByTime(1);
		starts('other', '2');
		expect([stillKnown('removed'), stillKnown('busy')]).toEqual([undefined, ['1', '2']]);
	});
});
