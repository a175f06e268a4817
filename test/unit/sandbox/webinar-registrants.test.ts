import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT } from './client';
import { JOIN_LINK, useRegistrants } from './registrant-calls';

const { sandbox, call, newToken, pathOf, add, batch, person, people, namesIn, setStatus } =
	useRegistrants('webinars');

const { company, role, heardFrom, topics } = SEED.webinarQuestions;
const { newsletter, website } = SEED.trackingSources;
const answer = (title: string, value: string) => ({ custom_questions: [{ title, value }] });
const refusal = (code: number, message: string) => ({ status: 400, code, message });
const FULL = refusal(
	3000,
	'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
);

describe('adding', () => {
	it('answers with a join link and the status, and no PIN', async () => {
		const { status, body } = await add(person('Ada'));
		expect(status).toBe(201);
		expect(body).toEqual({
			id: Number(SEED.webinar),
			registrant_id: expect.any(String),
			topic: 'Autumn launch',
			start_time: expect.stringMatching(/-09-15T15:00:00Z$/),
			status: 'approved',
			join_url: expect.stringMatching(JOIN_LINK),
		});
		expect((await add({ ...person('Ada'), email: 'ADA@example.com' })).body).toEqual(body);
	});

	it('has no link while somebody waits', async () => {
		const { body } = await add(person('Ada'), SEED.webinarManual);
		expect(body).toMatchObject({ status: 'pending' });
		expect(body).not.toHaveProperty('join_url');
	});

	it('does not approve at once, as a meeting can', async () => {
		const json = { ...person('Ada'), auto_approve: true };
		expect(errorOf(await add(json, SEED.webinarManual))).toEqual(NOT_AN_OBJECT);
	});

	it('shows the language that was asked for', async () => {
		const { body } = await add(person('Ada', { language: 'fr-FR' }));
		const path = `${pathOf(SEED.webinar)}/${String(body.registrant_id)}`;
		const one = await call('GET', path);
		expect(one.body).toMatchObject({ language: 'fr-FR', status: 'approved', last_name: '' });
		expect(one.body).not.toHaveProperty('participant_pin_code');
	});

	it.each([
		['the host', SEED.host.email, SEED.webinar, refusal(3027, 'Host cannot register.')],
		[
			'a panelist',
			SEED.panelist.email.toUpperCase(),
			SEED.webinarManual,
			refusal(
				3000,
				'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
			),
		],
	])('%s is refused, alone and in a batch', async (_, email, id, refused) => {
		const json = { email, first_name: 'X' };
		expect(errorOf(await add(json, id))).toEqual(refused);
		expect(errorOf(await batch([person('Ada'), json], id))).toEqual(refused);
		expect(sandbox().registrants(id)).toEqual([]);
	});

	it('to a webinar that people pay for is refused, alone and in a batch', async () => {
		const { id } = sandbox().addWebinar({ paid: true, settings: { approval_type: 0 } });
		const paid = refusal(3000, 'The Zoom REST API does not support paid registration.');
		expect(errorOf(await add(person('Ada'), id))).toEqual(paid);
		expect(errorOf(await batch([person('Ada')], id))).toEqual(paid);
	});

	it('takes work addresses only, where the webinar is for these', async () => {
		const { id } = sandbox().addWebinar({
			workDomain: 'example.com',
			settings: { approval_type: 0 },
		});
		const bob = { ...person('Bob'), email: 'bob@gmail.com' };
		const refused = refusal(
			3034,
			'If you have been invited, please input your work email address.',
		);
		expect(errorOf(await add(bob, id))).toEqual(refused);
		expect(errorOf(await batch([person('Ada'), bob], id))).toEqual(refused);
		expect((await add(person('Ada'), id)).status).toBe(201);
		expect(await namesIn(String(id))).toEqual(['Ada']);
	});

	it('to a webinar that is over is refused, in two texts', async () => {
		const { id } = sandbox().addWebinar({
			startsAt: Date.now() - 86_400_000,
			settings: { approval_type: 0 },
		});
		const message =
			'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.';
		expect(errorOf(await add(person('Ada'), id))).toEqual(refusal(3038, message));
		expect(errorOf(await batch([person('Ada')], id))).toEqual(
			refusal(
				3038,
				"The webinar is over. You cannot register now. If you have any questions, contact the webinar's host.",
			),
		);
	});

	it('chooses sessions of a series', async () => {
		const { occurrences = [] } =
			sandbox()
				.webinars()
				.find(({ id }) => String(id) === SEED.webinarSeries) ?? {};
		expect(await add(person('Ada'), SEED.webinarSeries)).toMatchObject(missing('occurrence_ids'));
		const ids = occurrences.slice(1, 3).map(({ occurrence_id: one }) => String(one));
		const reply = await add(person('Ada'), SEED.webinarSeries, `?occurrence_ids=${ids.join(',')}`);
		expect(reply.body.occurrences).toMatchObject(ids.map((occurrence_id) => ({ occurrence_id })));
		expect(await namesIn(SEED.webinarSeries, `?occurrence_id=${ids[0]}`)).toEqual(['Ada']);
		const other = occurrences[0]?.occurrence_id;
		expect(await namesIn(SEED.webinarSeries, `?occurrence_id=${other}`)).toEqual([]);
		expect((await add(person('Bob'), SEED.webinarSeries, '?occurrence_ids=1')).body.code).toBe(
			3000,
		);
	});
});

it('chooses one session at a time where people register for each', async () => {
	const { id, occurrences = [] } = sandbox().addWebinar({
		type: 9,
		recurrence: { type: 1, end_times: 3 },
		settings: { approval_type: 0, registration_type: 2 },
	});
	const ids = occurrences.map(({ occurrence_id: one }) => String(one));
	expect(await add(person('Ada'), id, `?occurrence_ids=${ids[0]},${ids[1]}`)).toMatchObject(
		invalid('occurrence_ids'),
	);
	expect((await add(person('Ada'), id, `?occurrence_ids=${ids[0]}`)).status).toBe(201);
});

describe('where registration is off', () => {
	const ID = SEED.webinarOff;
	const off = refusal(3000, `Registration has not been enabled for this webinar: ${ID}.`);

	it('each operation has its own answer', async () => {
		expect(errorOf(await add(person('Ada'), ID))).toEqual(
			refusal(3000, `This webinar does not have registration as required: ${ID}.`),
		);
		expect(errorOf(await batch([person('Ada')], ID))).toEqual(off);
		expect(errorOf(await setStatus(ID, 'approve', [{ email: 'ada@example.com' }]))).toEqual(
			refusal(300, `Registration has not been enabled for this meeting: ${ID}.`),
		);
	});

	it.each([
		['GET', '/registrants'],
		['GET', '/registrants/x'],
		['DELETE', '/registrants/x'],
		['GET', '/registrants/questions'],
		['GET', '/tracking_sources'],
	])('%s %s', async (method, path) => {
		expect(errorOf(await call(method, `/webinars/${ID}${path}`))).toEqual(off);
	});
});

describe('a batch', () => {
	it('registers 30 people in another order, without PINs', async () => {
		const { status, body } = await batch(people(30));
		expect(status).toBe(201);
		expect(body).toEqual({
			registrants: sandbox()
				.registrants(SEED.webinar)
				.toReversed()
				.map(({ email, id, join_url }) => ({ email, registrant_id: id, join_url })),
		});
	});

	it('approves at once when asked to', async () => {
		await batch([person('Ada')], SEED.webinarManual);
		await batch([person('Bob')], SEED.webinarManual, { auto_approve: true });
		const statuses = sandbox()
			.registrants(SEED.webinarManual)
			.map(({ status }) => status);
		expect(statuses).toEqual(['pending', 'approved']);
	});

	it.each([
		{ registrants_confirmation_email: false },
		{ registrants: [{ ...person('Ada'), source_id: newsletter }] },
		{ registrants: [{ ...person('Ada'), language: 'fr-FR' }] },
		{ registrants: [{ ...person('Ada'), ...answer(company, '5') }] },
	])('takes names and addresses only: %j', async (more) => {
		expect(errorOf(await batch([person('Ada')], SEED.webinar, more))).toEqual(NOT_AN_OBJECT);
	});

	it('takes no more than 30', async () => {
		expect(await batch(people(31))).toMatchObject(invalid('registrants'));
		expect(await batch([person('Ada'), person('ADA')])).toMatchObject(
			invalid('registrants[1].email'),
		);
	});

	it('is for scheduled webinars', async () => {
		const refused = refusal(
			300,
			'This API can only be used for scheduled webinars (type 5). Batch registration is not supported for other webinar types.',
		);
		expect(errorOf(await batch([person('Ada')], SEED.webinarSeries))).toEqual(refused);
		const { id } = sandbox().addWebinar({ type: 6 });
		expect(errorOf(await batch([person('Ada')], id))).toEqual(refused);
	});
});

describe('places', () => {
	const webinar = (fields: object, approval_type: 0 | 1 = 0, settings = {}) =>
		sandbox().addWebinar({ ...fields, settings: { approval_type, ...settings } }).id;

	it('of the host run out', async () => {
		const id = webinar({ capacity: 2 });
		await batch(people(2), id);
		expect(errorOf(await add(person('Ada'), id))).toEqual(FULL);
		expect(errorOf(await batch([person('Ada')], id))).toEqual(FULL);
		// Who has a place takes no second.
		expect((await add(person('P0'), id)).status).toBe(201);
	});

	it('that the webinar is restricted to run out', async () => {
		const id = webinar({}, 1, { registrants_restrict_number: 2 });
		await add(person('Ada'), id);
		await add(person('Bob'), id);
		expect(errorOf(await add(person('Cid'), id))).toEqual(FULL);
		expect(errorOf(await batch([person('Cid')], id))).toEqual(
			refusal(3043, 'Webinar has reached maximum attendee capacity.'),
		);
		await setStatus(String(id), 'deny', [{ email: 'ada@example.com' }]);
		expect((await add(person('Cid'), id)).status).toBe(201);
		const again = await setStatus(String(id), 'approve', [{ email: 'ada@example.com' }]);
		expect(errorOf(again)).toEqual(refusal(3035, 'Webinar has reached maximum attendee capacity.'));
		expect((await setStatus(String(id), 'approve', [{ email: 'bob@example.com' }])).status).toBe(
			204,
		);
	});

	it('are as many as asked for where 0 restricts nothing', async () => {
		const id = webinar({}, 0, { registrants_restrict_number: 0 });
		expect((await batch(people(30), id)).status).toBe(201);
	});
});

describe('its own questions', () => {
	const MULTIPLE = refusal(300, 'Invalid parameter: custom_questions.');

	it.each([
		[company, 'about 40'],
		[role, 'Manager'],
		[heardFrom, 'Search'],
		[topics, 'Security'],
		[topics, 'Security,Automation'],
		[topics, 'Security, Automation'],
		[topics, 'Pricing, plans'],
		[topics, 'Automation,Pricing, plans,Security'],
		[topics, ''],
	])('%s takes %j', async (title, value) => {
		expect((await add(person('Ada', answer(title, value)))).status).toBe(201);
	});

	it.each([
		[company, 'x'.repeat(129)],
		[role, 'Baker'],
		[role, 'Manager,Other'],
		[heardFrom, 'search'],
		[topics, 'Cooking'],
		[topics, 'Security,Cooking'],
		[topics, 'Security,Security'],
		[topics, 'Security;Automation'],
		[topics, 'Security,'],
		['Nobody asked', 'x'],
	])('%s refuses %j', async (title, value) => {
		expect(errorOf(await add(person('Ada', answer(title, value))))).toEqual(MULTIPLE);
	});

	const questions = `${pathOf(SEED.webinar)}/questions`;
	const set = async (json: object) => await call('PATCH', questions, { json });
	const ANSWERS = { answers: ['S', 'M'] };

	it.each(['single_radio', 'single_dropdown', 'multiple'])('may be of type %s', async (type) => {
		const question = { title: 'Size', type, required: true, ...ANSWERS };
		expect((await set({ custom_questions: [question] })).status).toBe(204);
		expect((await call('GET', questions)).body.custom_questions).toEqual([question]);
		expect(errorOf(await add(person('Ada'))).message).toBe(
			'The parameter is required in custom_questions: Size.',
		);
	});

	it.each([
		[{ title: 'Size', type: 'single', ...ANSWERS }, 'custom_questions[0].type'],
		[{ title: 'Size', type: 'dropdown', ...ANSWERS }, 'custom_questions[0].type'],
		[{ title: 'Size', type: 'short', ...ANSWERS }, 'custom_questions[0].answers'],
		[{ title: 'Size', type: 'short', answers: [] }, 'custom_questions[0].answers'],
		[{ title: 'Size', type: 'multiple', answers: ['S'] }, 'custom_questions[0].answers'],
	])('is refused as %j', async (question, field) => {
		expect(await set({ custom_questions: [question] })).toMatchObject(invalid(field));
	});

	it.each(['single_radio', 'single_dropdown', 'multiple'])(
		'of type %s is none that a meeting can ask',
		async (type) => {
			const custom = [{ title: 'Size', type, ...ANSWERS }];
			const path = `/meetings/${SEED.meeting}/registrants/questions`;
			expect(await call('PATCH', path, { json: { custom_questions: custom } })).toMatchObject(
				invalid('custom_questions[0].type'),
			);
		},
	);

	it('a batch cannot answer one that is required', async () => {
		await set({ custom_questions: [{ title: 'Diet', type: 'short', required: true }] });
		expect(errorOf(await batch([person('Ada')])).message).toBe(
			'The parameter is required in custom_questions: Diet.',
		);
	});
});

describe('tracking sources', () => {
	const sources = async (id: string = SEED.webinar) =>
		(await call('GET', `/webinars/${id}/tracking_sources`)).body;

	it('count who came by them', async () => {
		await add(person('Ada', { source_id: newsletter }));
		await add(person('Bob'));
		expect(await sources()).toEqual({
			total_records: 2,
			tracking_sources: [
				{
					id: newsletter,
					source_name: 'Newsletter',
					tracking_url: expect.stringMatching(
						new RegExp(`/webinar/register/${newsletter}/WN_[\\w-]{22}$`),
					),
					registration_count: 1,
					visitor_count: 12,
				},
				expect.objectContaining({ id: website, registration_count: 0, visitor_count: 0 }),
			],
		});
		expect(sandbox().registrants(SEED.webinar)).toMatchObject([{ source_id: newsletter }, {}]);
		expect(await sources(SEED.webinarManual)).toEqual({ total_records: 0, tracking_sources: [] });
	});

	it('filter the list', async () => {
		await add(person('Ada', { source_id: newsletter }));
		await add(person('Bob'));
		expect(await namesIn(SEED.webinar)).toEqual(['Ada', 'Bob']);
		expect(await namesIn(SEED.webinar, `?tracking_source_id=${newsletter}`)).toEqual(['Ada']);
		expect(await namesIn(SEED.webinar, `?tracking_source_id=${website}`)).toEqual([]);
	});

	it.each([
		['1', SEED.webinar],
		[newsletter, SEED.webinarManual],
	])('that the webinar lacks are refused: %s', async (source_id, id) => {
		expect(await add(person('Ada', { source_id }), id)).toMatchObject(invalid('source_id'));
		expect(sandbox().registrants(id)).toEqual([]);
	});

	it('are no part of meetings', async () => {
		const json = { ...person('Ada'), source_id: newsletter };
		const reply = await call('POST', `/meetings/${SEED.meeting}/registrants`, { json });
		expect(errorOf(reply)).toEqual(NOT_AN_OBJECT);
	});
});

describe('a registrant', () => {
	it('that is not there is told on reading and on deleting', async () => {
		const path = `${pathOf(SEED.webinar)}/nobody`;
		expect(errorOf(await call('GET', path))).toEqual(
			refusal(3079, 'This registrant does not exist: nobody.'),
		);
		expect(errorOf(await call('DELETE', path))).toEqual(
			refusal(3000, 'Registrant nobody was not found.'),
		);
	});

	it('is approved, denied, cancelled and deleted', async () => {
		const { body } = await add(person('Ada'), SEED.webinarManual);
		const ada = [{ id: body.registrant_id, email: 'ada@example.com' }];
		expect(await namesIn(SEED.webinarManual, '?status=pending')).toEqual(['Ada']);
		for (const [action, status] of [
			['approve', 'approved'],
			['deny', 'denied'],
			['cancel', 'denied'],
		] as const) {
			expect((await setStatus(SEED.webinarManual, action, ada)).status).toBe(204);
			expect(await namesIn(SEED.webinarManual, `?status=${status}`)).toEqual(['Ada']);
		}
		const path = `${pathOf(SEED.webinarManual)}/${String(body.registrant_id)}`;
		expect((await call('DELETE', path)).status).toBe(204);
		expect(sandbox().registrants(SEED.webinarManual)).toEqual([]);
	});

	it('is shown as of one date when asked for it', async () => {
		const { occurrences = [] } =
			sandbox()
				.webinars()
				.find(({ id }) => String(id) === SEED.webinarSeries) ?? {};
		const [first, second] = occurrences.map(({ occurrence_id: one }) => String(one));
		const { body } = await add(
			person('Ada'),
			SEED.webinarSeries,
			`?occurrence_ids=${first},${second}`,
		);
		await call('PUT', `${pathOf(SEED.webinarSeries)}/status?occurrence_id=${first}`, {
			json: { action: 'deny', registrants: [{ id: body.registrant_id }] },
		});
		const path = `${pathOf(SEED.webinarSeries)}/${String(body.registrant_id)}`;
		const statusOn = async (query: string) => (await call('GET', path + query)).body.status;
		expect(await statusOn(`?occurrence_id=${first}`)).toBe('denied');
		expect(await statusOn(`?occurrence_id=${second}`)).toBe('approved');
		expect(await statusOn('')).toBe('approved');
	});
});

describe('in a day', () => {
	const tooMany = (message: string) => ({ status: 429, code: 429, message });

	it('an address is added three times, alone or in batches', async () => {
		await add(person('Ada'));
		await batch([person('Ada')]);
		await add(person('Ada'));
		expect(errorOf(await add(person('Ada')))).toEqual(
			tooMany(
				'You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (ada@example.com). You can resume these API requests at GMT 00:00:00.',
			),
		);
		expect(errorOf(await batch([person('Bob'), person('Ada')]))).toEqual(
			tooMany(
				'You have exceeded the daily rate limit (3) of Webinar Batch Registration API requests permitted for (ada@example.com) this particular registrant. You may resume these requests at GMT 00:00:00.',
			),
		);
	});

	it('ten requests change the status of anybody: the eleventh is refused, whoever it is about', async () => {
		await batch(people(30), SEED.webinarManual);
		const approve = async (index: number, count = 1) =>
			await setStatus(
				SEED.webinarManual,
				'approve',
				people(30)
					.slice(index, index + count)
					.map(({ email }) => ({ email })),
			);
		for (let index = 0; index < 10; index++) expect((await approve(index)).status).toBe(204);
		expect(errorOf(await approve(10))).toEqual(
			tooMany(
				"You have exceeded the daily rate limit of (10) for webinar Update registrant's status API requests for the registrant (p10@example.com). You can resume these API requests at GMT 00:00:00.",
			),
		);
		expect(await namesIn(SEED.webinarManual, '?status=pending')).toHaveLength(20);
		sandbox().advanceClock(86_400);
		const registrants = people(30).map(({ email }) => ({ email }));
		const reply = await call('PUT', `${pathOf(SEED.webinarManual)}/status`, {
			json: { action: 'approve', registrants },
			token: await newToken(),
		});
		expect(reply.status).toBe(204);
	});

	it('a meeting counts each person on their own', async () => {
		const path = `/meetings/${SEED.manual}`;
		await call('POST', `${path}/batch_registrants`, { json: { registrants: people(12) } });
		for (const { email } of people(12)) {
			const json = { action: 'approve', registrants: [{ email }] };
			expect((await call('PUT', `${path}/registrants/status`, { json })).status).toBe(204);
		}
	});
});
