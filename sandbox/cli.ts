/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { parseArgs } from 'node:util';
import { startSandbox, type SandboxOptions } from '.';
import { changesSchema } from './options';
import { explain } from './validate';

const USAGE = `A stand-in for Zoom, in memory.

  npm run sandbox -- [options]

  --port 4010                   where to listen on 127.0.0.1 (any free port)
  --latency-ms 200              hold API answers back
  --token-latency-ms 200        hold token answers back
  --token-life-seconds 3599     how long a token lives
  --new-token-kills-old         a new token makes the older ones invalid
  --plan free|pro|business      requests per second as on this plan (unlimited)
  --limits '{"light":30}'       requests per second by category: light, medium, heavy
  --daily-limits '{"addPerRegistrant":3}'   also createUpdatePerHost, statusPerRegistrant,
                                            callsPerAccount
  --scopes "a b c"|all          what the app is granted
  --no-api-url                  leave api_url out of the token answer
  --app-state active|deactivated|wrongType
  --page-token-life-seconds 900 how long a next_page_token lives
  --seed default|empty          meetings to start with

While it runs: GET /__sandbox lists who is registered; POST /__sandbox/configure changes options.
POST /__sandbox/subscriptions {"url": …, "events": ["meeting.registration_created"]} sends events.
`;

function readOptions(): SandboxOptions | undefined {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	const { values } = parseArgs({
		options: {
			help: flag,
			port: text,
			'latency-ms': text,
			'token-latency-ms': text,
			'token-life-seconds': text,
			'new-token-kills-old': flag,
			plan: text,
			limits: text,
			'daily-limits': text,
			scopes: text,
			'no-api-url': flag,
			'app-state': text,
			'page-token-life-seconds': text,
			seed: text,
		},
	});
	if (values.help) return undefined;
	const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
	const json = (value: string | undefined): unknown => value && JSON.parse(value);
	const { limits, scopes } = values;
	if (values.seed && values.seed !== 'default' && values.seed !== 'empty') {
		throw new Error('--seed is "default" or "empty"');
	}
	return {
		port: number(values.port) ?? 0,
		seed: values.seed === 'empty' ? 'empty' : 'default',
		...changesSchema.parse(
			withoutMissing({
				latencyMs: number(values['latency-ms']),
				tokenLatencyMs: number(values['token-latency-ms']),
				tokenLifeSeconds: number(values['token-life-seconds']),
				newTokenKillsOld: values['new-token-kills-old'],
				plan: values.plan,
				limits: limits === 'none' ? limits : json(limits),
				dailyLimits: json(values['daily-limits']),
				scopes: scopes === 'all' ? scopes : scopes?.split(/[\s,]+/).filter(Boolean),
				apiUrlInToken: values['no-api-url'] ? false : undefined,
				appState: values['app-state'],
				pageTokenLifeSeconds: number(values['page-token-life-seconds']),
			}),
		),
	};
}

function withoutMissing(values: Record<string, unknown>) {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

async function main() {
	const options = readOptions();
	if (!options) {
		process.stdout.write(USAGE);
		return;
	}
	const sandbox = await startSandbox(options);
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
