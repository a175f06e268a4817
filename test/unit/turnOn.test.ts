import type { IDataObject } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer, Respond } from './support/fakeN8n';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();

const OFF = refusal(404, 404, 'Registration has not been enabled for this meeting: 85746065432.');
const NO_CONTENT: Answer = { statusCode: 204, body: '' };

/** A meeting whose registration is off until a change of it works. */
function meeting(change: (count: number) => Answer = () => NO_CONTENT) {
	let approval = 2;
	let changes = 0;
	const respond: Respond = ({ method, body }) => {
		if (method === 'GET') {
			return ok({ id: 85746065432, settings: { approval_type: approval } });
		}
		if (method === 'PATCH') {
			const answer = change(++changes);
			const { settings } = body as { settings: { approval_type: number } };
			if (answer.statusCode === 204) approval = settings.approval_type;
			return answer;
		}
		return approval === 2
			? OFF
			: ok({ registrant_id: 'r', ...(approval === 0 && { join_url: 'j' }) });
	};
	return { respond };
}

async function add(respond: Respond, choices: string[], operation = 'add', maxConcurrency = 1) {
	const { items, sent } = await settled(
		runNode({
			parameters: {
				resource: 'meetingRegistrant',
				operation,
				meetingId: locator('id', '85746065432'),
				registrantFrom: 'define',
				firstName: 'A',
				// Read from the node's own parameters.
				options: { maxConcurrency },
			},
			rows: choices.map(() => ({})),
			perItem: (index) => ({
				email: `p${index}@x.org`,
				options: { maxConcurrency, turnOnRegistration: choices[index] },
			}),
			onError: 'continueErrorOutput',
			respond,
		}),
	);
	const changes = sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
	return { items, changes };
}
const approval = (approval_type: number) => ({ settings: { approval_type } });

describe('turning registration on', () => {
	it('that failed is tried again for later rows', async () => {
		const trouble = (count: number): Answer => (count <= 4 ? { statusCode: 503 } : NO_CONTENT);
		const { items, changes } = await add(meeting(trouble).respond, Array(3).fill('automatic'));
		expect(items.map(errorMessage)).toEqual([
			"Registration couldn't be turned on: Zoom is having trouble",
			undefined,
			undefined,
		]);
		// Four tries for the first row, one for the second, none for the third.
		expect(changes).toHaveLength(5);
	});

	it('leaves nobody unknown: nobody was registered', async () => {
		const { items } = await add(meeting(() => ({ statusCode: 503 })).respond, ['automatic']);
		expect(errorOf(items[0])).toEqual({
			message: "Registration couldn't be turned on: Zoom is having trouble",
			hint: 'Nobody was registered, so the item can be sent again.',
			httpCode: 503,
		});
	});

	it('tells each row by an error of its own why it could not be done', async () => {
		const lacking = refusal(
			400,
			4711,
			'Token does not contain scopes:[meeting:update:meeting:admin].',
		);
		const { items, changes } = await add(
			meeting(() => lacking).respond,
			['automatic', 'automatic'],
			'addMany',
		);
		const told = {
			message:
				"Registration couldn't be turned on: The Zoom app is missing a scope for this operation",
			hint: expect.stringContaining('Add meeting:update:meeting:admin to the app') as string,
			code: 4711,
		};
		expect(items.map(errorOf)).toMatchObject([told, told]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		// A lacking scope is asked for once more.
		expect(changes.length).toBeLessThanOrEqual(2);
	});

	it('leaves on what is on, for rows that ask for the other way too', async () => {
		for (const maxConcurrency of [1, 2]) {
			const both = await add(meeting().respond, ['manual', 'automatic'], 'add', maxConcurrency);
			// Side by side, either may be the first that finds it off.
			const [type] = both.changes.map((body) => (body as IDataObject).settings as IDataObject);
			expect(both.changes).toEqual([
				approval(maxConcurrency === 1 ? 1 : Number(type?.approval_type)),
			]);
			const status = type?.approval_type === 0 ? 'approved' : 'pending';
			expect(both.items.map(({ json }) => json.status)).toEqual([status, status]);
		}
	});

	it.each([
		['automatic', 0, 'approved'],
		['manual', 1, 'pending'],
	])('%s', async (choice, type, status) => {
		const { items, changes } = await add(meeting().respond, [choice]);
		expect(changes).toEqual([approval(type)]);
		expect(items.map(({ json }: { json: IDataObject }) => json.status)).toEqual([status]);
	});
});
