import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { installN8n } from '../e2e/global-setup.mjs';

const SERVICES = [
	{
		name: 'PostgreSQL',
		port: Number(process.env.TEST_POSTGRES_PORT ?? 5432),
		debian: 'postgresql',
		start: ['service', 'postgresql', 'start'],
	},
	{
		name: 'Redis',
		port: Number(process.env.TEST_REDIS_PORT ?? 6379),
		debian: 'redis-server',
		start: ['service', 'redis-server', 'start'],
	},
];

const answers = (port) =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.on('connect', () => socket.destroy()).on('error', () => resolve(false));
		socket.on('close', (failed) => resolve(!failed));
	});

function install({ name, debian, start }) {
	console.log(`Installing ${name} (apt-get install ${debian}) …`);
	const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
	execFileSync('apt-get', ['install', '-y', debian], options);
	execFileSync(start[0], start.slice(1), options);
}

/** PostgreSQL and Redis on 127.0.0.1, from Debian's packages where they are missing. */
export default async function globalSetup() {
	for (const service of SERVICES) {
		if (await answers(service.port)) continue;
		try {
			install(service);
		} catch {
			// Said below, together with a service that was installed and does not answer.
		}
		for (let wait = 0; wait < 20 && !(await answers(service.port)); wait++) {
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
		if (!(await answers(service.port))) {
			throw new Error(
				`${service.name} is needed on 127.0.0.1:${service.port}. On Debian, as root: ` +
					`apt-get install ${service.debian}`,
			);
		}
	}
	await installN8n();
}
