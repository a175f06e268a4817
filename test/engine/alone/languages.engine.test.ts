import { errorMessage, errorOf } from '../../failedRow';
import { SEED, startSandbox } from '../../../sandbox';
import { ZOOM_ANSWERS } from '../../unit/support/zoomAnswers';
import { runZoom } from '../run';
import { addParameters, apiRequests, credentialsFor, people } from '../world';

// Waits are shortened, and the clock jumps on instead. Nothing else is replaced.
let waited = 0;
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return {
		...real,
		sleep: async (ms: number) => {
			waited += ms;
			await real.sleep(ms / 200);
		},
	};
});
const realNow = Date.now;
const realClock = performance.now.bind(performance);
beforeAll(() => {
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + waited);
	jest.spyOn(performance, 'now').mockImplementation(() => realClock() + waited);
});
afterAll(() => jest.restoreAllMocks());

const POST = 'POST /meetings/{meetingId}/registrants';
const TEXTS = {
	French: 'Désolé, Zoom ne peut pas traiter cette demande.',
	Japanese: '申し訳ありませんが、この要求を処理できません。',
};
type Language = keyof typeof TEXTS;

/** Numbers that mean one thing only; the others mean what Zoom's text says. */
const TELLING = [
	...[104, 124, 404, 1010, 2300, 2306, 3001, 3018, 3027, 3034, 3035, 3037, 3038, 3043, 3063],
	...[3079, 3161, 4001, 4711, 12702],
];

/** Registers two people, one after the other, while Zoom answers each try with this. */
async function add(status: number, code: number | undefined, message: string) {
	const sandbox = await startSandbox();
	try {
		const body = JSON.stringify({ ...(code !== undefined && { code }), message });
		const head = [
			`HTTP/1.1 ${status} Refused`,
			'Connection: close',
			'Content-Type: application/json;charset=UTF-8',
			`Content-Length: ${Buffer.byteLength(body)}`,
		].join('\r\n');
		const bytes = Buffer.from(`${head}\r\n\r\n${body}`).toString('base64');
		sandbox.configure({ faults: [{ kind: 'rawBefore', on: POST, bytes }] });
		const parameters = addParameters(SEED.meeting, { options: { maxConcurrency: 1 } });
		const { items, errors, error } = await runZoom(parameters, credentialsFor(sandbox), people(2), {
			onError: 'continueErrorOutput',
		});
		expect({ items, error }).toEqual({ items: [], error: undefined });
		expect(errors).toHaveLength(2);
		const sent = apiRequests(sandbox).filter(({ method }) => method === 'POST');
		return { errors, sent };
	} finally {
		await sandbox.close();
	}
}

const refused = ZOOM_ANSWERS.filter(([status]) => status >= 400);
const told = refused.filter(([status, code]) => TELLING.includes(code ?? 0) && status !== 403);
const untold = refused.filter((answer) => !told.includes(answer));

describe.each(Object.keys(TEXTS) as Language[])('in %s', (language) => {
	const text = TEXTS[language];

	it.each(told)('HTTP %p with code %p means what it means in English', async (...answer) => {
		const [status, code, english, kind] = answer;
		const [here, there] = await Promise.all([add(status, code, text), add(status, code, english)]);
		expect(here.errors.map(errorMessage)).toEqual(there.errors.map(errorMessage));
		expect(kind).not.toBe('');
		expect(errorOf(here.errors[0])).toMatchObject({ zoomMessage: text, code, httpCode: status });
		expect(here.sent).toHaveLength(there.sent.length);
	});

	it.each(untold)(
		"HTTP %p with code %p shows Zoom's own words, for each row",
		async (...answer) => {
			const [status, code] = answer;
			const { errors, sent } = await add(status, code, text);
			for (const row of errors) {
				expect(errorOf(row)).toMatchObject({ zoomMessage: text, httpCode: status });
				// Nothing tells that the other row would meet the same.
				expect(errorOf(row)).not.toHaveProperty('notSent');
			}
			const addresses = new Set(sent.map(({ body }) => (body as { email: string }).email));
			expect(addresses.size).toBe(2);
			expect(sent.length).toBeLessThanOrEqual(10);
		},
	);
});

describe.each(['fr', 'ja'] as const)('an account in the language %s', (language) => {
	it.each(['add', 'addMany'])('%s turns registration on where it is off', async (operation) => {
		const sandbox = await startSandbox({ language });
		try {
			const parameters = addParameters(SEED.registrationOff, {
				operation,
				options: { turnOnRegistration: 'automatic' },
			});
			const { items, errors } = await runZoom(parameters, credentialsFor(sandbox), people(3), {
				onError: 'continueErrorOutput',
			});
			expect(errors).toEqual([]);
			expect(items.map(({ json }) => json.status)).toEqual(['approved', 'approved', 'approved']);
		} finally {
			await sandbox.close();
		}
	});
});
