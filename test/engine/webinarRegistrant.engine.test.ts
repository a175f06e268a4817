import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import { toMapperFields } from '../../nodes/Zoom/mapping/form';
import { SEED } from '../../sandbox';
import { errorMessage, errorOf } from '../failedRow';
import { runZoom } from './run';
import { addParameters, byEmail, byId, byUrl, credentialsFor, people, useSandbox } from './world';

/*
 * What may go otherwise than for meetings, whose tests are those of what is the same. What can't be is
 * in webinarBadInput.engine.test.ts.
 */

const BATCH = 'POST /webinars/{webinarId}/batch_registrants';
const SINGLE = 'POST /webinars/{webinarId}/registrants';
const SOURCES = 'GET /webinars/{webinarId}/tracking_sources';
const STATUS = 'PUT /webinars/{webinarId}/registrants/status';

describe('Webinar Registrant, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (
		operation: string,
		rows: IDataObject[],
		more: INodeParameters = {},
		webinarId: unknown = byId(SEED.webinar),
	) =>
		await runZoom(
			{
				...addParameters(''),
				resource: 'webinarRegistrant',
				operation,
				webinarId: webinarId as INodeParameters,
				...more,
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const calls = () => sandbox().counts().byEndpoint;
	const addWebinar = (more: object = {}) =>
		sandbox().addWebinar({ settings: { approval_type: 0 }, ...more } as never);

	it('registers a list in batches, 993 of 1,000 with 7 bad rows', async () => {
		const rows: IDataObject[] = people(1000);
		const isBad = (index: number) => index % 143 === 1;
		rows.forEach((row, index) => {
			if (isBad(index)) row.email = index % 2 ? 'nobody' : '';
		});
		const { items, errors } = await run('addMany', rows);
		expect(errors).toHaveLength(rows.filter((_, index) => isBad(index)).length);
		expect(items).toHaveLength(1000 - errors.length);
		for (const { json, pairedItem } of items) {
			const { item } = pairedItem as { item: number };
			expect(json).toMatchObject({ email: rows[item]?.email, status: 'approved' });
			expect(json.join_url).toEqual(expect.any(String));
		}
		expect(calls()).toEqual({ [BATCH]: Math.ceil(items.length / 30) });
		expect(sandbox().counts().tokens).toBe(1);
	});

	it('sends rows with a source singly, by its name, and the others together', async () => {
		const sourceId = '={{ $json.source }}';
		const rows: IDataObject[] = people(6).map((row, n) => ({
			...row,
			source: n < 2 ? 'newsletter' : '',
		}));
		const { items, errors } = await run('addMany', rows, { additionalFields: { sourceId } });
		expect(errors).toEqual([]);
		expect(items).toHaveLength(6);
		expect(calls()).toEqual({ [BATCH]: 1, [SINGLE]: 2, [SOURCES]: 1 });
		sandbox().resetCounts();
		const filters = { trackingSourceId: SEED.trackingSources.newsletter, status: 'any' };
		const found = await run('getAll', [{}], { returnAll: true, filters });
		expect(found.items.map(({ json }) => json.email).sort()).toEqual([
			'p0@example.com',
			'p1@example.com',
		]);
	});

	it('approves at once in batches, where the host approves by hand', async () => {
		const additionalFields = { autoApprove: true };
		const webinarId = byId(SEED.webinarManual);
		const together = await run('addMany', people(2), { additionalFields }, webinarId);
		expect(together.items.map(({ json }) => json.status)).toEqual(['approved', 'approved']);
		const alone = await run('add', [{ email: 'q@example.com', first: 'Q' }], {}, webinarId);
		expect(alone.items[0]?.json).toMatchObject({ status: 'pending' });
		expect(alone.items[0]?.json.join_url).toBeUndefined();
	});

	it('goes on singly for a series', async () => {
		const webinar = addWebinar({
			type: 9,
			start_time: '2099-10-05T14:00:00',
			recurrence: { type: 2, repeat_interval: 1, end_times: 2 },
			settings: { approval_type: 0, registration_type: 1 },
		});
		const { items, errors } = await run('addMany', people(2), {}, byId(webinar.id));
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.status)).toEqual(['approved', 'approved']);
		expect(calls()).toEqual({ [BATCH]: 1, [SINGLE]: 2 });
	});

	it('registers for chosen sessions of a series', async () => {
		const webinarId = byId(SEED.webinarSeries);
		const series = await runZoom(
			{ resource: 'webinar', operation: 'get', webinarId, simple: false },
			credentialsFor(sandbox()),
		);
		const [first, , third] = series.items[0]?.json.occurrences as IDataObject[];
		const chosen = [first, third].map((one) => String(one?.occurrence_id));
		const additionalFields = { occurrenceIds: chosen };
		const { items } = await run(
			'add',
			[{ email: 'q@example.com', first: 'Q' }],
			{ additionalFields },
			webinarId,
		);
		const occurrences = items[0]?.json.occurrences as IDataObject[];
		expect(occurrences.map(({ occurrence_id: id }) => String(id))).toEqual(chosen);
	});

	it("sends the answers to each type of question of the webinar's own form", async () => {
		const { company, role, heardFrom, topics } = SEED.webinarQuestions;
		const own = [
			{ title: company, type: 'short', required: false },
			{
				title: role,
				type: 'single_radio',
				required: false,
				answers: ['Engineer', 'Manager', 'Other'],
			},
			{
				title: heardFrom,
				type: 'single_dropdown',
				required: false,
				answers: [...SEED.heardFromAnswers],
			},
			{
				title: topics,
				type: 'multiple',
				required: false,
				answers: ['Automation', 'Security', 'Pricing, plans'],
			},
		];
		const schema = toMapperFields(registrantFields(WEBINAR), [], own);
		const value = {
			email: '={{ $json.email }}',
			first_name: 'Ada',
			[company]: '12',
			[role]: '={{ $json.role }}',
			[heardFrom]: 'Search',
			[topics]: '={{ $json.topics }}',
		};
		const form = { mappingMode: 'defineBelow', value, matchingColumns: [], schema };
		const { items, errors } = await run(
			'add',
			[
				{ email: 'a@example.com', role: 'Engineer', topics: 'Security' },
				{ email: 'b@example.com', role: 'Boss', topics: 'Security' },
				{ email: 'c@example.com', role: 'Other', topics: 'Weather' },
			],
			{ registrantFrom: 'form', form: form as never },
		);
		expect(items).toHaveLength(1);
		expect(sandbox().registrants(SEED.webinar)).toMatchObject([
			{
				email: 'a@example.com',
				custom_questions: [
					{ title: company, value: '12' },
					{ title: role, value: 'Engineer' },
					{ title: heardFrom, value: 'Search' },
					{ title: topics, value: 'Security' },
				],
			},
		]);
		expect(errors.map(errorMessage)).toEqual([
			`'${role}' must be one of Zoom's choices, but is "Boss"`,
			`'${topics}' must be one of Zoom's choices, but is "Weather"`,
		]);
	});

	it.each(['approve', 'deny', 'cancel'])(
		'%ss people of a webinar in one call',
		async (operation) => {
			await run('addMany', people(31), {}, byId(SEED.webinarManual));
			sandbox().resetCounts();
			const registrant = byEmail('={{ $json.email }}');
			const { items, errors } = await run(
				operation,
				people(31),
				{ registrant },
				byId(SEED.webinarManual),
			);
			expect(errors).toEqual([]);
			expect(items).toHaveLength(31);
			expect(calls()).toMatchObject({ [STATUS]: 2 });
			const status = operation === 'approve' ? 'approved' : 'denied';
			expect(
				sandbox()
					.registrants(SEED.webinarManual)
					.every((one) => one.status === status),
			).toBe(true);
		},
	);

	it('gets and deletes a registrant by address', async () => {
		await run('add', people(1));
		const registrant = byEmail('p0@example.com');
		const got = await run('get', [{}], { registrant });
		expect(got.items[0]?.json).toMatchObject({ email: 'p0@example.com', status: 'approved' });
		const deleted = await run('delete', [{}], { registrant });
		expect(deleted.items[0]?.json).toMatchObject({ deleted: true, email: 'p0@example.com' });
		expect(sandbox().registrants(SEED.webinar)).toEqual([]);
	});

	it('turns registration on, and reports who has registered', async () => {
		const options = { turnOnRegistration: 'automatic', ifRegistered: 'report' };
		const rows = [...people(1), ...people(1)];
		const { items, errors } = await run('add', rows, { options }, byId(SEED.webinarOff));
		expect(items.map(({ json }) => json.status)).toEqual(['approved']);
		expect(errors.map(errorMessage)).toEqual([
			'p0@example.com is already registered for this webinar',
		]);
	});

	it('tells a meeting from a webinar, and finds one by its registration link', async () => {
		const meeting = sandbox()
			.meetings()
			.find(({ id }) => String(id) === SEED.meeting);
		const webinar = sandbox()
			.webinars()
			.find(({ id }) => String(id) === SEED.webinar);
		const link = await run('add', people(1), {}, byUrl(String(meeting?.registration_url)));
		expect(errorMessage(link.errors[0])).toContain("'Webinar' is the ID or link of a meeting");
		expect(calls()).toEqual({});
		const number = await run('add', people(1), {}, byId(SEED.meeting));
		expect(errorOf(number.errors[0])).toMatchObject({
			message: "Zoom couldn't find this webinar",
			hint: expect.stringContaining('It may be the ID of a meeting'),
		});
		const found = await run('add', people(1), {}, byUrl(String(webinar?.registration_url)));
		expect(found.items[0]?.json).toMatchObject({ id: Number(SEED.webinar), status: 'approved' });
		const wrong = await runZoom(addParameters(SEED.webinar), credentialsFor(sandbox()), people(1), {
			onError: 'continueErrorOutput',
		});
		expect(errorMessage(wrong.errors[0])).toBe('This is the ID of a webinar, not a meeting');
	});
});
