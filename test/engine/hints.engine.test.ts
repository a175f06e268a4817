import { Workflow } from 'n8n-workflow';
import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { EVENT_KINDS } from '../../nodes/Zoom/api/eventKinds';
import { resources } from '../../nodes/Zoom/actions';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { runZoom } from './run';
import { addParameters, byId, credentialsFor, people, useSandbox } from './world';

const ZOOM = new Zoom();
const NODE = { id: '1', name: 'Zoom', type: 'zoom', typeVersion: 1 };
const nodeTypes = {
	getByName: () => ZOOM,
	getByNameAndVersion: () => ZOOM,
	getKnownTypes: () => ({}),
};

/** The hints with what their conditions give, as the editor evaluates them. */
function conditionsOf(parameters: INodeParameters) {
	const workflow = new Workflow({
		nodes: [{ ...NODE, position: [0, 0], parameters }],
		connections: {},
		active: false,
		nodeTypes,
	});
	const node = workflow.getNode('Zoom');
	if (!node) throw new Error('The workflow has no node');
	return (ZOOM.description.hints ?? []).map(({ message, displayCondition }) => ({
		message,
		shown: workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {}),
	}));
}

/** What n8n shows in place of the output before the first run. */
const shownBefore = (parameters: INodeParameters): string[] =>
	conditionsOf(parameters).flatMap(({ message, shown }) => (shown === true ? [message] : []));

const OPERATIONS = resources.flatMap(({ option: { value: resource }, operations }) =>
	operations.map(({ option: { value: operation }, fields }) => ({ resource, operation, fields })),
);

describe('before the first run', () => {
	it('each hint has at most 120 characters', () => {
		for (const { message, whenToDisplay } of ZOOM.description.hints ?? []) {
			expect(message.length).toBeLessThanOrEqual(120);
			expect(whenToDisplay).toBe('beforeExecution');
		}
	});

	it.each(OPERATIONS)('$resource $operation: each condition gives yes or no', (one) => {
		const { resource, operation } = one;
		const given = conditionsOf({ resource, operation }).map(({ shown }) => typeof shown);
		expect(new Set(given)).toEqual(new Set(['boolean']));
	});

	it.each(OPERATIONS)('$resource $operation says which event is missing', (one) => {
		const { resource, operation, fields } = one;
		for (const { name } of EVENT_KINDS) {
			const hint = `Choose the ${name} first`;
			const isAsked = fields.some((field) => field.name === `${name}Id`);
			const shown = (parameters: INodeParameters) =>
				shownBefore({ resource, operation, ...parameters }).some((text) => text.startsWith(hint));
			expect(shown({})).toBe(isAsked);
			expect(shown({ [`${name}Id`]: byId('={{ $json.id }}') })).toBe(false);
			expect(shown({ [`${name}Id`]: byId(SEED.meeting) })).toBe(false);
		}
	});

	it.each(EVENT_KINDS)('Create says that nobody can register for the $name', ({ name }) => {
		const create = { resource: name, operation: 'create' };
		const said = (parameters: INodeParameters) =>
			shownBefore({ ...create, ...parameters }).filter((text) =>
				/^Registration will be/.test(text),
			);
		expect(said({ registration: 'off' })).toHaveLength(1);
		expect(said({ registration: 'automatic' })).toEqual([]);
		expect(said({ registration: 'manual' })).toEqual([]);
		expect(said({ operation: 'update', registration: 'off' })).toEqual([]);
	});

	it.each([
		['meetingRegistrant', 'registrantFrom'],
		['webinarRegistrant', 'registrantFrom'],
		['panelist', 'panelistFrom'],
	])('%s says that Email is empty, where it is to be filled in', (resource, from) => {
		const said = (parameters: INodeParameters) =>
			shownBefore({ resource, operation: 'add', ...parameters }).filter((text) =>
				text.startsWith("'Email' is empty"),
			);
		expect(said({})).toEqual([]);
		expect(said({ [from]: 'define' })).toHaveLength(1);
		expect(said({ [from]: 'define', email: '={{ $json.mail }}' })).toEqual([]);
	});

	it.each(['meetingRegistrant', 'webinarRegistrant'])(
		'%s says that no form is read',
		(resource) => {
			const said = (form: INodeParameters) =>
				shownBefore({ resource, operation: 'add', registrantFrom: 'form', form }).filter((text) =>
					text.startsWith('Registration Form is empty'),
				);
			const schema = [{ id: 'email', displayName: 'Email' }];
			expect(said({ mappingMode: 'defineBelow', value: null })).toHaveLength(1);
			expect(said({ mappingMode: 'defineBelow', value: null, schema } as never)).toEqual([]);
		},
	);
});

describe('after a run, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (...[parameters, rows, settings]: [INodeParameters, unknown[]?, object?]) =>
		(await runZoom(parameters, credentialsFor(sandbox()), rows as never, settings)).hints;

	it.each([
		['continueRegularOutput', "see their 'error'"],
		['continueErrorOutput', 'see the Error output'],
	])('%s says how many items failed', async (onError, place) => {
		const rows = [...people(2), { email: 'nobody', first: 'N' }];
		for (const operation of ['add', 'addMany']) {
			const hints = await run(addParameters(SEED.meeting, { operation }), rows, { onError });
			expect(hints).toEqual([`1 of 3 items failed: ${place}`]);
		}
		const none = await run(addParameters(SEED.meeting), people(2), { onError });
		expect(none).toEqual([]);
	});

	it.each(['add', 'addMany'])('%s says once why there is no join link yet', async (operation) => {
		const hints = await run(addParameters(SEED.manual, { operation }), people(3));
		expect(hints).toEqual([
			"Registrants with the status 'pending' have no join link yet: Zoom emails it once the host approves them.",
		]);
	});

	const list = (filters: INodeParameters): INodeParameters => ({
		resource: 'meetingRegistrant',
		operation: 'getAll',
		meetingId: byId(SEED.manual),
		filters,
	});

	it('an empty list says where the others are', async () => {
		expect(await run(list({ status: 'any' }))).toEqual(['Nobody has registered for this meeting.']);
		await run(addParameters(SEED.manual), people(1));
		expect(await run(list({}))).toEqual([
			"This meeting has no registrants with the status 'approved'. To list all, add the filter 'Status' and choose 'All'.",
		]);
		expect(await run(list({ status: 'pending' }))).toEqual([]);
	});

	it.each(EVENT_KINDS)('an empty list of $name(s) says what it depends on', async ({ name }) => {
		const at = (operation: string, more: INodeParameters): INodeParameters => ({
			resource: name,
			operation,
			userId: byId('me'),
			...more,
		});
		const all = { returnAll: true, filters: { type: 'scheduled' } };
		const { items } = await runZoom(at('getAll', all), credentialsFor(sandbox()));
		await run(
			at('delete', { [`${name}Id`]: byId('={{ $json.id }}') }),
			items.map(({ json }) => ({ id: json.id })),
		);
		const hints = await run(at('getAll', all));
		expect(hints).toEqual([
			`The host has no ${name}s like that. Which are listed depends on the filter 'Type'.`,
		]);
	});

	it('a start time that Zoom moved is told', async () => {
		const hints = await run({
			resource: 'meeting',
			operation: 'create',
			userId: byId('me'),
			topic: 'T',
			startTime: '2020-01-01T10:00:00Z',
		});
		expect(hints).toEqual([expect.stringMatching(/in the past, so Zoom didn't use it/)]);
	});
});
