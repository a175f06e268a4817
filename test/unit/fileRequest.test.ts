import type { IHttpRequestOptions } from 'n8n-workflow';
import { SILENCE_MS } from '../../nodes/Zoom/transport/files/fileRequest';
import { all, downloading, redirect, titleOf, URL_OF_FILE } from './support/downloading';
import type { FileReply } from './support/downloading';
import { newApp } from './support/fakeN8n';

describe('what a file is asked for with', () => {
	const headersOf = ({ headers }: IHttpRequestOptions) => headers?.authorization;

	it("is the app's token where it has none of its own", async () => {
		const { text, asked } = downloading([all('ab')]);
		await text();
		expect(asked).toEqual([
			{
				signed: 'app',
				method: 'GET',
				url: URL_OF_FILE,
				headers: { 'Accept-Encoding': 'identity' },
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: SILENCE_MS,
			},
		]);
	});

	it("is the file's own, and Stop", async () => {
		const { signal } = new AbortController();
		const { text, asked } = downloading([all('ab')], { link: { token: 'OWN' }, signal });
		await text();
		expect(asked).toMatchObject([{ signed: 'itself', abortSignal: signal }]);
		expect(asked.map(headersOf)).toEqual(['Bearer OWN']);
	});

	it.each<[string, string, Array<string | undefined>]>([
		['the same host', '/rec/file/1', ['Bearer OWN', 'Bearer OWN']],
		['another of its hosts', 'https://file.zoom.us/1', ['Bearer OWN', undefined]],
		['another port', 'https://zoom.us:444/1', ['Bearer OWN', undefined]],
		['a stranger', 'https://files.example.com/1', ['Bearer OWN', undefined]],
	])('goes on to %s: only to who gave it', async (_, location, tokens) => {
		const link = { token: 'OWN' };
		const { text, asked, bodies } = downloading([redirect(location), all('ab')], { link });
		expect(await text()).toBe('ab');
		expect(asked.map(headersOf)).toEqual(tokens);
		expect(asked[1]?.url).toBe(new URL(location, URL_OF_FILE).href);
		expect(bodies[0]?.isDestroyed).toBe(true);
	});

	it('never comes back from a stranger', async () => {
		const replies = [redirect('https://files.example.com/1'), redirect(URL_OF_FILE), all('ab')];
		const { text, asked } = downloading(replies);
		expect(await text()).toBe('ab');
		expect(asked.map(({ signed }) => signed)).toEqual(['app', 'itself', 'itself']);
		expect(asked.map(headersOf)).toEqual([undefined, undefined, undefined]);
	});

	it.each([300, 301, 307, 399])('follows %i', async (status) => {
		const { text } = downloading([redirect('/rec/file/1', status), all('ab')]);
		expect(await text()).toBe('ab');
	});

	it.each<[string, FileReply]>([
		['without an address', redirect()],
		['to a senseless one', redirect('http://')],
		['with a status that is none', redirect('/rec/file/1', 400)],
	])('follows none %s', async (_, reply) => {
		const { text, asked } = downloading([reply]);
		expect(await titleOf(text())).toBe('Zoom sent a web page instead of the file');
		// With a new link once more.
		expect(asked).toHaveLength(2);
	});

	it('follows five, and no more', async () => {
		const five = Array.from({ length: 5 }, () => redirect('/rec/file/1'));
		expect(await downloading([...five, all('ab')]).text()).toBe('ab');
		const { text, asked } = downloading([redirect('/rec/file/1')]);
		expect(await titleOf(text())).toBe("Zoom's download link redirects without end");
		expect(asked).toHaveLength(6);
	});

	it('never goes over http, but to the host of a custom environment', async () => {
		const { text, asked } = downloading([redirect('http://zoom.us/rec/file/1')]);
		expect(await titleOf(text())).toBe(
			"Zoom's download link leads to an insecure URL: http://zoom.us",
		);
		expect(asked).toHaveLength(1);
		const custom = newApp({
			environment: 'custom',
			oauthBaseUrl: 'http://127.0.0.1:1',
			apiBaseUrl: 'http://127.0.0.1:1/v2',
			plan: 'business',
		});
		const own = downloading([redirect('/rec/file/1'), all('ab')], {
			link: { url: 'http://127.0.0.1:1/rec/1' },
			getCredentials: async () => custom,
		});
		expect(await own.text()).toBe('ab');
	});

	it.each(['https://zoom.us.example.org/rec/1', 'http://zoom.us/rec/1', 'nothing', ''])(
		'asks nobody but Zoom: %p',
		async (url) => {
			const { text, asked } = downloading([], { link: { url } });
			expect(await titleOf(text())).toBe("This isn't a Zoom download link");
			expect(asked).toEqual([]);
		},
	);
});

it('waits a minute for the head of a response', () => {
	expect(SILENCE_MS).toBe(60_000);
});
