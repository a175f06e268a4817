/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFor as newCertificate, type Certificate } from '../../sandbox/certificate';
import { whenDone } from './harness';

/** A request that went through the proxy: `scheme` says whether it came through a tunnel. */
export interface Proxied {
	scheme: 'http' | 'https';
	host: string;
	path: string;
	authorization: string | undefined;
}

/**
 * A proxy as companies have them: it opens encrypted connections with certificates of its own, and
 * answers for hosts that need not exist.
 *
 * @param serverOf where requests to a host go: the base URL of a server, or undefined for `{}`
 * @param certificateOf shown to who wants to talk to a host; 'none' lets no TLS be spoken
 */
export async function startProxy(
	serverOf: (host: string) => string | undefined,
	certificateOf: (host: string) => Certificate | 'none',
): Promise<{ url: string; requests: Proxied[] }> {
	const requests: Proxied[] = [];
	const handle =
		(scheme: Proxied['scheme']) => (request: IncomingMessage, response: ServerResponse) => {
			const { method, headers } = request;
			const url = new URL(request.url ?? '/', `${scheme}://${headers.host}`);
			const { host, pathname, search } = url;
			requests.push({ scheme, host, path: pathname, authorization: headers.authorization });
			const server = serverOf(host);
			if (!server) {
				response.end('{}');
				return;
			}
			const onwards = forward(`${server}${pathname}${search}`, { method, headers }, (reply) => {
				response.writeHead(reply.statusCode ?? 502, reply.headers);
				reply.pipe(response);
			});
			request.pipe(onwards);
		};
	const proxy = createServer(handle('http'));
	proxy.on('connect', ({ url = '' }, socket) => {
		// A client that does not like the certificate hangs up.
		socket.on('error', () => socket.destroy());
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		const certificate = certificateOf(url.replace(/:\d+$/, ''));
		const server = certificate === 'none' ? proxy : createTlsServer(certificate, handle('https'));
		server.on('tlsClientError', () => undefined);
		server.emit('connection', socket);
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	whenDone(() => {
		proxy.close();
		proxy.closeAllConnections();
	});
	return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, requests };
}

/**
 * A certificate for these hosts.
 *
 * @returns with the file that it stands in, as it is its own authority
 */
export async function certificateFor(hosts: string[]): Promise<Certificate & { file: string }> {
	const { key, cert } = await newCertificate(hosts);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-e2e-tls-'));
	whenDone(() => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, 'cert.pem');
	writeFileSync(file, cert);
	return { key, cert, file };
}
