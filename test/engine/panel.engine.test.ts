import { Workflow } from 'n8n-workflow';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { resources } from '../../nodes/Zoom/actions';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import codex from '../../nodes/Zoom/Zoom.node.json';
import { ZoomTrigger } from '../../nodes/ZoomTrigger/ZoomTrigger.node';
import triggerCodex from '../../nodes/ZoomTrigger/ZoomTrigger.node.json';

/** What n8n writes below a node on the canvas. */
function subtitleOf(type: INodeType, parameters: INodeParameters) {
	const workflow = new Workflow({
		nodes: [{ id: '1', name: 'Zoom', type: 'zoom', typeVersion: 1, position: [0, 0], parameters }],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	const node = workflow.getNode('Zoom');
	if (!node) throw new Error('The workflow has no node');
	return workflow.expression.getSimpleParameterValue(
		node,
		type.description.subtitle ?? '',
		'internal',
		{},
	);
}

const operations = resources.flatMap(({ option: { value: resource }, operations: all }) =>
	all.map(({ option: { value: operation } }) => ({ resource, operation })),
);

it.each(operations)('$resource $operation reads as words below the node', (parameters) => {
	expect(subtitleOf(new Zoom(), parameters)).toMatch(/^([A-Z][a-z]+ ?)+: ([A-Z][a-z]+ ?)+$/);
});

it.each([
	['meeting', 'getRegistrationForm', 'Get Registration Form: Meeting'],
	['webinarRegistrant', 'getAll', 'Get Many: Webinar Registrant'],
])('%s %s reads "%s"', (resource, operation, words) => {
	expect(subtitleOf(new Zoom(), { resource, operation })).toBe(words);
});

it.each([
	[['meeting.registration_created'], 'Meeting Registration Created'],
	[['webinar.ended', 'recording.completed'], 'Webinar Ended, Recording Completed'],
])('the trigger for %p reads "%s"', (events, words) => {
	expect(subtitleOf(new ZoomTrigger(), { events })).toBe(words);
});

it('has one sentence for both nodes, since n8n lists them as one', () => {
	expect(new Zoom().description.description).toBe(new ZoomTrigger().description.description);
	expect(new Zoom().description.description).toMatch(/webinar/);
});

it.each([
	['Zoom', codex, () => new Zoom().description.group, []],
	['Zoom Trigger', triggerCodex, () => new ZoomTrigger().description.group, ['trigger']],
])("%s stands where n8n's newest rules put it", (_, { categories }, group, expected) => {
	expect(categories).toContain('Marketing & Content');
	expect(group()).toEqual(expected);
});

it.each(
	[new Zoom(), new ZoomTrigger()].map(({ description }) => [description.displayName, description]),
)("the notices of %s have no tags but those that n8n's editor shows", (_, { properties }) => {
	const notices = properties.filter(({ type }) => type === 'notice');
	const tags = notices.flatMap(({ displayName }) => displayName.match(/<\/?\w+/g) ?? []);
	expect([...new Set(tags)].filter((tag) => !/^<\/?(a|ul|li)$/.test(tag))).toEqual([]);
});
