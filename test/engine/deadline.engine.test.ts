import { runZoom } from './run';
import { addParameters, credentialsFor, people, useSandbox } from './world';
import { SEED } from '../../sandbox';

const ADD = 'POST /meetings/{meetingId}/registrants';
const sandbox = useSandbox();

/** The time that a second takes in these tests. */
const SECOND_MS = 10;

beforeEach(() => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout((ms / 1000) * SECOND_MS));
});
afterEach(() => jest.restoreAllMocks());

async function add(count: number) {
	return await runZoom(addParameters(SEED.meeting), credentialsFor(sandbox()), people(count), {
		onError: 'continueRegularOutput',
	});
}

describe('an answer that is never silent for long, and does not end', () => {
	it("of Zoom's API is given up after a minute", async () => {
		sandbox().configure({ faults: [{ kind: 'drip', on: ADD, ms: SECOND_MS, times: 1 }] });
		const { items } = await add(2);
		const errors = items.flatMap(({ json }) => (json.error ? [json.error] : []));
		expect(errors).toEqual([expect.objectContaining({ unknown: true })]);
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(2);
		expect(sandbox().counts().byEndpoint[ADD]).toBe(2);
		expect(AbortSignal.timeout).toHaveBeenCalledWith(60_000);
	});

	it('of the sign-in service is given up after half a minute, and asked for again', async () => {
		sandbox().configure({ faults: [{ kind: 'drip', on: 'token', ms: SECOND_MS, times: 1 }] });
		const { items } = await add(2);
		expect(items.map(({ json }) => json.error)).toEqual([undefined, undefined]);
		expect(sandbox().counts().tokens).toBe(2);
		expect(AbortSignal.timeout).toHaveBeenCalledWith(30_000);
	});

	it('that ends in time is taken', async () => {
		sandbox().configure({ faults: [{ kind: 'drip', on: ADD, ms: 0, times: 1 }] });
		const { items } = await add(1);
		expect(items.map(({ json }) => json.error)).toEqual([undefined]);
	});
});
