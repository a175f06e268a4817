import type * as LateAnswers from '../../../nodes/ZoomTrigger/lateAnswers';

let answerInTurn: typeof LateAnswers.answerInTurn;
let noteEvent: typeof LateAnswers.noteEvent;

beforeAll(async () => {
	jest.useFakeTimers();
	// Other files have clocks of their own, which the module that they share would see go back.
	await jest.isolateModulesAsync(async () => {
		({ answerInTurn, noteEvent } = await import('../../../nodes/ZoomTrigger/lateAnswers'));
	});
});
beforeEach(async () => await jest.advanceTimersByTimeAsync(60_000));
afterAll(() => jest.useRealTimers());

/** Refuses so many at the same moment; the milliseconds until each one's answer are added later. */
function refuse(count: number) {
	const began = performance.now();
	const answeredAfter: number[] = [];
	for (let number = 0; number < count; number++) {
		answerInTurn(() => answeredAfter.push(performance.now() - began));
	}
	return answeredAfter;
}

it('answers one at once, and the others every 50 ms from two seconds on', async () => {
	const first = refuse(5);
	expect(first).toEqual([0]);
	await jest.advanceTimersByTimeAsync(2_060);
	const second = refuse(2);
	await jest.advanceTimersByTimeAsync(10_000);
	expect(first).toEqual([0, 2_000, 2_050, 2_100, 2_150]);
	expect(second).toEqual([140, 190]);
});

it('answers the others where one answer throws', async () => {
	refuse(1);
	const failing = jest.fn(() => {
		throw new Error('The connection is gone');
	});
	answerInTurn(failing);
	const others = refuse(2);
	await jest.advanceTimersByTimeAsync(10_000);
	expect(failing).toHaveBeenCalledTimes(1);
	expect(others).toEqual([2_050, 2_100]);
});

it.each([
	['until none is refused for half a second', 3_000, 3_000 + 500],
	['for five seconds at most', 9_000, 5_000],
])('waits before the first turn %s', async (_, refusedForMs, firstTurnMs) => {
	expect(refuse(1)).toEqual([0]);
	const answered = refuse(1);
	for (let ms = 0; ms < refusedForMs; ms += 250) {
		await jest.advanceTimersByTimeAsync(250);
		refuse(1);
	}
	await jest.advanceTimersByTimeAsync(10_000);
	expect(answered).toEqual([firstTurnMs]);
});

it.each([50, 60, 1_000])('answers at once where one comes every %p ms', async (everyMs) => {
	for (let count = 0; count < 100; count++) {
		expect(refuse(1)).toEqual([0]);
		await jest.advanceTimersByTimeAsync(everyMs);
	}
});

it.each([
	['when they are refused', 0],
	['while they wait', 1_500],
])("answers every 200 ms if an event of Zoom's comes %s", async (_, afterMs) => {
	const answered = refuse(5);
	await jest.advanceTimersByTimeAsync(afterMs);
	noteEvent();
	await jest.advanceTimersByTimeAsync(10_000);
	expect(answered.slice(1)).toEqual([2_000, 2_200, 2_400, 2_600]);
});

it("answers every 50 ms again five seconds after Zoom's last event", async () => {
	noteEvent();
	const answered = refuse(1 + 20);
	await jest.advanceTimersByTimeAsync(10_000);
	expect(answered.slice(1)).toEqual([
		...Array.from({ length: 16 }, (_, number) => 2_000 + number * 200),
		...[5_050, 5_100, 5_150, 5_200],
	]);
});

describe.each([
	['alone', false],
	["beside Zoom's events", true],
])('many, %s', (_, hasEvents) => {
	it.each([300, 10_000])('are answered within 10 s, and soon at once again: %p', async (many) => {
		const parts: number[][] = [];
		for (let ms = 0; ms < 1_000; ms += 37) {
			parts.push(refuse(Math.ceil(many / 27)));
			await jest.advanceTimersByTimeAsync(37);
		}
		for (let ms = 0; ms < 10_000; ms += 1_000) {
			if (hasEvents) noteEvent();
			await jest.advanceTimersByTimeAsync(1_000);
		}
		const answered = parts.flat();
		expect(answered).toHaveLength(Math.ceil(many / 27) * parts.length);
		expect(Math.max(...answered)).toBeGreaterThan(9_000);
		expect(Math.max(...answered)).toBeLessThanOrEqual(10_000);
		await jest.advanceTimersByTimeAsync(250);
		expect(refuse(2)).toEqual([0]);
	});
});

it('answers those who are refused later in their turn', async () => {
	const order: number[] = [];
	for (let number = 0; number < 60; number++) {
		answerInTurn(() => order.push(number));
		await jest.advanceTimersByTimeAsync(5);
	}
	await jest.advanceTimersByTimeAsync(10_000);
	expect(order).toEqual(Array.from({ length: 60 }, (_, number) => number));
});
