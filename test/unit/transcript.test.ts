import {
	speakersOf,
	toMarkdown,
	toPlainText,
	toSegments,
} from '../../nodes/Zoom/mapping/transcript';

const cue = (start: number, end: number, speaker: string | undefined, text: string) => ({
	start,
	end,
	speaker,
	text,
});

const CUES = [
	cue(0, 2, 'Ann', 'Hi'),
	cue(4, 5, 'Ann', 'all.'),
	cue(7.1, 8, 'Ann', 'Later.'),
	cue(8, 9, 'Bob', 'Yes.'),
	cue(9, 10, undefined, 'Noise.'),
];

it('puts together what somebody says within two seconds', () => {
	expect(toSegments(CUES)).toEqual([
		cue(0, 5, 'Ann', 'Hi all.'),
		cue(7.1, 8, 'Ann', 'Later.'),
		cue(8, 9, 'Bob', 'Yes.'),
		cue(9, 10, undefined, 'Noise.'),
	]);
	expect(CUES[0]).toEqual(cue(0, 2, 'Ann', 'Hi'));
});

it('adds up who spoke how long, overlaps once', () => {
	expect(speakersOf([...CUES, cue(1, 3, 'Ann', 'again')])).toEqual([
		{ name: 'Ann', seconds: 4.9, percent: 71, words: 4 },
		{ name: 'Bob', seconds: 1, percent: 14.5, words: 1 },
		{ name: null, seconds: 1, percent: 14.5, words: 1 },
	]);
	expect(speakersOf([cue(1, 1, 'Ann', 'x')])).toMatchObject([{ seconds: 0, percent: 0 }]);
});

it('writes text and Markdown', () => {
	const segments = toSegments(CUES);
	expect(toPlainText(segments)).toBe('Ann: Hi all.\n\nAnn: Later.\n\nBob: Yes.\n\nNoise.');
	expect(toMarkdown([cue(3_725.9, 3_726, 'Ann', 'Hi')], 'Sync')).toBe(
		'# Sync\n\n**Ann** (01:02:05)\nHi',
	);
	expect(toMarkdown([cue(1, 2, undefined, 'Hi')], '')).toBe('(00:00:01)\nHi');
});
