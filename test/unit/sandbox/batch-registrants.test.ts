import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT, useStoppedSecond } from './client';
import { JOIN_LINK, useRegistrants } from './registrant-calls';

const { sandbox, add, batch, person, people, setStatus } = useRegistrants();

const emailsIn = (meetingId: string | number = SEED.meeting) =>
	sandbox()
		.registrants(meetingId)
		.map(({ email }) => email);

it('registers 30 people and answers in another order than it was asked', async () => {
	const { status, body } = await batch(people(30));
	expect(status).toBe(201);
	const registered = sandbox().registrants(SEED.meeting);
	expect(registered.map(({ email }) => email)).toEqual(people(30).map(({ email }) => email));
	expect(body).toEqual({
		registrants: registered.toReversed().map((one) => ({
			email: one.email,
			registrant_id: one.id,
			participant_pin_code: one.participant_pin_code,
			join_url: one.join_url,
		})),
	});
	expect(registered[0]?.join_url).toMatch(JOIN_LINK);
});

it('keeps the names', async () => {
	await batch([person('Ada', { last_name: 'King' })]);
	expect(sandbox().registrants(SEED.meeting)).toEqual([
		expect.objectContaining({ first_name: 'Ada', last_name: 'King' }),
	]);
});

it('gives links once somebody is approved, at once when asked to', async () => {
	const { body: waiting } = await batch([person('Ada')], SEED.manual);
	expect((waiting.registrants as object[])[0]).not.toHaveProperty('join_url');
	const more = { auto_approve: true, registrants_confirmation_email: false };
	const { body: approved } = await batch([person('Bob')], SEED.manual, more);
	expect((approved.registrants as object[])[0]).toHaveProperty('join_url');
	const statuses = sandbox()
		.registrants(SEED.manual)
		.map(({ status }) => status);
	expect(statuses).toEqual(['pending', 'approved']);
});

it('answers with the registrant that somebody already is', async () => {
	const { body: first } = await add(person('Ada'));
	const { body } = await batch([{ ...person('Ada'), email: 'ADA@example.com' }]);
	expect(body.registrants).toEqual([
		expect.objectContaining({
			email: 'ada@example.com',
			registrant_id: first.registrant_id,
			join_url: first.join_url,
		}),
	]);
	expect(emailsIn()).toHaveLength(1);
});

it.each([
	['email', { email: 'nobody' }, 'registrants[3].email'],
	['email', { email: 'P1@example.com' }, 'registrants[3].email'],
	['first name', { first_name: '' }, 'registrants[3].first_name'],
	['last name', { last_name: 'x'.repeat(65) }, 'registrants[3].last_name'],
])('adds nobody where one %s is wrong: %j', async (_, wrong, field) => {
	const list = people(5).map((one, i) => (i === 3 ? { ...one, ...wrong } : one));
	expect(await batch(list)).toMatchObject(invalid(field));
	expect(emailsIn()).toEqual([]);
});

it.each([
	['nobody', [], {}, 'registrants'],
	['31 people', people(31), {}, 'registrants'],
	['another auto_approve', people(1), { auto_approve: 'true' }, 'auto_approve'],
	[
		'another registrants_confirmation_email',
		people(1),
		{ registrants_confirmation_email: 1 },
		'registrants_confirmation_email',
	],
])('refuses %s', async (_, list, more, field) => {
	expect(await batch(list, SEED.meeting, more)).toMatchObject(invalid(field));
	expect(emailsIn()).toEqual([]);
});

it('needs a list, and an address and a first name in it', async () => {
	expect(await batch(undefined)).toMatchObject(missing('registrants'));
	expect(await batch([person('Ada'), {}])).toMatchObject(
		missing('registrants[1].email', 'registrants[1].first_name'),
	);
	expect(errorOf(await batch(['ada@example.com']))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await batch({ 0: person('Ada') }))).toEqual(NOT_AN_OBJECT);
	expect(emailsIn()).toEqual([]);
});

it('carries email and names only', async () => {
	expect(errorOf(await batch([person('Ada', { org: 'IBM' })]))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await batch(people(1), SEED.meeting, { language: 'de-DE' }))).toEqual(
		NOT_AN_OBJECT,
	);
	expect(emailsIn()).toEqual([]);
});

it('is for scheduled meetings only', async () => {
	const noFixedTime = sandbox().addMeeting({ type: 3, settings: { approval_type: 0 } });
	for (const meetingId of [SEED.series, noFixedTime.id]) {
		expect(errorOf(await batch(people(1), meetingId))).toEqual({
			status: 400,
			code: 303,
			message:
				'This API can only be used for scheduled meeting(meeting type: 2). Batch registration is not supported for other meeting types.',
		});
	}
});

it('needs registration to be on: code 404 with HTTP 400 here', async () => {
	expect(errorOf(await batch(people(1), SEED.registrationOff))).toEqual({
		status: 400,
		code: 404,
		message: `Registration has not been enabled for this meeting: ${SEED.registrationOff}.`,
	});
});

it('is refused once the meeting is over', async () => {
	expect(errorOf(await batch(people(1), SEED.over))).toMatchObject({ status: 400, code: 3038 });
});

it('is refused for a meeting that is not there', async () => {
	expect(errorOf(await batch(people(1), '99999999999'))).toMatchObject({ status: 404, code: 3001 });
});

it('adds all or nobody where places run out, and those who are in need none', async () => {
	sandbox().configure({ dailyLimits: { addPerRegistrant: 9 } });
	await add(person('P0'), SEED.small);
	expect(errorOf(await batch(people(4), SEED.small))).toEqual({
		status: 400,
		code: 3043,
		message: 'Meeting has reached maximum attendee capacity.',
	});
	expect(emailsIn(SEED.small)).toEqual(['p0@example.com']);
	expect((await batch(people(3), SEED.small)).status).toBe(201);
	expect((await batch(people(3), SEED.small)).status).toBe(201);
	// One has given the place away; whoever comes back needs one again.
	await setStatus(SEED.small, 'cancel', [{ email: 'p1@example.com' }]);
	expect((await batch([person('New')], SEED.small)).status).toBe(201);
	expect((await batch([person('P1')], SEED.small)).body.code).toBe(3043);
});

it('those who are in need no place even where more were approved than there are', async () => {
	await batch(people(3), SEED.small);
	await setStatus(SEED.small, 'deny', [{ email: 'p0@example.com' }]);
	await batch([person('P3')], SEED.small);
	await setStatus(SEED.small, 'approve', [{ email: 'p0@example.com' }]);
	expect((await batch(people(3), SEED.small)).status).toBe(201);
});

it('adds nobody where the host is among them', async () => {
	const host = person('Harriet', { email: SEED.host.email.toUpperCase() });
	expect(errorOf(await batch([person('Ada'), host]))).toEqual({
		status: 400,
		code: 3027,
		message: 'Host cannot register.',
	});
	expect(emailsIn()).toEqual([]);
});

it('cannot carry what the meeting requires besides the last name', async () => {
	const { id } = sandbox().addMeeting({
		settings: { approval_type: 0 },
		questions: {
			questions: [
				{ field_name: 'last_name', required: true },
				{ field_name: 'org', required: true },
				{ field_name: 'city', required: false },
			],
			custom_questions: [{ title: 'Diet', type: 'short', required: true, answers: [] }],
		},
	});
	const king = [person('Ada', { last_name: 'King' })];
	expect(await batch(king, id)).toMatchObject(missing('org'));
	const { id: diet } = sandbox().addMeeting({
		settings: { approval_type: 0 },
		questions: {
			custom_questions: [{ title: 'Diet', type: 'short', required: true, answers: [] }],
		},
	});
	expect(errorOf(await batch(king, diet))).toEqual({
		status: 400,
		code: 300,
		message: 'The parameter is required in custom_questions: Diet.',
	});
	const { id: lastName } = sandbox().addMeeting({
		settings: { approval_type: 0 },
		questions: { questions: [{ field_name: 'last_name', required: true }] },
	});
	const ada = person('Ada', { last_name: 'King' });
	expect(await batch([ada, person('Bob')], lastName)).toMatchObject(
		missing('registrants[1].last_name'),
	);
	expect(emailsIn(lastName)).toEqual([]);
	expect((await batch([ada], lastName)).status).toBe(201);
});

describe('the daily limit of a person', () => {
	it('is one with adding alone, and refuses the whole call without counting it', async () => {
		await add(person('Ada'));
		await batch([person('Ada')]);
		await batch([person('Ada')]);
		for (let time = 1; time <= 4; time++) {
			const reply = await batch([person('Bob'), { ...person('Ada'), email: 'ADA@example.com' }]);
			expect(errorOf(reply)).toEqual({
				status: 429,
				code: 429,
				message:
					'You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (ADA@example.com). You can resume these API requests at GMT 00:00:00.',
			});
		}
		expect(emailsIn()).toEqual(['ada@example.com']);
		expect((await add(person('Ada'))).status).toBe(429);
		expect((await batch([person('Bob')])).status).toBe(201);
	});

	it('counts calls that were refused for the meeting, not those that were no valid request', async () => {
		for (let time = 1; time <= 3; time++) await batch([person('Ada')], SEED.over);
		expect((await batch([person('Ada')], SEED.over)).status).toBe(429);
		for (let time = 1; time <= 4; time++) await batch([person('Bob'), { email: 'x' }]);
		expect((await batch([person('Bob')])).status).toBe(201);
	});
});

describe('within a second', () => {
	useStoppedSecond();

	it('is a heavy call', async () => {
		sandbox().configure({ limits: { heavy: 1 } });
		expect((await batch([person('Ada')])).headers.get('x-ratelimit-category')).toBe('Heavy');
		expect(errorOf(await batch([person('Bob')]))).toMatchObject({ status: 429, code: 429 });
		expect((await add(person('Bob'))).status).toBe(201);
	});
});
