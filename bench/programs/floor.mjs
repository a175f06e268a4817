// The floor: a bare undici pool, one token, no retries, no checks. Nothing useful is faster.
import { Pool } from 'undici';
import { run, task } from './shared.mjs';

const pool = new Pool(task.url, { connections: task.concurrency });
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
	const json = await answer.body.json();
	if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}`);
	return json;
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

await run({
	add: (email) =>
		send('POST', `/meetings/${task.meetingId}/registrants`, { email, first_name: 'Ada' }),
	page: (next) =>
		send('GET', `/meetings/${task.meetingId}/registrants?page_size=300&next_page_token=${next}`),
	create: (index) => send('POST', '/users/me/meetings', { topic: `Meeting ${index}`, type: 2 }),
});
