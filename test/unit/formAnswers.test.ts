import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { readAnswers, toMapperFields, toPlainMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { formFields } from './support/registrationForm';
import { thrownBy } from './support/thrown';

const PERSON = { email: 'a@example.com', first_name: 'Ada' };

describe('readAnswers', () => {
	const read = (byId: unknown, schema = formFields()) =>
		readAnswers(registrantFields(MEETING), schema, { byId: byId as IDataObject });
	const message = (byId: unknown, schema?: ResourceMapperField[]) =>
		thrownBy(() => read(byId, schema)).message;

	it('sorts the answers by where they go', () => {
		const answers = {
			...PERSON,
			last_name: 'Lovelace',
			purchasing_time_frame: '1-3 MONTHS',
			'Company size': 12,
			'How?': 'Friend',
			notAsked: 'x',
		};
		expect(read(answers)).toEqual({
			standard: { ...PERSON, last_name: 'Lovelace', purchasing_time_frame: '1-3 months' },
			custom: [
				{ title: 'Company size', value: '12' },
				{ title: 'How?', value: 'Friend' },
			],
			warnings: [],
		});
	});

	it.each([[''], [null], [undefined], ['  '], [[]], [['', null]]])(
		'leaves out what was answered by %j',
		(nothing) => {
			const answers = { ...PERSON, last_name: 'L', org: nothing, 'How?': nothing };
			const schema = formFields().filter(({ id }) => id !== 'Company size');
			expect(read(answers, schema)).toEqual({
				standard: { ...PERSON, last_name: 'L' },
				custom: [],
				warnings: [],
			});
		},
	);

	it('takes nothing from the notice that the questions could not be read', () => {
		const schema = toPlainMapperFields(registrantFields(MEETING), 'no scope');
		expect(read({ ...PERSON, notice: 'x' }, schema).standard).toEqual(PERSON);
	});

	it('sends 0 and false, which are answers', () => {
		expect(read({ ...PERSON, last_name: 'L', 'Company size': 0, org: false })).toMatchObject({
			standard: { ...PERSON, last_name: 'L', org: 'false' },
			custom: [{ title: 'Company size', value: '0' }],
		});
	});

	it('says whose question it is that has no answer', () => {
		expect(thrownBy(() => read({ first_name: 'A' }))).toEqual({
			message: "'Email' is required",
			description: 'The registration form requires an answer.',
		});
	});

	it.each<[Record<string, unknown>, string]>([
		[{ last_name: 'L' }, "'Company size' is required"],
		[{ last_name: '', 'Company size': '1' }, "'Last Name' is required"],
		[
			{ last_name: 'L', 'Company size': '1', 'How?': 'TV' },
			"'How?' must be one of Zoom's choices, but is \"TV\"",
		],
		[
			{ last_name: 'L', 'Company size': 'x'.repeat(129) },
			"'Company size' is 129 characters long, but Zoom accepts at most 128",
		],
		[{ last_name: 'L', 'Company size': { a: 1 } }, "'Company size' must be text or a number"],
		[
			{ last_name: 'L', 'Company size': '1', 'How?': ['Friend', 'Search'] },
			'\'How?\' must be one of Zoom\'s choices, but is "["Friend","Search"]"',
		],
	])('refuses %j', (answers, expected) => {
		expect(message({ ...PERSON, ...answers })).toBe(expected);
	});

	it('does not ask for what the user took out of the form', () => {
		const schema = formFields().map((one) =>
			one.id === 'Company size' ? { ...one, removed: true } : one,
		);
		expect(read({ ...PERSON, last_name: 'L' }, schema).custom).toEqual([]);
	});

	it('joins the ticks of checkboxes for a free text, and takes the one of a single choice', () => {
		const answers = {
			...PERSON,
			last_name: 'L',
			'Company size': ['AI', 'Data'],
			'How?': ['Friend'],
			org: ' ACME\n',
		};
		expect(read(answers).standard.org).toBe('ACME');
		expect(read(answers).custom).toEqual([
			{ title: 'Company size', value: 'AI, Data' },
			{ title: 'How?', value: 'Friend' },
		]);
	});

	it('sends titles and choices exactly as Zoom has them', () => {
		const own = [{ title: 'Diet ', type: 'single', required: true, answers: ['Vegan ', 'Any'] }];
		const schema = toMapperFields(registrantFields(MEETING), [], own);
		expect(read({ ...PERSON, 'Diet ': 'vegan' }, schema).custom).toEqual([
			{ title: 'Diet ', value: 'Vegan ' },
		]);
	});

	it.each(['single_dropdown', 'single_radio', 'single'])(
		'checks the choices of the type %s',
		(type) => {
			const own = [{ title: 'School?', type, required: true, answers: ['Lincoln', 'Other'] }];
			const schema = toMapperFields(registrantFields(MEETING), [], own);
			expect(read({ ...PERSON, 'School?': 'other' }, schema).custom[0]?.value).toBe('Other');
			expect(message({ ...PERSON, 'School?': 'Roosevelt' }, schema)).toBe(
				"'School?' must be one of Zoom's choices, but is \"Roosevelt\"",
			);
		},
	);

	it.each([
		['Vegan, Halal', 'Vegan, Halal'],
		[['vegan', 'Halal'], 'Vegan, Halal'],
		['Nuts, and more', 'Nuts, and more'],
		[['Nuts, and more', 'Vegan'], 'Nuts, and more, Vegan'],
		['halal', 'Halal'],
		[['Vegan', 'vegan'], 'Vegan'],
	])('takes several choices where several may be ticked: %j', (value, answer) => {
		const answers = ['Vegan', 'Halal', 'Nuts, and more'];
		const own = [{ title: 'Diet', type: 'multiple', required: true, answers }];
		const schema = toMapperFields(registrantFields(MEETING), [], own);
		expect(read({ ...PERSON, Diet: value }, schema).custom).toEqual([
			{ title: 'Diet', value: answer },
		]);
		expect(message({ ...PERSON, Diet: 'Vegan, Kosher' }, schema)).toBe(
			"'Diet' must be one of Zoom's choices, but is \"Kosher\"",
		);
	});

	it('takes several choices of 128 characters in all', () => {
		const answers = ['a', 'b', 'c'].map((letter) => letter.repeat(63));
		const own = [{ title: 'Diet', type: 'multiple', required: true, answers }];
		const schema = toMapperFields(registrantFields(MEETING), [], own);
		const both = read({ ...PERSON, Diet: answers.slice(0, 2) }, schema).custom[0];
		expect(both?.value).toHaveLength(128);
		expect(message({ ...PERSON, Diet: answers }, schema)).toBe(
			"'Diet' is 193 characters long, but Zoom accepts at most 128",
		);
	});

	it('tells an own question from a standard one of the same name', () => {
		const own = [{ title: 'phone', type: 'short', required: false }];
		const schema = toMapperFields(
			registrantFields(MEETING),
			[{ field_name: 'phone', required: false }],
			own,
		);
		expect(schema.map(({ id }) => id)).toEqual(['email', 'first_name', 'phone', 'own:phone']);
		expect(read({ ...PERSON, phone: '1', 'own:phone': '2' }, schema)).toMatchObject({
			standard: { ...PERSON, phone: '1' },
			custom: [{ title: 'phone', value: '2' }],
		});
	});

	it('knows answers by their own keys only', () => {
		const own = ['constructor', 'toString', '__proto__'].map((title) => ({
			title,
			type: 'short',
			required: false,
		}));
		const schema = toMapperFields(registrantFields(MEETING), [], own);
		expect(read(PERSON, schema).custom).toEqual([]);
		const answers = JSON.parse('{"__proto__":"a","constructor":"b"}') as IDataObject;
		expect(read({ ...answers, ...PERSON }, schema).custom).toEqual([
			{ title: 'constructor', value: 'b' },
			{ title: '__proto__', value: 'a' },
		]);
	});

	describe('a country or language that names none', () => {
		const schema = (required: boolean) =>
			toMapperFields(registrantFields(MEETING), [{ field_name: 'country', required }], []);

		it('is left out and told', () => {
			expect(read({ ...PERSON, country: 'Atlantis' }, schema(false))).toEqual({
				standard: PERSON,
				custom: [],
				warnings: [
					"'Country/Region' must be one of Zoom's choices, but is \"Atlantis\", so it was left out.",
				],
			});
		});

		it('is refused where the form asks for it', () => {
			expect(message({ ...PERSON, country: 'Atlantis' }, schema(true))).toBe(
				"'Country/Region' must be one of Zoom's choices, but is \"Atlantis\"",
			);
		});
	});
});
