/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { partition } from 'lodash';
import { noisyRows } from './bounds';
import { measure } from './measure';
import { MeasuredN8n } from './n8n';
import { toChart, toMarkdown } from './report';
import { SandboxProcess } from './sandboxProcess';
import { SCENARIOS } from './scenarios';
import type { Bench, Bound, Row, Scenario } from './types';
import { warmUp } from './warmUp';

const HELP = `npm run bench -- [--json] [--only <names> [--publish]] [--rows-divided-by <number>]
Scenarios: ${Object.keys(SCENARIOS).join(', ')}
Ends with 0 where all bounds hold, 1 where one does not, 2 where the machine is too noisy to tell.
Writes docs/benchmark.md after a full run on a quiet machine, and after another one with --publish.
`;

const { values } = parseArgs({
	options: {
		json: { type: 'boolean' },
		only: { type: 'string' },
		publish: { type: 'boolean' },
		/** To try the bench itself, with one round: the bounds mean nothing then. */
		'rows-divided-by': { type: 'string', default: '1' },
		help: { type: 'boolean' },
	},
});
const divisor = Number(values['rows-divided-by']);
// With --json, standard output holds nothing else.
const log = (line: string) => void process.stderr.write(`${line}\n`);

const NOISY = 2;

type Named = [string, Scenario];

function chosen(): Named[] {
	const names = values.only?.split(',') ?? Object.keys(SCENARIOS);
	return names.map((name) => {
		const scenario = SCENARIOS[name];
		if (!scenario) throw new Error(`No scenario "${name}".\n${HELP}`);
		return [name, scenario];
	});
}

interface Results {
	rows: Row[];
	bounds: Bound[];
}

async function run(scenarios: Named[], bench: Bench, { rows, bounds }: Results) {
	for (const [name, scenario] of scenarios) {
		log(`— ${scenario.title}`);
		const own = await measure(name, scenario, bench);
		rows.push(...own);
		const find = (contestant: string) => {
			const row = own.find((one) => one.contestant === contestant);
			if (!row) throw new Error(`${name} has no contestant "${contestant}"`);
			return row;
		};
		for (const bound of scenario.bounds?.(find) ?? []) {
			bounds.push(bound);
			log(`${bound.holds ? '✔' : '✘'} ${bound.text}: ${bound.value} (${bound.bound})`);
		}
	}
}

async function runWithN8n(scenarios: Named[], sandbox: SandboxProcess, results: Results) {
	log('Starting n8n …');
	const n8n = await MeasuredN8n.start(sandbox, log);
	try {
		const bench = { n8n, sandbox, log, divisor };
		await warmUp(bench);
		await run(scenarios, bench, results);
	} finally {
		await n8n.close();
	}
}

async function main() {
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	// An event costs n8n much and the Zoom Trigger little, so what n8n has done before would tell.
	const groups = partition(chosen(), ([, { counts }]) => counts === 'events');
	const results: Results = { rows: [], bounds: [] };
	const sandbox = await SandboxProcess.start();
	try {
		for (const scenarios of groups) {
			if (scenarios.length > 0) await runWithN8n(scenarios, sandbox, results);
		}
		report(results);
	} finally {
		await sandbox.close();
	}
}

function report({ rows, bounds }: Results) {
	const restless = noisyRows(rows);
	for (const { scenario, contestant, spread } of restless) {
		log(`Too noisy: ${scenario}, ${contestant}: runs differ by ${Math.round(spread * 100)} %`);
	}
	const noisy = restless.length > 0;
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
	const command = `npm run bench${values.only ? ` -- --only ${values.only}` : ''}`;
	const markdown = toMarkdown(rows, bounds, { command, machine });
	const json = JSON.stringify({ rows, bounds, noisy }, null, '\t');
	process.stdout.write(values.json ? `${json}\n` : markdown);
	if (noisy) process.exitCode = NOISY;
	else if (bounds.some(({ holds }) => !holds)) process.exitCode = 1;
	const isWanted = values.publish ?? values.only === undefined;
	if (!noisy && isWanted && divisor === 1) publish(markdown, toChart(rows));
}

/** The tables, and the chart that docs/comparison.md shows. */
function publish(markdown: string, chart: string) {
	mkdirSync('docs/images', { recursive: true });
	writeFileSync('docs/benchmark.md', markdown);
	writeFileSync('docs/images/benchmark.svg', chart);
	log('Wrote docs/benchmark.md and docs/images/benchmark.svg');
}

main().catch((error: Error) => {
	log(error.stack ?? error.message);
	process.exitCode = 1;
});
