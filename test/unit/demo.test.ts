/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptData, temporaryData } from '../../demo/data';
import { readOptions, USAGE } from '../../demo/options';
import { welcome } from '../../demo/welcome';

const REPOSITORY = join(__dirname, '..', '..');
const MEMORY = {
	owner: { email: 'owner@example.com', password: 'Zoom10123456789' },
	credentialId: 'credential',
	examples: ['register-from-form.json'],
};

describe("npm start's options", () => {
	it.each([
		[['--foo'], "Unknown option '--foo'."],
		[['5680'], "Unexpected argument '5680'."],
		[['--port'], '--port'],
	])('answers %j with what is wrong and the usage', (args, wrong) => {
		expect(() => readOptions(args, {})).toThrow(wrong);
		expect(() => readOptions(args, {})).toThrow(USAGE);
	});

	it.each([
		[{ npm_config_port: '5680' }, 'npm start -- --port'],
		[{ npm_config_check: 'true' }, 'npm start -- --check'],
		[{ npm_config_sandbox_port: '1' }, 'npm start -- --sandbox-port'],
	])('tells of the dashes where npm kept the option: %j', (env, advice) => {
		expect(() => readOptions([], env)).toThrow(advice);
		expect(() => readOptions([], env)).toThrow(USAGE);
	});

	it('keeps what was built, unless it is told otherwise', () => {
		expect(readOptions([], {})).toMatchObject({ fresh: false, check: false, port: 5678 });
		expect(readOptions(['--fresh'], {})).toMatchObject({ fresh: true });
		expect(readOptions(['--check'], {})).toMatchObject({ check: true, port: 0, sandboxPort: 0 });
		expect(() => readOptions(['--check', '--fresh'], {})).toThrow('--fresh');
	});

	it('fits 80 columns', () => expect(longest(USAGE)).toBeLessThanOrEqual(80));
});

const longest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));

describe('what npm start prints', () => {
	const started = {
		url: 'http://127.0.0.1:15678',
		owner: MEMORY.owner,
		sandboxUrl: 'http://127.0.0.1:14010',
		folder: '/home/ada/.cache/n8n-nodes-zoom/demo',
		isKept: true,
	};

	it('begins with the address and the log-in of the editor', () => {
		const lines = welcome(started).split('\n').filter(Boolean);
		expect(lines.slice(1, 4)).toEqual([
			expect.stringMatching(/Editor +http:\/\/127.0.0.1:15678$/),
			expect.stringMatching(/Email +owner@example.com$/),
			expect.stringMatching(/Password +Zoom10123456789$/),
		]);
	});

	it('fits 80 columns', () => expect(longest(welcome(started))).toBeLessThanOrEqual(80));

	it('has commands for every shell, with files that exist', () => {
		const commands = welcome(started)
			.split('\n')
			.filter((line) => line.includes('curl'));
		expect(commands).toHaveLength(3);
		for (const command of commands) {
			// Windows' cmd knows no single quotes, and PowerShell takes a bare @ for something else.
			expect(command).not.toMatch(/'|[^"=]@|\\/);
			for (const [, file = ''] of command.matchAll(/@([^"]+)"/g)) {
				expect([file, existsSync(join(REPOSITORY, file))]).toEqual([file, true]);
			}
		}
	});

	it('says what is kept', () => {
		expect(welcome(started)).toContain('npm start -- --fresh');
		expect(welcome({ ...started, isKept: false, sandboxUrl: undefined })).toContain(
			'nothing is kept',
		);
	});
});

describe("the demo's data folder", () => {
	let root: string;
	beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-demo-'))));
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	const build = (file: string) => {
		const data = keptData(root, false);
		data.remember(MEMORY);
		writeFileSync(join(data.path, file), 'built');
		data.close();
		return join(data.path, file);
	};

	it('is there again at the next start, with what the last one left', () => {
		const workflow = build('workflow');
		expect(keptData(root, false)).toMatchObject({ isKept: true, memory: MEMORY });
		expect(readFileSync(workflow, 'utf8')).toBe('built');
	});

	it('is emptied on demand, and where the first start did not come to its end', () => {
		const workflow = build('workflow');
		const data = keptData(root, true);
		expect(data.memory).toBeUndefined();
		expect(existsSync(workflow)).toBe(false);
		writeFileSync(workflow, 'half');
		data.close();
		expect(keptData(root, false).memory).toBeUndefined();
		expect(existsSync(workflow)).toBe(false);
	});

	it('is of one start at a time', () => {
		const running = join(keptData(root, false).path, 'running.pid');
		writeFileSync(running, String(process.ppid));
		expect(() => keptData(root, true)).toThrow(`process ${process.ppid}`);
		// No process has this number: the last start was killed.
		writeFileSync(running, '999999999');
		expect(keptData(root, false).memory).toBeUndefined();
	});

	it('is another one for a check, and gone afterwards', () => {
		const workflow = build('workflow');
		const data = temporaryData(root);
		data.remember(MEMORY);
		expect(data).toMatchObject({ isKept: false });
		expect(data.memory).toBeUndefined();
		data.close();
		expect(existsSync(data.path)).toBe(false);
		expect(existsSync(workflow)).toBe(true);
	});
});
