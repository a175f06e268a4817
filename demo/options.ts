/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { parseArgs } from 'node:util';

export const USAGE = `npm start              n8n with the examples, and a stand-in for Zoom
npm start -- --fresh   the same, without what you built in earlier starts
npm start -- --check   tries the examples without you, and ends by itself
npm start -- --live --meeting 85746065432
                       with a real Zoom account, taken from ZOOM_ACCOUNT_ID,
                       ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and a meeting of
                       it that has registration on; keeps nothing

  --port 5678          where n8n listens
  --sandbox-port 4010  where the stand-in for Zoom listens
  --help               this text
`;

/** A Server-to-Server OAuth app of a real account, and the meeting that the examples register for. */
export interface LiveAccount {
	accountId: string;
	clientId: string;
	clientSecret: string;
	meetingId: string;
}

/** What to start. A port of 0 means any free one. */
export interface DemoOptions {
	help: boolean;
	check: boolean;
	/** Whether to forget what was built in earlier starts. */
	fresh: boolean;
	/** Absent: the sandbox is used. */
	live?: LiveAccount;
	port: number;
	sandboxPort: number;
}

function portOf(option: string, text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`--${option} takes a port number, not "${text}".`);
}

function liveAccount(env: NodeJS.ProcessEnv, meetingId: string | undefined): LiveAccount {
	const names = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'] as const;
	const [accountId, clientId, clientSecret] = names.map((name) => env[name]?.trim());
	if (!accountId || !clientId || !clientSecret) {
		const missing = names.filter((name) => !env[name]?.trim());
		throw new Error(
			`--live needs ${missing.join(' and ')} in the environment: copy them from the App ` +
				'Credentials page of your Server-to-Server OAuth app on https://marketplace.zoom.us.',
		);
	}
	if (!meetingId) {
		throw new Error(
			'--live needs --meeting ID: a meeting of this account that has registration on. ' +
				'People who fill in the form are registered for it.',
		);
	}
	return { accountId, clientId, clientSecret, meetingId };
}

const OPTIONS = {
	help: { type: 'boolean', default: false },
	check: { type: 'boolean', default: false },
	fresh: { type: 'boolean', default: false },
	live: { type: 'boolean', default: false },
	meeting: { type: 'string' },
	port: { type: 'string' },
	'sandbox-port': { type: 'string' },
} as const;

/** A command line that can't be meant, answered with how one is written. */
const withUsage = (sentence: string) => new Error(`${sentence}\n\n${USAGE}`);

function parse(args: string[]) {
	try {
		return parseArgs({ args, options: OPTIONS }).values;
	} catch (error) {
		// What follows is about positional arguments, which this takes none of.
		const [sentence] = (error as Error).message.split('. ');
		throw withUsage(`${sentence}.`);
	}
}

/** npm takes options before a "--" for its own, and hands them over as variables. */
function requireDashes(env: NodeJS.ProcessEnv): void {
	const given = Object.keys(OPTIONS).filter((name) => env[`npm_config_${name.replace('-', '_')}`]);
	if (given.length === 0) return;
	const options = given.map((name) => `--${name}`).join(' and ');
	throw withUsage(
		`npm keeps ${options} to itself. Two dashes must come first: npm start -- --${given[0]}`,
	);
}

/**
 * Reads the command line.
 * @throws with a sentence that says which option or variable is missing or wrong
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): DemoOptions {
	requireDashes(env);
	const { check, fresh, live, help, meeting, ...ports } = parse(args);
	if (check && live) throw new Error('--check registers invented people: only in the sandbox.');
	if (fresh && (check || live)) {
		throw new Error('--fresh goes without --check and --live, which keep nothing.');
	}
	if (meeting && !live) throw new Error('--meeting belongs to --live; the sandbox has its own.');
	return {
		help,
		check,
		fresh,
		...(live && { live: liveAccount(env, meeting) }),
		// A check runs beside whatever holds the usual ports.
		port: portOf('port', ports.port ?? (check ? '0' : '5678')),
		sandboxPort: portOf('sandbox-port', ports['sandbox-port'] ?? (check ? '0' : '4010')),
	};
}
