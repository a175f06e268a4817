/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { properties, resources } from '../../nodes/Zoom/actions';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { HEADING_LANGUAGES } from '../../nodes/Zoom/mapping/columns';
import { simplify } from '../../nodes/ZoomTrigger/event';
import { eventOptions } from '../../nodes/ZoomTrigger/eventOptions';
import { PAGES, withGenerated } from '../../docs/generate';

/*
 * What the docs must hold, and that what they say of the code is so: "npm test -- docs".
 */

const REPOSITORY = join(__dirname, '..', '..');
const ONLINE = 'https://github.com/n8n-nodes-zoom/n8n-nodes-zoom';

const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
const namesIn = (folder: string, ending: RegExp) =>
	readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => posix.join(folder, name.replaceAll('\\', '/')))
		.filter((name) => ending.test(name));

const ALL_PAGES = [
	...PAGES,
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	...namesIn('examples', /\.md$/),
];
const SOURCES = ['nodes', 'credentials'].flatMap((folder) => namesIn(folder, /\.(ts|json)$/));

/** Markdown without what is code: fences, spans, and comments. */
const prose = (page: string) =>
	page
		.replace(/^( *)```[^]*?^\1```$/gm, '')
		.replace(/<!--[^]*?-->/g, '')
		.replace(/`[^`\n]*`/g, '``');

interface Link {
	text: string;
	target: string;
	isPicture: boolean;
}

const linksOf = (page: string): Link[] =>
	[...prose(page).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
		([, mark, text = '', target = '']) => ({ text, target, isPicture: mark === '!' }),
	);

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(path: string): string[] {
	const headings = read(path)
		.replace(/^```[^]*?^```$/gm, '')
		.matchAll(/^#+ (.+)$/gm);
	return [...headings].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

/** What is wrong with a link to a file of the repository, or to a heading in one. */
function faultOf(target: string, from: string): string | undefined {
	const [file = '', anchor] = target.split('#');
	const path = file === '' ? from : posix.join(dirname(from), file);
	if (!existsSync(join(REPOSITORY, path))) return `${from}: ${target} leads nowhere`;
	if (anchor === undefined || anchorsOf(path).includes(anchor)) return undefined;
	return `${from}: ${path} has no heading #${anchor}`;
}

describe.each(PAGES)('%s', (path) => {
	it('says what the code says: npm run docs', () => {
		expect(withGenerated(read(path))).toBe(read(path));
	});
});

describe.each(ALL_PAGES)('%s', (path) => {
	const links = linksOf(read(path));

	it('has no link that leads nowhere', () => {
		const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));
		expect(inside.flatMap(({ target }) => faultOf(target, path) ?? [])).toEqual([]);
	});

	it('tells in words what its pictures show', () => {
		for (const { text } of links.filter(({ isPicture }) => isPicture)) {
			expect(text).toMatch(/^(?!screenshot|picture|image)\S.{15,123}$/i);
		}
	});

	it("names npm's commands as package.json does", () => {
		const { scripts } = JSON.parse(read('package.json'));
		const named = [...read(path).matchAll(/\bnpm (?:run ([\w-]+(?::\w+)?)|(start|test)\b)/g)];
		const names = named.map(([, script, short]) => script ?? short ?? '');
		expect(names.filter((name) => !(name in scripts))).toEqual([]);
	});
});

it('shows each of its pictures somewhere', () => {
	const shown = ALL_PAGES.flatMap((path) =>
		linksOf(read(path))
			.filter(({ isPicture }) => isPicture)
			.map(({ target }) => posix.join(dirname(path), target)),
	);
	expect(namesIn('docs/images', /./).filter((name) => !shown.includes(name))).toEqual([]);
});

it('is reached from the README, each page of it', () => {
	const linked = linksOf(read('README.md')).map(({ target }) => target);
	expect(ALL_PAGES.filter((path) => path !== 'README.md' && !linked.includes(path))).toEqual([]);
});

it('is reached from the nodes and the credential, by links that lead somewhere', () => {
	const targets = SOURCES.flatMap((path) =>
		[...read(path).matchAll(/https:\/\/github\.com\/n8n-nodes-zoom\/[^\s"'`]+/g)].map(String),
	);
	expect(targets.length).toBeGreaterThan(3);
	const inside = targets.map((target) =>
		target.replace(`${ONLINE}/blob/main/`, '').replace(ONLINE, 'README.md'),
	);
	expect(inside.flatMap((target) => faultOf(`../${target}`, 'docs/x.md') ?? [])).toEqual([]);
});

describe('README.md', () => {
	const readme = read('README.md');

	it('has at most 150 lines', () => {
		expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
	});

	it.each(['npm start', 'npm test', 'n8n-nodes-zoom', 'not affiliated with Zoom or n8n'])(
		'says %p',
		(words) => {
			expect(readme).toContain(words);
		},
	);

	it('names five scopes for the main job', () => {
		const [, part = ''] = /<!-- main-job: (.*)<!-- \/main-job -->/s.exec(readme) ?? [];
		const { create, list, addRegistrant, addRegistrants, listRegistrants } =
			eventEndpoints(MEETING);
		const granular = [create, list, addRegistrant, addRegistrants, listRegistrants].map(
			({ scopes }) => scopes.granular,
		);
		expect(part.match(/meeting:[\w:]+/g)).toEqual(granular);
	});
});

describe('what the docs call things', () => {
	/** Not ours: n8n's own labels, and what is stressed. */
	const OTHERS = new Set([
		...['Allowed HTTP Request Domains', 'Specific Domains', 'Timeout'],
		'Send Credentials on Cross-Origin Redirect',
		...['On Error', 'Continue (using error output)', 'Stop Workflow', 'Retry On Fail'],
		...['Map Automatically', 'any'],
	]);
	const OF_USERS = PAGES.filter((path) => !/benchmark|decisions/.test(path));

	/** All texts of the nodes and the credential, and those that are put together from several. */
	const known = new Set([
		...SOURCES.flatMap((path) =>
			[...read(path).matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"/g)].map(
				([, single, double]) => (single ?? double ?? '').replace(/\\(.)/g, '$1'),
			),
		),
		...[
			...JSON.stringify([properties, eventOptions]).matchAll(/"(?:displayN|n)ame":"([^"]+)"/g),
		].map(([, name = '']) => name),
	]);
	const unknown = (names: string[]) =>
		names.filter(
			(name) => !OTHERS.has(name) && !known.has(name) && !known.has(`${name} Name or ID`),
		);

	it.each(OF_USERS)('%s has in italics what the panel shows', (path) => {
		const names = [...prose(read(path)).matchAll(/(?<![\w`])_([^_\n]+)_(?!\w)/g)];
		expect(unknown(names.flatMap(([, name = '']) => name.split(' → ')))).toEqual([]);
	});

	it('the examples of operations name fields as the panel does', () => {
		const page = read('docs/operations.md');
		const lines = page.split('\n').filter((line) => /^\*\*[^*]+ → [^*]+\*\*/.test(line));
		const parts = lines.flatMap((line) =>
			line.replace(/^(\*\*[^*]+\*\*[,.]? ?)+/, '').split(' · '),
		);
		const labels = parts.flatMap((part) => /^([A-Z][^`_.,;]*?) [`_]/.exec(part)?.[1] ?? []);
		expect(labels.length).toBeGreaterThan(20);
		expect(unknown(labels.flatMap((label) => label.split(' → ')))).toEqual([]);
	});
});

describe("the examples of operations put out what the editor's previews have", () => {
	const page = read('docs/operations.md');
	const shown = [
		...page.matchAll(/^\*\*(.+?) → ([^\n]+?)\.?\*\*(?:(?!^\*\*)[^])*?```text\n([^]*?)```/gm),
	];
	const previewOf = (resource: string, operation: string) => {
		const found = resources.find(({ option }) => option.name === resource);
		const name = operation.split('**')[0];
		const value = found?.operations.find(({ option }) => option.name === name)?.option.value;
		return read(`nodes/Zoom/__schema__/v1.0.0/${found?.option.value}/${value}.json`);
	};
	/** What an output has only where there is something to tell, and only of a recurring meeting. */
	const NOW_AND_THEN = ['warning', 'occurrence_id'];

	it('there are many of them', () => {
		expect(shown.length).toBeGreaterThan(40);
	});

	it.each(
		shown.map(([, resource = '', operation = '', output = '']) => [resource, operation, output]),
	)('%s → %s', (resource, operation, output) => {
		const preview = previewOf(resource, operation);
		const keys = [...output.matchAll(/"(\w+)":/g)].map(([, key = '']) => key);
		const isKnown = (key: string) => NOW_AND_THEN.includes(key) || preview.includes(`"${key}": {`);
		expect(keys.length).toBeGreaterThan(0);
		expect(keys.filter((key) => !isKnown(key))).toEqual([]);
	});
});

it('the page on lists shows a failed item in the words of the refusal', () => {
	const { error } = JSON.parse(/```json\n([^]*?)```/.exec(read('docs/large-lists.md'))?.[1] ?? '');
	const rows = read('docs/troubleshooting.md').split('\n');
	const row = rows.find((line) => line.startsWith('|') && line.includes(` ${error.code} `));
	expect(row).toContain(`**${error.message}**`);
	expect(row).toContain(error.hint);
});

it('the page on operations names all languages of the headings that are recognized', () => {
	const [, named = ''] =
		/usual headings work too [^:]*: in ([^.]*)\./.exec(read('docs/operations.md')) ?? [];
	expect(named.match(/[A-Z]\w+/g)?.sort()).toEqual([...HEADING_LANGUAGES, 'English'].sort());
});

it("the trigger's page shows an event as the node puts it out", () => {
	const [, sample = ''] = /```json\n(.*?)```/s.exec(read('docs/trigger.md')) ?? [];
	const { event, event_time: time, account_id: account, ...object } = JSON.parse(sample);
	const sent = { event, event_ts: Date.parse(time), payload: { account_id: account, object } };
	expect(JSON.stringify(simplify(sent))).toBe(JSON.stringify(JSON.parse(sample)));
});

describe('SECURITY.md', () => {
	const code = SOURCES.filter((path) => path.endsWith('.ts')).flatMap((path) =>
		read(path)
			.split('\n')
			.filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
			.map((line) => ({ path, line })),
	);

	it('is right that what is sent goes through four places', () => {
		const sends =
			/\b(httpRequest\w*|requestWithAuthentication|request|requestOAuth\w*)(\.call)?\(|\bfetch\(|\bhttps?\.(get|request)\(/;
		const places = code.filter(({ line }) => /helpers\./.test(line) && sends.test(line));
		expect([...new Set(places.map(({ path }) => path))].sort()).toEqual([
			'credentials/token/liveness.ts',
			'credentials/token/request.ts',
			'nodes/Zoom/transport/client.ts',
			'nodes/Zoom/transport/files/fileRequest.ts',
		]);
	});

	/** What people read or type: links to docs, and placeholders. */
	const NEVER_ASKED = /^(github\.com|docs\.n8n\.io|([\w-]+\.)*example\.com)\.?$/;

	it('is right that no address is built in but those of Zoom', () => {
		const hosts = code.flatMap(({ line }) =>
			[...line.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = '']) => host),
		);
		const isZooms = (host: string) => /(^|\.)(zoom\.us|zoomgov\.com)$/.test(host);
		expect(hosts.filter((host) => !isZooms(host) && !NEVER_ASKED.test(host))).toEqual([]);
	});
});
