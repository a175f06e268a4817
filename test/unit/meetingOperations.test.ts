import type { IDataObject } from 'n8n-workflow';
import { locator, ok, refusal } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';
import { API, byId, MEETING, run, SIMPLE } from './support/meetings';

const messageOf = async (operation: string, parameters: IDataObject) =>
	await run(operation, parameters).then(
		() => 'Nothing was thrown',
		(error: Error) => error.message,
	);

describe('Meeting: Create', () => {
	it('creates with the defaults', async () => {
		const off = { ...MEETING, settings: { approval_type: 2 } };
		const { sent, json } = await run('create', {}, () => ok(off));
		expect(sent).toEqual([
			{
				method: 'POST',
				url: `${API}/users/me/meetings`,
				body: { type: 2 },
			},
		]);
		expect(json).toEqual([{ ...SIMPLE, approval_type: 2 }]);
	});

	it('sends what is filled in, to the chosen host', async () => {
		const { sent, json } = await run('create', {
			userId: locator('email', 'host@example.com'),
			topic: 'Launch',
			startTime: '2027-03-05T10:00:00',
			registration: 'manual',
			additionalFields: {
				duration: 30,
				type: 8,
				otherFields: '{"recurrence":{"type":1}}',
			},
			timezone: 'UTC',
			security: { waitingRoom: false },
			registrationSettings: { registrationType: 2 },
			simple: false,
		});
		expect(sent).toEqual([
			{
				method: 'POST',
				url: `${API}/users/host%40example.com/meetings`,
				body: {
					topic: 'Launch',
					start_time: '2027-03-05T10:00:00',
					duration: 30,
					type: 8,
					recurrence: { type: 1 },
					timezone: 'UTC',
					settings: { approval_type: 1, waiting_room: false, registration_type: 2 },
				},
			},
		]);
		expect(json).toEqual([
			{
				...MEETING,
				warning: expect.stringContaining("Zoom kept 'Registration' at 'Automatically Approve'"),
			},
		]);
	});

	it('tells in words that Zoom kept registration off', async () => {
		const kept = { ...MEETING, settings: { approval_type: 2 } };
		const { json, hints } = await run('create', { registration: 'automatic' }, () => ok(kept));
		expect(json).toEqual([
			{
				...SIMPLE,
				approval_type: 2,
				warning: expect.stringContaining("kept 'Registration' at 'Not Required'"),
			},
		]);
		expect(hints).toHaveLength(1);
	});

	it('tells in words that Zoom made it for another time and zone', async () => {
		const made = { start_time: '2099-07-05T10:00:00Z', timezone: 'UTC', type: 2, id: 1, uuid: 'u' };
		const { json, hints } = await run(
			'create',
			{ startTime: '2099-07-05 10:00', timezone: 'America/New_York' },
			() => ok(made),
		);
		const warning =
			"Zoom set the start time to 2099-07-05T10:00:00Z instead of 2099-07-05T14:00:00Z. Zoom set the time zone to 'UTC' instead of 'America/New_York'.";
		expect(json).toEqual([{ ...made, warning }]);
		expect(hints).toEqual([{ message: warning, type: 'warning', location: 'outputPane' }]);
	});

	it.each([
		[
			{ additionalFields: { duration: 0 } },
			"'Duration (Minutes)' is 0, but must be between 1 and 1440",
		],
		[
			{ additionalFields: { duration: 1441 } },
			"'Duration (Minutes)' is 1441, but must be between 1 and 1440",
		],
		[{ topic: 'x'.repeat(201) }, "'Topic' is 201 characters long, but Zoom accepts at most 200"],
		[{ startTime: 'soon' }, "'Start Time' isn't a valid date and time: \"soon\""],
		[{ userId: locator('id', '../x') }, "'Host' isn't an email address or user ID: \"../x\""],
	])('refuses %j before a request', async (parameters, message) => {
		expect(await messageOf('create', parameters as IDataObject)).toBe(message);
	});
});

describe('Meeting: Get', () => {
	it('gets by ID, simplified', async () => {
		const { sent, json } = await run('get', { meetingId: byId });
		expect(sent).toEqual([{ method: 'GET', url: `${API}/meetings/85746065432`, qs: {} }]);
		expect(json).toEqual([SIMPLE]);
	});

	it('gets one occurrence, whole, with the previous ones', async () => {
		const { sent, json } = await run('get', {
			meetingId: locator('url', 'https://zoom.us/j/85746065432?pwd=x'),
			additionalFields: { occurrenceId: '1648194360000', showPreviousOccurrences: false },
			simple: false,
		});
		expect(sent).toEqual([
			{
				method: 'GET',
				url: `${API}/meetings/85746065432`,
				qs: { occurrence_id: '1648194360000', show_previous_occurrences: false },
			},
		]);
		expect(json).toEqual([MEETING]);
	});

	it('takes one occurrence only', async () => {
		const additionalFields = { occurrenceId: '1648194360000, 1648799160000' };
		expect(await messageOf('get', { meetingId: byId, additionalFields })).toBe(
			"'Occurrence Name or ID' accepts only one occurrence here",
		);
	});

	it('encodes an instance UUID twice where Zoom wants it', async () => {
		const { sent } = await run('get', { meetingId: locator('id', '/ajXp112QmuoKj4854875==') });
		expect(sent[0]?.url).toBe(`${API}/meetings/%252FajXp112QmuoKj4854875%253D%253D`);
	});

	it.each(['', '../users/me', '123'])('refuses the ID %p before a request', async (id) => {
		expect(await messageOf('get', { meetingId: locator('id', id) })).toMatch(
			/^'Meeting' (is|isn't) /,
		);
	});
});

describe('Meeting: Get Many', () => {
	it('lists up to the limit and asks for no page beyond', async () => {
		const { sent, json } = await run('getAll', { limit: 2 }, () =>
			ok({ meetings: [MEETING, MEETING, MEETING], next_page_token: 'A' }),
		);
		expect(sent).toEqual([
			{ method: 'GET', url: `${API}/users/me/meetings`, qs: { page_size: 2 } },
		]);
		expect(json).toEqual([SIMPLE, SIMPLE]);
	});

	it('lists all pages, with filters', async () => {
		const { sent, json } = await run(
			'getAll',
			{
				userId: locator('id', 'KDcuGIm1QgePTO8WbOqwIQ'),
				returnAll: true,
				simple: false,
				filters: {
					type: 'upcoming',
					from: '2027-03-05T00:00:00',
					to: '2027-03-06T23:00:00.000+02:00',
					timezone: 'Europe/Berlin',
				},
			},
			(_, index) => ok({ meetings: [{ id: index }], next_page_token: index === 0 ? 'A' : '' }),
		);
		const qs = {
			page_size: 300,
			type: 'upcoming',
			from: '2027-03-05',
			to: '2027-03-06',
			timezone: 'Europe/Berlin',
		};
		const url = `${API}/users/KDcuGIm1QgePTO8WbOqwIQ/meetings`;
		expect(sent).toEqual([
			{ method: 'GET', url, qs },
			{ method: 'GET', url, qs: { ...qs, next_page_token: 'A' } },
		]);
		expect(json).toEqual([{ id: 0 }, { id: 1 }]);
	});

	it.each([
		[{ limit: 0 }, "'Limit' is 0, but must be 1 or more"],
		[{ filters: { from: 'soon' } }, "'From' isn't a valid date and time: \"soon\""],
		[{ filters: { to: 'soon' } }, "'To' isn't a valid date and time: \"soon\""],
		[{ filters: { type: 'x' } }, "'Type' must be one of Zoom's choices, but is \"x\""],
	])('refuses %j', async (parameters, message) => {
		expect(await messageOf('getAll', parameters as IDataObject)).toBe(message);
	});
});

describe('Meeting: Update', () => {
	it('sends what was added and returns the updated meeting', async () => {
		const { sent, json } = await run(
			'update',
			{
				meetingId: byId,
				updateFields: {
					topic: 'New',
					duration: 90,
					startTime: '2027-03-05T10:00:00',
					registration: 'automatic',
					occurrenceId: '1648194360000',
				},
				settings: { joinBeforeHost: false },
			},
			({ method }) => (method === 'PATCH' ? { statusCode: 204, body: '' } : ok(MEETING)),
		);
		const url = `${API}/meetings/85746065432`;
		const qs = { occurrence_id: '1648194360000' };
		expect(sent).toEqual([
			{
				method: 'PATCH',
				url,
				qs,
				body: {
					topic: 'New',
					duration: 90,
					start_time: '2027-03-05T15:00:00Z',
					settings: { approval_type: 0, join_before_host: false },
				},
			},
			{ method: 'GET', url, qs },
		]);
		expect(json).toEqual([SIMPLE]);
	});

	it.each([
		[
			refusal(400, 4711, 'Token does not contain scopes:[meeting:read:meeting:admin].'),
			'The Zoom app is missing a scope for this operation',
		],
		[refusal(404, 3001, 'Meeting does not exist: 1.'), "Zoom couldn't find this meeting"],
		[{ statusCode: 200, body: '<html>' }, "This isn't a response from Zoom's API"],
	])('is done where the meeting cannot be read afterwards, case %#', async (answer, why) => {
		const { json } = await run(
			'update',
			{ meetingId: byId, updateFields: { topic: 'New' } },
			({ method }) => (method === 'PATCH' ? { statusCode: 204, body: '' } : answer),
		);
		expect(json).toEqual([
			{
				id: 85746065432,
				warning: `The meeting was updated, but couldn't be read afterward: ${why}.`,
			},
		]);
	});

	it('tells that Zoom did not take a start time in the past, read or not', async () => {
		const past = { meetingId: byId, updateFields: { startTime: '2019-06-29T20:00:00Z' } };
		const kept = { id: 85746065432, start_time: '2027-03-17T15:00:00Z' };
		const said = async (answer: Answer) =>
			(
				await run('update', past, ({ method }) =>
					method === 'PATCH' ? { statusCode: 204 } : answer,
				)
			).json;
		expect(await said(ok(kept))).toEqual([
			{
				...kept,
				warning:
					"The start time 2019-06-29T20:00:00Z is in the past, so Zoom didn't use it: the meeting starts at 2027-03-17T15:00:00Z.",
			},
		]);
		expect(await said(refusal(404, 3001, 'Meeting does not exist: 1.'))).toEqual([
			{
				id: 85746065432,
				warning:
					"The meeting was updated, but couldn't be read afterward: Zoom couldn't find this meeting. The start time 2019-06-29T20:00:00Z is in the past, so Zoom didn't use it.",
			},
		]);
	});

	it('gives the whole meeting, and tells that Zoom kept registration off', async () => {
		const kept = { ...MEETING, type: 3, settings: { approval_type: 2 } };
		const { json } = await run(
			'update',
			{ meetingId: byId, updateFields: { registration: 'automatic' }, simple: false },
			() => ok(kept),
		);
		expect(json).toEqual([
			{ ...kept, warning: expect.stringContaining("Zoom kept 'Registration'") },
		]);
	});

	it.each([
		[{}, 'There is nothing to update'],
		[{ updateFields: { otherFields: '{}' } }, 'There is nothing to update'],
		[{ updateFields: { occurrenceId: '1648194360000' } }, 'There is nothing to update'],
		[
			{ updateFields: { topic: 'x'.repeat(201) } },
			"'Topic' is 201 characters long, but Zoom accepts at most 200",
		],
		[
			{ updateFields: { duration: 0 } },
			"'Duration (Minutes)' is 0, but must be between 1 and 1440",
		],
	])('refuses %j before a request', async (parameters, message) => {
		expect(await messageOf('update', { meetingId: byId, ...parameters } as IDataObject)).toBe(
			message,
		);
	});
});

describe('Meeting: Delete', () => {
	const deleted = () => ({ statusCode: 204, body: '' });

	it('deletes the meeting', async () => {
		const { sent, json } = await run('delete', { meetingId: byId }, deleted);
		expect(sent).toEqual([{ method: 'DELETE', url: `${API}/meetings/85746065432`, qs: {} }]);
		expect(json).toEqual([{ deleted: true, success: true, id: 85746065432 }]);
	});

	it('deletes one occurrence, and tells nobody if so wanted', async () => {
		const { sent } = await run(
			'delete',
			{
				meetingId: byId,
				occurrenceId: 1648194360000,
				additionalFields: { scheduleForReminder: false, cancelMeetingReminder: true },
			},
			deleted,
		);
		expect(sent[0]?.qs).toEqual({
			occurrence_id: '1648194360000',
			schedule_for_reminder: false,
			cancel_meeting_reminder: true,
		});
	});

	it('deletes no whole series where an expression gives something that is no occurrence', async () => {
		expect(await messageOf('delete', { meetingId: byId, occurrenceId: 'next' })).toBe(
			"'Occurrence Name or ID' isn't an occurrence ID: \"next\"",
		);
	});
});

describe('a meeting ID in an output', () => {
	it.each<[string, IDataObject]>([
		['get', {}],
		['update', { updateFields: { topic: 'T' } }],
		['delete', {}],
		['end', {}],
		['getInvitation', {}],
		['getRegistrationForm', {}],
		['getRegistrationLink', {}],
		[
			'updateRegistrationForm',
			{ standardQuestions: { question: [{ question: 'city', state: 'optional' }] } },
		],
	])('is a number: %s', async (operation, parameters) => {
		const { json } = await run(operation, { meetingId: byId, ...parameters }, ({ method, url }) => {
			if (method !== 'GET') return { statusCode: 204, body: '' };
			if (url.endsWith('/invitation')) return ok({ invitation: 'Join' });
			if (url.endsWith('/questions')) return ok({ questions: [], custom_questions: [] });
			return ok({ id: 85746065432, registration_url: 'https://zoom.us/meeting/register/t' });
		});
		expect(json).toMatchObject([{ id: 85746065432 }]);
	});
});

describe('Meeting: End', () => {
	it('ends the meeting', async () => {
		const { sent, json } = await run('end', { meetingId: byId }, () => ({
			statusCode: 204,
			body: '',
		}));
		expect(sent).toEqual([
			{ method: 'PUT', url: `${API}/meetings/85746065432/status`, body: { action: 'end' } },
		]);
		expect(json).toEqual([{ success: true, ended: true, id: 85746065432 }]);
	});

	it("passes on Zoom's refusal", async () => {
		const failing = run('end', { meetingId: byId }, () =>
			refusal(404, 3001, 'Meeting does not exist: 85746065432.'),
		);
		await expect(failing).rejects.toThrow("Zoom couldn't find this meeting");
	});
});
