import { round, sumBy, uniq } from 'lodash';
import type { Cue } from './vtt';

/** What one person said without a longer pause. */
export type Segment = Cue;

/** How much somebody spoke. */
export interface Speaker {
	/** Null where the transcript does not tell. */
	name: string | null;
	/** How long they spoke. */
	seconds: number;
	/** Of all talking. */
	percent: number;
	words: number;
}

/** A pause up to which somebody goes on, in seconds. */
const PAUSE = 2;

/** Cues, with those put together in which the same person goes on. */
export function toSegments(cues: readonly Cue[]): Segment[] {
	const segments: Segment[] = [];
	for (const cue of cues) {
		const last = segments.at(-1);
		if (last && last.speaker === cue.speaker && cue.start - last.end <= PAUSE) {
			last.end = Math.max(last.end, cue.end);
			last.text = `${last.text} ${cue.text}`;
		} else {
			segments.push({ ...cue });
		}
	}
	return segments;
}

/** How much each person spoke, in the order in which they begin. */
export function speakersOf(cues: readonly Cue[]): Speaker[] {
	const speakers = uniq(cues.map(({ speaker }) => speaker)).map((name) => {
		const own = cues.filter(({ speaker }) => speaker === name);
		return { name: name ?? null, seconds: talkTime(own), words: sumBy(own, wordsIn) };
	});
	const all = sumBy(speakers, 'seconds');
	return speakers.map(({ name, seconds, words }) => ({
		name,
		seconds: round(seconds, 3),
		percent: all === 0 ? 0 : round((seconds / all) * 100, 1),
		words,
	}));
}

/** Times that overlap count once. */
function talkTime(cues: readonly Cue[]): number {
	let until = 0;
	let seconds = 0;
	for (const { start, end } of [...cues].sort((a, b) => a.start - b.start)) {
		seconds += Math.max(0, end - Math.max(start, until));
		until = Math.max(until, end);
	}
	return seconds;
}

const wordsIn = ({ text }: Cue) => text.split(/\s+/).filter(Boolean).length;

/** Who said what, a paragraph for each segment. */
export const toPlainText = (segments: readonly Segment[]): string =>
	segments
		.map(({ speaker, text }) => (speaker === undefined ? text : `${speaker}: ${text}`))
		.join('\n\n');

/** The same under a heading, with names in bold and times. */
export function toMarkdown(segments: readonly Segment[], topic: string): string {
	const paragraphs = segments.map(({ speaker, start, text }) => {
		const name = speaker === undefined ? '' : `**${speaker}** `;
		return `${name}(${clock(start)})\n${text}`;
	});
	return [...(topic === '' ? [] : [`# ${topic}`]), ...paragraphs].join('\n\n');
}

/** Seconds as `HH:MM:SS`. */
function clock(seconds: number): string {
	const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
