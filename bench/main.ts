/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox';
import { MeasuredN8n, zoomCredential } from './n8n';
import { bounds } from './bounds';
import { toMarkdown, toSvg } from './report';
import type { Row } from './measure';
import { SCENARIOS } from './scenarios';
import { handMadeC, ours } from './workflows';

const { values } = parseArgs({
	options: { json: { type: 'boolean' }, only: { type: 'string' } },
});
// With --json, standard output holds nothing else.
const log = (line: string) => void process.stderr.write(`${line}\n`);

const WARM_UP = '85746065999';

/** The first run of anything is slower: n8n loads and compiles what it needs. */
async function warmUp(n8n: MeasuredN8n) {
	const sandbox = await startSandbox();
	const rows = Array.from({ length: 1000 }, (_, i) => ({ email: `warm${i}@example.com` }));
	sandbox.addMeeting({
		id: WARM_UP,
		topic: 'Warm-up',
		capacity: 5000,
		settings: { approval_type: 0 },
	});
	const parameters = {
		resource: 'meetingRegistrant',
		operation: 'add',
		meetingId: { __rl: true, mode: 'id', value: WARM_UP },
		email: '={{ $json.email }}',
		firstName: 'Ada',
	};
	await n8n.publish(ours('warm-up', parameters), zoomCredential('warm-up', sandbox, 'auto'));
	await n8n.run('warm-up', [{ rows }]);
	await n8n.publish(handMadeC('warm-up-c', sandbox, WARM_UP));
	await n8n.run('warm-up-c', [{ rows: rows.slice(0, 10) }]);
	await sandbox.close();
}

async function main() {
	const zoomForBuiltIn = await startSandbox();
	log('Starting n8n …');
	const n8n = await MeasuredN8n.start(zoomForBuiltIn.url, log);
	try {
		await warmUp(n8n);
		const rows: Row[] = [];
		const names = values.only?.split(',') ?? Object.keys(SCENARIOS);
		for (const name of names) {
			const scenario = SCENARIOS[name];
			if (!scenario) throw new Error(`No scenario "${name}": ${Object.keys(SCENARIOS).join(', ')}`);
			rows.push(...(await scenario.run({ n8n, zoomForBuiltIn, log })));
		}
		const kept = bounds(rows);
		for (const { text, value, bound, holds } of kept) {
			log(`${holds ? '✔' : '✘'} ${text}: ${value} (${bound})`);
		}
		if (values.json)
			process.stdout.write(`${JSON.stringify({ rows, bounds: kept }, null, '\t')}\n`);
		else process.stdout.write(`${toMarkdown(rows, SCENARIOS, machine())}\n`);
		if (!values.only) publish(rows);
		if (kept.some(({ holds }) => !holds)) process.exitCode = 1;
	} finally {
		await n8n.close();
		await zoomForBuiltIn.close();
	}
}

function machine() {
	return `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
}

/** The table and the chart that the README shows. */
function publish(rows: readonly Row[]) {
	mkdirSync('docs/images', { recursive: true });
	writeFileSync('docs/benchmark.md', toMarkdown(rows, SCENARIOS, machine()));
	const limited = rows.filter(({ scenario }) => scenario === 'limited');
	const chart = toSvg(limited, 600, "600 registrations at Zoom's 30 requests a second");
	writeFileSync('docs/images/benchmark.svg', chart);
	log('Wrote docs/benchmark.md and docs/images/benchmark.svg');
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack ?? error.message}\n`);
	process.exitCode = 1;
});
