import { unescape } from 'lodash';

/** What was said at a time. */
export interface Cue {
	/** Seconds from the start of the recording. */
	start: number;
	end: number;
	/** Undefined where the transcript does not tell. */
	speaker: string | undefined;
	text: string;
}

/** Hours have as many digits as milliseconds stay exact with; WebVTT sets no bound. */
const TIME = String.raw`(?:(\d{1,6}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`);
/** Blocks that nobody said. */
const NOT_SAID = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;
/** WebVTT's own tags, and the times of karaoke; another `<` is a character, as in "a <b or c>". */
const TAG =
	/<\/?(?:(?:c|i|b|u|ruby|rt)(?:\.[^\s<>]*)?\s*|(?:lang|v)(?:[.\s][^<>]*)?)>|<\d[\d:.]*>/g;
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]*)>/g;
/** How Zoom writes who speaks: "Ann Lee: Hello". */
const NAMED = /^([^:：!?;\n]{1,64})(?::(?:\s+|$)|：\s*)(.*)$/su;
const MOST_WORDS_OF_A_NAME = 8;

/**
 * Reads a transcript in WebVTT as Zoom and others write it: `Name: text`, `<v Name>text` or no names,
 * with or without hours, IDs, notes and settings. No word gets lost.
 * https://www.w3.org/TR/webvtt1/
 */
export function parseVtt(vtt: string): Cue[] {
	const lines = vtt
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n')
		.split('\n');
	const timings = [...lines.keys()].filter((index) => TIMING.test(lines[index] ?? ''));
	const blocks = timings.map((at, index) => ({
		...timesOf(lines[at] ?? ''),
		lines: saidIn(lines.slice(at + 1, endOf(lines, timings[index + 1]))),
	}));
	const names =
		vtt.search(VOICE) >= 0 ? new Set<string>() : namesIn(blocks.map((one) => one.lines));
	return blocks.flatMap(({ start, end, lines: said }) =>
		partsOf(said, names).map(({ speaker, text }) => ({ start, end, speaker, text })),
	);
}

function timesOf(line: string) {
	const [, ...parts] = TIMING.exec(line) ?? [];
	const seconds = ([hours = '0', minutes, whole, fraction = '0']: Array<string | undefined>) =>
		Number(hours) * 3600 + Number(minutes) * 60 + Number(`${whole}.${fraction}`);
	const start = seconds(parts.slice(0, 4));
	return { start, end: Math.max(start, seconds(parts.slice(4))) };
}

/** Where a cue's lines end: before the next timing and its ID, which stands alone above it. */
function endOf(lines: readonly string[], next: number | undefined): number {
	if (next === undefined) return lines.length;
	const above = (lines[next - 1] ?? '').trim();
	const isId = /^\d+$/.test(above) || (lines[next - 2] ?? '').trim() === '';
	return above !== '' && isId ? next - 1 : next;
}

/** The lines without notes; an empty line within a cue costs none of what follows it. */
function saidIn(lines: readonly string[]): string[] {
	const said: string[] = [];
	let isNote = false;
	for (const [index, line] of lines.entries()) {
		const isFirst = index > 0 && (lines[index - 1] ?? '').trim() === '';
		if (isFirst) isNote = NOT_SAID.test(line);
		if (!isNote && line.trim() !== '') said.push(line.trim());
	}
	return said;
}

/**
 * Who speaks, by `Name: text`: most cues begin so, or those of one name do again and again. "Note: …"
 * somewhere in a transcript without names is what somebody said, as is "Well:" with nothing after it.
 */
function namesIn(blocks: ReadonlyArray<readonly string[]>): Set<string> {
	const found = blocks.map(([line = '', ...others]) => {
		const named = nameOf(line);
		return named && (named.text !== '' || others.length > 0) ? named.name : undefined;
	});
	const named = found.filter((name) => name !== undefined);
	const isUsual = named.length * 2 >= blocks.length;
	return new Set(named.filter((name) => isUsual || named.indexOf(name) < named.lastIndexOf(name)));
}

function nameOf(line: string): { name: string; text: string } | undefined {
	const [, name = '', text = ''] = NAMED.exec(plain(line)) ?? [];
	const words = name.trim().split(/\s+/).length;
	return /\p{L}/u.test(name) && words <= MOST_WORDS_OF_A_NAME
		? { name: name.trim(), text }
		: undefined;
}

/** A cue's lines by speaker; a cue without a word has none. */
function partsOf(lines: readonly string[], names: ReadonlySet<string>) {
	const parts: Array<{ speaker: string | undefined; said: string[] }> = [];
	const add = (speaker: string | undefined, text: string) => {
		const last = parts.at(-1);
		if (last && last.speaker === speaker) last.said.push(text);
		else parts.push({ speaker, said: [text] });
	};
	for (const line of lines) {
		const named = nameOf(line);
		if (named && names.has(named.name)) add(named.name, named.text);
		else for (const one of voicesOf(line, parts.at(-1)?.speaker)) add(one.speaker, one.text);
	}
	return parts
		.map(({ speaker, said }) => ({ speaker, text: said.filter(Boolean).join(' ') }))
		.filter(({ text }) => text !== '');
}

/** A line by the voices in it; what comes before the first belongs to who spoke before. */
function voicesOf(line: string, before: string | undefined) {
	const [first = '', ...others] = line.split(VOICE);
	const voices = [{ speaker: before, text: plain(first) }];
	for (let index = 0; index < others.length; index += 2) {
		const speaker = plain(others[index] ?? '') || undefined;
		voices.push({ speaker, text: plain(others[index + 1] ?? '') });
	}
	return voices.filter(({ text }) => text !== '');
}

/** A text without tags, its entities as what they stand for. */
function plain(text: string): string {
	const shown = text
		.replace(TAG, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&[lr]rm;/g, '');
	return unescape(shown).replace(/\s+/g, ' ').trim();
}
