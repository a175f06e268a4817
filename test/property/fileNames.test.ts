import fc from 'fast-check';
import { fileNameOf, withoutTwins } from '../../nodes/Zoom/mapping/fileNames';
import type { NamedFile } from '../../nodes/Zoom/mapping/fileNames';
import { atLeast } from './runs';

/* What people call meetings, and what file systems and cloud drives take. */

/** What Windows gives to devices, whatever follows the first dot. */
const DEVICES = ['CON', 'prn', 'Aux', 'nul', 'COM1', 'lpt9', 'COM²', 'CONIN$', 'conout$'];
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(?:\.|$)/i;

const piece = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme', maxLength: 120 }),
	fc.constantFrom(...DEVICES, '..', '.', '/', '\\', ':', '\0', '\n', '\u202e', '\ud800', '~', ' '),
	fc.constantFrom('界'.repeat(200), '👩‍💻'.repeat(90), '.'.repeat(300), ' '.repeat(300), '-', '_'),
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const start = fc.oneof(fc.constant('2026-03-05T09:00:00Z'), fc.constantFrom('', 'undefined'), text);
const file: fc.Arbitrary<NamedFile> = fc.record({
	topic: text,
	start,
	timezone: fc.oneof(fc.constantFrom('Europe/Berlin', 'UTC', 'Mars/Olympus'), text),
	kind: fc.oneof(fc.constantFrom('audio_only', ''), text),
	extension: fc.oneof(fc.constantFrom('MP4', 'vtt', ''), text),
});

it('is a name that every file system takes', () => {
	fc.assert(
		fc.property(file, (one) => {
			const name = fileNameOf(one);
			expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]/u);
			expect(name).not.toMatch(RESERVED);
			expect(name).not.toMatch(/^[\s.]|[\s.]$/);
			expect(Buffer.byteLength(name)).toBeGreaterThan(0);
			expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
		}),
		{ numRuns: atLeast(500) },
	);
});

it('keeps the extension, whatever stands before it', () => {
	fc.assert(
		fc.property(file, fc.constantFrom('MP4', 'M4A', 'vtt', 'json'), (one, extension) => {
			const name = fileNameOf({ ...one, extension });
			expect(name.split('.').at(-1)).toBe(extension.toLowerCase());
			expect(name.length).toBeGreaterThan(extension.length + 1);
		}),
	);
});

/** Names that are alike often enough to meet: with numbers already, and in either case. */
const alike = fc
	.tuple(
		fc.constantFrom('a', 'A', 'a (2)', 'a (3)', 'é', 'e\u0301'),
		fc.constantFrom('', '.mp4', '.vtt'),
	)
	.map((parts) => parts.join(''));

it('comes once in an item, also for file systems that know neither case nor accents apart', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(alike, file.map(fileNameOf)), { maxLength: 12 }), (names) => {
			const own = withoutTwins(names);
			expect(own).toHaveLength(names.length);
			expect(new Set(own.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(own.length);
			own.forEach((name, index) => {
				const ending = (one = '') => /\.[^.]*$/.exec(one)?.[0];
				expect(ending(name)).toBe(ending(names[index]));
				expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
			});
			expect(own[0]).toBe(names[0]);
		}),
	);
});

it('is left alone where it comes once', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}\.mp4$/)), (names) => {
			expect(withoutTwins(names)).toEqual(names);
		}),
	);
});
