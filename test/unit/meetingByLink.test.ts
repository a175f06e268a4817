import type { IDataObject } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';
import { API, run } from './support/meetings';

describe('a registration link', () => {
	const link = locator('url', 'https://zoom.us/meeting/register/tZCode-1');
	const meetings: Respond = ({ url }) => {
		if (url === '/users/me/meetings') return ok({ meetings: [{ id: 11 }, { id: 22 }] });
		const code = url === '/meetings/22' ? 'tZCode-1?x=y' : 'tZOther';
		const id = Number(url.split('/')[2]);
		return ok({ id, registration_url: `https://zoom.us/meeting/register/${code}` });
	};

	it("is looked up in the owner's meetings, once for all rows", async () => {
		const { sent } = await runNode({
			parameters: { resource: 'meeting', operation: 'end', meetingId: link },
			rows: [{}, {}],
			respond: meetings,
		});
		expect(sent.map(({ method, url }) => `${method} ${url.slice(API.length)}`)).toEqual([
			'GET /users/me/meetings',
			'GET /meetings/11',
			'GET /meetings/22',
			'PUT /meetings/22/status',
			'PUT /meetings/22/status',
		]);
	});

	it.each([
		['cut short', 'tZCode-'],
		['in other letters', 'tzcode-1'],
		['of another place', 'tZCode-1/more'],
	])("%s isn't a link of the meeting", async (_, code) => {
		const respond: Respond = ({ url }) =>
			url === '/users/me/meetings'
				? ok({ meetings: [{ id: 22 }] })
				: ok({ id: 22, registration_url: `https://zoom.us/meeting/register/${code}` });
		await expect(run('end', { meetingId: link }, respond)).rejects.toThrow(
			"None of the account owner's meetings has this registration link",
		);
	});

	it.each(['tZCode-1', 'tZCode-1/', 'tZCode-1#/registration', 'tZCode-1?pwd=x#/registration'])(
		'is known in the form %s',
		async (code) => {
			const { json } = await run('end', { meetingId: link }, ({ url }) =>
				url === '/users/me/meetings'
					? ok({ meetings: [{ id: 22 }] })
					: ok({ id: 22, registration_url: `https://us02web.zoom.us/meeting/register/${code}` }),
			);
			expect(json).toEqual([{ success: true, ended: true, id: 22 }]);
		},
	);

	it.each([
		undefined,
		null,
		'',
		'register/tZCode-1',
		5,
		['https://zoom.us/meeting/register/tZCode-1'],
	])('is not looked for in %j', async (url) => {
		const failing = run('end', { meetingId: link }, (request) =>
			request.url === '/users/me/meetings'
				? ok({ meetings: [{ id: 22 }] })
				: ok({ id: 22, registration_url: url } as IDataObject),
		);
		await expect(failing).rejects.toThrow("None of the account owner's meetings");
	});

	describe('while meetings cannot be read', () => {
		/** Meetings 11, 12, …; one of them has the link. */
		const world =
			(
				count: number,
				broken: (id: number) => ReturnType<typeof ok> | undefined,
				has = 0,
			): Respond =>
			({ url }) => {
				const ids = Array.from({ length: count }, (_, n) => 11 + n);
				if (url === '/users/me/meetings') return ok({ meetings: ids.map((id) => ({ id })) });
				const id = Number(url.split('/')[2]);
				const code = id === has ? 'tZCode-1' : 'tZOther';
				return (
					broken(id) ?? ok({ id, registration_url: `https://zoom.us/meeting/register/${code}` })
				);
			};
		const gone = refusal(404, 3001, 'Meeting does not exist: 11.');
		const page = { statusCode: 200, body: '<html>' };

		it.each([
			[gone, 8],
			[page, 2],
		])('the search goes on, case %#', async (answer, unreadable) => {
			const broken = (id: number) => (id < 11 + unreadable ? answer : undefined);
			const { json } = await run('end', { meetingId: link }, world(10, broken, 20));
			expect(json).toEqual([{ success: true, ended: true, id: 20 }]);
		});

		it('says so where none of the others has the link', async () => {
			const broken = (id: number) => (id <= 12 ? gone : undefined);
			const failing = run('end', { meetingId: link }, world(4, broken));
			await expect(failing).rejects.toMatchObject({
				message:
					"None of the account owner's meetings has this registration link, but 2 of them couldn't be read",
				description: expect.stringContaining(
					'Reading one of them: "Zoom couldn\'t find this meeting". Choose the meeting from the list, or enter its ID or join link, which work for every host.',
				),
			});
		});

		it('ends where all of them would fail the same way', async () => {
			const scope = refusal(
				400,
				4711,
				'Token does not contain scopes:[meeting:read:meeting:admin].',
			);
			const failing = run(
				'end',
				{ meetingId: link },
				world(9, () => scope, 15),
			);
			await expect(failing).rejects.toThrow('The Zoom app is missing a scope for this operation');
			let read = 0;
			const trouble = run(
				'end',
				{ meetingId: link },
				world(50, () => (read++, page), 60),
			);
			await expect(trouble).rejects.toThrow("This isn't a response from Zoom's API");
			expect(read).toBeLessThan(3 + 10);
		});

		it('is tried again for a later row where what failed may pass', async () => {
			let broken = true;
			const respond = world(2, (id) => (id === 11 && broken ? page : undefined), 11);
			const { items } = await runNode({
				parameters: {
					resource: 'meeting',
					operation: 'end',
					meetingId: link,
					options: { maxConcurrency: 1 },
				},
				rows: [{}, {}],
				onError: 'continueErrorOutput',
				respond: (request, index) => {
					const answer = respond(request, index);
					if (request.url === '/meetings/12') broken = false;
					return answer;
				},
			});
			expect(items.map(errorMessage)).toEqual([
				"None of the account owner's meetings has this registration link, but 1 of them couldn't be read",
				undefined,
			]);
		});
	});

	it('that no meeting has is told so', async () => {
		const unknown = locator('url', 'https://zoom.us/meeting/register/tZNone');
		const failing = run('end', { meetingId: unknown }, meetings);
		await expect(failing).rejects.toMatchObject({
			message: "None of the account owner's meetings has this registration link",
			description:
				'Choose the meeting from the list, or enter its ID or join link, which work for every host.',
		});
	});

	it('is looked up in 300 meetings at most', async () => {
		const many = Array.from({ length: 301 }, (_, i) => ({ id: 1000 + i }));
		let got = 0;
		const failing = run('end', { meetingId: link }, ({ url }) => {
			if (url === '/users/me/meetings') return ok({ meetings: many });
			got++;
			return ok({});
		});
		await expect(failing).rejects.toThrow(
			"None of the account owner's first 300 meetings has this registration link",
		);
		expect(got).toBe(300);
	});
});
