/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { parseArgs } from 'node:util';

export const USAGE = `npm start                    n8n with the examples, registering people in a stand-in for Zoom
npm start -- --check         the same without a person: tries the examples and ends by itself
npm start -- --live --meeting 85746065432
                             with a real Zoom account, taken from ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID
                             and ZOOM_CLIENT_SECRET, and a meeting of it that has registration on

  --port 5678                where n8n listens
  --sandbox-port 4010        where the stand-in for Zoom listens
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

/**
 * Reads the command line.
 * @throws with a sentence that says which option or variable is missing or wrong
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): DemoOptions {
	const { values } = parseArgs({
		args,
		options: {
			help: { type: 'boolean', default: false },
			check: { type: 'boolean', default: false },
			live: { type: 'boolean', default: false },
			meeting: { type: 'string' },
			port: { type: 'string' },
			'sandbox-port': { type: 'string' },
		},
	});
	const { check = false, live = false, help = false, meeting } = values;
	if (check && live) throw new Error('--check registers invented people: only in the sandbox.');
	if (meeting && !live) throw new Error('--meeting belongs to --live; the sandbox has its own.');
	return {
		help,
		check,
		...(live && { live: liveAccount(env, meeting) }),
		// A check runs beside whatever holds the usual ports.
		port: portOf('port', values.port ?? (check ? '0' : '5678')),
		sandboxPort: portOf('sandbox-port', values['sandbox-port'] ?? (check ? '0' : '4010')),
	};
}
