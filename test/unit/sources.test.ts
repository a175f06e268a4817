/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Two rules that hold for all of the sources: Zoom's paths stand in api/ alone, and nobody but
 * refusals.ts looks into what Zoom says.
 */

const repository = join(__dirname, '..', '..');

/** Lines of code, without those that are comments, as `file:line: text`. */
function linesOf(...folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.flatMap((name) => {
				const file = `${folder}/${name.replaceAll('\\', '/')}`;
				return readFileSync(join(repository, file), 'utf8')
					.split('\n')
					.map((text, index) => `${file}:${index + 1}: ${text}`)
					.filter((line) => !/^\S+ \s*(\/\/|\/?\*)/.test(line));
			}),
	);
}

const PATH = /['"`]\/?(past_)?(meetings|webinars|users)['"`/]/;
/** A comparison or search of something that is named a message. */
const READS_MESSAGE = [
	/(?<!typeof )\b\w*[mM]essage\w*\s*(===|!==|==|!=)/,
	/(===|!==)\s*\w*\.?\w*[mM]essage\b/,
	/[mM]essage\w*(\s*\?\?\s*''\))?\??\.(includes|match|matchAll|search|startsWith|endsWith|indexOf)\(/,
	/\.(test|exec)\(.*[mM]essage/,
	/\bzoomMessage\b/,
];

it('Zoom paths stand in nodes/Zoom/api alone', () => {
	const lines = linesOf('nodes/Zoom', 'credentials').filter((line) => PATH.test(line));
	expect(lines.length).toBeGreaterThan(0);
	expect(lines.filter((line) => !line.startsWith('nodes/Zoom/api/'))).toEqual([]);
});

it('only refusals.ts reads what Zoom says; errors.ts passes it on', () => {
	const reads = (line: string) => READS_MESSAGE.some((pattern) => pattern.test(line));
	const passesOn = (line: string) =>
		line.startsWith('nodes/Zoom/transport/errors.ts') &&
		!/\.(test|exec|includes|match|search|startsWith|endsWith|indexOf)\(/.test(line);
	const lines = linesOf('nodes/Zoom').filter(reads);
	expect(lines.some((line) => line.startsWith('nodes/Zoom/api/refusals.ts'))).toBe(true);
	expect(
		lines.filter((line) => !line.startsWith('nodes/Zoom/api/refusals.ts') && !passesOn(line)),
	).toEqual([]);
});

it.each([
	"if (message === 'No permission.') return;",
	'if (/daily/i.test(details.zoomMessage)) return;',
	"return message.includes('registrant');",
	"const off = (zoomMessage ?? '').includes('registration');",
	'const lacks = /scopes/.exec(failure.message);',
])('would see %p', (line) => {
	expect(READS_MESSAGE.some((pattern) => pattern.test(line))).toBe(true);
});
