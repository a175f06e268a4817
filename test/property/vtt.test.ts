import fc from 'fast-check';
import {
	toMarkdown,
	toPlainText,
	toSegments,
	speakersOf,
} from '../../nodes/Zoom/mapping/transcript';
import { parseVtt } from '../../nodes/Zoom/mapping/vtt';
import { atLeast } from './runs';

/*
 * Whatever form a transcript has, what was said comes out: all of it, in order, and nothing else. The
 * names in it are checked where the form tells them.
 */

/** Each word is in the transcript once, so that a lost or a doubled one shows. */
const wordsOf = fc.tuple(
	fc.constantFrom(
		'well',
		'Ünïcode',
		'こんにちは',
		'שלום',
		'10:30',
		'<3',
		'a&b',
		'"so"',
		'x:y',
		'<b',
		'<vague',
		'i>',
	),
	fc.constantFrom('', ',', '.', '?', '!', ';', ':'),
);
const NAMES = ['Ann Lee', '山田 太郎', "O'Brien, Pat", 'Dr. Bo (she/her)', 'Zoom Room 5'];

interface Said {
	name: string;
	words: string[];
	/** Seconds; what is said next begins as long after. */
	length: number;
	gap: number;
}

const said: fc.Arbitrary<Said[]> = fc
	.array(
		fc.record({
			name: fc.constantFrom(...NAMES),
			words: fc.array(wordsOf, { minLength: 1, maxLength: 12 }),
			length: fc.integer({ min: 0, max: 40_000 }),
			gap: fc.integer({ min: 0, max: 400_000 }),
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((turns) =>
		turns.map(({ words, length, gap, ...turn }, at) => ({
			...turn,
			words: words.map(([word, mark], index) => `w${at}n${index}${word}${mark}`),
			length: length / 1000,
			gap: gap / 1000,
		})),
	);

/** How a file is written. */
const form = fc.record({
	names: fc.constantFrom('Name: ', 'Name：', '<v Name>', '<v Name>…</v>', 'none'),
	newline: fc.constantFrom('\n', '\r\n', '\r'),
	start: fc.constantFrom('WEBVTT', '\ufeffWEBVTT', 'WEBVTT - Weekly sync', ''),
	ids: fc.constantFrom('none', 'numbers', 'names'),
	mark: fc.constantFrom('.', ','),
	withHours: fc.boolean(),
	settings: fc.constantFrom('', ' align:start position:0%', '  '),
	between: fc.integer({ min: 1, max: 3 }),
	note: fc.constantFrom('', 'NOTE by hand\nNobody: said this', 'STYLE\n::cue { color: red }'),
	/** Whether signs stand for themselves that WebVTT wants escaped. */
	isRaw: fc.boolean(),
	/** After how many words a line ends. */
	wrap: fc.integer({ min: 1, max: 13 }),
});
type Form = typeof form extends fc.Arbitrary<infer T> ? T : never;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function withName({ names }: Form, name: string, text: string): string {
	if (names === 'none') return text;
	if (names.startsWith('<v')) return `<v ${name}>${text}${names.endsWith('</v>') ? '</v>' : ''}`;
	return `${names.replace('Name', name)}${text}`;
}

function spell(seconds: number, { mark, withHours }: Form): string {
	const ms = Math.round(seconds * 1000);
	const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
	const hours = ms >= 3_600_000 || withHours ? `${pad(ms / 3_600_000)}:` : '';
	return `${hours}${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}${mark}${pad(ms % 1000, 3)}`;
}

function lines(words: readonly string[], wrap: number): string {
	return words
		.map((word, index) => `${index === 0 ? '' : index % wrap === 0 ? '\n' : ' '}${word}`)
		.join('');
}

/** Where each turn begins and ends, in seconds. */
function timesOf(turns: readonly Said[]): Array<{ start: number; end: number }> {
	let at = 0;
	return turns.map(({ length, gap }) => {
		const start = at + gap;
		at = start + length;
		return { start, end: at };
	});
}

function write(turns: readonly Said[], how: Form): string {
	const times = timesOf(turns);
	const cues = turns.map(({ name, words }, index) => {
		const { start, end } = times[index] ?? { start: 0, end: 0 };
		const id = { none: [], numbers: [String(index + 1)], names: [`part ${index}`] }[how.ids] ?? [];
		const timing = `${spell(start, how)} --> ${spell(end, how)}${how.settings}`;
		const text = lines(words, how.wrap);
		return [...id, timing, withName(how, name, how.isRaw ? text : escaped(text))].join('\n');
	});
	const blocks = [how.start, how.note, ...cues].filter((block) => block !== '');
	return `${blocks.join('\n'.repeat(how.between + 1))}\n`.replaceAll('\n', how.newline);
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean);

it('loses no word and adds none, whatever the form', () => {
	fc.assert(
		fc.property(said, form, (turns, how) => {
			const cues = parseVtt(write(turns, how));
			const isNamed = how.names !== 'none';
			const heard = cues.flatMap(({ speaker, text }) =>
				// Where nobody is named, what looks like a name is among the words.
				wordsIn(isNamed || speaker === undefined ? text : `${speaker}: ${text}`),
			);
			const colons = (words: string[]) => words.join(' ').replace(/[:：]/g, '');
			expect(colons(heard)).toBe(colons(turns.flatMap(({ words }) => words)));
		}),
	);
});

it('knows who spoke and when', () => {
	fc.assert(
		fc.property(said, form, (turns, how) => {
			fc.pre(how.names !== 'none');
			const times = timesOf(turns);
			const expected = turns.map(({ name }, index) => [name, times[index]]);
			const found = parseVtt(write(turns, how)).map(({ speaker, start, end }) => [
				speaker,
				{ start: expect.closeTo(start, 2), end: expect.closeTo(end, 2) },
			]);
			expect(expected).toEqual(found);
		}),
	);
});

it('has the same words as text, as Markdown, as segments and in the speakers’ counts', () => {
	fc.assert(
		fc.property(said, form, (turns, how) => {
			fc.pre(how.names !== 'none');
			const cues = parseVtt(write(turns, how));
			const segments = toSegments(cues);
			const expected = turns.flatMap(({ words }) => words);
			expect(segments.flatMap(({ text }) => wordsIn(text))).toEqual(expected);
			const inOrder = (text: string) => wordsIn(text).filter((word) => expected.includes(word));
			expect(inOrder(toPlainText(segments))).toEqual(expected);
			expect(inOrder(toMarkdown(segments, 'T'))).toEqual(expected);
			const counted = speakersOf(cues).reduce((sum, { words }) => sum + words, 0);
			expect(counted).toBe(expected.length);
		}),
	);
});

it('puts segments in order, and gives each speaker no more time than there was', () => {
	fc.assert(
		fc.property(said, form, (turns, how) => {
			const cues = parseVtt(write(turns, how));
			const segments = toSegments(cues);
			segments.forEach(({ start, end }, index) => {
				expect(end).toBeGreaterThanOrEqual(start);
				expect(start).toBeGreaterThanOrEqual(segments[index - 1]?.end ?? 0);
			});
			const all = cues.reduce((sum, { start, end }) => sum + end - start, 0);
			for (const { seconds, percent } of speakersOf(cues)) {
				expect(seconds).toBeGreaterThanOrEqual(0);
				expect(seconds).toBeLessThanOrEqual(all + 0.001);
				expect(percent).toBeLessThanOrEqual(100);
			}
		}),
	);
});

/** Pieces of WebVTT in any order, which no writer would put so. */
const junk = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				...['WEBVTT', '\ufeff', '\n', '\n\n', '\r', '\0', 'NOTE', 'STYLE', '-->', ' --> ', '<v'],
				...['<v >', '<v Ann', '</v>', '<c.x', '<00:', '&amp', '&#39;', 'Ann:', ': ', '：', '99:99'],
				...['00:01.000 --> 00:02.000', '00:00:05,5 --> 00:00:01', '9'.repeat(400), '1:2:3 --> x'],
			),
		),
		{ maxLength: 40 },
	)
	.map((pieces) => pieces.join(''));

it('throws on nothing, and gives numbers and texts for everything', () => {
	fc.assert(
		fc.property(junk, (vtt) => {
			const cues = parseVtt(vtt);
			for (const { start, end, speaker, text } of cues) {
				expect(start).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThanOrEqual(start);
				expect(['string', 'undefined']).toContain(typeof speaker);
				expect(text).toBe(text.trim());
				expect(text).not.toBe('');
			}
			const segments = toSegments(cues);
			expect(typeof toMarkdown(segments, '') + typeof toPlainText(segments)).toBe('stringstring');
			expect(speakersOf(cues).every(({ percent }) => percent >= 0 && percent <= 100)).toBe(true);
		}),
		{ numRuns: atLeast(300) },
	);
});

it('finds each word of lines that hold a timing between them', () => {
	fc.assert(
		fc.property(junk, (text) => {
			const line = text.replace(/[\r\n<>&:：]/g, ' ').trim();
			fc.pre(/\S/.test(line) && !/^\d+$/.test(line));
			const vtt = `WEBVTT\n\n00:01.000 --> 00:02.000\n${line}\n\n00:03.000 --> 00:04.000\nEnd\n`;
			expect(parseVtt(vtt).map((one) => one.text)).toEqual([wordsIn(line).join(' '), 'End']);
		}),
		{ numRuns: atLeast(300) },
	);
});
