/** Line ends as Windows, old Macs and word processors write them. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/** Spaces that do not break, wide ones and the like. */
const SPACE = /\p{Zs}/gu;
/** Controls and characters of no width: BOM, zero-width spaces, soft hyphens, marks of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** Of these, what belongs to a text: tabs and lines; joiners in Persian and emojis; flags. */
const BELONGS = /[\t\n\u{e0020}-\u{e007f}]|\u200c|\u200d/u;
/** Joiners that join nothing. */
const LOOSE_JOINER = /(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)/g;

/** Most texts: nothing in them needs to be tidied. */
const PLAIN = /^[ -~]*$/;

/** A text as it was meant: lines end in \n, spaces are plain, and what nobody sees is gone. */
export function tidy(text: string): string {
	if (PLAIN.test(text)) return text;
	return text
		.replace(LINE_END, '\n')
		.replace(SPACE, ' ')
		.replace(UNSEEN, (one) => (BELONGS.test(one) ? one : ''))
		.replace(LOOSE_JOINER, '');
}

/** An address, ID or number: like {@link tidy}, with nothing left that can't be seen. */
export function tidyToken(text: string): string {
	if (PLAIN.test(text)) return text.trim();
	return text
		.replace(LINE_END, '\n')
		.replace(SPACE, ' ')
		.replace(/\t/g, ' ')
		.replace(UNSEEN, (one) => (one === '\n' ? one : ''))
		.trim();
}

/** Dashes of all kinds as the plain one: word processors and calendars put others. */
export const plainDashes = (text: string) =>
	text.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-');

/** A text without the spaces around it, and with single ones inside. */
export const evenSpaces = (text: string) => tidy(text).replace(/\s+/g, ' ').trim();

/** What makes two spellings of a choice the same: case, spaces, dashes and quotes do not count. */
export const alike = (text: string) =>
	plainDashes(
		evenSpaces(
			text
				.replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
				.replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
				.normalize('NFKC'),
		),
	).toLowerCase();

/** Letters and digits in lower case, without accents: "E-Mail" and "email" are the same heading. */
export const lettersOf = (text: string) =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The names that look most like a text, the best first: at most five, none where nothing is near. */
export function nearest(text: string, names: readonly string[]): string[] {
	const wanted = pairsOf(text);
	return names
		.map((name) => {
			const pairs = pairsOf(name);
			const common = [...pairs].filter((pair) => wanted.has(pair)).length;
			return { name, score: (2 * common) / (pairs.size + wanted.size || 1) };
		})
		.filter(({ score }) => score >= 0.3)
		.sort((a, b) => b.score - a.score)
		.slice(0, 5)
		.map(({ name }) => name);
}

function pairsOf(text: string): Set<string> {
	const letters = lettersOf(text).slice(0, 100);
	return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)));
}
