/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
// The sandbox in a process of its own, so that it and what it is measured with do not wait for each
// other. Tells its addresses to who started it, and ends with it.
import { startSandbox } from '../../sandbox';
import { certificateFor } from '../../sandbox/certificate';

async function main() {
	const certificate = await certificateFor(['127.0.0.1']);
	const { url, secureUrl } = await startSandbox({ certificate });
	process.once('disconnect', () => process.exit());
	process.send?.({ url, secureUrl, certificate: certificate.cert });
}

void main();
