import { judge } from '../../nodes/Zoom/transport/files/fileAnswer';
import type { Expected, FileHead } from '../../nodes/Zoom/transport/files/fileAnswer';
import * as failures from '../../nodes/Zoom/transport/files/fileFailures';

const NOW = Date.parse('2027-03-05T10:00:00Z');
const HELD = 'The file changed in Zoom during the download';
const PAGE = 'Zoom sent a web page instead of the file';

const judged = (
	status: number,
	headers: FileHead['headers'] = {},
	expected: Partial<Expected> = {},
) => judge({ status, headers }, { from: 0, isJson: false, ...expected }, NOW);

/** What a verdict comes to: its kind, and the title of its failure or how the bytes are read. */
function inShort(verdict: ReturnType<typeof judge>) {
	return 'failure' in verdict ? [verdict.is, verdict.failure.title] : verdict;
}

describe('the status', () => {
	it.each<[number, string, string]>([
		[401, 'stale', 'Zoom denied access to this file'],
		[403, 'stale', 'Zoom denied access to this file'],
		[404, 'stale', 'Zoom no longer has this file'],
		[410, 'stale', 'Zoom no longer has this file'],
		[416, 'failed', HELD],
		[408, 'later', 'Zoom is having trouble with this file'],
		[429, 'later', 'Zoom is having trouble with this file'],
		[500, 'later', 'Zoom is having trouble with this file'],
		[599, 'later', 'Zoom is having trouble with this file'],
		[201, 'stale', PAGE],
		[304, 'stale', PAGE],
		[400, 'stale', PAGE],
		[409, 'stale', PAGE],
		[499, 'stale', PAGE],
	])('%i is %s', (status, is, title) => {
		expect(inShort(judged(status))).toEqual([is, title]);
	});

	it.each([401, 404, 400, 503])('%i is told with the failure', (status) => {
		expect(judged(status)).toMatchObject({ failure: { details: { httpCode: status } } });
	});
});

it.each(Object.entries(failures))('%s says how to get on', (_, failure) => {
	const { kind, concerns, title, details } = failure({
		httpCode: 401,
		origin: 'http://x.example',
		size: 5,
		told: 6,
	});
	expect([kind, concerns]).toEqual(['file', 'item']);
	expect(title).toMatch(/^[A-Z].*[^.]$/);
	expect(details.hint).toMatch(/^[A-Z0-9].{30,}\.$/);
});

describe('the wait that an answer asks for', () => {
	it.each<[Record<string, string>, number]>([
		[{}, 0],
		[{ 'retry-after': '7' }, 7_000],
		[{ 'retry-after': '3600' }, 60_000],
		[{ 'retry-after': new Date(NOW + 5_000).toUTCString() }, 5_000],
		[{ 'retry-after': 'soon' }, 0],
	])('%j', (headers, waitMs) => {
		expect(judged(503, headers)).toMatchObject({ is: 'later', waitMs });
	});
});

describe('the type', () => {
	it.each<[string, boolean, boolean]>([
		['text/html', false, false],
		['TEXT/HTML; charset=utf-8', true, false],
		['application/xhtml+xml', false, false],
		['application/json', false, false],
		['Application/JSON;charset=UTF-8', false, false],
		['application/json', true, true],
		['video/mp4', false, true],
		['', false, true],
	])('%s, of a file that is JSON: %p; is the file: %p', (type, isJson, isFile) => {
		const verdict = judged(200, { 'content-type': type }, { isJson });
		expect(inShort(verdict)).toEqual(isFile ? { is: 'file', skip: 0 } : ['stale', PAGE]);
	});
});

describe('the bytes', () => {
	const rest = (range: string, more: FileHead['headers'] = {}) => ({
		'content-range': range,
		...more,
	});

	it.each<[string, number, FileHead['headers'], Partial<Expected>, object]>([
		['all, of a length', 200, { 'content-length': '10' }, {}, { skip: 0, size: 10 }],
		['all, without a length', 200, {}, {}, { skip: 0 }],
		['all, of a senseless length', 200, { 'content-length': '1e1' }, {}, { skip: 0 }],
		['all, of a negative length', 200, { 'content-length': '-10' }, {}, { skip: 0 }],
		['all, as the list says', 200, { 'content-length': '9' }, { size: 9 }, { skip: 0, size: 9 }],
		['with a name', 200, { etag: '"a"' }, {}, { skip: 0, version: '"a"' }],
		['with a date', 200, { 'last-modified': 'D' }, {}, { skip: 0, version: 'D' }],
		['with both', 200, { etag: '"a"', 'last-modified': 'D' }, {}, { skip: 0, version: '"a"' }],
		['all over again', 200, {}, { from: 4 }, { skip: 4 }],
		['the rest', 206, rest('bytes 4-9/10'), { from: 4 }, { skip: 0, size: 10 }],
		['the rest of who knows', 206, rest('bytes 4-9/*'), { from: 4 }, { skip: 0 }],
		[
			'the rest, whose own length counts for nothing',
			206,
			rest('bytes 4-9/10', { 'content-length': '6' }),
			{ from: 4, size: 10 },
			{ skip: 0, size: 10 },
		],
		[
			'the rest of the same content',
			206,
			rest('bytes 4-9/10', { etag: '"a"' }),
			{ from: 4, version: '"a"' },
			{ skip: 0, size: 10, version: '"a"' },
		],
		[
			'from the start: another name is no matter before anything has arrived',
			200,
			{ etag: '"b"' },
			{ version: '"a"' },
			{ skip: 0, version: '"b"' },
		],
	])('are %s', (_, status, headers, expected, bytes) => {
		expect(judged(status, headers, expected)).toEqual({ is: 'file', ...bytes });
	});

	it.each<[string, number, FileHead['headers'], Partial<Expected>]>([
		['another name', 206, rest('bytes 4-9/10', { etag: '"b"' }), { from: 4, version: '"a"' }],
		['no name any more', 206, rest('bytes 4-9/10'), { from: 4, version: '"a"' }],
		['another name, all over again', 200, { etag: '"b"' }, { from: 4, version: '"a"' }],
		['bytes from elsewhere', 206, rest('bytes 5-9/10'), { from: 4 }],
		['a part without a range', 206, {}, { from: 4 }],
		['a senseless range', 206, rest('bytes 4-9'), { from: 4 }],
		['a range with more before it', 206, rest('x bytes 4-9/10'), { from: 4 }],
		['a range with more after it', 206, rest('bytes 4-9/10 x'), { from: 4 }],
		['another size', 206, rest('bytes 4-9/11'), { from: 4, size: 10 }],
		['another size, all over again', 200, { 'content-length': '11' }, { from: 4, size: 10 }],
	])('have changed: %s', (_, status, headers, expected) => {
		expect(inShort(judged(status, headers, expected))).toEqual(['failed', HELD]);
	});

	it('may be of a newer link where the size is another at once', () => {
		const verdict = judged(200, { 'content-length': '11' }, { size: 10 });
		const title = "The file has 11 bytes, but Zoom's list says 10";
		expect(inShort(verdict)).toEqual(['stale', title]);
	});
});
