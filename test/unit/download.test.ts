import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { SILENCE_MS } from '../../nodes/Zoom/transport/files/fileRequest';
import type { FileLink } from '../../nodes/Zoom/transport/files/fileRequest';
import {
	all,
	BREAK,
	Body,
	broken,
	downloading,
	MIB,
	rest,
	titleOf,
	URL_OF_FILE,
} from './support/downloading';
import type { FileReply, Reply } from './support/downloading';
import { rejectionOf } from './support/thrown';

const rangesOf = (asked: IHttpRequestOptions[]) => asked.map(({ headers }) => headers?.Range);

describe('a file that arrives', () => {
	it.each<[string, FileReply, Partial<FileLink>]>([
		['whole', all('Grüße'), {}],
		['in pieces that cut letters', { body: new Body(['Gr', ...bytewise('üße')]) }, {}],
		['with an empty piece', { body: new Body(['Gr', '', 'üße']) }, {}],
		['with the length of the list', all('Grüße'), { size: 7 }],
		['with the length of the answer', all('Grüße', { 'content-length': '7' }), {}],
		['unmeasured by the list', all('Grüße'), { size: 0 }],
	])('%s is read', async (_, reply, link) => {
		const { text, asked, bodies } = downloading([reply], { link });
		expect(await text()).toBe('Grüße');
		expect(asked).toHaveLength(1);
		expect(bodies[0]?.isDestroyed).toBe(true);
	});

	it('is a stream that holds nothing back', async () => {
		const { download } = downloading([all('abc')], { link: { size: 3 } });
		const { source, options } = (await download.open()) as unknown as ReturnType<typeof Body.from>;
		expect(options).toEqual({ objectMode: false });
		const pieces: string[] = [];
		for await (const piece of source) pieces.push(new TextDecoder().decode(piece));
		expect(pieces).toEqual(['abc']);
	});

	it('of JSON is no refusal where it is JSON', async () => {
		const json = all('{}', { 'content-type': 'application/json' });
		expect(await downloading([json], { isJson: true }).text()).toBe('{}');
		expect(await titleOf(downloading([json]).text())).toContain('web page');
	});

	it.each([0, undefined])('without a byte (size %p) is told', async (size) => {
		const { text, pauses } = downloading([all('')], { link: { size } });
		expect(await titleOf(text())).toBe("Zoom's file is empty");
		expect(pauses).toEqual([]);
	});

	it('is read as text up to so many bytes', async () => {
		expect(await downloading([all('abcd')]).text(4)).toBe('abcd');
		const error = await rejectionOf(downloading([all('abcd')]).text(3));
		expect(error.message).toBe('The transcript is too large to be read');
		expect(error.description).toContain('up to 3 bytes');
	});
});

describe('a break', () => {
	it('is taken up where it was, for the same content', async () => {
		const tag = { etag: '"v1"' };
		const { text, asked, pauses, bodies } = downloading(
			[broken('abcd', tag), rest('efghij', 'bytes 4-9/10', tag)],
			{ link: { size: 10 } },
		);
		expect(await text()).toBe('abcdefghij');
		expect(rangesOf(asked)).toEqual([undefined, 'bytes=4-']);
		expect(asked.map(({ headers }) => headers?.['If-Range'])).toEqual([undefined, '"v1"']);
		expect(pauses).toEqual([500]);
		expect(bodies.map(({ isDestroyed }) => isDestroyed)).toEqual([true, true]);
	});

	it('asks for a date where the content has no name, and for nothing by a weak one', async () => {
		for (const [headers, asks] of [
			[{ 'last-modified': 'Fri, 05 Mar 2027 10:00:00 GMT' }, 'Fri, 05 Mar 2027 10:00:00 GMT'],
			[{ etag: 'W/"v1"' }, undefined],
			[{ etag: '"W/v1"' }, '"W/v1"'],
		] as const) {
			const { text, asked } = downloading(
				[broken('ab', headers), rest('cd', 'bytes 2-3/4', headers)],
				{ link: { size: 4 } },
			);
			expect(await text()).toBe('abcd');
			expect(asked[1]?.headers?.['If-Range']).toBe(asks);
		}
	});

	it('after which the server starts over gives no byte twice', async () => {
		const again: FileReply = { body: new Body(['ab', 'cde', 'f']) };
		const { text } = downloading([broken('abcd'), again], { link: { size: 6 } });
		expect(await text()).toBe('abcdef');
	});

	it('while a server starts over is taken up as well', async () => {
		const replies = [broken('abcd'), broken('ab'), rest('ef', 'bytes 4-5/6')];
		const { text, asked } = downloading(replies, { link: { size: 6 } });
		expect(await text()).toBe('abcdef');
		expect(rangesOf(asked)).toEqual([undefined, 'bytes=4-', 'bytes=4-']);
	});

	it.each<[string, FileReply]>([
		['an error', broken('ab')],
		['an end that is too early', all('ab', { 'content-length': '4' })],
	])('is %s, also where only the answer told the size or nobody did', async (_, first) => {
		const { text, asked } = downloading([first, rest('cd', 'bytes 2-3/4')]);
		expect(await text()).toBe('abcd');
		expect(asked).toHaveLength(2);
	});

	it('that brings other content makes no file of two', async () => {
		const changed = [broken('abcd', { etag: '"a"' }), all('xxxxxx', { etag: '"b"' })];
		expect(await titleOf(downloading(changed, { link: { size: 6 } }).text())).toBe(
			'The file changed in Zoom during the download',
		);
		const longer = [broken('abcd'), rest('efg', 'bytes 4-5/6')];
		expect(await titleOf(downloading(longer, { link: { size: 6 } }).text())).toBe(
			'The file changed in Zoom during the download',
		);
	});

	it.each<[string, FileReply, Partial<FileLink>]>([
		['the list', broken('abc'), { size: 6 }],
		['the first answer', broken('abc', { 'content-length': '6' }), {}],
	])(
		'that is taken up for a shorter file than %s tells makes no file of two',
		async (_, first, link) => {
			const { text, asked } = downloading([first, rest('de', 'bytes 3-4/5')], { link });
			expect(await titleOf(text())).toBe('The file changed in Zoom during the download');
			expect(asked).toHaveLength(2);
		},
	);

	it('is not needed for more bytes than the list says', async () => {
		const { text } = downloading([{ body: new Body(['abc', 'def']) }], { link: { size: 5 } });
		expect(await titleOf(text())).toBe("The file has 6 bytes, but Zoom's list says 5");
	});

	it.each<[string, Reply, string]>([
		['a connection', BREAK, "The download was interrupted and couldn't be resumed"],
		['a server', { status: 503 }, 'Zoom is having trouble with this file'],
	])('that lasts is told after six more tries of %s', async (_, reply, title) => {
		const { text, asked, pauses } = downloading([reply]);
		expect(await titleOf(text())).toBe(title);
		expect(asked).toHaveLength(7);
		expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000]);
	});

	it('says how far it came', async () => {
		for (const [size, told] of [
			[10, /^2 of 10 bytes/],
			[undefined, /^2 bytes/],
		] as const) {
			const { text } = downloading([broken('ab'), BREAK], { link: { size } });
			const error = await rejectionOf(text());
			expect(error.description).toMatch(told);
		}
	});

	it('waits as long as Zoom asks, and no less than by itself', async () => {
		const busy = (seconds: string): FileReply => ({
			status: 429,
			headers: { 'retry-after': seconds },
		});
		const { text, pauses, bodies } = downloading([busy('30'), busy('0'), all('ab')]);
		expect(await text()).toBe('ab');
		expect(pauses).toEqual([30_000, 1_000]);
		expect(bodies[0]?.isDestroyed).toBe(true);
	});

	it('after so much that it went well counts from the start', async () => {
		const piece = new Uint8Array(MIB);
		const part = (index: number, of: number): FileReply => ({
			status: index === 0 ? 200 : 206,
			headers: { 'content-range': `bytes ${index * MIB}-${of * MIB - 1}/${of * MIB}` },
			body: new Body([piece, BREAK]),
		});
		const parts = Array.from({ length: 9 }, (_, index) => part(index, 9));
		const { text, pauses } = downloading(parts, { link: { size: 9 * MIB } });
		expect(await text()).toHaveLength(9 * MIB);
		expect(pauses).toEqual(Array.from({ length: 8 }, () => 500));
	});

	it('after less counts on', async () => {
		const piece = new Uint8Array(MIB - 1);
		const first: FileReply = { body: new Body([piece, BREAK]) };
		const { text, pauses } = downloading([first, broken('')], { link: { size: MIB } });
		await titleOf(text());
		expect(pauses).toHaveLength(6);
		expect(new Set(pauses).size).toBe(6);
	});
});

describe('a link that no longer works', () => {
	const refused: FileReply = { status: 401 };

	it('is renewed once', async () => {
		const link = { url: 'https://zoom.us/rec/download/new', token: 'NEW' };
		const { text, asked, renew, bodies, pauses } = downloading([refused, all('ab')], {
			renewed: [link],
		});
		expect(await text()).toBe('ab');
		expect(asked.map(({ url }) => url)).toEqual([URL_OF_FILE, link.url]);
		expect(renew).toHaveBeenCalledTimes(1);
		expect(bodies[0]?.isDestroyed).toBe(true);
		expect(pauses).toEqual([]);
	});

	it('is told where the new one works no better', async () => {
		const { text, asked, renew } = downloading([refused]);
		const error = await rejectionOf(text());
		expect(error.message).toBe('Zoom denied access to this file');
		expect([asked.length, renew.mock.calls.length]).toEqual([2, 1]);
	});

	it('is renewed again where much has arrived since', async () => {
		const piece = new Uint8Array(MIB);
		const headers = { 'content-range': `bytes ${MIB}-${2 * MIB - 1}/${2 * MIB}` };
		const { text, renew } = downloading(
			[
				refused,
				{ body: new Body([piece, BREAK]) },
				refused,
				{ status: 206, headers, body: new Body([piece]) },
			],
			{ link: { size: 2 * MIB } },
		);
		expect(await text()).toHaveLength(2 * MIB);
		expect(renew).toHaveBeenCalledTimes(2);
	});

	it('may be one to a file of another size only before anything has arrived', async () => {
		const renewed = [{ url: URL_OF_FILE, size: 3 }];
		const before = downloading([refused, all('abc')], { link: { size: 2 }, renewed });
		expect(await before.text()).toBe('abc');
		const after = downloading([broken('a'), refused], { link: { size: 2 }, renewed });
		expect(await titleOf(after.text())).toBe('The file changed in Zoom during the download');
	});

	it('is told at once where no new one helps', async () => {
		const { text, renew } = downloading([{ status: 416 }]);
		expect(await titleOf(text())).toBe('The file changed in Zoom during the download');
		expect(renew).not.toHaveBeenCalled();
	});
});

describe('silence and Stop', () => {
	it('ends the wait for a piece that has lasted from one look to the next', async () => {
		const looks: Array<() => void> = [];
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			const controller = new AbortController();
			looks.push(() => controller.abort());
			expect(ms).toBe(SILENCE_MS);
			return controller.signal;
		});
		const silent = new Body(['ab', 'SILENCE']);
		const { text, asked, pauses } = downloading([{ body: silent }, rest('cd', 'bytes 2-3/4')], {
			link: { size: 4 },
		});
		const reading = text();
		while (!silent.isSilent) await sleep(1);
		looks[0]?.();
		await sleep(1);
		expect([looks.length, asked.length]).toEqual([2, 1]);
		looks[1]?.();
		expect(await reading).toBe('abcd');
		expect([asked.length, pauses, silent.isDestroyed]).toEqual([2, [500], true]);
		// Nobody waits any more.
		for (const look of looks) look();
		expect(looks).toHaveLength(3);
		timeout.mockRestore();
	});

	it.each<[string, number, Reply, number]>([
		['before it is asked for', 0, all('ab'), 0],
		['when the connection breaks by it', 1, BREAK, 1],
		['instead of a wait', 1, { status: 503 }, 1],
		['after one', 2, { status: 503 }, 2],
	])('ends it %s', async (_, stopAt, reply, requests) => {
		const controller = new AbortController();
		const { text, asked, pauses } = downloading([reply], {
			signal: controller.signal,
			onAsk: (count) => {
				if (count === stopAt) controller.abort();
			},
		});
		if (stopAt === 0) controller.abort();
		expect(await titleOf(text())).toBe('The run was canceled');
		expect(asked).toHaveLength(requests);
		expect(pauses).toHaveLength(Math.max(0, requests - 1));
	});
});

function bytewise(text: string): Uint8Array[] {
	return [...new TextEncoder().encode(text)].map((byte) => Uint8Array.of(byte));
}
