import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { HEADINGS, matchColumns } from '../../nodes/Zoom/mapping/columns';
import { readAnswers, toMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { thrownBy } from './support/thrown';

const PERSON = { email: 'a@example.com', first_name: 'Ada' };

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
