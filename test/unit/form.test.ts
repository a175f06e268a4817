import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { HEADINGS, matchColumns } from '../../nodes/Zoom/mapping/columns';
import { readAnswers, toMapperFields, toPlainMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { thrownBy } from './support/thrown';

const STANDARD = [
	{ field_name: 'last_name', required: true },
	{ field_name: 'purchasing_time_frame', required: false },
	{ field_name: 'org', required: false },
];
const OWN = [
	{ title: 'Company size', type: 'short', required: true, answers: [] },
	{ title: 'How?', type: 'single', required: false, answers: ['Friend', 'Search'] },
];
const formFields = () => toMapperFields(registrantFields(MEETING), STANDARD, OWN);
const common = { defaultMatch: false, canBeUsedToMatch: false, display: true };
const PERSON = { email: 'a@example.com', first_name: 'Ada' };

describe('toMapperFields', () => {
	it('shows email and first name, then what the form asks', () => {
		expect(formFields()).toEqual([
			{ ...common, id: 'email', displayName: 'Email', required: true, type: 'string' },
			{ ...common, id: 'first_name', displayName: 'First Name', required: true, type: 'string' },
			{ ...common, id: 'last_name', displayName: 'Last Name', required: true, type: 'string' },
			{
				...common,
				id: 'purchasing_time_frame',
				displayName: 'Purchasing Time Frame',
				required: false,
				type: 'options',
				options: [
					'Within a month',
					'1-3 months',
					'4-6 months',
					'More than 6 months',
					'No timeframe',
				].map((value) => ({ name: value, value })),
			},
			{ ...common, id: 'org', displayName: 'Organization', required: false, type: 'string' },
			{
				...common,
				id: 'Company size',
				displayName: 'Company size',
				required: true,
				type: 'string',
			},
			{
				...common,
				id: 'How?',
				displayName: 'How?',
				required: false,
				type: 'options',
				options: [
					{ name: 'Friend', value: 'Friend' },
					{ name: 'Search', value: 'Search' },
				],
			},
		]);
	});

	it('shows a question that Zoom invents later by its name', () => {
		const [, , added] = toMapperFields([], [{ field_name: 'shoe_size', required: true }], []);
		expect(added).toMatchObject({ id: 'shoe_size', displayName: 'shoe_size', type: 'string' });
	});
});

describe('toPlainMapperFields', () => {
	it('says why, then offers the plain fields, none of them required but email and name', () => {
		const [notice, ...fields] = toPlainMapperFields(registrantFields(MEETING), 'no scope');
		expect(notice).toEqual({
			...common,
			id: 'notice',
			displayName: 'no scope',
			required: false,
			type: 'string',
			readOnly: true,
		});
		expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
			'email',
			'first_name',
		]);
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['last_name', 'country', 'zip', 'no_of_employees']),
		);
		expect(fields.map(({ id }) => id)).not.toContain('auto_approve');
		expect(fields.map(({ id }) => id)).not.toContain('custom_questions');
	});
});

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

describe('columns that map automatically', () => {
	const standard = [
		{ field_name: 'last_name', required: false },
		{ field_name: 'job_title', required: false },
		{ field_name: 'country', required: false },
		{ field_name: 'zip', required: false },
	];
	const schema = toMapperFields(registrantFields(MEETING), standard, [
		{ title: 'Diet', type: 'short', required: false },
	]);
	const read = (columns: IDataObject) =>
		readAnswers(registrantFields(MEETING), schema, { columns });

	it.each<[IDataObject]>([
		[
			{
				Email: 'a@x.org',
				'First Name': 'Ada',
				'Last Name': 'L',
				'Job Title': 'Countess',
				diet: 'v',
			},
		],
		[{ 'E-Mail': 'a@x.org', Vorname: 'Ada', Nachname: 'L', jobtitle: 'Countess', DIET: 'v' }],
		[
			{
				'email ': 'a@x.org',
				first_name: 'Ada',
				LASTNAME: 'L',
				job_title: 'Countess',
				'Diet ': 'v',
			},
		],
		[
			{
				'\ufeffEmail Address': 'a@x.org',
				Prénom: 'Ada',
				'Nom de famille': 'L',
				'job-title': 'Countess',
				'Diet:': 'v',
			},
		],
	])('by their headings: %j', (columns) => {
		expect(read(columns)).toEqual({
			standard: { email: 'a@x.org', first_name: 'Ada', last_name: 'L', job_title: 'Countess' },
			custom: [{ title: 'Diet', value: 'v' }],
			warnings: [],
		});
	});

	it('prefer the name that is exact, and tell the other column', () => {
		const columns = { EMAIL: 'b@x.org', email: 'a@x.org', Vorname: 'B', 'First Name': 'Ada' };
		expect(read(columns)).toMatchObject({
			standard: { email: 'a@x.org', first_name: 'Ada' },
			warnings: ['Not sent because the form has no such question: "EMAIL", "Vorname".'],
		});
	});

	it('are passed over where they are empty', () => {
		const columns = { email: '', 'E-Mail': 'a@x.org', first_name: null, Vorname: 'Ada' };
		expect(read(columns)).toMatchObject({
			standard: { email: 'a@x.org', first_name: 'Ada' },
			warnings: [],
		});
	});

	it("are told where they answer nothing, but for empty ones and n8n's own", () => {
		const columns = {
			...PERSON,
			'Shoe Size': 40,
			Notes: '',
			row_number: 2,
			submittedAt: '2027-03-05',
			formMode: 'test',
			formQueryParameters: { a: 1 },
		};
		expect(read(columns).warnings).toEqual([
			'Not sent because the form has no such question: "Shoe Size".',
		]);
	});

	it('are told up to ten', () => {
		const more = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`c${i}`, 'x']));
		expect(read({ ...PERSON, ...more }).warnings).toEqual([
			'Not sent because the form has no such question: "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9" and 2 more.',
		]);
	});

	it('say what the row has where a required answer is missing', () => {
		expect(thrownBy(() => read({ Address: 'a@x.org', 'First Name': 'Ada' }))).toEqual({
			message: "'Email' is required",
			description:
				'The registration form requires an answer. No column of this item with a matching name has a value. Its columns: Address, First Name.',
		});
	});

	it.each(
		[...HEADINGS].flatMap(([id, headings]) => headings.map((heading) => [id, heading] as const)),
	)('answer %s by the usual heading %p', (id, heading) => {
		expect(heading).toMatch(/./);
		const fields = [...HEADINGS.keys()].map((one) => ({ ...schema[0], id: one, displayName: one }));
		const { answers, left } = matchColumns(fields as ResourceMapperField[], { [heading]: 'x' });
		expect([...answers]).toEqual([[id, 'x']]);
		expect(left).toEqual([]);
	});

	it('with nothing but signs match nothing', () => {
		const fields = toMapperFields(
			registrantFields(MEETING),
			[],
			[{ title: '???', type: 'short', required: false }],
		);
		const { custom } = readAnswers(registrantFields(MEETING), fields, {
			columns: { ...PERSON, '!!!': 'x' },
		});
		expect(custom).toEqual([]);
	});
});
