import {
	readCustomQuestionsJson,
	registrantFields,
} from '../../nodes/Zoom/actions/registrant/registrantFields';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const FIELDS = registrantFields(MEETING);

describe('registrantFields', () => {
	it("maps every field to Zoom's key", () => {
		expect(
			toBody(FIELDS, {
				address: '1 Main St',
				autoApprove: false,
				city: 'Köln',
				comments: '',
				country: 'germany',
				customQuestions: { question: [{ title: ' Why? ', value: 'Because' }] },
				industry: 'Food',
				jobTitle: 'Cook',
				language: 'turkish',
				noOfEmployees: 'more THAN 10,000',
				org: 'ACME',
				phone: 49221,
				purchasingTimeFrame: 'no timeframe',
				roleInPurchaseProcess: 'evaluator/recommender',
				state: 'NRW',
				zip: '50667',
				email: 'not of this table',
			}),
		).toEqual({
			address: '1 Main St',
			auto_approve: false,
			city: 'Köln',
			comments: '',
			country: 'DE',
			custom_questions: [{ title: ' Why? ', value: 'Because' }],
			industry: 'Food',
			job_title: 'Cook',
			language: 'Tr-TR',
			no_of_employees: 'More than 10,000',
			org: 'ACME',
			phone: '49221',
			purchasing_time_frame: 'No timeframe',
			role_in_purchase_process: 'Evaluator/Recommender',
			state: 'NRW',
			zip: '50667',
		});
	});

	it.each([
		['country', 'Atlantis', 'Country/Region'],
		['language', 'xx', 'Confirmation Email Language'],
		['noOfEmployees', '5', 'Number of Employees'],
		['purchasingTimeFrame', 'now', 'Purchasing Time Frame'],
		['roleInPurchaseProcess', 'boss', 'Role in Purchase Process'],
	])('refuses a %s that Zoom does not know', (name, value, label) => {
		expect(thrownBy(() => toBody(FIELDS, { [name]: value })).message).toBe(
			`'${label}' must be one of Zoom's choices, but is "${value}"`,
		);
	});

	it('sends a comment of 30,000 characters whole', () => {
		const comments = '😀'.repeat(15_000);
		expect(toBody(FIELDS, { comments })).toEqual({ comments });
	});

	describe('custom questions', () => {
		const questions = (customQuestions: unknown) =>
			toBody(FIELDS, { customQuestions: customQuestions as string });

		it('are taken from the panel or as a list, without those that were not answered', () => {
			const rows = [
				{ title: 'A?', value: 'yes' },
				{ title: 'B? ', value: 5 },
				{ title: 'C?', value: false },
				{ title: 'D?', value: null },
				{ title: 'E?' },
				{ title: 'F?', value: ' ', other: 'dropped' },
				{ title: 'G?', value: ['AI', 'Data'] },
			];
			const expected = {
				custom_questions: [
					{ title: 'A?', value: 'yes' },
					{ title: 'B? ', value: '5' },
					{ title: 'C?', value: 'false' },
					{ title: 'G?', value: 'AI, Data' },
				],
			};
			expect(questions({ question: rows })).toEqual(expected);
			expect(questions(rows)).toEqual(expected);
		});

		it.each([[{}], [{ question: [] }]])('are refused where there is none: %j', (value) => {
			expect(thrownBy(() => questions(value))).toEqual({
				message: "'Answers to Custom Questions' is required",
				description:
					"Add an entry, or remove the field. For a list from an expression, use 'Answers to Custom Questions (JSON)'.",
			});
		});

		it.each([
			[{ question: 'x' }, "'Answers to Custom Questions' isn't a list of entries"],
			[{ question: { title: 'A?' } }, "'Answers to Custom Questions' isn't a list of entries"],
			[[{ value: 'yes' }], "A question in 'Answers to Custom Questions' has no title"],
			[[{ title: ' ', value: 'yes' }], "A question in 'Answers to Custom Questions' has no title"],
			[[{ title: {}, value: 'yes' }], "'Answers to Custom Questions' must be text or a number"],
			[[{ title: 'A?', value: {} }], '\'Answer to "A?"\' must be text or a number'],
			[
				[{ title: 'A? ', value: 'x'.repeat(129) }],
				'\'Answer to "A?"\' is 129 characters long, but Zoom accepts at most 128',
			],
		])('are refused where they are no questions: %j', (value, message) => {
			expect(thrownBy(() => questions(value)).message).toBe(message);
		});

		// An expression that gives no list must not lose the answers in silence.
		it.each([[['A?']], [[null]], ['Why? Because'], [5], [{ title: 'A?', value: 'yes' }]])(
			'are refused in words: %j',
			(value) => {
				expect(thrownBy(() => questions(value)).message).toBe(
					"'Answers to Custom Questions' isn't a list of entries",
				);
			},
		);

		it('take answers of 128 characters', () => {
			const value = 'x'.repeat(128);
			expect(questions([{ title: 'A?', value }])).toEqual({
				custom_questions: [{ title: 'A?', value }],
			});
		});
	});

	describe('custom questions as JSON', () => {
		const ANSWERS = [
			{ title: 'Company size', value: '12' },
			{ title: 'Diet', value: 'vegan' },
		];

		it.each([
			[ANSWERS],
			[JSON.stringify(ANSWERS)],
			[{ 'Company size': 12, Diet: 'vegan', Hotel: '', Bus: null }],
			['{"Company size":"12","Diet":["vegan"]}'],
		])('are read from %j', (value) => {
			expect(readCustomQuestionsJson(value)).toEqual(ANSWERS);
		});

		it.each([[''], [null], [undefined], [[]], ['[]'], [{}], ['{}']])('are none in %j', (value) => {
			expect(readCustomQuestionsJson(value)).toEqual([]);
		});

		it.each([['{'], ['vegan'], [5], [['vegan']], [[null, { title: 'A', value: 'B' }]]])(
			'are refused where %j is no list of them',
			(value) => {
				const { message, description } = thrownBy(() => readCustomQuestionsJson(value));
				expect(message).toMatch(
					/^'Answers to Custom Questions \(JSON\)' must be an object or a list, but is "/,
				);
				expect(description).toMatch(/^It should look like /);
			},
		);

		it.each([
			[[{ value: 'x' }], "A question in 'Answers to Custom Questions (JSON)' has no title"],
			[{ Diet: { a: 1 } }, '\'Answer to "Diet"\' must be text or a number'],
			[
				{ Diet: 'x'.repeat(129) },
				'\'Answer to "Diet"\' is 129 characters long, but Zoom accepts at most 128',
			],
		])('are checked: %j', (value, message) => {
			expect(thrownBy(() => readCustomQuestionsJson(value)).message).toBe(message);
		});
	});

	it.each([
		['501-1,000', '501-1,000'],
		['500-1,000', '501-1,000'],
		['101-250', '101-500'],
		['251-500', '101-500'],
		['1\u201320', '1-20'],
		['10,001+', 'More than 10,000'],
	])('takes %s employees as %s', (noOfEmployees, no_of_employees) => {
		expect(toBody(FIELDS, { noOfEmployees })).toEqual({ no_of_employees });
	});

	it('has each field once', () => {
		const names = FIELDS.map(({ property }) => property.displayName);
		expect(new Set(names).size).toBe(16);
	});
});
