import { isForWebinars } from '../engine/operationTable';
import { testHostileAnswers } from './hostileTests';

// Waits are shortened; nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return { ...real, sleep: async (ms: number) => await real.sleep(ms / 200) };
});

testHostileAnswers((name) => !isForWebinars(name));
