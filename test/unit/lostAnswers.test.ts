import type { IDataObject } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer, FakeOptions } from './support/fakeN8n';
import { settled } from './support/settled';
import { lost, useFakeTime } from './support/zoomAnswering';

useFakeTime();

const START = Date.parse('2027-03-05T10:00:00Z');
const ANN = { id: 'r1', email: 'ANN@x.org', first_name: 'Ann', join_url: 'https://zoom.us/w/2' };
/** After the loss, by the pauses and the time to join, give or take a turn to send. */
const LOOKS = ['10:00:02Z', '10:00:07Z', '10:00:16Z'].map((time) => `2027-03-05T${time}`);

interface World {
	/** What a list holds at a look, counted from 1. */
	list?: (look: number, query: IDataObject) => Answer | IDataObject[] | undefined;
	/** Zoom's answer to an add. */
	add?: () => Answer;
	emails?: string[];
}

async function add(
	{ list, add: adding = lost, emails = ['ann@x.org'] }: World,
	more: FakeOptions = {},
) {
	const looks: number[] = [];
	let adds = 0;
	const result = await settled(
		runNode({
			plan: 'business',
			rows: emails.map(() => ({})),
			perItem: (index) => ({ email: emails[index] }),
			onError: 'continueErrorOutput',
			...more,
			parameters: {
				resource: 'meetingRegistrant',
				operation: 'add',
				meetingId: locator('id', '85746065432'),
				registrantFrom: 'define',
				firstName: 'Ann',
				options: { lookUpLostResponses: true, maxConcurrency: 5 },
				...more.parameters,
			},
			respond: ({ method, qs = {} }) => {
				if (method === 'POST') {
					adds++;
					return adding();
				}
				const query = qs as IDataObject;
				if (query.status === 'approved') looks.push(Date.now() - START);
				const found = list?.(looks.length, query) ?? [];
				return Array.isArray(found) ? ok({ registrants: found }) : found;
			},
		}),
	);
	return { items: result.items, error: errorOf(result.items[0]), looks, adds };
}
const approvedFrom =
	(first: number) =>
	(look: number, { status }: IDataObject) =>
		status === 'approved' && look >= first ? [ANN] : [];

describe('Look Up Lost Responses', () => {
	it('finds who is registered at the first look, and says when', async () => {
		const { items, looks, adds } = await add({ list: approvedFrom(1) });
		expect(items).toEqual([
			{
				json: {
					status: 'approved',
					email: 'ANN@x.org',
					first_name: 'Ann',
					join_url: 'https://zoom.us/w/2',
					id: 85746065432,
					registrant_id: 'r1',
					warning: `Zoom's response to the registration was lost. The person is registered, as a look-up at ${LOOKS[0]} showed.`,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(looks).toHaveLength(1);
		expect(adds).toBe(1);
	});

	it('finds who Zoom registers seconds after the connection broke', async () => {
		const { items, looks } = await add({ list: approvedFrom(2) });
		expect(items[0]?.json).toMatchObject({
			registrant_id: 'r1',
			warning: expect.stringContaining(
				`The person is registered, as a look-up at ${LOOKS[1]} showed.`,
			),
		});
		expect(looks).toHaveLength(2);
	});

	it('finds who is there at the last look', async () => {
		const { items, looks } = await add({ list: approvedFrom(3) });
		expect(items[0]?.json.warning).toContain(LOOKS[2]);
		expect(looks).toHaveLength(3);
	});

	it('leaves unknown who is not found, and says what was seen and when', async () => {
		const { error, looks, adds } = await add({});
		expect(error).toEqual({
			message: `Zoom's response to the registration of ann@x.org was lost. At ${LOOKS[2]}, the person was not registered`,
			hint: "Zoom may still register the person. Look again before you send the item again: Meeting Registrant → Get Many with 'Status' set to 'All'.",
			unknown: true,
			lookUp: LOOKS.map((at) => `${at}: not registered`).join('; '),
		});
		expect(looks).toHaveLength(3);
		expect(adds).toBe(1);
	});

	it('takes nobody for registered who was denied or has cancelled', async () => {
		const { error } = await add({
			list: (_, { status }) => (status === 'denied' ? [ANN] : []),
		});
		expect(error).toMatchObject({
			message: expect.stringMatching(/the person was denied or canceled$/),
			unknown: true,
			lookUp: LOOKS.map((at) => `${at}: denied or canceled`).join('; '),
		});
	});

	it('stops looking where the lists are closed to it', async () => {
		const no = refusal(400, 4711, 'Token does not contain scopes:[a:b:admin].');
		const { error, looks } = await add({ list: () => no });
		expect(error).toMatchObject({
			message: "Zoom's response was lost, so it's unknown whether this succeeded",
			unknown: true,
			lookUp: `${LOOKS[0]}: The Zoom app is missing a scope for this operation`,
		});
		// A lacking scope is asked for once more.
		expect(looks.length).toBeLessThanOrEqual(2);
	});

	it('looks again after trouble at Zoom', async () => {
		const { items } = await add({
			list: (look, query) =>
				// Four tries fail.
				look <= 4 ? { statusCode: 503 } : approvedFrom(1)(look, query),
		});
		expect(items[0]?.json).toMatchObject({ registrant_id: 'r1' });
	});

	it('tells of trouble beside what was seen before it', async () => {
		const { error } = await add({
			list: (look) => (look === 1 ? [] : { statusCode: 503 }),
		});
		expect(error).toMatchObject({
			message: expect.stringContaining(`At ${LOOKS[0]}, the person was not registered`),
			unknown: true,
			lookUp: expect.stringMatching(
				/^\S+Z: not registered; \S+Z: Zoom is having trouble; \S+Z: Zoom is having trouble$/,
			),
		});
	});

	it.each([
		['1648194360000', ['1648194360000'], true],
		['1648799160000', ['1648194360000'], false],
		['1648194360000, 1648799160000', ['1648194360000'], false],
		['1648194360000, 1648799160000', ['1648194360000', '1648799160000'], true],
	])('looks in the lists of the occurrences %s', async (occurrenceIds, registered, isFound) => {
		const { items } = await add(
			{
				list: (_, { status, occurrence_id: id }) =>
					status === 'approved' && (id === undefined || registered.includes(String(id)))
						? [ANN]
						: [],
			},
			{ parameters: { additionalFields: { occurrenceIds } } },
		);
		expect(items[0]?.json.registrant_id).toBe(isFound ? 'r1' : undefined);
		expect(errorOf(items[0])?.unknown).toBe(isFound ? undefined : true);
	});

	it('shares its looks among rows that are lost together', async () => {
		const emails = ['ann@x.org', 'ben@x.org', 'cat@x.org'];
		const { items, looks } = await add({ list: approvedFrom(1), emails });
		expect(items.map((row) => errorOf(row)?.unknown)).toEqual([undefined, true, true]);
		expect(looks).toHaveLength(3);
	});

	it('ends with the run', async () => {
		const cancel = new AbortController();
		const { items, looks } = await add(
			{
				list: () => {
					cancel.abort();
					return [];
				},
			},
			{ signal: cancel.signal },
		);
		expect(looks).toHaveLength(1);
		expect(errorOf(items[0])).toMatchObject({ unknown: true });
	});

	it('is off unless chosen', async () => {
		const { error, looks } = await add({}, { parameters: { options: {} } });
		expect(looks).toEqual([]);
		expect(error).toMatchObject({ unknown: true });
		expect(error).not.toHaveProperty('lookUp');
	});

	it('looks nobody up who Zoom has refused', async () => {
		const { items, looks } = await add({ add: () => refusal(400, 300, 'Validation Failed.') });
		expect(items.map(errorMessage)).toEqual(['Zoom rejected a value']);
		expect(looks).toEqual([]);
	});
});
