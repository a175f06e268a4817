import type { IDataObject } from 'n8n-workflow';
import {
	changeCustomQuestions,
	changeStandardQuestions,
	findMisfit,
	questionsOf,
} from '../../nodes/Zoom/mapping/questions';
import type { CustomQuestion, StandardQuestion } from '../../nodes/Zoom/mapping/questions';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { thrownBy } from './support/thrown';

describe('changeStandardQuestions', () => {
	const CITY: StandardQuestion = { field_name: 'city', required: true };
	const PHONE: StandardQuestion = { field_name: 'phone', required: false };
	const change = (...changes: Array<[string, string]>) =>
		changeStandardQuestions(
			[CITY, PHONE],
			changes.map(([question, state]) => ({ question, state })),
		);

	it('keeps what is not named', () => {
		expect(change()).toEqual([CITY, PHONE]);
		expect(change(['org', 'optional'])).toEqual([
			CITY,
			PHONE,
			{ field_name: 'org', required: false },
		]);
	});

	it('asks, requires and drops questions', () => {
		expect(change(['city', 'optional'], ['phone', 'required'])).toEqual([
			{ field_name: 'city', required: false },
			{ field_name: 'phone', required: true },
		]);
		expect(change(['city', 'off'])).toEqual([PHONE]);
		expect(change(['zip', 'off'])).toEqual([CITY, PHONE]);
	});

	it('takes the last word where a question is named twice', () => {
		expect(change(['org', 'required'], ['org', 'optional'])).toEqual([
			CITY,
			PHONE,
			{ field_name: 'org', required: false },
		]);
		expect(change(['city', 'required'], ['city', 'off'])).toEqual([PHONE]);
	});

	it('knows questions and states by the names of the panel too', () => {
		expect(change(['Number of Employees', 'Required'], ['City', 'Hidden'])).toEqual([
			PHONE,
			{ field_name: 'no_of_employees', required: true },
		]);
	});

	it('changes nothing of what was given', () => {
		const present = [{ ...CITY }];
		changeStandardQuestions(present, [{ question: 'city', state: 'off' }]);
		expect(present).toEqual([CITY]);
	});

	it.each([
		[
			{ question: 'shoe_size', state: 'optional' },
			"'Question' must be one of Zoom's choices, but is \"shoe_size\"",
		],
		// Zoom asks for these in any case.
		[
			{ question: 'email', state: 'off' },
			"'Question' must be one of Zoom's choices, but is \"email\"",
		],
		[
			{ question: 'city', state: 'on' },
			"'Visibility' must be one of Zoom's choices, but is \"on\"",
		],
		[{ question: 'city' }, "'Visibility' must be one of Zoom's choices, but is \"undefined\""],
	])('refuses %j', (row, message) => {
		expect(thrownBy(() => changeStandardQuestions([], [row])).message).toBe(message);
	});
});

describe('changeCustomQuestions', () => {
	const DIET: CustomQuestion = { title: 'Diet', type: 'short', required: true, answers: [] };
	/** As it is sent: Zoom refuses the empty list that it gives. */
	const DIET_SENT = { title: 'Diet', type: 'short', required: true };
	const SIZE: CustomQuestion = {
		title: 'Size',
		type: 'single',
		required: false,
		answers: ['S', 'M'],
	};
	const change = (changes: Array<Record<string, unknown>>, ...removed: string[]) =>
		changeCustomQuestions(MEETING, [DIET, SIZE], changes, removed);
	const added = (row: Record<string, unknown>) => changeCustomQuestions(MEETING, [], [row], []);

	it('keeps what is not named', () => {
		expect(change([])).toEqual([DIET_SENT, SIZE]);
		expect(change([{ title: 'Why?' }])).toEqual([
			DIET_SENT,
			SIZE,
			{ title: 'Why?', type: 'short', required: false },
		]);
	});

	it('replaces the question of that title, in its place', () => {
		expect(change([{ title: ' Diet ', type: 'single', answers: 'Any\nVegan' }])).toEqual([
			{ title: 'Diet', type: 'single', required: false, answers: ['Any', 'Vegan'] },
			SIZE,
		]);
	});

	it('knows a title whatever its spaces, and keeps it as Zoom has it', () => {
		const spaced = { title: ' Any  food? ', type: 'short', required: false, answers: [] };
		const changed = changeCustomQuestions(
			MEETING,
			[spaced],
			[{ title: 'Any food?', required: true }],
			[],
		);
		expect(changed).toEqual([{ title: ' Any  food? ', type: 'short', required: true }]);
		expect(changeCustomQuestions(MEETING, [spaced], [], ['Any food?'])).toEqual([]);
	});

	it('keeps questions of the same title that are not named, and changes the first', () => {
		const twins = [
			{ title: 'Diet', type: 'short', required: false },
			{ title: 'Diet', type: 'single', required: true, answers: ['A', 'B'] },
		];
		expect(changeCustomQuestions(MEETING, twins, [{ title: 'New' }], [])).toEqual([
			...twins,
			{ title: 'New', type: 'short', required: false },
		]);
		expect(changeCustomQuestions(MEETING, twins, [{ title: 'Diet', required: true }], [])).toEqual([
			{ title: 'Diet', type: 'short', required: true },
			twins[1],
		]);
		expect(changeCustomQuestions(MEETING, twins, [], ['Diet'])).toEqual([]);
	});

	it('leaves what was given as it is', () => {
		const present = [{ ...DIET }];
		changeCustomQuestions(MEETING, present, [{ title: 'Diet', type: 'short' }, { title: 'B' }], []);
		expect(present).toEqual([DIET]);
	});

	it('removes by title', () => {
		expect(change([], 'Diet')).toEqual([SIZE]);
		expect(change([], 'Size', 'Diet')).toEqual([]);
	});

	it('removes before it adds', () => {
		expect(change([{ title: 'Diet', type: 'short' }], 'Diet')).toEqual([
			SIZE,
			{ title: 'Diet', type: 'short', required: false },
		]);
	});

	it.each(['Shoes', 'diet'])('does not remove "%s", which is not there', (title) => {
		expect(thrownBy(() => change([], title))).toEqual({
			message: `The form has no question "${title}"`,
			description: 'Its custom questions: "Diet", "Size". Use the exact words of one of these.',
		});
	});

	it('removes nothing of a form that has no questions', () => {
		expect(thrownBy(() => changeCustomQuestions(MEETING, [], [], ['Diet']))).toEqual({
			message: 'The form has no question "Diet"',
			description:
				'It has no custom questions at all. Add some with Update Registration Form, or in the Zoom portal.',
		});
	});

	it('has answers for single choices only', () => {
		expect(added({ title: 'A', type: 'Single Answer', answers: ['1', ' 2 ', ''] })).toEqual([
			{ title: 'A', type: 'single', required: false, answers: ['1', '2'] },
		]);
		expect(added({ title: 'A', type: 'short', answers: 'left over\nfrom before' })).toEqual([
			{ title: 'A', type: 'short', required: false },
		]);
	});

	it.each([
		[true, true],
		['true', true],
		['false', false],
		[null, false],
		[undefined, false],
	])('reads Required %p as %p', (required, expected) => {
		expect(added({ title: 'A', required })).toMatchObject([{ required: expected }]);
	});

	it.each([undefined, '', 'Only one', '\n'])('needs two answers at least, not %p', (answers) => {
		expect(thrownBy(() => added({ title: 'A', type: 'single', answers }))).toEqual({
			message: 'The question "A" needs at least two answers to choose from',
		});
	});

	it('takes no answer twice', () => {
		const answers = 'Yes\nNo\nYes';
		expect(thrownBy(() => added({ title: 'A', type: 'single', answers }))).toEqual({
			message: 'The question "A" has the same answer twice',
		});
	});

	it('takes 128 characters for a title and an answer, and no more', () => {
		const long = 'x'.repeat(128);
		const single = (title: string, answer: string) =>
			added({ title, type: 'single', answers: `Yes\n${answer}` });
		expect(single(long, long)).toMatchObject([{ title: long, answers: ['Yes', long] }]);
		const description = 'Zoom accepts up to 128 characters for a title and for each answer.';
		for (const [title, answer] of [
			[`${long}x`, 'No'],
			['A', `${long}x`],
		] as const) {
			expect(thrownBy(() => single(title, answer))).toEqual({
				message: `The question "${title}" is too long`,
				description,
			});
		}
	});

	it.each([
		[{}, "'Title' is required"],
		[{ title: '  ' }, "'Title' is required"],
		[{ title: 'A', type: 'multiple' }, "'Type' must be one of Zoom's choices, but is \"multiple\""],
		[{ title: 'A', required: 'perhaps' }, '\'Required\' must be true or false, but is "perhaps"'],
		[{ title: 'A', type: 'single', answers: [{}, {}] }, "'Answers' must be text or a number"],
	])('refuses %j', (row, message) => {
		expect(thrownBy(() => added(row)).message).toBe(message);
	});
});

describe('questionsOf', () => {
	it.each([
		[{}, { standard: [], custom: [] }],
		[
			{ questions: null, custom_questions: {} },
			{ standard: [], custom: [] },
		],
		[
			{
				questions: [{ field_name: 'city', required: true }, null],
				custom_questions: ['x', { title: 'A' }, { type: 'short' }, { title: 5 }],
			},
			{ standard: [{ field_name: 'city', required: true }], custom: [{ title: 'A' }] },
		],
		[
			{
				custom_questions: [
					{ title: 'A', answers: {} },
					{ title: 'B', answers: ['x', 5] },
				],
			},
			{ standard: [], custom: [{ title: 'A' }, { title: 'B', answers: ['x', '5'] }] },
		],
	])('of %j', (form, questions) => {
		expect(questionsOf(form as IDataObject)).toEqual(questions);
	});
});

describe('findMisfit', () => {
	const form: CustomQuestion[] = [
		{ title: 'Diet', type: 'short', required: true, answers: [] },
		{ title: 'Size', type: 'single', required: false, answers: ['S', 'M'] },
		{ title: 'Day', type: 'single_radio', required: false, answers: ['Mon'] },
		{ title: 'Topics', type: 'multiple', required: false, answers: ['A', 'B'] },
	];
	const find = (title: string, value: string) =>
		findMisfit(form, [
			{ title: 'Diet', value: 'Any' },
			{ title, value },
		])?.message;

	it.each([
		['Diet', 'Vegan'],
		['Size', 'S'],
		['Size', ''],
		['Day', 'Mon'],
		// How several are written is Zoom's affair.
		['Topics', 'A, B'],
	])('finds nothing wrong with %s: %s', (title, value) => {
		expect(find(title, value)).toBeUndefined();
	});

	it.each([
		['diet', 'Vegan', 'The form has no question "diet"'],
		['Size', 's', '"s" isn\'t one of the answers to "Size"'],
		['Day', 'Tue', '"Tue" isn\'t one of the answers to "Day"'],
	])('tells what is wrong with %s: %s', (title, value, message) => {
		expect(find(title, value)).toBe(message);
	});

	it('names twenty at most', () => {
		const many = Array.from({ length: 21 }, (_, n) => ({ ...form[0], title: `Q${n}` }));
		const { description } =
			findMisfit(many as CustomQuestion[], [{ title: 'X', value: '1' }]) ?? {};
		expect(description).toContain('"Q19", …. Use');
		expect(description).not.toContain('Q20');
	});
});
