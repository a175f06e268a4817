import { uniq } from 'lodash';
import { OLD_LABELS, OLD_TEXTS, OLD_WORDS } from './oldWords';
import { namesIn, PANELS, read, shownIn, SOURCES, textsIn } from './texts';

/*
 * What is read by users is in the words of Zoom's portal and of n8n's own nodes: "npm test -- words".
 */

const PAGES = [
	...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'],
	...namesIn('docs', /\.(md|ts)$/),
	...namesIn('examples', /\.(md|json)$/),
];

/** What no native speaker would write. */
const STILTED = /(?<!there )\bis no (?!longer|more)|\bcan not\b|\banew\b|\bwhom\b/i;

/** Whether a text is an old one as a whole: `…` is anything, a name in quotes any name. */
function isOld(old: string): (text: string) => boolean {
	const pattern = old
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replaceAll('"…"', '"[^"]+"')
		.replaceAll('…', '.*');
	const whole = new RegExp(`^${pattern}$`, 's');
	return (text) => whole.test(text);
}

const OLD = Object.entries({ ...OLD_LABELS, ...OLD_TEXTS }).map(
	([old, today]) => [isOld(old), today] as const,
);

/** The texts that have other words today, each with these. */
const outdated = (texts: readonly string[]) =>
	uniq(texts).flatMap((text) => {
		const [, today] = OLD.find(([fits]) => fits(text)) ?? [];
		return today === undefined ? [] : [`${text} → ${today}`];
	});

/** A text of several words; keys, paths and scopes are none. */
const isSentence = (text: string) => /^\S+ .*\w/s.test(text);

const badWords = (texts: readonly string[]) =>
	uniq(texts)
		.filter(isSentence)
		.flatMap((text) =>
			OLD_WORDS.filter(([word]) => word.test(text)).map(([, today]) => `${text} → ${today}`),
		);

describe.each(SOURCES)('%s', (path) => {
	const texts = textsIn(read(path));

	it('has no text that no native speaker would write', () => {
		expect(texts.filter((text) => STILTED.test(text))).toEqual([]);
	});

	it('has no label or message that is called something else today', () => {
		expect(outdated(texts)).toEqual([]);
	});

	it('has no word that we have another one for', () => {
		expect(badWords(texts)).toEqual([]);
	});
});

it.each(PANELS)('%s shows nothing that is called something else today', (_, described) => {
	const texts = shownIn(described());
	expect(texts.length).toBeGreaterThan(20);
	expect(outdated(texts)).toEqual([]);
});

it.each(PAGES)('%s has nothing that no native speaker would write', (path) => {
	const lines = read(path).split('\n');
	expect(lines.filter((line) => STILTED.test(line))).toEqual([]);
});

describe('these tests notice', () => {
	it.each([
		["const x = { displayName: 'Own Questions' };", 'Own Questions → Custom Questions'],
		['throw new Error(`"${label}" is empty`);', '"…" is empty → \'…\' is required'],
		['tell(`The ${a} · Find Out`);', 'Find Out → Detect Automatically'],
		["const row = { title: 'This {kind} takes no registrations' };", 'This … takes no'],
	])('%s', (source, told) => {
		expect(outdated(textsIn(source)).join()).toContain(told);
	});

	it.each([
		"const x = 'It can not be read';",
		'const x = `"${name}" is no email address`;',
		"const x = 'Try it anew';",
		"const x = 'Whom to ask';",
	])('%s', (source) => {
		expect(textsIn(source).some((text) => STILTED.test(text))).toBe(true);
	});

	it.each(["const x = 'There is no such list';", "const x = 'It is no longer there';"])(
		'nothing in %s',
		(source) => {
			expect(textsIn(source).some((text) => STILTED.test(text))).toBe(false);
		},
	);

	it("const x = 'The row failed';", () => {
		expect(badWords(textsIn("const x = 'The row failed';"))).toEqual(['The row failed → item']);
	});

	it('what is shown, deep inside', () => {
		const deep = { properties: [{ options: [{ name: 'Report It', value: 'report' }] }] };
		expect(outdated(shownIn(deep))).toEqual(['Report It → Fail the Item']);
	});
});
