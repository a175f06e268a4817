import type { IDataObject } from 'n8n-workflow';
import { forget, isNew, release, remember, store } from '../../../nodes/ZoomTrigger/duplicates';

const DAY_MS = 24 * 3_600_000;
const seenIn = (stored: IDataObject) => String(stored.seen).split(' ');

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
		expect(starts('after a restart', '1', { seen: '1' })).toBe(false);
		expect(starts('after a restart', '2', { seen: '1 2' })).toBe(false);
		expect(starts('after a restart', '3', { seen: '1 2' })).toBe(true);
	});

	it('are not needed for what they once told this process', () => {
		starts('overwritten', '1', { seen: 'before' });
		expect(starts('overwritten', 'before', {})).toBe(false);
	});

	it('keep events of the same moment, which each begin with an older list', () => {
		starts('burst', '1');
		const stored: IDataObject = { seen: 'other' };
		starts('burst', '2', stored);
		expect(seenIn(stored).sort()).toEqual(['1', '2', 'other']);
	});

	it('keep what another process wrote while an event was being started', () => {
		const stored: IDataObject = {};
		isNew('meanwhile', ['1'], stored);
		starts('meanwhile', '2', { seen: 'other' });
		remember('meanwhile', ['1'], stored);
		expect(seenIn(stored).sort()).toEqual(['1', '2', 'other']);
	});

	it('hold 1,000 events, and the process 10,000: each has two keys', () => {
		// A text of an imaginary longer memory spares 10,000 calls.
		const known = Array.from({ length: 19_999 }, (_, number) => `known-${number}`);
		const stored = { seen: ['first', ...known].join(' ') };
		starts('many', 'last', stored);
		expect(seenIn(stored)).toHaveLength(2_000);
		expect(seenIn(stored).at(-1)).toBe('last');
		expect([starts('many', 'known-0'), starts('many', 'first')]).toEqual([false, true]);
	});

	describe('of events that come together', () => {
		/** Takes events while another one is on its way; tells which of them wrote the static data. */
		function wroteBesides(trigger: string, apartMs: number, count: number): number[] {
			starts(trigger, 'before');
			isNew(trigger, ['slow'], {});
			return Array.from({ length: count }, (_, number) => number).filter((number) => {
				jest.advanceTimersByTime(apartMs);
				const stored: IDataObject = {};
				starts(trigger, `${number}`, stored);
				return 'seen' in stored;
			});
		}

		it('are written by the last one, which knows all', () => {
			expect(wroteBesides('together', 10, 20)).toEqual([]);
			const stored: IDataObject = {};
			remember('together', ['slow'], stored);
			const others = Array.from({ length: 20 }, (_, number) => `${number}`);
			expect(seenIn(stored)).toEqual(['before', ...others, 'slow']);
		});

		it.each([
			[1_000, [9, 19, 29]],
			[4_000, [2, 5, 8, 11, 14, 17, 20, 23, 26, 29]],
			[10_000, Array.from({ length: 30 }, (_, number) => number)],
		])('are written every 10 seconds where the next comes after %d ms', (apartMs, writers) => {
			expect(wroteBesides(`every ${apartMs}`, apartMs, 30)).toEqual(writers);
		});

		it('are read once each, though events begin with the texts of three writes', () => {
			const texts = ['a', 'a b', 'a b c'];
			const split = jest.spyOn(String.prototype, 'split');
			for (let number = 0; number < 9; number++) {
				isNew('texts', [`${number}`], { seen: texts[number % 3] });
			}
			const read = split.mock.contexts.map(String).filter((text) => texts.includes(text));
			split.mockRestore();
			expect(read).toEqual(texts);
		});

		it('are written by the next one where n8n could not start the last', () => {
			wroteBesides('next', 10, 2);
			release('next', ['slow']);
			const stored: IDataObject = {};
			starts('next', '2', stored);
			expect(seenIn(stored)).toEqual(['before', '0', '1', '2']);
		});
	});

	it('drop the oldest of what other processes wrote', () => {
		const others = Array.from({ length: 2_000 }, (_, number) => `other-${number}`);
		const stored: IDataObject = { seen: others.join(' ') };
		starts('full', '1', stored);
		expect(seenIn(stored)).toEqual([...others.slice(1), '1']);
	});

	it('hold an event once, though it is remembered when it starts and when it is answered', () => {
		const stored: IDataObject = {};
		isNew('twice', ['1', '2'], stored);
		for (let count = 0; count < 2; count++) remember('twice', ['1', '2'], stored);
		expect(seenIn(stored)).toEqual(['1', '2']);
	});

	it('are not changed by the answer to an event that they hold', () => {
		starts('answered', '1');
		const stored: IDataObject = {};
		remember('answered', ['1'], stored);
		expect(stored).toEqual({});
	});

	it('stay as they are where an event comes again', () => {
		starts('again', '1');
		const stored: IDataObject = {};
		starts('again', '1', stored);
		expect(stored).toEqual({});
	});

	it.each([{ a: 1 }, ['of', '0.1.0'], 7])('begin again where they hold %p', (seen) => {
		const stored: IDataObject = { seen };
		expect(starts(`odd ${JSON.stringify(seen)}`, '1', stored)).toBe(true);
		expect(stored).toEqual({ seen: '1' });
	});

	it('get what the process knows, whoever wrote over them', () => {
		starts('published', '1');
		const stored: IDataObject = { seen: '0' };
		store('published', stored);
		expect(seenIn(stored).sort()).toEqual(['0', '1']);
	});

	it('stay as they are where the process knows nothing', () => {
		const stored: IDataObject = {};
		store('never', stored);
		expect(stored).toEqual({});
		isNew('not yet', ['1'], stored);
		store('not yet', stored);
		expect(stored).toEqual({});
	});
});

describe('the memory of a trigger', () => {
	/** What it would write to static data that know nothing. */
	const known = (trigger: string) => {
		const stored: IDataObject = {};
		store(trigger, stored);
		return stored.seen;
	};

	it('ends two days after its last event, when another trigger gets one', () => {
		for (const trigger of ['removed', 'busy']) starts(trigger, '1');
		jest.advanceTimersByTime(DAY_MS);
		starts('busy', '2');
		jest.advanceTimersByTime(DAY_MS);
		starts('other', '1');
		jest.advanceTimersByTime(1);
		starts('other', '2');
		expect([known('removed'), known('busy')]).toEqual([undefined, '1 2']);
	});

	it('is one of 500', () => {
		for (let number = 0; number < 10_000; number++) starts(`one of many ${number}`, '1');
		expect(known('one of many 9499')).toBeUndefined();
		expect(known('one of many 9500')).toBe('1');
	});

	it('ends a minute after n8n took its webhook away; what is stored stays', async () => {
		const stored: IDataObject = {};
		starts('unpublished', '1', stored);
		forget('unpublished');
		await jest.advanceTimersByTimeAsync(59_999);
		expect(isNew('unpublished', ['1'], {})).toBe(false);
		forget('unpublished');
		await jest.advanceTimersByTimeAsync(60_000);
		expect(known('unpublished')).toBeUndefined();
		expect(starts('unpublished', '1', stored)).toBe(false);
	});

	it('lives on where a new version is published, and where an event comes', async () => {
		for (const trigger of ['new version', 'event']) {
			starts(trigger, '1');
			forget(trigger);
		}
		store('new version', {});
		starts('event', '2');
		await jest.advanceTimersByTimeAsync(60_000);
		expect([known('new version'), known('event')]).toEqual(['1', '1 2']);
	});

	it('lives on while an event is being started', async () => {
		isNew('on its way', ['1'], {});
		forget('on its way');
		await jest.advanceTimersByTimeAsync(60_000);
		expect(isNew('on its way', ['1'], {})).toBe(false);
	});

	it('of a trigger that is not known is nothing to end', () => {
		expect(() => forget('nobody')).not.toThrow();
	});
});
