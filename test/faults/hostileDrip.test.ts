import { TABLE } from '../engine/operationTable';
import { DRIP } from './hostileAnswers';
import { cellsOf, findWays, wrongInAll } from './hostileCells';

// Waits are shortened; nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return { ...real, sleep: async (ms: number) => await real.sleep(ms / 200) };
});

// A fortieth of a minute for an answer; what a token may take stays.
const deadline = AbortSignal.timeout.bind(AbortSignal);
const shortened = (ms: number) => deadline(ms === 60_000 ? ms / 40 : ms);
jest.spyOn(AbortSignal, 'timeout').mockImplementation(shortened);

const ready = findWays(TABLE);

// A file of its own, and some at a time, as they wait while others work.
it.concurrent.each(TABLE)('$name does not wait for ever for an answer that drips', async (one) => {
	await ready;
	expect(await wrongInAll(cellsOf(one, () => [DRIP]))).toEqual([]);
});
