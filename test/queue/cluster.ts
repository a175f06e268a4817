/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { N8nClient, N8nProcess } from '../../demo/n8n';
import { prepareN8n, startN8n, whenDone } from '../e2e/harness';

/** Where PostgreSQL is: a user who may create databases. */
const POSTGRES = {
	host: '127.0.0.1',
	port: Number(process.env.TEST_POSTGRES_PORT ?? 5432),
	user: process.env.TEST_POSTGRES_USER ?? 'postgres',
	password: process.env.TEST_POSTGRES_PASSWORD ?? 'postgres',
};

async function query(text: string, database = 'postgres') {
	const postgres = new Client({ ...POSTGRES, database });
	await postgres.connect();
	try {
		return (await postgres.query<Record<string, string>>(text)).rows;
	} finally {
		await postgres.end();
	}
}

/** n8n in queue mode: its processes share a database, a queue and a key, and no folder. */
export interface Cluster {
	main: N8nProcess;
	client: N8nClient;
	workers: N8nProcess[];
	/** Takes webhooks beside the main process. */
	webhooks: N8nProcess;
	/** How many of a workflow's executions have each status. */
	executions(workflowId: string): Promise<Record<string, number>>;
}

/** Starts n8n's main process, two workers and a webhook processor, which end with the test file. */
export async function startCluster(): Promise<Cluster> {
	const name = `n8n_zoom_${randomBytes(6).toString('hex')}`;
	await query(`CREATE DATABASE ${name}`);
	whenDone(async () => {
		await query(`DROP DATABASE ${name} WITH (FORCE)`);
	});
	const env = {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: POSTGRES.host,
		DB_POSTGRESDB_PORT: String(POSTGRES.port),
		DB_POSTGRESDB_USER: POSTGRES.user,
		DB_POSTGRESDB_PASSWORD: POSTGRES.password,
		DB_POSTGRESDB_DATABASE: name,
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: process.env.TEST_REDIS_PORT ?? '6379',
		QUEUE_BULL_PREFIX: name,
		// n8n keeps webhook addresses in Redis too.
		N8N_REDIS_KEY_PREFIX: name,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	};
	// The main process first: it makes the tables.
	const { n8n: main, client } = await startN8n({ env });
	const [first, second, webhooks] = await Promise.all([
		prepareN8n({ command: 'worker', env }),
		prepareN8n({ command: 'worker', env }),
		prepareN8n({ command: 'webhook', env }),
	]);
	await Promise.all([first.start(), second.start(), webhooks.start()]);
	return {
		main,
		client,
		workers: [first, second],
		webhooks,
		executions: async (workflowId) => {
			const rows = await query(
				`SELECT status, count(*) FROM execution_entity WHERE "workflowId" = '${workflowId}' GROUP BY status`,
				name,
			);
			return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
		},
	};
}
