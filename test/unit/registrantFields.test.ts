import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

describe('registrantFields', () => {
	it("maps every field to Zoom's key", () => {
		expect(
			toBody(registrantFields, {
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
			custom_questions: [{ title: 'Why?', value: 'Because' }],
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
		['country', 'Germania', 'Country'],
		['language', 'de', 'Language'],
		['noOfEmployees', '5', 'Number of Employees'],
		['purchasingTimeFrame', 'now', 'Purchasing Time Frame'],
		['roleInPurchaseProcess', 'boss', 'Role in Purchase Process'],
	])('refuses a %s that Zoom does not know', (name, value, label) => {
		expect(thrownBy(() => toBody(registrantFields, { [name]: value })).message).toBe(
			`"${label}" is not one of Zoom's choices: "${value}"`,
		);
	});

	it('sends a comment of 30,000 characters whole', () => {
		const comments = '😀'.repeat(15_000);
		expect(toBody(registrantFields, { comments })).toEqual({ comments });
	});

	describe('custom questions', () => {
		const questions = (customQuestions: unknown) =>
			toBody(registrantFields, { customQuestions: customQuestions as string });

		it('are taken from the panel or as a list', () => {
			const rows = [
				{ title: 'A?', value: 'yes' },
				{ title: 'B?', value: 5 },
				{ title: 'C?', value: false },
				{ title: 'D?', value: null },
				{ title: 'E?' },
				{ title: 'F?', value: '', other: 'dropped' },
			];
			const expected = {
				custom_questions: [
					{ title: 'A?', value: 'yes' },
					{ title: 'B?', value: '5' },
					{ title: 'C?', value: 'false' },
					{ title: 'D?', value: '' },
					{ title: 'E?', value: '' },
					{ title: 'F?', value: '' },
				],
			};
			expect(questions({ question: rows })).toEqual(expected);
			expect(questions(rows)).toEqual(expected);
			expect(questions({})).toEqual({ custom_questions: [] });
			expect(questions([])).toEqual({ custom_questions: [] });
		});

		it.each([
			[{ question: 'x' }, '"Custom Questions" isn\'t a list of entries'],
			[{ question: { title: 'A?' } }, '"Custom Questions" isn\'t a list of entries'],
			[[{ value: 'yes' }], '"Question" is empty'],
			[[{ title: ' ', value: 'yes' }], '"Question" is empty'],
			[[{ title: 'A?', value: {} }], '"Answer" is not text'],
			[
				[{ title: 'A?', value: 'x'.repeat(129) }],
				'"Answer" is 129 characters long; Zoom takes at most 128',
			],
		])('are refused where they are no questions: %j', (value, message) => {
			expect(thrownBy(() => questions(value)).message).toBe(message);
		});

		// An expression that gives no list must not lose the answers in silence.
		it.each([[['A?']], [[null]], ['Why? Because'], [5], [{ title: 'A?', value: 'yes' }]])(
			'are refused in words: %j',
			(value) => {
				expect(thrownBy(() => questions(value)).message).toMatch(
					/^"(Custom Questions|Question)" is /,
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

	it('shows the fields in the order of their names, each once', () => {
		const names = registrantFields.map(({ property }) => property.displayName);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(new Set(names).size).toBe(16);
	});
});
