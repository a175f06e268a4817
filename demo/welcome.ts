import { PATHS } from './examples';

/** What there is to tell once everything runs. */
export interface Started {
	/** n8n's address, for example http://127.0.0.1:5678 */
	url: string;
	owner: { email: string; password: string };
	/** The address of the stand-in for Zoom; absent with a real account. */
	sandboxUrl?: string;
	folder: string;
	isKept: boolean;
}

/**
 * What a person reads once everything runs: how to get in first, then what to try. No line is wider
 * than 80 columns, and the commands are the same in bash, cmd and PowerShell.
 */
export function welcome({ url, owner, sandboxUrl, folder, isKept }: Started): string {
	const webhook = (path: string) => `${url.replace('http://', '')}/webhook/${path}`;
	const stops = sandboxUrl ? 'n8n and the stand-in for Zoom' : 'n8n';
	return [
		'',
		'n8n is ready. Log in to the editor:',
		'',
		`  Editor     ${url}`,
		`  Email      ${owner.email}`,
		`  Password   ${owner.password}`,
		'',
		'Try the example workflows in a browser:',
		'',
		`  Registration form    ${url}/form/${PATHS.form}`,
		...(sandboxUrl ? [`  Who is registered    ${sandboxUrl}/__sandbox/`] : []),
		'',
		'or in a second terminal, in this folder:',
		'',
		'  Register the people of a CSV file',
		`    curl -F "data=@examples/people.csv" ${webhook(PATHS.importCsv)}`,
		'  Create a meeting and register two people for it',
		`    curl -X POST ${webhook(PATHS.createMeeting)}`,
		'  See who registered for a past meeting but missed it',
		`    curl -X POST ${webhook(PATHS.stayedAway)}`,
		'',
		'The other examples, and what to send them: examples/README.md',
		'',
		`Press Ctrl-C to stop ${stops}.`,
		...(isKept ? kept(folder) : NOT_KEPT),
	].join('\n');
}

const kept = (folder: string) => [
	'The next "npm start" has your workflows again, and a stand-in for Zoom in which',
	'nobody is registered yet. To forget your workflows: npm start -- --fresh',
	'Your workflows and the log of n8n are in:',
	`  ${folder}`,
];

const NOT_KEPT = [
	'Download the workflows that you want to keep before you do: with a real Zoom',
	'account nothing is kept, so that no secret stays on this machine.',
];
