import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { addParameters, byId, credentialsFor, people, useSandbox } from './world';

const MEETING = SEED.meeting;

describe('failing rows, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (
		parameters: INodeParameters,
		rows?: IDataObject[],
		onError?: 'continueErrorOutput' | 'continueRegularOutput',
	) => await runZoom(parameters, credentialsFor(sandbox()), rows, onError && { onError });

	const mixed = [
		{ email: 'a@example.com', first: 'A', seat: 1 },
		{ email: 'not an address', first: 'B', seat: 2 },
		{ email: 'host@example.com', first: 'C', seat: 3 },
		{ email: 'd@example.com', first: 'D', seat: 4 },
	];

	it('go to the error output with their row, paired; the others are registered', async () => {
		const { items, errors } = await run(addParameters(MEETING), mixed, 'continueErrorOutput');
		expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
			['a@example.com', { item: 0 }],
			['d@example.com', { item: 3 }],
		]);
		expect(errors).toEqual([
			{
				json: {
					email: 'not an address',
					first: 'B',
					seat: 2,
					error: {
						message: "'Email' isn't a valid email address: \"not an address\"",
						hint: 'Correct this item.',
					},
				},
				pairedItem: { item: 1 },
			},
			{
				json: {
					email: 'host@example.com',
					first: 'C',
					seat: 3,
					error: expect.objectContaining({
						message: "The host can't register for their own meeting",
						code: 3027,
						httpCode: 400,
					}),
				},
				pairedItem: { item: 2 },
			},
		]);
		expect(sandbox().registrants(MEETING)).toHaveLength(2);
	});

	it('stay in place on the regular output, with their row', async () => {
		const { items } = await run(addParameters(MEETING), mixed, 'continueRegularOutput');
		expect(items.map(({ json }) => json.seat ?? json.status)).toEqual([
			'approved',
			2,
			3,
			'approved',
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});

	it('keep a message column of their own', async () => {
		const rows = [{ email: 'x', first: 'X', message: 'from the form' }];
		const { errors } = await run(addParameters(MEETING), rows, 'continueErrorOutput');
		expect(errors[0]?.json.message).toBe('from the form');
	});

	it('stop the node otherwise: nothing new is begun, and the error says what was done', async () => {
		const rows = [{ email: 'bad', first: 'B' }, ...people(30)];
		const { error, items } = await run(
			addParameters(MEETING, { options: { maxConcurrency: 1 } }),
			rows,
		);
		expect(items).toEqual([]);
		expect(error).toMatchObject({
			message: "'Email' isn't a valid email address: \"bad\"",
			description: expect.stringContaining('with 0 of 31 items done'),
			context: { itemIndex: 0 },
		});
		expect(sandbox().counts().byEndpoint).toEqual({});
	});

	it.each<[string, INodeParameters, string]>([
		['an empty email', { email: "={{ '' }}" }, "'Email' is required"],
		['no first name', { firstName: ' ' }, "'First Name' is required"],
		['a first name that is too long', { firstName: 'x'.repeat(65) }, "'First Name' is 65 charact"],
		[
			'an unknown number of employees',
			{ additionalFields: { noOfEmployees: 'some' } },
			"'Number of Employees' must be one of",
		],
		['no meeting', { meetingId: byId('={{ $json.none }}') }, "'Meeting' is required"],
		['a word as meeting', { meetingId: byId('tomorrow') }, "'Meeting' isn't a meeting ID or link"],
		[
			'a path as meeting',
			{ meetingId: byId('../users/me') },
			"'Meeting' isn't a meeting ID or link",
		],
		[
			'an answer that is too long',
			{
				additionalFields: {
					customQuestions: { question: [{ title: 'Q', value: 'x'.repeat(129) }] },
				},
			},
			`'Answer to "Q"' is 129 characters long`,
		],
		[
			'a word as occurrence',
			{ additionalFields: { occurrenceIds: 'Monday' } },
			"'Occurrence Names or IDs' isn't an occurrence ID",
		],
	])('%s is refused before any request', async (_, parameters, message) => {
		const { error } = await run(addParameters(MEETING, parameters), people(1));
		expect(error?.message).toContain(message);
		expect(sandbox().counts()).toMatchObject({ tokens: 0, byEndpoint: {} });
	});

	it('takes long comments, emoji and names from right to left as they are', async () => {
		const additionalFields = { comments: 'word '.repeat(6000).trim() };
		const rows = [{ email: 'a@example.com', first: '🎉 ליאור', last: 'العربية' }];
		const { error, items } = await run(addParameters(MEETING, { additionalFields }), rows);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ first_name: '🎉 ליאור', last_name: 'العربية' });
		expect(sandbox().registrants(MEETING)).toMatchObject([{ comments: additionalFields.comments }]);
	});

	it.each<[string, () => string, number, number, string]>([
		['registration off', () => SEED.registrationOff, 404, 404, "isn't turned on for this meeting"],
		['an unknown meeting', () => '12345678901', 3001, 404, "couldn't find this meeting"],
		['a meeting that is over', () => SEED.over, 3038, 400, 'has ended'],
	])('explains %s', async (_, meeting, code, httpCode, title) => {
		const { errors } = await run(addParameters(meeting()), people(1), 'continueErrorOutput');
		expect(errorMessage(errors[0])).toContain(title);
		expect(errorOf(errors[0])).toMatchObject({
			code,
			httpCode,
			hint: expect.stringMatching(/.{20}/),
			zoomMessage: expect.any(String),
		});
	});

	it('explains a full meeting, for the rows that found no place only', async () => {
		const { items, errors } = await run(
			addParameters(SEED.small),
			people(5),
			'continueErrorOutput',
		);
		expect(items).toHaveLength(3);
		expect(errors.map(errorMessage)).toEqual(['The meeting is full', 'The meeting is full']);
	});

	it('names the scope that is missing', async () => {
		sandbox().configure({ scopes: ['meeting:read:meeting:admin'] });
		const { errors } = await run(addParameters(MEETING), people(1), 'continueErrorOutput');
		expect(errorMessage(errors[0])).toBe('The Zoom app is missing a scope for this operation');
		expect(errorOf(errors[0])).toMatchObject({
			code: 4711,
			zoomMessage: expect.stringContaining('meeting:write:registrant:admin'),
		});
	});

	it('does not wait for a limit that ends at midnight', async () => {
		sandbox().configure({ dailyLimits: { createUpdatePerHost: 1 } });
		const parameters = {
			resource: 'meeting',
			operation: 'create',
			topic: 'Launch',
			startTime: '',
			options: { maxConcurrency: 1 },
		};
		const { items, errors } = await run(parameters, [{}, {}], 'continueErrorOutput');
		expect(items).toHaveLength(1);
		expect(errorMessage(errors[0])).toBe(
			"The host's daily limit of 100 created or updated meetings and webinars is used up",
		);
		expect(sandbox().counts().tooMany).toBe(1);
	});

	it('are those of people who have registered already, when that is asked for', async () => {
		const rows = Array.from({ length: 3 }, () => ({ email: 'a@example.com', first: 'A' }));
		const { items, errors } = await run(
			addParameters(MEETING, { options: { maxConcurrency: 1, ifRegistered: 'report' } }),
			rows,
			'continueErrorOutput',
		);
		expect(items).toHaveLength(1);
		expect(errors.map(errorMessage)).toEqual([
			'a@example.com is already registered for this meeting',
			'a@example.com is already registered for this meeting',
		]);
		expect(sandbox().registrants(MEETING)).toHaveLength(1);
	});

	// The offline part tries for about four seconds.
	it('shows neither token nor secret, whatever fails', async () => {
		const { clientSecret } = sandbox();
		sandbox().configure({ scopes: [] });
		const refused = await run(addParameters(MEETING), people(1));
		const guess = 'wrong0guess0wrong0guess';
		const wrong = { ...credentialsFor(sandbox()), clientSecret: guess };
		const signIn = await runZoom(addParameters(MEETING), wrong, people(1));
		await sandbox().close();
		const offline = await run(addParameters(MEETING), people(1));
		for (const { error } of [refused, signIn, offline]) {
			expect(error).toBeDefined();
			const everything = JSON.stringify([error, error?.stack, error?.cause, error?.context]);
			expect(everything).not.toContain(clientSecret);
			expect(everything).not.toContain(guess);
			expect(everything).not.toMatch(/Bearer|Basic |eyJ/);
		}
		expect(signIn.error?.message).toBe('Zoom rejected the Client ID and Client Secret');
	});

	it.each<[string, Record<string, string>, string]>([
		[
			'a whole token answer',
			{ clientSecret: '{"access_token":"eyJ"}' },
			'contains a whole token response',
		],
		['an empty Account ID', { accountId: ' ' }, "'Account ID' is required"],
		['a wrong Account ID', { accountId: 'other' }, 'rejected the Account ID'],
	])('tells what is wrong with the credential: %s', async (_, wrong, message) => {
		const { error } = await runZoom(
			addParameters(MEETING),
			{ ...credentialsFor(sandbox()), ...wrong },
			people(3),
		);
		expect(error?.message).toContain(message);
		expect(sandbox().counts().tokenFailures).toBeLessThanOrEqual(1);
	});

	it('understands pasted values with spaces and quotes', async () => {
		const credentials = credentialsFor(sandbox());
		const { error } = await runZoom(
			addParameters(MEETING),
			{
				...credentials,
				accountId: ` "${String(credentials.accountId)}" \n`,
				clientSecret: `'${String(credentials.clientSecret)}'\r\n`,
			},
			people(1),
		);
		expect(error).toBeUndefined();
	});
});
