import type { IDataObject } from 'n8n-workflow';
import { withFixedParameters } from '../../nodes/Zoom/actions/fixedParameters';
import { fakeN8n, locator, runNode } from './support/fakeN8n';

const ROWS: IDataObject[] = Array.from({ length: 5 }, () => ({}));

/** A context that notes which parameters n8n had to evaluate. */
function watched(options: Parameters<typeof fakeN8n>[0]) {
	const { context } = fakeN8n({ rows: ROWS, ...options });
	const evaluated: string[] = [];
	const { getNodeParameter } = context;
	context.getNodeParameter = ((name: string, item: number, ...more: [unknown, object]) => {
		if (!more[1] || !('rawExpressions' in more[1])) evaluated.push(`${name} ${item}`);
		return getNodeParameter(name, item, ...more);
	}) as typeof getNodeParameter;
	return { context: withFixedParameters(context), evaluated };
}

describe('withFixedParameters', () => {
	it('has n8n evaluate a parameter without expressions once', () => {
		const options = { ifRegistered: 'report' };
		const { context, evaluated } = watched({ parameters: { options } });
		const values = ROWS.map((_, item) => context.getNodeParameter('options', item, {}));
		expect(values).toEqual(ROWS.map(() => options));
		expect(evaluated).toEqual(['options 0']);
	});

	it('has it evaluate an expression for each item', () => {
		const { context, evaluated } = watched({ perItem: (item) => ({ email: `p${item}` }) });
		const values = ROWS.map((_, item) => context.getNodeParameter('email', item));
		expect(values).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
		expect(evaluated).toHaveLength(5);
	});

	it.each([
		['inside of an object', { state: '={{ $json.state }}' }],
		['deep inside', { customQuestions: { question: [{ value: '={{ $json.diet }}' }] } }],
	])('finds an expression %s', (_where, additionalFields) => {
		const { context, evaluated } = watched({ parameters: { additionalFields } });
		for (const item of ROWS.keys()) context.getNodeParameter('additionalFields', item);
		expect(evaluated).toHaveLength(5);
	});

	it('keeps the value of a locator apart from the locator', () => {
		const meetingId = locator('id', '85746065432');
		const { context } = watched({ parameters: { meetingId } });
		const read = (more?: object) => context.getNodeParameter('meetingId', 0, '', more);
		expect(read()).toEqual(meetingId);
		expect(read({ extractValue: true })).toBe('85746065432');
		expect(read({ rawExpressions: true })).toEqual(meetingId);
	});

	it('gives each caller its own fallback for what is not there', () => {
		const { context } = watched({});
		const read = (fallback: string) => context.getNodeParameter('options.nothing', 0, fallback);
		expect([read('a'), read('b')]).toEqual(['a', 'b']);
	});

	it('fails for each item where n8n refuses the value', () => {
		const { context: inner } = fakeN8n({ rows: ROWS });
		const refuse = jest.fn((name: string, item: number) => {
			throw new Error(`${name} of item ${item}`);
		});
		inner.getNodeParameter = refuse as never;
		const context = withFixedParameters(inner);
		expect(() => context.getNodeParameter('options', 0)).toThrow('options of item 0');
		expect(() => context.getNodeParameter('options', 1)).toThrow('options of item 1');
	});
});

it('reads what differs from row to row, and nothing else, for each of the rows', async () => {
	const emails = ROWS.map((_, item) => `p${item}@example.com`);
	const { items } = await runNode({
		rows: ROWS,
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: locator('id', '85746065432'),
			registrantFrom: 'define',
			firstName: 'Ada',
		},
		perItem: (item) => ({ email: emails[item] }),
	});
	expect(items.map(({ json }) => [json.email, json.first_name])).toEqual(
		emails.map((email) => [email, 'Ada']),
	);
});
