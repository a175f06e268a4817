import { TABLE } from './faultTable';
import { DRIP } from './hostileAnswers';
import { cellsOf, findWays, wrongInAll } from './hostileCells';

// Waits are shortened; nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return { ...real, sleep: async (ms: number) => await real.sleep(ms / 200) };
});
const deadline = AbortSignal.timeout.bind(AbortSignal);
beforeAll(async () => void (await findWays()));
afterAll(() => jest.restoreAllMocks());

// A file of its own, as it waits while others work.
it.each(TABLE)('$name does not wait for ever for an answer that drips', async (operation) => {
	// A fortieth of a minute for an answer; what a token may take stays.
	const shortened = (ms: number) => deadline(ms === 60_000 ? ms / 40 : ms);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation(shortened);
	expect(await wrongInAll(cellsOf(operation, () => [DRIP]))).toEqual([]);
});
