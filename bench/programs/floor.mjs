// The floor: a bare undici pool, one token, no retries, no checks. Nothing useful is faster.
import { Pool } from 'undici';
import { chunks, run, task } from './shared.mjs';

const pool = new Pool(task.url, { connections: task.concurrency ?? null });
const registrants = `/meetings/${task.meetingId}/registrants`;
let token;

async function send(method, path, body) {
	token ??= fetchToken();
	const answer = await pool.request({
		method,
		path: `/v2${path}`,
		headers: {
			authorization: `Bearer ${await token}`,
			...(body && { 'content-type': 'application/json' }),
		},
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await answer.body.text();
	if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}`);
	return text && JSON.parse(text);
}

async function fetchToken() {
	const basic = Buffer.from(`${task.clientId}:${task.clientSecret}`).toString('base64');
	const answer = await pool.request({
		method: 'POST',
		path: '/oauth/token',
		headers: {
			authorization: `Basic ${basic}`,
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: `grant_type=account_credentials&account_id=${task.accountId}`,
	});
	return (await answer.body.json()).access_token;
}

const page = async (next, status = 'approved') =>
	await send('GET', `${registrants}?page_size=300&status=${status}&next_page_token=${next}`);

/** Whoever waits for approval. */
async function pending() {
	const people = [];
	let next = '';
	do {
		const list = await page(next, 'pending');
		people.push(...list.registrants);
		next = list.next_page_token;
	} while (next);
	return people;
}

await run({
	signIn: async () => await (token ??= fetchToken()),
	page,
	add: async (email) => await send('POST', registrants, { email, first_name: 'Ada' }),
	create: async (topic) => await send('POST', '/users/me/meetings', { topic, type: 2 }),
	batch: async (emails) => {
		const people = emails.map((email) => ({ email, first_name: 'Ada' }));
		await send('POST', `/meetings/${task.meetingId}/batch_registrants`, { registrants: people });
	},
	pending: async () => chunks(await pending()),
	approve: async (people) => {
		const ids = people.map(({ id }) => ({ id }));
		await send('PUT', `${registrants}/status`, { action: 'approve', registrants: ids });
	},
	participants: async (id) =>
		(await send('GET', `/past_meetings/${id}/participants?page_size=300`)).participants.length,
});
