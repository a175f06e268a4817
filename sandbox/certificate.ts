/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A certificate with its key, in PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

/** A certificate for these hosts and IP addresses, which is its own authority. */
export async function certificateFor(hosts: string[]): Promise<Certificate> {
	const altNames = hosts.map((host) =>
		isIP(host) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host },
	);
	const { private: key, cert } = await generate([{ name: 'commonName', value: hosts[0] }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'subjectAltName', altNames },
		],
	});
	return { key, cert };
}
