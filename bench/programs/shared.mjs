import pLimit from 'p-limit';

/** What the bench asks of the program; see `Task` in ../programs.ts. */
export const task = JSON.parse(process.argv[2] ?? '{}');

/**
 * Does the task and prints what it took.
 *
 * @param {{ add: (email: string) => Promise<unknown>, page: (token: string) => Promise<{ registrants: unknown[], next_page_token?: string }>, create: (index: number) => Promise<unknown> }} zoom
 */
export async function run(zoom) {
	const before = process.memoryUsage.rss();
	let peak = before;
	const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
	const cpu = process.cpuUsage();
	const started = performance.now();
	const rows = await work(zoom);
	const wallMs = performance.now() - started;
	const { user, system } = process.cpuUsage(cpu);
	clearInterval(sampling);
	peak = Math.max(peak, process.memoryUsage.rss());
	const result = { wallMs, cpuMs: (user + system) / 1000, rssMb: (peak - before) / 1e6, rows };
	process.stdout.write(`${JSON.stringify(result)}\n`);
	process.exit(0);
}

async function work(zoom) {
	if (task.kind === 'list') return await list(zoom);
	const limit = pLimit(task.concurrency);
	const numbers = [...Array(task.count).keys()];
	const send = async (number) =>
		task.kind === 'create' ? await zoom.create(number) : await zoom.add(`p${number}@example.com`);
	const start = performance.now();
	const results = await Promise.allSettled(
		numbers.map((number) =>
			limit(async () => {
				if (task.perSecond) {
					const due = start + (number * 1000) / task.perSecond;
					await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
				}
				return await send(number);
			}),
		),
	);
	return results.filter(({ status }) => status === 'fulfilled').length;
}

async function list(zoom) {
	let rows = 0;
	let token = '';
	do {
		const page = await zoom.page(token);
		rows += page.registrants.length;
		token = page.next_page_token ?? '';
	} while (token);
	return rows;
}
