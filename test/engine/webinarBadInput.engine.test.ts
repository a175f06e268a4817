import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { byEmail, byId, byUrl, credentialsFor, eventOf, people, useSandbox } from './world';

/*
 * What people give that can't be, row by row: each is told what is wrong and how to get on, and the
 * row after it goes through.
 */

const NOT_A_WEBINAR = "Zoom couldn't find this webinar";
const NOT_A_MEETING = 'This is the ID of a webinar, not a meeting';
const ANN = { email: 'ann@example.com', first: 'Ann', name: 'Ann Lee' };
const BEN = { email: 'ben@example.com', first: 'Ben', name: 'Ben Kay' };
const CAT = { email: 'cat@example.com', first: 'Cat', name: 'Cat Moe' };

describe('bad input about webinars, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (resource: string, operation: string, more: object, rows: IDataObject[]) =>
		await runZoom(
			{
				resource,
				operation,
				registrantFrom: 'define',
				panelistFrom: 'define',
				email: '={{ $json.email }}',
				firstName: '={{ $json.first }}',
				lastName: 'Lee',
				name: '={{ $json.name }}',
				...(more as INodeParameters),
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	type Run = Awaited<ReturnType<typeof run>>;
	/** The rows that failed, with what they were told, and those that did not. */
	const outcome = ({ items, errors, error }: Run) => {
		expect(error).toBeUndefined();
		for (const row of errors)
			expect(errorOf(row)?.hint).toEqual(expect.stringMatching(/\w{3}.*\.$/));
		return {
			done: items.map(({ pairedItem }) => (pairedItem as { item: number }).item),
			failed: errors.map((row) => [(row.pairedItem as { item: number }).item, errorMessage(row)]),
		};
	};
	const webinar = (fields: object = {}) => {
		const settings = { approval_type: 0, ...(fields as { settings?: object }).settings };
		return String(sandbox().addWebinar({ ...fields, settings } as never).id);
	};
	const namesIn = (id: string) =>
		sandbox()
			.registrants(id)
			.map(({ first_name: name }) => name)
			.sort();

	describe("a meeting's ID or link where a webinar is asked for, and the other way round", () => {
		const linkOf = (id: string) => String(eventOf(sandbox(), id)?.registration_url);
		const OPERATIONS: Array<[string, object]> = [
			['webinar get', {}],
			['webinar update', { updateFields: { topic: 'New' } }],
			['webinar delete', {}],
			['webinar end', {}],
			['webinar getRegistrationLink', {}],
			['webinar getRegistrationForm', {}],
			[
				'webinar updateRegistrationForm',
				{ customQuestions: { question: [{ title: 'Q', type: 'short' }] } },
			],
			['webinar getTrackingSources', {}],
			['webinarRegistrant add', {}],
			['webinarRegistrant addMany', {}],
			['webinarRegistrant getAll', { returnAll: true, filters: { status: 'any' } }],
			['panelist add', {}],
			['panelist addMany', {}],
			['panelist getAll', { returnAll: true }],
			['panelist removeAll', {}],
		];

		it.each(OPERATIONS)('%s', async (name, more) => {
			const [resource = '', operation = ''] = name.split(' ');
			const rows = [
				{ ...ANN, id: SEED.meeting },
				{ ...BEN, id: linkOf(SEED.manual) },
				{ ...CAT, id: SEED.webinar },
			];
			// Lists are to have something in them.
			sandbox().enroll(SEED.webinar, [{ email: 'x@example.org', first_name: 'X' }]);
			await run('panelist', 'add', { webinarId: byId(SEED.webinar) }, [
				{ email: 'y@example.org', name: 'Y' },
			]);
			const result = await run(
				resource,
				operation,
				{ ...more, webinarId: byUrl('={{ $json.id }}') },
				rows,
			);
			const { done, failed } = outcome(result);
			expect([...new Set(done)]).toEqual([2]);
			expect(failed).toEqual([
				[0, NOT_A_WEBINAR],
				[1, expect.stringMatching(/^'Webinar' is the ID or link of a meeting: "/)],
			]);
			expect(errorOf(result.errors[0])?.hint).toContain('It may be the ID of a meeting');
		});

		it.each([
			['meeting get', {}],
			['meeting update', { updateFields: { topic: 'New' } }],
			['meetingRegistrant add', {}],
			['meetingRegistrant addMany', {}],
		])('%s', async (name, more) => {
			const [resource = '', operation = ''] = name.split(' ');
			const rows = [
				{ ...ANN, id: SEED.webinar },
				{ ...BEN, id: linkOf(SEED.webinar) },
				{ ...CAT, id: SEED.meeting },
			];
			const parameters = { ...more, meetingId: byUrl('={{ $json.id }}') };
			const result = await run(resource, operation, parameters, rows);
			expect(outcome(result)).toEqual({
				done: [2],
				failed: [
					[0, NOT_A_MEETING],
					[1, expect.stringMatching(/^'Meeting' is the ID or link of a webinar: "/)],
				],
			});
			expect(errorOf(result.errors[0])?.hint).toContain('use the resource for webinars');
		});
	});

	describe('a host without the add-on', () => {
		it.each([
			['webinar create', {}],
			['webinar getAll', { returnAll: true }],
			['webinarRegistrant add', {}],
			['webinarRegistrant addMany', {}],
			['panelist add', {}],
			['panelist addMany', {}],
		])('%s', async (name, more) => {
			const [resource = '', operation = ''] = name.split(' ');
			const theirs = webinar({ host_email: SEED.basicHost.email });
			const rows = [
				{ ...ANN, id: theirs, host: SEED.basicHost.email },
				{ ...BEN, id: SEED.webinar, host: SEED.host.email },
			];
			const parameters = {
				topic: 'Launch',
				startTime: '2099-07-05T10:00:00',
				registration: 'automatic',
				userId: byEmail('={{ $json.host }}'),
				webinarId: byId('={{ $json.id }}'),
				...more,
			};
			const result = await run(resource, operation, parameters, rows);
			const { done, failed } = outcome(result);
			expect([...new Set(done)]).toEqual([1]);
			expect(failed).toEqual([[0, 'This host has no webinar add-on']]);
			expect(errorOf(result.errors[0])?.hint).toContain('choose a host who has one');
		});
	});

	it.each(['add', 'addMany'])('Panelist: %s the host and alternative hosts', async (operation) => {
		const id = webinar({ settings: { alternative_hosts: 'anna@example.com,ANN@example.com' } });
		const rows = [BEN, { email: SEED.host.email, name: 'H' }, ANN, CAT];
		const result = await run('panelist', operation, { webinarId: byId(id) }, rows);
		expect(outcome(result)).toEqual({
			done: [0, 3],
			failed: [1, 2].map((item) => [item, 'Zoom rejected this person as a panelist']),
		});
		expect(errorOf(result.errors[0])?.hint).toContain(
			"The host and the alternative hosts can't be panelists",
		);
		expect(sandbox().panelists(id)).toHaveLength(2);
	});

	it.each(['add', 'addMany'])(
		'Webinar Registrant: %s a panelist and the host',
		async (operation) => {
			const id = webinar({ panelists: [{ email: ANN.email, name: 'Ann' }] });
			const rows = [ANN, BEN, { email: SEED.host.email, first: 'H' }, CAT];
			expect(
				outcome(await run('webinarRegistrant', operation, { webinarId: byId(id) }, rows)),
			).toEqual({
				done: [1, 3],
				failed: [
					[0, 'This person is a panelist of the webinar'],
					[2, "The host can't register for their own webinar"],
				],
			});
			expect(namesIn(id)).toEqual(['Ben', 'Cat']);
		},
	);

	describe('a question', () => {
		const update = async (resource: 'webinar' | 'meeting', types: string[]) =>
			await run(
				resource,
				'updateRegistrationForm',
				{
					webinarId: byId(SEED.webinar),
					meetingId: byId(SEED.meeting),
					customQuestions: {
						question: [{ title: 'Size', type: '={{ $json.type }}', answers: 'S\nM' }],
					},
				},
				types.map((type) => ({ type })),
			);

		it.each([
			['webinar' as const, 'single', 'multiple'],
			['meeting' as const, 'multiple', 'single'],
			['meeting' as const, 'single_radio', 'single'],
		])('of a %s that is of no type of its kind: %s', async (resource, wrong, right) => {
			const result = await update(resource, [wrong, right]);
			expect(outcome(result)).toEqual({
				done: [1],
				failed: [[0, `'Type' must be one of Zoom's choices, but is "${wrong}"`]],
			});
		});
	});

	it('several choices, where several may be ticked and where they may not', async () => {
		const { role, topics } = SEED.webinarQuestions;
		const id = SEED.webinar;
		const field = (title: string, answers: string[], type: string) => ({
			id: title,
			displayName: title,
			required: false,
			defaultMatch: false,
			display: true,
			type,
			options: answers.map((one) => ({ name: one, value: one })),
		});
		const plain = (name: string) => ({ ...field(name, [], 'string'), required: true });
		const form = {
			mappingMode: 'autoMapInputData',
			value: null,
			schema: [
				plain('email'),
				plain('first_name'),
				field(role, ['Engineer', 'Manager', 'Other'], 'options'),
				field(topics, ['Automation', 'Security', 'Pricing, plans'], 'string'),
			],
		};
		const rows: IDataObject[] = [
			{ [topics]: ['Security', 'automation', 'Security'] },
			{ [topics]: 'Security, Automation' },
			{ [topics]: ['Pricing, plans', 'Security'] },
			{ [topics]: ['Security', 'Weather'] },
			{ [role]: ['Engineer', 'Manager'] },
			{ [role]: ['Engineer'] },
		].map((row, n) => ({ email: `p${n}@example.com`, first_name: `P${n}`, ...row }));
		const parameters = { webinarId: byId(id), registrantFrom: 'form', form };
		const result = await run('webinarRegistrant', 'add', parameters, rows);
		expect(outcome(result)).toEqual({
			done: [0, 1, 2, 5],
			failed: [
				[3, `'${topics}' must be one of Zoom's choices, but is "Weather"`],
				[4, `'${role}' must be one of Zoom's choices, but is "["Engineer","Manager"]"`],
			],
		});
		const answers = new Map(
			sandbox()
				.registrants(id)
				.map((one) => [one.email, one.custom_questions?.map(({ value }) => value)]),
		);
		expect([0, 1, 2, 5].map((n) => answers.get(`p${n}@example.com`))).toEqual([
			['Security, Automation'],
			['Security, Automation'],
			['Pricing, plans, Security'],
			['Engineer'],
		]);
	});

	it.each(['add', 'addMany'])('%s by a tracking source that is not there', async (operation) => {
		const rows = [
			{ ...ANN, source: 'Television' },
			{ ...BEN, source: 'newsletter' },
			{ ...CAT, source: '' },
		];
		const parameters = {
			webinarId: byId(SEED.webinar),
			additionalFields: { sourceId: '={{ $json.source }}' },
		};
		expect(outcome(await run('webinarRegistrant', operation, parameters, rows))).toEqual({
			done: [1, 2],
			failed: [
				[0, "'Tracking Source Name or ID' must be one of Zoom's choices, but is \"Television\""],
			],
		});
	});

	it.each([
		['places', { capacity: 3 }],
		['restricted places', { settings: { registrants_restrict_number: 3 } }],
	])('more people than %s: those that are left are taken', async (_, fields) => {
		for (const operation of ['add', 'addMany']) {
			const id = webinar(fields);
			const result = await run('webinarRegistrant', operation, { webinarId: byId(id) }, people(5));
			const { done, failed } = outcome(result);
			expect(done).toHaveLength(3);
			expect(failed.map(([, message]) => message)).toEqual([
				'The webinar is full',
				'The webinar is full',
			]);
			expect(sandbox().registrants(id)).toHaveLength(3);
		}
	});

	it('people who come back to a webinar that is full by now', async () => {
		const id = webinar({ settings: { approval_type: 1, registrants_restrict_number: 2 } });
		const of = { webinarId: byId(id), registrant: byEmail('={{ $json.email }}') };
		await run('webinarRegistrant', 'addMany', of, [ANN, BEN]);
		await run('webinarRegistrant', 'deny', of, [ANN]);
		await run('webinarRegistrant', 'addMany', of, [CAT]);
		expect(outcome(await run('webinarRegistrant', 'approve', of, [ANN, BEN, CAT]))).toEqual({
			done: [1, 2],
			failed: [[0, 'The webinar is full']],
		});
	});

	describe('a webinar that takes nobody', () => {
		it.each<[string, object, string, RegExp]>([
			[
				'is over',
				{ startsAt: Date.now() - 86_400_000 },
				'The webinar has ended and no longer accepts registrations',
				/hasn't ended yet/,
			],
			[
				'has registration off',
				{ settings: { approval_type: 2 } },
				"Registration isn't turned on for this webinar",
				/'If Registration Is Off'/,
			],
			[
				'costs something',
				{ paid: true },
				"Zoom's API can't register people for a webinar with paid registration",
				/Webinar → Get Registration Link/,
			],
		])('because it %s: another one does', async (_, fields, message, hint) => {
			const closed = webinar(fields);
			for (const operation of ['add', 'addMany']) {
				const open = webinar();
				const rows = [
					{ ...ANN, id: closed },
					{ ...BEN, id: open },
					{ ...CAT, id: closed },
				];
				const parameters = { webinarId: byId('={{ $json.id }}') };
				const result = await run('webinarRegistrant', operation, parameters, rows);
				expect(outcome(result)).toEqual({
					done: [1],
					failed: [
						[0, message],
						[2, message],
					],
				});
				expect(errorOf(result.errors[0])?.hint).toMatch(hint);
			}
		});
	});

	it.each(['add', 'addMany'])(
		'%s a private address, where work ones are asked for',
		async (one) => {
			const id = webinar({ workDomain: 'example.com' });
			const rows = [ANN, { email: 'bob@gmail.com', first: 'Bob' }, CAT];
			const result = await run('webinarRegistrant', one, { webinarId: byId(id) }, rows);
			expect(outcome(result)).toEqual({
				done: [0, 2],
				failed: [[1, 'Zoom requires a work email address here']],
			});
			expect(errorOf(result.errors[0])?.hint).toContain('the work email address that was invited');
		},
	);

	it.each([
		['webinar get', {}],
		['webinarRegistrant add', {}],
		['webinarRegistrant addMany', {}],
		['panelist addMany', {}],
		['webinar create', { topic: 'T', startTime: '2099-07-05T10:00:00', registration: 'off' }],
	])('%s by an app whose owner may do nothing with webinars', async (name, more) => {
		sandbox().configure({ managesWebinars: false });
		const [resource = '', operation = ''] = name.split(' ');
		const parameters = { webinarId: byId(SEED.webinar), ...more };
		const result = await run(resource, operation, parameters, [ANN, BEN]);
		expect(outcome(result)).toEqual({
			done: [],
			failed: [0, 1].map((item) => [item, 'Zoom denied permission for this operation']),
		});
		expect(errorOf(result.errors[0])).toMatchObject({
			code: 200,
			zoomMessage: 'No permission.',
			hint: expect.stringContaining('Check roles and licenses'),
		});
	});

	it('a simulive webinar without a recording, with an unknown one, and without a time', async () => {
		const rows = [
			{ file: '', type: 5 },
			{ file: 'none', type: 5 },
			{ file: SEED.recordingFile, type: 6 },
			{ file: SEED.recordingFile, type: 5 },
		];
		const result = await run(
			'webinar',
			'create',
			{
				topic: 'Launch',
				startTime: '2099-07-05T10:00:00',
				registration: 'off',
				additionalFields: { type: '={{ $json.type }}' },
				simulive: { isSimulive: true, recordFileId: '={{ $json.file }}' },
			},
			rows,
		);
		expect(outcome(result)).toEqual({
			done: [3],
			failed: [
				[0, 'A simulive webinar requires the recording to play'],
				[1, 'Zoom rejected this for a simulive webinar'],
				[2, 'A simulive webinar requires a fixed time'],
			],
		});
	});
});
