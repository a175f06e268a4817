import { upperFirst } from 'lodash';
import { DateTime } from 'luxon';

/** What a file's name is made of. */
export interface NamedFile {
	topic: string;
	/** ISO 8601, as Zoom has it. */
	start: string;
	/** IANA name: the time in the file's name is that of this zone. */
	timezone: string;
	/** Such as `shared_screen_with_speaker_view`, or the name of who speaks. */
	kind: string;
	/** Without a dot. */
	extension: string;
}

/** What Windows, macOS, Linux or a cloud drive does not take in a name. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]+/gu;
/** In bytes: with the time, a name stays below the 255 that file systems take. */
const LONGEST_PART = { topic: 80, kind: 60, extension: 10 };
/** Windows takes these for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/i;

/** `Weekly sync - 2027-03-05 10-00 - Shared screen with speaker view.mp4` */
export function fileNameOf({ topic, start, timezone, kind, extension }: NamedFile): string {
	const time = DateTime.fromISO(start, { zone: 'utc' }).setZone(timezone);
	const parts = [
		safe(topic, LONGEST_PART.topic) || 'Recording',
		time.isValid ? time.toFormat('yyyy-MM-dd HH-mm') : '',
		safe(upperFirst(kind.replaceAll('_', ' ')), LONGEST_PART.kind),
	];
	const letters = extension.toLowerCase().replace(/[^a-z0-9]/g, '');
	const ending = letters.slice(0, LONGEST_PART.extension);
	const name = `${parts.filter(Boolean).join(' - ')}${ending && `.${ending}`}`;
	return DEVICE.test(name) ? `_${name}` : name;
}

function safe(text: string, longest: number): string {
	const clean = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
	const short = [...clean].slice(0, longest).join('');
	return inBytes(short, longest).replace(/^[.\s]+|[.\s]+$/g, '');
}

/** File systems count bytes: a letter of some scripts has three. */
function inBytes(text: string, most: number): string {
	const characters = [...text];
	while (new TextEncoder().encode(characters.join('')).length > most) characters.pop();
	return characters.join('');
}

/**
 * The names, with a number where one would come twice: for many file systems and drives neither case
 * nor how an accent is written makes a difference.
 */
export function withoutTwins(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let own = name;
		for (let number = 2; taken.has(keyOf(own)); number++) {
			own = name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
		}
		taken.add(keyOf(own));
		return own;
	});
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

/** What files of Zoom's recordings are, by their extension. */
const MIME_TYPES: Record<string, string> = {
	csv: 'text/csv',
	jpg: 'image/jpeg',
	json: 'application/json',
	m4a: 'audio/mp4',
	mp4: 'video/mp4',
	txt: 'text/plain',
	vtt: 'text/vtt',
};

export const mimeTypeOf = (extension: string): string =>
	MIME_TYPES[extension.toLowerCase()] ?? 'application/octet-stream';
