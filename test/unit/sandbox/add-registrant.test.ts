import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT } from './client';
import { JOIN_LINK, useRegistrants } from './registrant-calls';

const { sandbox, call, pathOf, add, person, namesIn, setStatus } = useRegistrants();

describe('adding', () => {
	it('answers with the link of somebody who is approved', async () => {
		const { status, body } = await add(person('Ada'));
		expect(status).toBe(201);
		expect(body).toEqual({
			id: Number(SEED.meeting),
			registrant_id: expect.stringMatching(/^[\w-]{22}$/),
			topic: 'Product webinar',
			start_time: sandbox().meetings()[0]?.start_time,
			participant_pin_code: expect.any(Number),
			join_url: expect.stringMatching(JOIN_LINK),
		});
	});

	it('gives no link before approval', async () => {
		const { body } = await add(person('Ada'), SEED.manual);
		expect(body).not.toHaveProperty('join_url');
		expect(sandbox().registrants(SEED.manual)).toEqual([
			expect.objectContaining({ status: 'pending' }),
		]);
		expect(sandbox().registrants(SEED.manual)[0]).not.toHaveProperty('join_url');
	});

	it('approves at once when asked to', async () => {
		const { body } = await add(person('Ada', { auto_approve: true }), SEED.manual);
		expect(body.join_url).toMatch(JOIN_LINK);
	});

	it('keeps all fields', async () => {
		const fields = person('Ada', {
			last_name: 'O’Neill 🎓',
			address: '1 Main St',
			city: 'Berlin',
			state: 'Berlin',
			zip: '10115',
			country: 'DE',
			phone: '+49 30 1',
			comments: 'x'.repeat(30_000),
			industry: 'Food',
			job_title: 'Chef',
			no_of_employees: '1-20',
			org: 'IBM',
			purchasing_time_frame: '1-3 months',
			role_in_purchase_process: 'Influencer',
			custom_questions: [
				{ title: SEED.questions.companySize, value: 'big' },
				{ title: SEED.questions.heardFrom, value: 'Friend' },
			],
		});
		const { body } = await add({ ...fields, language: 'ko-KO' });
		const { body: got } = await call('GET', `${pathOf(SEED.meeting)}/${body.registrant_id}`);
		expect(got).toEqual({
			...fields,
			id: body.registrant_id,
			status: 'approved',
			create_time: expect.stringMatching(/Z$/),
			participant_pin_code: body.participant_pin_code,
			join_url: body.join_url,
		});
	});

	it('shows what was not answered as empty', async () => {
		const { body } = await add(person('Ada'));
		const unanswered = {
			last_name: '',
			address: '',
			city: '',
			country: '',
			zip: '',
			state: '',
			phone: '',
			industry: '',
			org: '',
			job_title: '',
			purchasing_time_frame: '',
			role_in_purchase_process: '',
			no_of_employees: '',
			comments: '',
			custom_questions: [],
		};
		const { body: got } = await call('GET', `${pathOf(SEED.meeting)}/${body.registrant_id}`);
		expect(got).toEqual({
			...person('Ada'),
			...unanswered,
			id: body.registrant_id,
			status: 'approved',
			create_time: expect.stringMatching(/Z$/),
			participant_pin_code: body.participant_pin_code,
			join_url: body.join_url,
		});
		const { body: list } = await call('GET', pathOf(SEED.meeting));
		expect(list.registrants).toEqual([got]);
	});

	it.each([
		['101-500', '101-250'],
		['501-1,000', '501-1,000'],
		['', ''],
	])('answers with its other list of sizes: "%s"', async (asked, answered) => {
		await add(person('Ada', { no_of_employees: asked }));
		expect(sandbox().registrants(SEED.meeting)[0]?.no_of_employees).toBe(answered);
	});

	it.each([
		[{ email: 'ada' }, 'email'],
		[{ email: '' }, 'email'],
		[{ email: `${'x'.repeat(120)}@example.com` }, 'email'],
		[{ first_name: '' }, 'first_name'],
		[{ first_name: 'x'.repeat(65) }, 'first_name'],
		[{ last_name: 'x'.repeat(65) }, 'last_name'],
		[{ zip: 10115 }, 'zip'],
		[{ country: 'Germany' }, 'country'],
		[{ country: 'XX' }, 'country'],
		[{ country: 'de' }, 'country'],
		[{ language: 'ja-JP' }, 'language'],
		[{ no_of_employees: '101-250' }, 'no_of_employees'],
		[{ no_of_employees: '500-1,000' }, 'no_of_employees'],
		[{ purchasing_time_frame: 'Soon' }, 'purchasing_time_frame'],
		[{ role_in_purchase_process: 'Boss' }, 'role_in_purchase_process'],
		[{ auto_approve: 'true' }, 'auto_approve'],
	])('refuses %j', async (wrong, field) => {
		expect(await add(person('Ada', wrong))).toMatchObject(invalid(field));
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	});

	it.each(['email', 'first_name'])('needs %s', async (field) => {
		expect(await add(person('Ada', { [field]: undefined }))).toMatchObject(missing(field));
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	});

	it.each([
		{ custom_questions: { title: 'x' } },
		{ custom_questions: ['x'] },
		{ first_name: { first: 'Ada' } },
		{ email: ['ada@example.com'] },
	])('cannot read %j', async (wrong) => {
		expect(errorOf(await add(person('Ada', wrong)))).toEqual(NOT_AN_OBJECT);
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	});

	it.each([
		['is too long', { title: SEED.questions.companySize, value: 'x'.repeat(129) }],
		['is to no question', { title: 'Shoe size', value: '42' }],
		['is none of the choices', { title: SEED.questions.heardFrom, value: 'TV' }],
	])('refuses an answer that %s, and does not say which', async (_, answer) => {
		const { status, body } = await add(person('Ada', { custom_questions: [answer] }));
		expect({ status, body }).toEqual({
			status: 400,
			body: { code: 300, message: 'Invalid parameter: custom_questions.' },
		});
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	});

	it('takes an answer of 128 characters, and a choice that is left open', async () => {
		const answers = [
			{ title: SEED.questions.companySize, value: 'x'.repeat(128) },
			{ title: SEED.questions.heardFrom, value: '' },
		];
		expect((await add(person('Ada', { custom_questions: answers }))).status).toBe(201);
	});

	it('needs answers to what the meeting asks for', async () => {
		const { id } = sandbox().addMeeting({
			settings: { approval_type: 0 },
			questions: {
				questions: [
					{ field_name: 'last_name', required: true },
					{ field_name: 'org', required: false },
				],
				custom_questions: [{ title: 'Diet', type: 'short', required: true, answers: [] }],
			},
		});
		expect(await add(person('Bob'), id)).toMatchObject(missing('last_name'));
		const last = { last_name: 'King' };
		for (const more of [{}, { custom_questions: [{ title: 'Diet', value: '' }] }]) {
			const { status, body } = await add(person('Ada', { ...last, ...more }), id);
			expect({ status, body }).toEqual({
				status: 400,
				body: { code: 300, message: 'The parameter is required in custom_questions: Diet.' },
			});
		}
		const answers = { ...last, custom_questions: [{ title: 'Diet', value: 'none' }] };
		expect((await add(person('Ada', answers), id)).status).toBe(201);
	});

	it('the same person again is the same registrant', async () => {
		const { body: first } = await add(person('Ada'));
		const { body: second } = await add({ ...person('Ada'), email: 'ADA@example.com' });
		expect(second).toEqual(first);
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(1);
	});

	it('is refused where registration is off', async () => {
		expect(errorOf(await add(person('Ada'), SEED.registrationOff))).toEqual({
			status: 404,
			code: 404,
			message: `Registration has not been enabled for this meeting: ${SEED.registrationOff}.`,
		});
	});

	it('is refused once the meeting is over', async () => {
		expect(errorOf(await add(person('Ada'), SEED.over))).toEqual({
			status: 400,
			code: 3038,
			message:
				'Meeting is over, you can not register now. If you have any questions, please contact the Meeting host.',
		});
	});

	it('is refused when the meeting is full, but not to those who are in', async () => {
		for (const name of ['One', 'Two', 'Three']) {
			expect((await add(person(name), SEED.small)).status).toBe(201);
		}
		expect(errorOf(await add(person('Four'), SEED.small))).toEqual({
			status: 400,
			code: 3043,
			message: 'Meeting has reached maximum attendee capacity.',
		});
		expect((await add(person('Two'), SEED.small)).status).toBe(201);
		await setStatus(SEED.small, 'cancel', [{ email: 'one@example.com' }]);
		expect((await add(person('Four'), SEED.small)).status).toBe(201);
		// One has given the place away.
		expect((await add(person('One'), SEED.small)).body.code).toBe(3043);
	});

	it("refuses the meeting's own host", async () => {
		const reply = await add(person('Harriet', { email: SEED.host.email.toUpperCase() }));
		expect(errorOf(reply)).toEqual({
			status: 400,
			code: 3027,
			message: 'Host cannot register.',
		});
	});

	it('is refused for a meeting that is not there', async () => {
		expect(errorOf(await add(person('Ada'), '99999999999'))).toEqual({
			status: 404,
			code: 3001,
			message: 'Meeting does not exist: 99999999999.',
		});
	});
});

describe('a series', () => {
	const occurrences = () =>
		sandbox()
			.meetings()
			.find(({ id }) => String(id) === SEED.series)!
			.occurrences!.map(({ occurrence_id: id }) => id!);

	it('takes people for the dates that they name', async () => {
		const [first, , third] = occurrences();
		const { body } = await add(person('Ada'), SEED.series, `?occurrence_ids=${first},${third}`);
		expect(body.occurrences).toEqual([
			expect.objectContaining({ occurrence_id: first, duration: 60, status: 'available' }),
			expect.objectContaining({ occurrence_id: third }),
		]);
		expect(await namesIn(SEED.series, `?occurrence_id=${first}`)).toEqual(['Ada']);
		expect(await namesIn(SEED.series, `?occurrence_id=${occurrences()[1]}`)).toEqual([]);
		expect(await namesIn(SEED.series)).toEqual(['Ada']);
	});

	it.each([
		['that it does not have', '?occurrence_ids=1648194360000'],
		['with spaces between', `?occurrence_ids=1, 2`],
	])('refuses dates %s', async (_, query) => {
		expect(errorOf(await add(person('Ada'), SEED.series, query))).toEqual({
			status: 400,
			code: 300,
			message: 'Invalid parameter: `occurrence_ids`.',
		});
	});

	it.each(['', '?occurrence_id=1', '?occurence_ids=1'])(
		'with registration by date needs occurrence_ids, spelled so: "%s"',
		async (query) => {
			expect(await add(person('Ada'), SEED.series, query)).toMatchObject(missing('occurrence_ids'));
		},
	);

	it('with registration for all dates needs none', async () => {
		const { id } = sandbox().addMeeting({
			type: 8,
			recurrence: { type: 1, end_times: 2 },
			settings: { approval_type: 0, registration_type: 1 },
		});
		const { status, body } = await add(person('Ada'), id);
		expect(status).toBe(201);
		expect(body.occurrences).toHaveLength(2);
	});

	it('a meeting that is none has no dates', async () => {
		const reply = await add(person('Ada'), SEED.meeting, `?occurrence_ids=${occurrences()[0]}`);
		expect(errorOf(reply)).toMatchObject({ code: 300 });
	});

	it('is left date by date', async () => {
		const [first, second] = occurrences();
		const { body } = await add(person('Ada'), SEED.series, `?occurrence_ids=${first},${second}`);
		const path = `${pathOf(SEED.series)}/${body.registrant_id}`;
		expect(await call('DELETE', path)).toMatchObject(missing('occurrence_id'));
		expect((await call('DELETE', `${path}?occurrence_id=${first}`)).status).toBe(204);
		expect(sandbox().registrants(SEED.series)[0]?.occurrence_ids).toEqual([second]);
		await call('DELETE', `${path}?occurrence_id=${second}`);
		expect(sandbox().registrants(SEED.series)).toEqual([]);
	});
});
