import { dateRanges } from '../../nodes/Zoom/mapping/dateRanges';
import { fileNameOf, mimeTypeOf, withoutTwins } from '../../nodes/Zoom/mapping/fileNames';
import { readSummary, toPlainText } from '../../nodes/Zoom/mapping/summary';
import { judge } from '../../nodes/Zoom/transport/files/fileAnswer';

describe('names of files', () => {
	const name = (more: object) =>
		fileNameOf({
			topic: 'Weekly sync',
			start: '2026-03-05T09:00:00Z',
			timezone: 'America/New_York',
			kind: 'audio_only',
			extension: 'M4A',
			...more,
		});

	it.each([
		[{}, 'Weekly sync - 2026-03-05 04-00 - Audio only.m4a'],
		[{ topic: '../../etc/passwd\u0000' }, 'etc passwd - 2026-03-05 04-00 - Audio only.m4a'],
		[{ topic: ' . ' }, 'Recording - 2026-03-05 04-00 - Audio only.m4a'],
		[{ topic: '50 % | a*b?' }, '50 % a b - 2026-03-05 04-00 - Audio only.m4a'],
		[{ start: 'never' }, 'Weekly sync - Audio only.m4a'],
		[{ extension: '../x' }, 'Weekly sync - 2026-03-05 04-00 - Audio only.x'],
		[{ kind: '' }, 'Weekly sync - 2026-03-05 04-00.m4a'],
	])('%j: %s', (more, expected) => {
		expect(name(more)).toBe(expected);
	});

	it.each(['x'.repeat(500), '界'.repeat(500), '👩‍💻'.repeat(300)])(
		'stay short enough for file systems, and whole characters',
		(topic) => {
			const bytes = Buffer.from(name({ topic, kind: topic }));
			expect(bytes.length).toBeLessThanOrEqual(255);
			expect(bytes.toString()).not.toContain('\ufffd');
		},
	);

	it('come once each', () => {
		expect(withoutTwins(['a.mp4', 'b.mp4', 'a.mp4', 'a.mp4', 'c', 'c'])).toEqual([
			'a.mp4',
			'b.mp4',
			'a (2).mp4',
			'a (3).mp4',
			'c',
			'c (2)',
		]);
	});

	it('tell the type', () => {
		expect(['MP4', 'vtt', 'exe'].map(mimeTypeOf)).toEqual([
			'video/mp4',
			'text/vtt',
			'application/octet-stream',
		]);
	});
});

describe('ranges of days', () => {
	const now = Date.parse('2026-03-05T23:59:59Z');

	it.each([
		[{}, [{ from: '2026-02-04', to: '2026-03-05' }]],
		[{ to: '2026-01-01' }, [{ from: '2025-12-03', to: '2026-01-01' }]],
		[{ from: '2026-03-05' }, [{ from: '2026-03-05', to: '2026-03-05' }]],
		[{ from: '2026-03-01', to: '9999-12-31' }, [{ from: '2026-03-01', to: '2026-03-06' }]],
		[{ from: '2027-01-01', to: '2027-12-31' }, [{ from: '2027-01-01', to: '2027-01-01' }]],
		[
			{ from: '2026-02-03', to: '2026-03-05' },
			[
				{ from: '2026-02-04', to: '2026-03-05' },
				{ from: '2026-02-03', to: '2026-02-03' },
			],
		],
	])('%j', (given, expected) => {
		expect(dateRanges(given, now)).toEqual(expected);
	});

	it('have each day once, and begin no earlier than Zoom itself', () => {
		const ranges = dateRanges({ from: '1990-01-01' }, now);
		expect(ranges.at(-1)?.from).toBe('2011-01-01');
		ranges.slice(1).forEach(({ to }, index) => {
			const after = Date.parse(`${ranges[index]?.from}`) - Date.parse(to);
			expect(after).toBe(86_400_000);
		});
	});
});

describe('summaries', () => {
	const CONTENT =
		'# Sync\n\n## Quick recap\n\nWe **met**.\n\n## Next steps\n\n- Ann: [call](https://a.example) Bob\n- [ ] Bob: rest\n\n## Summary\n\n### Plans\n\nShip it.\n';
	const PARTS = {
		summary_overview: 'We met.',
		summary_details: [
			{ label: 'Plans', summary: 'Ship it.' },
			{ label: '', summary: '' },
		],
		next_steps: ['Ann: call Bob', ''],
	};

	it('are read from Markdown', () => {
		expect(readSummary({ summary_title: 'T', summary_content: CONTENT })).toEqual({
			title: 'T',
			overview: 'We **met**.',
			details: [{ label: 'Plans', summary: 'Ship it.' }],
			next_steps: ['Ann: [call](https://a.example) Bob', 'Bob: rest'],
			markdown: CONTENT.trim(),
		});
	});

	it('are read from their parts, what was edited first', () => {
		const edited = { summary_overview: 'We really met.', summary_details: 'All', next_steps: [] };
		expect(readSummary({ meeting_topic: 'Sync', ...PARTS, edited_summary: edited })).toEqual({
			title: 'Sync',
			overview: 'We really met.',
			details: [{ label: '', summary: 'All' }],
			next_steps: ['Ann: call Bob'],
			markdown:
				'# Sync\n\n## Quick recap\n\nWe really met.\n\n## Next steps\n\n- Ann: call Bob\n\n## Summary\n\nAll',
		});
	});

	it('keep what has a heading of another language', () => {
		const { details } = readSummary({ summary_content: '## Résumé\n\nOui.\n\nNon.' });
		expect(details).toEqual([{ label: 'Résumé', summary: 'Oui.\n\nNon.' }]);
	});

	it.each([{}, { summary_content: 5, summary_details: 'x', next_steps: null }])(
		'of whatever form are no failure: %j',
		(summary) => {
			expect(typeof readSummary(summary as never).markdown).toBe('string');
		},
	);

	it('become text', () => {
		expect(toPlainText(CONTENT)).toBe(
			'Sync\n\nQuick recap\n\nWe met.\n\nNext steps\n\n- Ann: call (https://a.example) Bob\n- [ ] Bob: rest\n\nSummary\n\nPlans\n\nShip it.',
		);
	});
});

describe('answers to a request for a file', () => {
	const expected = { from: 0, size: 100, isJson: false };
	const at = { ...expected, from: 40, version: '"v1"' };
	const range = { etag: '"v1"', 'content-range': 'bytes 40-99/100' };
	const said = (status: number, headers: Record<string, string>, of: typeof expected) => {
		const verdict = judge({ status, headers }, of, 0);
		return 'failure' in verdict ? [verdict.is, verdict.failure.title] : verdict;
	};

	it.each<[number, Record<string, string>, typeof expected, unknown]>([
		[
			200,
			{ 'content-length': '100', etag: 'W/"x"' },
			expected,
			{ is: 'file', skip: 0, size: 100, version: 'W/"x"' },
		],
		[200, {}, expected, { is: 'file', skip: 0 }],
		[206, range, at, { is: 'file', skip: 0, size: 100, version: '"v1"' }],
		[
			206,
			{ ...range, 'content-range': 'bytes 40-99/*' },
			at,
			{ is: 'file', skip: 0, version: '"v1"' },
		],
		// A server that knows no ranges starts over.
		[
			200,
			{ etag: '"v1"', 'content-length': '100' },
			at,
			{ is: 'file', skip: 40, size: 100, version: '"v1"' },
		],
		[
			200,
			{ 'content-type': 'application/json' },
			{ ...expected, isJson: true },
			{ is: 'file', skip: 0 },
		],
	])('%p %j is the file', (status, headers, of, verdict) => {
		expect(said(status, headers, of)).toEqual(verdict);
	});

	const CHANGED = 'The file changed in Zoom during the download';
	it.each<[number, Record<string, string>, typeof expected, string, string | RegExp]>([
		[200, { 'content-type': 'text/html; charset=utf-8' }, expected, 'stale', /web page/],
		[200, { 'content-type': 'application/json' }, expected, 'stale', /web page/],
		[204, {}, expected, 'stale', /web page/],
		[401, {}, expected, 'stale', /denied access to this file/],
		[403, {}, expected, 'stale', /denied access to this file/],
		[404, {}, expected, 'stale', /no longer has/],
		[
			200,
			{ 'content-length': '99' },
			expected,
			'stale',
			"The file has 99 bytes, but Zoom's list says 100",
		],
		[200, { etag: '"v2"', 'content-length': '100' }, at, 'failed', CHANGED],
		[206, { ...range, 'content-range': 'bytes 0-99/100' }, at, 'failed', CHANGED],
		[206, { ...range, 'content-range': 'bytes 40-100/101' }, at, 'failed', CHANGED],
		[206, { etag: '"v1"' }, at, 'failed', CHANGED],
		[416, {}, at, 'failed', CHANGED],
		[429, {}, expected, 'later', /trouble/],
		[503, {}, expected, 'later', /trouble/],
	])('%p %j is not', (status, headers, of, is, title) => {
		expect(said(status, headers, of)).toEqual([is, expect.stringMatching(title)]);
	});

	it('waits as long as it is asked to, within a minute', () => {
		const waits = ['5', '9000'].map((seconds) =>
			judge({ status: 429, headers: { 'retry-after': seconds } }, expected, 0),
		);
		expect(waits).toMatchObject([{ waitMs: 5_000 }, { waitMs: 60_000 }]);
	});
});
