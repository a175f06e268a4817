import { tellRefusal } from '../../../nodes/ZoomTrigger/refusals';

beforeAll(() => jest.useFakeTimers());
afterAll(() => jest.useRealTimers());

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

it('starts a new count of ten seconds for a trigger that a thousand others pushed out', async () => {
	const { lines, write } = log();
	tellRefusal('pushed out', write, 'x');
	for (let number = 0; number < 1_000; number++) tellRefusal(`other ${number}`, log().write, 'x');
	await jest.advanceTimersByTimeAsync(5_000);
	for (let count = 0; count < 10; count++) tellRefusal('pushed out', write, 'x');
	await jest.advanceTimersByTimeAsync(5_000);
	tellRefusal('pushed out', write, 'x');
	expect(lines).toHaveLength(1 + 10);
	await jest.advanceTimersByTimeAsync(5_000);
	expect(lines.at(-1)).toBe('refused 1 more request');
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
