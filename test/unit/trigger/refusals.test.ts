import type * as Refusals from '../../../nodes/ZoomTrigger/refusals';

let tellRefusal: typeof Refusals.tellRefusal;
let waitOfRefusal: typeof Refusals.waitOfRefusal;

beforeAll(async () => {
	jest.useFakeTimers();
	// Other files have clocks of their own, which the module that they share would see go back.
	await jest.isolateModulesAsync(async () => {
		({ tellRefusal, waitOfRefusal } = await import('../../../nodes/ZoomTrigger/refusals'));
	});
});
afterAll(() => jest.useRealTimers());

describe('the answers to refused requests', () => {
	const waits = (count: number) => Array.from({ length: count }, () => waitOfRefusal());
	beforeEach(() => jest.advanceTimersByTime(60_000));

	it('wait for 50 ms each once five came at once', () => {
		expect(waits(9)).toEqual([0, 0, 0, 0, 0, 50, 100, 150, 200]);
		jest.advanceTimersByTime(100);
		expect(waits(2)).toEqual([150, 200]);
	});

	it.each([50, 60, 1_000])('do not wait where one comes every %p ms', (everyMs) => {
		for (let count = 0; count < 100; count++) {
			expect(waitOfRefusal()).toBe(0);
			jest.advanceTimersByTime(everyMs);
		}
	});

	it.each([300, 10_000])('wait 10 s at most, and are soon at once again after %p', (many) => {
		expect(Math.max(...waits(many))).toBe(10_000);
		jest.advanceTimersByTime(10_250);
		expect(waits(6)).toEqual([0, 0, 0, 0, 0, 50]);
	});
});

function log() {
	const lines: string[] = [];
	return { lines, write: (text: string) => void lines.push(text) };
}

it('tells the first ten of ten seconds, then how many more there were', async () => {
	const { lines, write } = log();
	for (let count = 0; count < 1_000; count++) tellRefusal('flooded', write, `${count}`);
	const first = Array.from({ length: 10 }, (_, count) => `refused a request: ${count}`);
	expect(lines).toEqual(first);
	await jest.advanceTimersByTimeAsync(10_000);
	expect(lines).toEqual([...first, 'refused 990 more requests']);
	tellRefusal('flooded', write, 'later');
	expect(lines.at(-1)).toBe('refused a request: later');
});

it('tells no number where there were no more', async () => {
	const { lines, write } = log();
	for (let count = 0; count < 10; count++) tellRefusal('ten', write, 'x');
	await jest.advanceTimersByTimeAsync(10_000);
	expect(lines).toHaveLength(10);
});

it('tells what other triggers refuse while one is flooded', () => {
	const { lines, write } = log();
	for (let count = 0; count < 100; count++) tellRefusal('one', write, 'x');
	tellRefusal('another', write, 'y');
	expect(lines.at(-1)).toBe('refused a request: y');
});

it('counts for 1,000 triggers', async () => {
	const { lines, write } = log();
	const refuseAt = (number: number) => tellRefusal(`of ${number}`, write, 'x');
	for (let number = 0; number < 10_000; number++) {
		for (let count = 0; count < 10; count++) refuseAt(number);
	}
	lines.splice(0);
	refuseAt(9_000);
	expect(lines).toEqual([]);
	refuseAt(8_999);
	expect(lines).toEqual(['refused a request: x']);
	await jest.advanceTimersByTimeAsync(10_000);
});
