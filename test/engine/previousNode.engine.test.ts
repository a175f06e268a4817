import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { resources } from '../../nodes/Zoom/actions';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { errorOf } from '../failedRow';
import { runZoom } from './run';
import { apiRequests, byId, credentialsFor, useSandbox } from './world';

const ZOOM = new Zoom();
const AS_TOOL: INodeTypeDescription = { ...ZOOM.description, name: 'zoomTool' };
const NODE = { id: '1', name: 'Zoom', type: 'zoom', typeVersion: 1 };

/** The operations that take people from the previous node. */
const ADDING = resources.flatMap(({ option: { value: resource }, operations }) =>
	operations
		.filter(({ fields }) => fields.some(({ name }) => name === 'recognized'))
		.map(({ option: { value: operation } }) => ({ resource, operation })),
);

/** An operation's parameters as a fresh node has them, with all defaults. */
const fresh = (parameters: INodeParameters, description = ZOOM.description) =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		{ typeVersion: 1 },
		description,
	) as INodeParameters;

/** What the panel shows in its fields of what was recognised, before any run. */
function previewOf(parameters: INodeParameters, json: IDataObject) {
	const workflow = new Workflow({
		nodes: [{ ...NODE, position: [0, 0], parameters: fresh(parameters) }],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => ZOOM,
			getByNameAndVersion: () => ZOOM,
			getKnownTypes: () => ({}),
		},
	});
	const node = workflow.getNode('Zoom');
	const shown = Object.entries(node?.parameters ?? {}).filter(([name]) =>
		/^recognized./.test(name),
	);
	return Object.fromEntries(
		shown.map(([name, value]) => [
			name,
			workflow.expression.getParameterValue(value, null, 0, 0, 'Zoom', [{ json }], 'manual', {}),
		]),
	);
}

const FORM = {
	'First name': 'Ada',
	'Last name': 'Lovelace',
	Email: 'ada@example.com',
	Company: 'Analytical Engines',
	Land: 'Deutschland',
	Diet: 'Vegan',
	submittedAt: '2027-03-05T10:00:00.000Z',
	formMode: 'test',
};

describe("the previous node's fields, in n8n-core against the sandbox", () => {
	const sandbox = useSandbox();
	const events: INodeParameters = {
		meetingId: byId(SEED.meeting),
		webinarId: byId(SEED.webinar),
	};
	const run = async (parameters: INodeParameters, rows: IDataObject[]) =>
		await runZoom({ ...events, ...parameters }, credentialsFor(sandbox()), rows, {
			onError: 'continueErrorOutput',
		});
	const bodies = () => apiRequests(sandbox()).flatMap(({ body }) => (body ? [body] : []));

	it('serve all that add people', () => {
		expect(ADDING).toEqual([
			{ resource: 'meetingRegistrant', operation: 'add' },
			{ resource: 'meetingRegistrant', operation: 'addMany' },
			{ resource: 'webinarRegistrant', operation: 'add' },
			{ resource: 'webinarRegistrant', operation: 'addMany' },
			{ resource: 'panelist', operation: 'add' },
			{ resource: 'panelist', operation: 'addMany' },
		]);
	});

	it.each(ADDING)('$resource $operation adds the person that a form names', async (parameters) => {
		const { items, errors, hints } = await run(parameters, [FORM]);
		expect(errors.map(errorOf)).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			email: 'ada@example.com',
			join_url: expect.stringContaining('https://') as string,
		});
		expect(hints).toEqual(
			expect.arrayContaining([
				expect.stringMatching(
					/^Recognized in the first item: Email, First Name \(from "First name"\), Last Name .*\. Not used: .*"Diet"\.$/,
				),
			]),
		);
	});

	it.each(ADDING)('$resource $operation shows beforehand what it sends', async (parameters) => {
		const isPanelist = parameters.resource === 'panelist';
		expect(previewOf(parameters, FORM)).toEqual(
			isPanelist
				? { recognizedEmail: 'ada@example.com', recognizedName: 'Ada Lovelace' }
				: {
						recognizedEmail: 'ada@example.com',
						recognizedFirstName: 'Ada',
						recognizedLastName: 'Lovelace',
						recognizedDetails: { org: 'Analytical Engines', country: 'Deutschland' },
					},
		);
		await run(parameters, [FORM]);
		expect(bodies()).toEqual([
			isPanelist
				? { panelists: [{ email: 'ada@example.com', name: 'Ada Lovelace' }] }
				: {
						email: 'ada@example.com',
						first_name: 'Ada',
						last_name: 'Lovelace',
						org: 'Analytical Engines',
						country: 'DE',
					},
		]);
	});

	it.each(ADDING)('$resource $operation asks an AI agent for its fields', (parameters) => {
		const isPanelist = parameters.resource === 'panelist';
		const from = isPanelist ? 'panelistFrom' : 'registrantFrom';
		expect(fresh(parameters)).toMatchObject({ [from]: 'previousNode' });
		const asTool = fresh(parameters, AS_TOOL);
		expect(asTool).toMatchObject({ [from]: 'define', email: '' });
		expect(Object.keys(asTool).filter((name) => name.startsWith('recognized'))).toEqual([]);
	});

	it('what is only shown cannot be changed, whatever else bears its name', () => {
		const shown = ZOOM.description.properties.filter(({ name }) => /^recognized./.test(name));
		expect(shown.length).toBeGreaterThan(ADDING.length);
		for (const property of shown) {
			for (const parameters of ADDING) {
				const values = fresh(parameters);
				const node = { typeVersion: 1 };
				expect(
					NodeHelpers.displayParameter(
						values,
						property,
						node,
						ZOOM.description,
						values,
						'disabledOptions',
					),
				).toBe(true);
			}
		}
	});

	const add: INodeParameters = { resource: 'meetingRegistrant', operation: 'add' };

	it('tells what is missing, of each item that lacks it, and what there is', async () => {
		const { items, errors } = await run(add, [
			FORM,
			{ ...FORM, Email: ' ' },
			{ Mail: 'b@example.com', Rufname: 'Ben' },
		]);
		expect(items).toHaveLength(1);
		expect(errors.map(errorOf)).toMatchObject([
			{ message: "'Email' is required" },
			{
				message: "'First Name' is required",
				hint: `No column of this item with a matching name has a value. Its columns: "Mail", "Rufname". To fill in the fields yourself, choose 'Define Below'.`,
			},
		]);
		expect(bodies()).toHaveLength(1);
	});

	it('leaves out details that cannot be read, and says so', async () => {
		const { items } = await run(add, [{ ...FORM, employees: 'plenty', Land: 'Atlantis' }]);
		expect(bodies()[0]).not.toHaveProperty('country');
		expect(bodies()[0]).not.toHaveProperty('no_of_employees');
		expect(items[0]?.json.warning).toMatch(/"plenty".*left out.*/);
		expect(items[0]?.json.warning).toMatch(/"Atlantis".*left out.*/);
	});

	it('sends what was added in the panel in place of what was recognised', async () => {
		await run({ ...add, additionalFields: { org: 'Royal Society' } }, [FORM]);
		expect(bodies()[0]).toMatchObject({ org: 'Royal Society' });
	});

	it.each([
		[{ Name: 'Ada Lovelace' }, 'Ada', 'Lovelace'],
		[{ name: ' Ludwig  van Beethoven ' }, 'Ludwig', 'van Beethoven'],
		[{ Name: 'Ada' }, 'Ada', undefined],
		[{ Vorname: 'Ada', Name: 'Lovelace' }, 'Ada', 'Lovelace'],
		[{ prénom: 'Ada', NOM: 'Lovelace', name: 'Countess' }, 'Ada', 'Lovelace'],
	])('reads the name of %j', async (row, first, last) => {
		await run(add, [{ mail: 'ada@example.com', ...row }]);
		expect(bodies()[0]).toEqual({
			email: 'ada@example.com',
			first_name: first,
			...(last !== undefined && { last_name: last }),
		});
	});

	it('tells of the columns once, and no value of theirs', async () => {
		const { hints } = await run({ ...add, operation: 'addMany' }, [
			{ email: 'a@example.com', 'First Name': 'A', Notes: '' },
			{ email: 'b@example.com', 'First Name': 'B', Notes: 'secret' },
		]);
		expect(hints).toEqual([
			'Recognized in the first item: Email (from "email"), First Name. Not used: "Notes".',
		]);
	});
});
