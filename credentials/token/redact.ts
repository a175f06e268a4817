/** How much of a secret gives it away: an echo that somebody cut short begins like it too. */
const BEGINNING = 12;

/** What is shorter would cut ordinary words out; Zoom's secrets have 32 characters and more. */
const SHORTEST = 6;

/** Whatever is left of the word that begins like a secret. */
const REST_OF_WORD = '[^\\s"\'<>]*';

/**
 * Cuts secrets out of a text that comes from elsewhere, for example from a proxy that repeats what
 * was sent to it: plain, in base64 (also inside something longer, such as a Basic header), and each
 * of these escaped for a URL, for JSON or for HTML.
 *
 * @param text all of what is to be shown
 * @param secrets those of less than 6 characters are left alone
 * @returns the text with … in place of each word that begins like a secret
 */
export function cutOut(text: string, secrets: readonly string[]): string {
	const forms = secrets
		.flatMap((secret) => [secret, ...base64Forms(secret)])
		.filter(({ length }) => length >= SHORTEST);
	if (forms.length === 0) return text;
	const beginnings = new Set(forms.map((form) => form.slice(0, BEGINNING)));
	// Between two characters, UTF-16 that was read as another encoding has a zero.
	const patterns = [...beginnings].map((form) => form.split('').map(escapedOrNot).join('\\0?'));
	return text.replace(new RegExp(`(?:${patterns.join('|')})${REST_OF_WORD}`, 'gi'), '…');
}

/**
 * How a secret looks inside a text in base64: three bytes make four characters, so there are three
 * ways. Characters that depend on what stands around the secret are left out.
 */
function base64Forms(secret: string): string[] {
	return [0, 1, 2].map((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
		const text = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
		return text.slice(before && before + 1);
	});
}

/** What base64 has in URLs in place of its last two characters. */
const URL_SAFE: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** A pattern for one character, escaped or not. */
function escapedOrNot(character: string): string {
	if (/[a-z0-9]/i.test(character)) return character;
	const hexes = `${character}${URL_SAFE[character] ?? ''}`
		.split('')
		.map((one) => one.charCodeAt(0).toString(16).padStart(4, '0'));
	const plain = hexes.map((hex) => `\\u${hex}`).join('');
	const bytes = hexes.map((hex) => hex.slice(2)).join('|');
	return `(?:\\\\*[${plain}]|(?:%(?:25)*|\\\\+u00)(?:${bytes})|&#?\\w+;)`;
}
