import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import {
	addParameters,
	apiRequests,
	byId,
	credentialsFor,
	meetingOf,
	people,
	useSandbox,
} from './world';

describe('what once went wrong, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (parameters: INodeParameters, rows: IDataObject[] = [{}]) =>
		await runZoom(parameters, credentialsFor(sandbox()), rows, { onError: 'continueErrorOutput' });
	const form = (more: INodeParameters) => ({
		resource: 'meeting',
		operation: 'updateRegistrationForm',
		meetingId: byId(SEED.meeting),
		standardQuestions: {},
		customQuestions: {},
		removedQuestions: '',
		options: {},
		...more,
	});

	it.each(['add', 'addMany'])(
		'%s: registration is turned on although people are to be reported',
		async (operation) => {
			const { errors, items } = await run(
				addParameters(SEED.registrationOff, {
					operation,
					confirmationEmail: true,
					options: { ifRegistered: 'report', turnOnRegistration: 'automatic' },
				}),
				people(2),
			);
			expect(sandbox().registrants(SEED.registrationOff)).toHaveLength(2);
			expect(errors.map(errorMessage)).toEqual([]);
			expect(items).toHaveLength(2);
		},
	);

	it('the confirmation is left out for the 31st row too', async () => {
		await run(
			addParameters(SEED.meeting, { operation: 'addMany', confirmationEmail: false }),
			people(31),
		);
		expect(
			apiRequests(sandbox()).filter(
				({ body }) => (body as IDataObject).registrants_confirmation_email !== false,
			),
		).toHaveLength(0);
	});
	it('the confirmation is left out for good rows beside a bad one too', async () => {
		const rows = [...people(3), { email: SEED.host.email, first: 'H' }];
		await run(
			addParameters(SEED.meeting, { operation: 'addMany', confirmationEmail: false }),
			rows,
		);
		expect(
			apiRequests(sandbox()).filter(
				({ body }) => (body as IDataObject).registrants_confirmation_email !== false,
			),
		).toHaveLength(0);
	});

	it('a title may hold a comma', async () => {
		const { errors: none } = await run(
			form({ customQuestions: { question: [{ title: 'Who, and why?', type: 'short' }] } }),
		);
		expect(none).toEqual([]);
		const { errors } = await run(form({ removedQuestions: 'Who, and why?' }));
		expect(errors.map(errorMessage)).toEqual([]);
	});
	it('an answer with a comma is one answer', async () => {
		const { items } = await run(
			form({
				customQuestions: {
					question: [
						{ title: 'Where?', type: 'single', answers: 'Berlin, Germany\nParis, France' },
					],
				},
			}),
		);
		expect((items[0]?.json.custom_questions as IDataObject[]).at(-1)?.answers).toEqual([
			'Berlin, Germany',
			'Paris, France',
		]);
	});

	it('the UUID of one time of a meeting names no meeting that people can register for', async () => {
		const { errors, items } = await run(
			addParameters(SEED.meetingUuid, { operation: 'addMany', confirmationEmail: true }),
			people(2),
		);
		expect(items).toEqual([]);
		const told = `'Meeting' is the UUID of a single past instance: "${SEED.meetingUuid}"`;
		expect(errors.map(errorMessage)).toEqual([told, told]);
		expect(sandbox().counts().tokens).toBe(0);
	});

	it.each(['get', 'getParticipants'])(
		'Past Meeting: %s explains a meeting of too long ago',
		async (operation) => {
			const { id } = sandbox().addMeeting({
				startsAt: Date.now() - 400 * 86_400_000,
				duration: 30,
			});
			const { errors } = await run({
				resource: 'pastMeeting',
				operation,
				meetingId: byId(id),
				returnAll: true,
				options: {},
			});
			expect(errorMessage(errors[0])).toMatch(/year/);
		},
	);

	it('registered for one occurrence, not for the other', async () => {
		const [a, b] = meetingOf(sandbox(), SEED.series)?.occurrences ?? [];
		const add = async (occurrenceIds: string) =>
			await run(
				addParameters(SEED.series, {
					additionalFields: { occurrenceIds },
					options: { ifRegistered: 'report' },
				}),
				people(1),
			);
		expect((await add(String(a?.occurrence_id))).errors).toEqual([]);
		expect((await add(String(b?.occurrence_id))).errors.map(errorMessage)).toEqual([]);
	});

	it('until a day picked in the panel includes that day', async () => {
		const year = new Date().getUTCFullYear() + 1;
		const { items } = await run({
			resource: 'meeting',
			operation: 'create',
			userId: byId('me'),
			topic: 'T',
			startTime: `${year}-06-01T10:00:00`,
			registration: 'off',
			additionalFields: { duration: 30 },
			settings: {},
			simple: true,
			options: {},
			recurrence: { rule: { repeats: 1, ends: 'by', until: `${year}-06-03T00:00:00` } },
		});
		expect((items[0]?.json.occurrences as unknown[]).length).toBe(3);
	});
});
