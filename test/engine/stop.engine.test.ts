import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { runZoom } from './run';
import { addParameters, apiRequests, credentialsFor, people, useSandbox } from './world';

const MEETING = '85746065432';
const sandbox = useSandbox();

interface State {
	name: string;
	prepare: (zoom: Sandbox) => void;
	credentials?: ICredentialDataDecryptedObject;
	/** Whether the run has come to wait for it. */
	waits: (zoom: Sandbox) => boolean;
}

const hasAsked = (zoom: Sandbox) => apiRequests(zoom).length > 0;

const STATES: State[] = [
	{
		name: 'an answer',
		prepare: (zoom) => zoom.configure({ latencyMs: 40_000 }),
		waits: hasAsked,
	},
	{
		name: 'a permit',
		prepare: () => undefined,
		credentials: { plan: 'free' },
		waits: hasAsked,
	},
	{
		name: 'its sign-in',
		prepare: (zoom) => zoom.configure({ tokenLatencyMs: 25_000 }),
		waits: (zoom) => zoom.requests().length > 0,
	},
	{
		name: 'another try',
		prepare: (zoom) => zoom.configure({ faults: [{ kind: 'tooMany', retryAfterSeconds: 50 }] }),
		waits: hasAsked,
	},
];

// Each of these waits is longer than a test may take.
it.each(STATES)('Stop ends a run that waits for $name', async (state) => {
	const zoom = sandbox();
	state.prepare(zoom);
	const credentials = { ...credentialsFor(zoom), ...state.credentials };
	let before = Infinity;
	const stopWhenItWaits = async (stop: () => void) => {
		while (!state.waits(zoom)) await sleep(20);
		await sleep(200);
		stop();
		before = zoom.requests().length;
	};
	await runZoom(addParameters(MEETING), credentials, people(2_000), {}, (stop) => {
		void stopWhenItWaits(stop);
	});
	await sleep(300);
	// What was under way is broken off, and nothing follows.
	expect(zoom.requests().length).toBeLessThanOrEqual(before);
});
