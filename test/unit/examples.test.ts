/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFiles, readExample } from '../../demo/examples';
import type { WorkflowNode } from '../../demo/n8n';
import { resources } from '../../nodes/Zoom/actions';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../nodes/Zoom/api/endpoints';
import { MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';

/*
 * The example workflows as they are read on the canvas: a yellow overview beside them, white notes
 * behind the nodes that belong together. Rules: CONTRIBUTING.md, "Example workflows".
 */

const FOLDER = join(__dirname, '..', '..', 'examples');
const YELLOW = 1;
const WHITE = 7;
const GRID = 16;
/** A node as the canvas draws it, in pixels, and the room for its name below. */
const NODE = { width: 96, height: 96, name: 48 };
const SCOPE = /^[a-z_]+(:[a-z_]+){2}(:admin)?$/;

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

interface Note extends Box {
	name: string;
	content: string;
	color: number;
	width: number;
}

const placeOf = (node: WorkflowNode) => node.position as [number, number];

function boxOf(node: WorkflowNode): Box {
	const [left, top] = placeOf(node);
	return { left, top, right: left + NODE.width, bottom: top + NODE.height + NODE.name };
}

function noteOf(node: WorkflowNode): Note {
	const [left, top] = placeOf(node);
	const { content, width, height, color } = node.parameters as Omit<Note, keyof Box> & {
		height: number;
	};
	const box = { left, top, right: left + width, bottom: top + height };
	return { ...box, name: node.name, content, color, width };
}

/** Roughly how many pixels of a note its text takes, on the generous side. */
function textHeight({ content, width }: Note): number {
	const lines = content.split('\n').filter((line) => line !== '');
	const heights = lines.map((line) => {
		const [wide, high] = line.startsWith('#') ? [10.5, 34] : [6.9, 19];
		const room = width - (/^[\d-]/.test(line) ? 56 : 32);
		return Math.ceil((line.replace(/[*`#]/g, '').length * wide) / room) * high + 7;
	});
	return heights.reduce((sum, height) => sum + height, 24);
}

const overlap = (one: Box, other: Box) =>
	one.left < other.right &&
	other.left < one.right &&
	one.top < other.bottom &&
	other.top < one.bottom;

/** Whether a node lies wholly on a note, below its text. */
const holds = (note: Note, node: Box) =>
	note.left <= node.left &&
	node.right <= note.right &&
	node.bottom <= note.bottom &&
	note.top + textHeight(note) <= node.top;

const words = (text: string) => text.split(/\s+/).length;
const matches = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map(([, found = '']) => found);

const granular = (endpoints: readonly Endpoint[]) => endpoints.map(({ scopes }) => scopes.granular);

/** The kinds of event that a node's user chooses in the panel, by what they replace there. */
function chosenKinds(node: WorkflowNode) {
	const parameters = node.parameters as Record<string, { value: string } | undefined>;
	return [MEETING, WEBINAR].filter(
		({ name }) => parameters[`${name}Id`]?.value.startsWith('=') === false,
	);
}

/**
 * The scopes that a node can't do without, its operation's and those of the lists that it asks its
 * user to choose from, and those that it may use.
 */
function scopesOf(node: WorkflowNode): { needed: string[]; used: string[] } {
	if (node.type !== 'n8n-nodes-zoom.zoom') return { needed: [], used: [] };
	const { resource, operation, form } = node.parameters as Record<string, string>;
	const found = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	const own = granular(found?.endpoints ?? []);
	expect([resource, operation, own.length > 0]).toEqual([resource, operation, true]);
	const events = chosenKinds(node).map(eventEndpoints);
	const lists = granular(events.map(({ list }) => list));
	const questions = form === undefined ? [] : granular(events.map((event) => event.getQuestions));
	const needed = [...own.slice(0, 1), ...lists, ...questions];
	return { needed, used: [...own, ...needed] };
}

describe.each(exampleFiles())('examples/%s', (file) => {
	const workflow = readExample(file);
	const isNote = ({ type }: WorkflowNode) => type === 'n8n-nodes-base.stickyNote';
	const nodes = workflow.nodes.filter((node) => !isNote(node));
	const notes = workflow.nodes.filter(isNote).map(noteOf);
	const [overview, ...sections] = notes;

	it('has nodes and notes with IDs and names of their own', () => {
		for (const key of ['id', 'name']) {
			const values = workflow.nodes.map((node) => node[key]);
			expect(values.filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
			expect(new Set(values).size).toBe(values.length);
		}
	});

	it('says in its description and its overview what it does and what to set up', () => {
		expect(workflow.description).toMatch(/^[^\n]{30,160}\.$/);
		expect(overview).toMatchObject({ name: 'Overview', color: YELLOW });
		const headings = matches(overview?.content ?? '', /^#+ (.+)$/gm);
		expect(headings.slice(0, 3)).toEqual([workflow.name, 'How it works', 'Setup']);
		expect(words(overview?.content ?? '')).toBeGreaterThanOrEqual(100);
		expect(words(overview?.content ?? '')).toBeLessThanOrEqual(300);
	});

	it('has white notes of under 50 words, numbered, where it has four nodes or more', () => {
		expect(sections.length > 0).toBe(nodes.length > 3);
		sections.forEach((section, index) => {
			expect(section).toMatchObject({ color: WHITE });
			expect(section.content).toMatch(new RegExp(`^## ${index + 1}\\. `));
			expect(words(section.content)).toBeLessThan(50);
		});
	});

	it('names nodes that it has', () => {
		const [, steps = ''] = /### How it works\n(.*?)\n### /s.exec(overview?.content ?? '') ?? [];
		const told = matches(steps, /\*\*(.+?)\*\*/g);
		expect(told.length).toBeGreaterThan(1);
		const asked = matches(JSON.stringify(nodes), /\$\('(.+?)'\)/g);
		const linked = Object.entries(workflow.connections).flatMap(([from, to]) => [
			from,
			...matches(JSON.stringify(to), /"node":"(.+?)"/g),
		]);
		const names = nodes.map(({ name }) => name);
		expect([...told, ...asked, ...linked].filter((name) => !names.includes(name))).toEqual([]);
	});

	it('names the scopes that its operations need, and no others', () => {
		const named = notes
			.flatMap(({ content }) => matches(content, /`(.+?)`/g))
			.filter((text) => SCOPE.test(text));
		const needed = nodes.flatMap((node) => scopesOf(node).needed);
		const used = nodes.flatMap((node) => scopesOf(node).used);
		expect(needed.filter((scope) => !named.includes(scope))).toEqual([]);
		expect(named.filter((scope) => !used.includes(scope))).toEqual([]);
	});

	it('lies on the grid, each node below the text of one white note or on none', () => {
		for (const node of workflow.nodes) {
			expect([node.name, placeOf(node).map((place) => place % GRID || 0)]).toEqual([
				node.name,
				[0, 0],
			]);
		}
		for (const node of nodes) {
			const touched = notes.filter((note) => overlap(note, boxOf(node)));
			const holding = touched.filter((note) => note !== overview && holds(note, boxOf(node)));
			const expected = sections.length > 0 ? 1 : 0;
			expect([node.name, touched.length, holding.length]).toEqual([node.name, expected, expected]);
		}
	});

	it('has notes that hold their text and leave room between them', () => {
		for (const note of notes) {
			expect([note.name, note.bottom - note.top >= textHeight(note)]).toEqual([note.name, true]);
		}
		const apart = (note: Note) => ({
			...note,
			right: note.right + GRID,
			bottom: note.bottom + GRID,
		});
		const close = notes.flatMap((one, index) =>
			notes.slice(index + 1).filter((other) => overlap(apart(one), apart(other))),
		);
		expect(close.map(({ name }) => name)).toEqual([]);
	});

	it('is told of in examples/README.md', () => {
		const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
		expect(readme).toContain(`[${workflow.name}](${file})`);
	});
});

it('examples/README.md names files that exist', () => {
	const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
	const files = matches(readme, /\]\(([^)#:]+)(?:#[^)]*)?\)/g);
	expect(files.length).toBeGreaterThan(exampleFiles().length);
	expect(files.filter((file) => !existsSync(join(FOLDER, file)))).toEqual([]);
});
