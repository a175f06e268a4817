import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toMapperFields, toPlainMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { formFields } from './support/registrationForm';

const common = { defaultMatch: false, canBeUsedToMatch: false, display: true };

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
