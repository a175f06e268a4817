import pLimit from 'p-limit';

/** What the bench asks of the program, with what it signs in with; see `Task` in ../programs.ts. */
export const task = JSON.parse(process.argv[2] ?? '{}');

/** So many people Zoom takes in one call. */
const BATCH = 30;

/** Lists of at most 30. */
export const chunks = (all) =>
	Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) =>
		all.slice(i * BATCH, (i + 1) * BATCH),
	);

/**
 * Does the task and prints what it took.
 *
 * @param {Record<string, (job: any) => Promise<any>>} zoom a request for each kind of task; what it
 *   returns as a number counts as so many rows. `page` is one of a list, `signIn` may be missing,
 *   `pending` tells who is to be approved.
 */
export async function run(zoom) {
	const before = process.memoryUsage.rss();
	let peak = before;
	const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
	const cpu = process.cpuUsage();
	const started = performance.now();
	const rows = task.kind === 'list' ? await list(zoom) : await work(zoom);
	const wallMs = performance.now() - started;
	const { user, system } = process.cpuUsage(cpu);
	clearInterval(sampling);
	peak = Math.max(peak, process.memoryUsage.rss());
	const result = { wallMs, cpuMs: (user + system) / 1000, rssMb: (peak - before) / 1e6, rows };
	process.stdout.write(`${JSON.stringify(result)}\n`);
	process.exit(0);
}

async function work(zoom) {
	const numbers = [...Array(task.count).keys()];
	const emails = numbers.map((number) => `p${number}@example.com`);
	const jobs = {
		add: () => emails,
		batch: () => chunks(emails),
		create: () => numbers.map((number) => `Meeting ${number}`),
		participants: () => task.meetingIds,
		approve: zoom.pending,
	};
	// An even pace begins once there is a token, or all that was due meanwhile would go at once.
	if (task.perSecond) await zoom.signIn();
	return await sendAll(await jobs[task.kind](), zoom[task.kind]);
}

/** @returns how many rows were done */
async function sendAll(jobs, send) {
	const limit = pLimit(task.concurrency ?? Infinity);
	const start = performance.now();
	const results = await Promise.allSettled(
		jobs.map((job, index) =>
			limit(async () => {
				if (task.perSecond) {
					const due = start + (index * 1000) / task.perSecond;
					await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
				}
				return await send(job);
			}),
		),
	);
	const done = results.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
	return done.reduce((sum, value) => sum + (typeof value === 'number' ? value : 1), 0);
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
