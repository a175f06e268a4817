/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { Command, Option } from 'commander';
import { startSandbox, type SandboxOptions } from '.';
import { changesSchema } from './options';
import { explain } from './validate';

const program = new Command('npm run sandbox --')
	.description('A stand-in for Zoom, in memory.')
	.option('--port <number>', 'where to listen on 127.0.0.1 (any free port)', Number)
	.option('--latency-ms <ms>', 'hold API answers back', Number)
	.option('--latency-sigma <number>', 'spread that log-normally (0)', Number)
	.option('--latency-seed <number>', 'which latencies these are (0)', Number)
	.option('--token-latency-ms <ms>', 'hold token answers back', Number)
	.option('--token-life-seconds <seconds>', 'how long a token lives (3599)', Number)
	.option('--new-token-kills-old', 'a new token makes the older ones invalid')
	.option('--plan <name>', 'requests per second as on free, pro or business (unlimited)')
	.option('--limits <json>', 'requests per second, such as {"light":30}, or none', (text) =>
		text === 'none' ? text : (JSON.parse(text) as unknown),
	)
	.option(
		'--daily-limits <json>',
		'such as {"addPerRegistrant":3}; also createUpdatePerHost, statusPerRegistrant, callsPerAccount',
		(text) => JSON.parse(text) as unknown,
	)
	.option('--scopes <list>', 'what the app is granted, by spaces or commas, or all', (text) =>
		text === 'all' ? text : text.split(/[\s,]+/).filter(Boolean),
	)
	.option('--language <code>', 'what refusals are told in: en, fr or ja (en)')
	.option('--no-simulive', 'webinars that play a recording are off in the account')
	.option(
		'--attendance-delay-seconds <seconds>',
		'how long after the end participants have a duration of 0 (0)',
		Number,
	)
	.option('--show-one-person', 'show meetings that one person alone was in')
	.option('--no-api-url', 'leave api_url out of the token answer')
	.option('--app-state <state>', 'active, deactivated or wrongType')
	.option('--page-token-life-seconds <seconds>', 'how long a next_page_token lives (900)', Number)
	.addOption(
		new Option('--seed <name>', 'meetings and webinars to start with').choices([
			'default',
			'empty',
		]),
	)
	.addHelpText(
		'after',
		`
While it runs: GET /__sandbox lists who is registered; POST /__sandbox/configure changes options.
POST /__sandbox/subscriptions {"url": …, "events": ["meeting.registration_created"]} sends events.`,
	);

type Given = Pick<SandboxOptions, 'port' | 'seed'> & { apiUrl: boolean };

async function main() {
	const { port, seed, apiUrl, ...others } = program.parse().opts<Given>();
	const changes = changesSchema.parse({ ...others, apiUrlInToken: apiUrl });
	const sandbox = await startSandbox({ port, seed, ...changes });
	process.stdout.write(`Zoom sandbox
  Account ID         ${sandbox.accountId}
  Client ID          ${sandbox.clientId}
  Client Secret      ${sandbox.clientSecret}
  Secret Token       ${sandbox.webhookSecret}
  Environment        Custom
  OAuth base URL     ${sandbox.url}
  API base URL       ${sandbox.url}/v2
  Who is registered  ${sandbox.url}/__sandbox
`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close());
	}
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});
