import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT } from './client';
import { useRegistrants } from './registrant-calls';

const { sandbox, call, pathOf, add, person } = useRegistrants();

const get = async (meetingId: string | number = SEED.meeting) =>
	await call('GET', `${pathOf(meetingId)}/questions`);
const set = async (json: object, meetingId: string | number = SEED.meeting) =>
	await call('PATCH', `${pathOf(meetingId)}/questions`, { json });

const LAST_NAME = { field_name: 'last_name', required: true };
const ORG = { field_name: 'org', required: false };
const DIET = { title: 'Diet', type: 'short', required: true };
/** As it is shown. */
const NO_ANSWERS = { answers: [] };
const SIZE = { title: 'Size', type: 'single', required: false, answers: ['S', 'M'] };

it("tells a meeting's own questions", async () => {
	expect(await get()).toMatchObject({
		status: 200,
		body: {
			questions: [LAST_NAME],
			custom_questions: [
				{ title: SEED.questions.companySize, type: 'short', required: false, answers: [] },
				{
					title: SEED.questions.heardFrom,
					type: 'single',
					required: false,
					answers: SEED.heardFromAnswers,
				},
			],
		},
	});
	expect((await get(SEED.manual)).body).toEqual({ questions: [LAST_NAME], custom_questions: [] });
});

it('replaces each list that is given as a whole, and keeps the other', async () => {
	const reply = await set({ questions: [LAST_NAME, ORG] });
	expect({ status: reply.status, body: reply.body }).toEqual({ status: 204, body: {} });
	const { body: first } = await get();
	expect(first.questions).toEqual([LAST_NAME, ORG]);
	expect(first.custom_questions).toHaveLength(2);
	await set({ custom_questions: [DIET, SIZE] });
	await set({ questions: [ORG] });
	expect((await get()).body).toEqual({
		questions: [ORG],
		custom_questions: [{ ...DIET, ...NO_ANSWERS }, SIZE],
	});
	await set({ custom_questions: [] });
	expect((await get()).body).toEqual({ questions: [ORG], custom_questions: [] });
	await set({});
	expect((await get()).body).toEqual({ questions: [ORG], custom_questions: [] });
});

it('takes its own answer back, less the empty answers of a short question', async () => {
	const { body } = await get();
	expect(await set(body)).toMatchObject(invalid('custom_questions[0].answers'));
	const [size, heard] = body.custom_questions as Array<{ answers: string[] }>;
	const custom = [{ ...size, answers: undefined }, heard];
	expect((await set({ ...body, custom_questions: custom })).status).toBe(204);
	expect((await get()).body).toEqual(body);
});

it('takes what is left out as not required and without answers', async () => {
	await set({
		questions: [{ field_name: 'city' }],
		custom_questions: [{ title: 'Diet', type: 'short' }],
	});
	expect((await get()).body).toEqual({
		questions: [{ field_name: 'city', required: false }],
		custom_questions: [{ ...DIET, ...NO_ANSWERS, required: false }],
	});
});

it.each([
	[{ questions: [{ field_name: 'email', required: true }] }, 'questions[0].field_name'],
	[{ questions: [{ ...ORG, required: 'yes' }] }, 'questions[0].required'],
	[{ questions: [ORG, LAST_NAME, ORG] }, 'questions[2].field_name'],
	[{ custom_questions: [{ ...DIET, title: '' }] }, 'custom_questions[0].title'],
	[{ custom_questions: [{ ...DIET, title: 'x'.repeat(129) }] }, 'custom_questions[0].title'],
	[{ custom_questions: [{ ...DIET, type: 'long' }] }, 'custom_questions[0].type'],
	[{ custom_questions: [DIET, { ...SIZE, title: 'Diet' }] }, 'custom_questions[1].title'],
	[{ custom_questions: [{ ...SIZE, answers: ['S'] }] }, 'custom_questions[0].answers'],
	[{ custom_questions: [{ ...SIZE, answers: ['S', 'S'] }] }, 'custom_questions[0].answers'],
	[{ custom_questions: [{ ...SIZE, answers: ['S', ''] }] }, 'custom_questions[0].answers[1]'],
	[{ custom_questions: [{ ...DIET, answers: ['none'] }] }, 'custom_questions[0].answers'],
	[{ custom_questions: [{ ...DIET, ...NO_ANSWERS }] }, 'custom_questions[0].answers'],
])('refuses %j', async (json, field) => {
	const { body: before } = await get();
	expect(await set(json)).toMatchObject(invalid(field));
	expect((await get()).body).toEqual(before);
});

it.each([
	[{ questions: [{ required: true }] }, 'questions[0].field_name'],
	[{ custom_questions: [{ ...DIET, title: undefined }] }, 'custom_questions[0].title'],
	[{ custom_questions: [{ ...SIZE, answers: undefined }] }, 'custom_questions[0].answers'],
])('tells what is missing in %j', async (json, field) => {
	expect(await set(json)).toMatchObject(missing(field));
});

it('refuses what it does not know or cannot read', async () => {
	expect(errorOf(await set({ questions: ORG }))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await set({ questions: ['org'] }))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await set({ question: [] }))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await set({ questions: [{ ...ORG, title: 'x' }] }))).toEqual(NOT_AN_OBJECT);
	expect(errorOf(await set({ custom_questions: [{ ...DIET, id: 1 }] }))).toEqual(NOT_AN_OBJECT);
});

it('needs registration to be on', async () => {
	const off = {
		status: 404,
		code: 404,
		message: `Registration has not been enabled for this meeting: ${SEED.registrationOff}.`,
	};
	expect(errorOf(await get(SEED.registrationOff))).toEqual(off);
	expect(errorOf(await set({ questions: [ORG] }, SEED.registrationOff))).toEqual(off);
	expect(errorOf(await get('99999999999'))).toMatchObject({ status: 404, code: 3001 });
});

it('holds for everybody who registers from then on', async () => {
	expect((await add(person('Ada'))).status).toBe(201);
	await set({ questions: [LAST_NAME, { field_name: 'phone', required: true }, ORG] });
	expect(await add(person('Bob'))).toMatchObject(missing('last_name', 'phone'));
	const answers = { last_name: 'Ross', phone: '+49 30 1' };
	expect((await add(person('Bob', answers))).status).toBe(201);
	await set({ custom_questions: [{ ...SIZE, required: true }] });
	const size = (value: string) => ({ ...answers, custom_questions: [{ title: 'Size', value }] });
	expect(errorOf(await add(person('Cid', answers))).message).toBe(
		'The parameter is required in custom_questions: Size.',
	);
	expect(errorOf(await add(person('Cid', size('XL')))).message).toBe(
		'Invalid parameter: custom_questions.',
	);
	expect((await add(person('Cid', size('M')))).status).toBe(201);
	expect(sandbox().registrants(SEED.meeting)).toHaveLength(3);
});
