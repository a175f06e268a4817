import { speakersOf } from '../../nodes/Zoom/mapping/transcript';
import { parseVtt } from '../../nodes/Zoom/mapping/vtt';

/*
 * A grid: every trait that a WebVTT file can have, with every way to name who speaks. What was said
 * is written by hand; each cell must have all of it and nothing else.
 */

const SAID = [
	['Ann Lee', 'Good morning, all of you.'],
	['Bob Ray', 'Thanks, does 10:30 work?'],
	['Ann Lee', 'It does: see you then, bye.'],
] as const;
const TIMES = [
	{ start: 1.5, end: 4 },
	{ start: 61.25, end: 63.5 },
	{ start: 64, end: 66.75 },
];
const SPELLED = [
	['00:00:01.500', '00:00:04.000'],
	['00:01:01.250', '00:01:03.500'],
	['00:01:04.000', '00:01:06.750'],
] as const;

interface SpeakerForm {
	name: string;
	write: (name: string, text: string) => string;
	/** Who speaks, as it can be read. */
	speaker: (name: string) => string | undefined;
}

const FORMS: SpeakerForm[] = [
	{ name: 'Name: text', write: (name, text) => `${name}: ${text}`, speaker: (name) => name },
	{ name: 'Name：text', write: (name, text) => `${name}：${text}`, speaker: (name) => name },
	{ name: '<v Name>text', write: (name, text) => `<v ${name}>${text}`, speaker: (name) => name },
	{
		name: '<v Name>text</v>',
		write: (name, text) => `<v ${name}>${text}</v>`,
		speaker: (name) => name,
	},
	{
		name: '<v.loud Name>text',
		write: (name, text) => `<v.loud ${name}>${text}`,
		speaker: (name) => name,
	},
	{ name: 'no name', write: (_, text) => text, speaker: () => undefined },
];

/** What differs from a plain file: a cue's lines, and then the whole. */
interface Trait {
	name: string;
	cue?: (timing: string, text: string, index: number) => string;
	file?: (vtt: string) => string;
}

const half = (text: string) => text.replace(/^(.*[\w,]) (\S+)$/, '$1\n$2');
const TRAITS: Trait[] = [
	{ name: 'nothing special' },
	{ name: 'a byte order mark', file: (vtt) => `\ufeff${vtt}` },
	{ name: 'line ends of Windows', file: (vtt) => vtt.replaceAll('\n', '\r\n') },
	{ name: 'line ends of old Macs', file: (vtt) => vtt.replaceAll('\n', '\r') },
	{
		name: 'times without hours',
		cue: (timing, text) => `${timing.replaceAll(/\b00:(?=\d\d:)/g, '')}\n${text}`,
	},
	{ name: 'numbers', cue: (timing, text, index) => `${index + 1}\n${timing}\n${text}` },
	{ name: 'names of cues', cue: (timing, text, index) => `part ${index}\n${timing}\n${text}` },
	{ name: 'settings', cue: (timing, text) => `${timing} align:start position:0%\n${text}` },
	{ name: 'several lines in a cue', cue: (timing, text) => `${timing}\n${half(text)}` },
	{ name: 'commas in times', cue: (timing, text) => `${timing.replaceAll('.', ',')}\n${text}` },
	{
		name: 'notes and styles',
		file: (vtt) =>
			vtt.replace(
				'WEBVTT\n',
				'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\nNobody: said this\n',
			),
	},
	{ name: 'a title', file: (vtt) => vtt.replace('WEBVTT', 'WEBVTT - Weekly sync') },
	{ name: 'no empty lines', file: (vtt) => vtt.replace(/\n\n/g, '\n') },
	{ name: 'more empty lines', file: (vtt) => vtt.replace(/\n\n/g, '\n\n\n\n') },
	{ name: 'no end of the last line', file: (vtt) => vtt.trimEnd() },
	{ name: 'tags', cue: (timing, text) => `${timing}\n${text.replace('Good', '<i>Good</i>')}` },
	{
		name: 'times in the text',
		cue: (timing, text) => `${timing}\n${text.replace(' you', ' <00:00:02.000><c>you</c>')}`,
	},
	{ name: 'spaces at line ends', cue: (timing, text) => `${timing}  \n${text}  ` },
	{ name: 'tabs around the arrow', cue: (t, text) => `${t.replace(' --> ', '\t-->\t')}\n${text}` },
	{ name: 'no header', file: (vtt) => vtt.replace('WEBVTT\n\n', '') },
];

const CELLS = TRAITS.flatMap((trait) => FORMS.map((form) => ({ trait, form })));

it.each(CELLS.map((cell) => [cell.trait.name, cell.form.name, cell] as const))(
	'%s, with %s: no word is lost',
	(
		_,
		__,
		{ trait: { cue = (timing, text) => `${timing}\n${text}`, file = (vtt) => vtt }, form },
	) => {
		const cues = SAID.map(([name, text], index) => {
			const [from, to] = SPELLED[index] ?? [];
			return cue(`${from} --> ${to}`, form.write(name, text), index);
		});
		expect(parseVtt(file(`WEBVTT\n\n${cues.join('\n\n')}\n`))).toEqual(
			SAID.map(([name, text], index) => ({ ...TIMES[index], speaker: form.speaker(name), text })),
		);
	},
);

const spoken = (vtt: string) => parseVtt(vtt).map(({ speaker, text }) => [speaker, text]);
const cue = (...lines: string[]) => ['00:01.000 --> 00:02.000', ...lines, ''].join('\n');

it.each<[string, string, Array<[string | undefined, string]>]>([
	['nothing', '', []],
	['no cue', 'WEBVTT\n\nNOTE nothing was said\n', []],
	['a cue without words', `WEBVTT\n\n${cue('')}`, []],
	[
		'two voices in a cue',
		cue('<v Ann>Hi</v> <v Bob>Hello</v>'),
		[
			['Ann', 'Hi'],
			['Bob', 'Hello'],
		],
	],
	[
		'two names in a cue',
		`${cue('Ann: Hi')}\n${cue('Ann: Now', 'Bob: Yes')}\n${cue('Bob: Bye')}`,
		[
			['Ann', 'Hi'],
			['Ann', 'Now'],
			['Bob', 'Yes'],
			['Bob', 'Bye'],
		],
	],
	[
		'words before a voice',
		cue('So <v Ann>hi'),
		[
			[undefined, 'So'],
			['Ann', 'hi'],
		],
	],
	['entities', cue('Tom &amp; Jerry&nbsp;&lt;3'), [[undefined, 'Tom & Jerry <3']]],
	['a sign that is no tag', cue('1 < 2 and <3'), [[undefined, '1 < 2 and <3']]],
	[
		'a colon that names nobody',
		`${cue('Hello there')}\n${cue('One thing: we ship it')}\n${cue('Right')}`,
		[
			[undefined, 'Hello there'],
			[undefined, 'One thing: we ship it'],
			[undefined, 'Right'],
		],
	],
	['a colon within a voice', cue('<v Ann>Note: ship it'), [['Ann', 'Note: ship it']]],
	['a link', cue('Ann: https://zoom.us is it'), [['Ann', 'https://zoom.us is it']]],
	['a paragraph after an empty line', `${cue('Ann: Hi')}\nand more\n`, [['Ann', 'Hi and more']]],
	['times the wrong way round', '00:05.000 --> 00:02.000\nHi', [[undefined, 'Hi']]],
	['names in other scripts', cue('山田 太郎: こんにちは'), [['山田 太郎', 'こんにちは']]],
])('reads %s', (_, vtt, expected) => {
	expect(spoken(vtt)).toEqual(expected);
});

it('gives no cue a negative length', () => {
	expect(parseVtt('00:05.000 --> 00:02.000\nHi')).toEqual([
		{ start: 5, end: 5, speaker: undefined, text: 'Hi' },
	]);
});

it('reads hours beyond a day', () => {
	expect(parseVtt('100:00:01.000 --> 100:00:02.000\nHi')).toMatchObject([{ start: 360_001 }]);
});

it('takes hours that nothing lasts for what somebody said', () => {
	const timing = `${'9'.repeat(400)}00:00:05 --> 00:00:06`;
	const vtt = `00:01.000 --> 00:02.000\nHi\n${timing}\nBye`;
	const cues = parseVtt(vtt);
	expect(cues).toMatchObject([{ start: 1, text: `Hi ${timing} Bye` }]);
	expect(speakersOf(cues)).toMatchObject([{ seconds: 1, percent: 100 }]);
	expect(parseVtt('999999:00:01 --> 999999:00:02\nHi')).toMatchObject([{ start: 3_599_996_401 }]);
});

it.each(['Well:', 'Right：'])('%s with nothing after it is what somebody said', (text) => {
	const cues = parseVtt(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`);
	expect(cues).toMatchObject([{ speaker: undefined, text }]);
});
