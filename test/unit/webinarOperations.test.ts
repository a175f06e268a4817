import type { IDataObject } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { answered, locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';

/* What is true of webinars otherwise than of meetings; the rest is in meetingOperations. */

const API = 'https://api.zoom.us/v2';
const ID = 85746065432;
const url = `${API}/webinars/${ID}`;
const WEBINAR = { id: ID, uuid: 'u', topic: 'T', type: 5, start_url: 'secret' };
const SIMPLE = { id: ID, uuid: 'u', topic: 'T', type: 5 };
const webinarId = locator('id', '857 4606 5432');

async function run(
	operation: string,
	parameters: IDataObject = {},
	respond: Respond = () => ok(WEBINAR),
) {
	const result = await runNode({
		parameters: { resource: 'webinar', operation, webinarId, ...parameters } as never,
		respond,
	});
	return { ...result, json: result.items.map(({ json }) => json) };
}
const messageOf = async (operation: string, parameters: IDataObject) =>
	await run(operation, parameters, () => {
		throw new Error('Zoom was asked');
	}).then(
		() => 'Nothing was thrown',
		(error: Error) => error.message,
	);

describe('Webinar: Create', () => {
	it('creates with the defaults', async () => {
		const { sent, json } = await run('create');
		expect(sent).toEqual([{ method: 'POST', url: `${API}/users/me/webinars`, body: { type: 5 } }]);
		expect(json).toEqual([SIMPLE]);
	});

	it('sends what is filled in, from all groups', async () => {
		const { sent } = await run('create', {
			userId: locator('email', 'host@example.com'),
			topic: 'Launch',
			startTime: '2027-03-05T10:00:00',
			registration: 'manual',
			recurrence: { rule: { repeats: 1, times: 5 } },
			timezone: 'UTC',
			additionalFields: { templateId: 'T1' },
			settings: { practiceSession: true },
			registrationSettings: { registrationType: 3 },
			emails: { emailLanguage: 'de-DE', reminder: 2 },
			questionsAndAnswers: { questionAndAnswerEnable: false },
			interpretation: { languageInterpretationEnable: false },
			simulive: { isSimulive: true, recordFileId: 'F1' },
		});
		expect(sent).toEqual([
			{
				method: 'POST',
				url: `${API}/users/host%40example.com/webinars`,
				body: {
					topic: 'Launch',
					type: 9,
					start_time: '2027-03-05T10:00:00',
					timezone: 'UTC',
					template_id: 'T1',
					recurrence: { type: 1, repeat_interval: 1, end_times: 5 },
					is_simulive: true,
					record_file_id: 'F1',
					settings: {
						approval_type: 1,
						practice_session: true,
						registration_type: 3,
						email_language: 'de-DE',
						attendees_and_panelists_reminder_email_notification: { enable: true, type: 2 },
						question_and_answer: { enable: false },
						language_interpretation: { enable: false },
					},
				},
			},
		]);
	});

	it('tells in words that Zoom kept registration off', async () => {
		const kept = { ...WEBINAR, type: 6, settings: { approval_type: 2 } };
		const { json, hints } = await run('create', { registration: 'automatic' }, () => ok(kept));
		expect(json).toEqual([
			{
				...SIMPLE,
				type: 6,
				approval_type: 2,
				warning:
					"Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'. A recurring webinar without fixed times can't have registration. Choose a type with fixed times.",
			},
		]);
		expect(hints).toHaveLength(1);
	});

	it.each<[IDataObject, string]>([
		[{ simulive: { isSimulive: true } }, 'A simulive webinar requires the recording to play'],
		[
			{ additionalFields: { type: 9 } },
			"A recurring webinar with fixed times requires 'Recurrence'",
		],
		[{ topic: 'x'.repeat(201) }, "'Topic' is 201 characters long, but Zoom accepts at most 200"],
	])('refuses %j before a request', async (parameters, message) => {
		expect(await messageOf('create', parameters)).toBe(message);
	});
});

describe('Webinar: Get, Get Many', () => {
	it('gets one, simplified', async () => {
		const { sent, json } = await run('get');
		expect(sent).toEqual([{ method: 'GET', url, qs: {} }]);
		expect(json).toEqual([SIMPLE]);
	});

	it('lists the upcoming ones of a host', async () => {
		const { sent, json } = await run(
			'getAll',
			{ returnAll: true, filters: { type: 'upcoming' }, userId: locator('id', 'abc') },
			() => ok({ webinars: [WEBINAR] }),
		);
		const qs = { page_size: 300, type: 'upcoming' };
		expect(sent).toEqual([{ method: 'GET', url: `${API}/users/abc/webinars`, qs }]);
		expect(json).toEqual([SIMPLE]);
	});

	it('knows no filter of meetings', async () => {
		expect(await messageOf('getAll', { filters: { type: 'live' } })).toBe(
			"'Type' must be one of Zoom's choices, but is \"live\"",
		);
	});
});

describe('Webinar: Update', () => {
	it('sends what was added and returns the updated webinar', async () => {
		const { sent, json } = await run('update', {
			updateFields: { topic: 'New', occurrenceId: '1648194360000' },
			emails: { notifyRegistrants: true },
			simulive: { transitionToLive: true },
		});
		const qs = { occurrence_id: '1648194360000' };
		expect(sent).toEqual([
			{
				method: 'PATCH',
				url,
				qs,
				body: { topic: 'New', transition_to_live: true, settings: { notify_registrants: true } },
			},
			{ method: 'GET', url, qs },
		]);
		expect(json).toEqual([SIMPLE]);
	});

	it('is done where the webinar cannot be read afterwards', async () => {
		const { json } = await run('update', { updateFields: { topic: 'New' } }, ({ method }) =>
			method === 'PATCH' ? { statusCode: 204 } : answered('<html>'),
		);
		expect(json).toEqual([
			{
				id: ID,
				warning:
					"The webinar was updated, but couldn't be read afterward: This isn't a response from Zoom's API.",
			},
		]);
	});

	it.each<[IDataObject, string]>([
		[{}, 'There is nothing to update'],
		[
			{ simulive: { isSimulive: true }, updateFields: { type: 6 } },
			'A simulive webinar requires a fixed time',
		],
	])('refuses %j before a request', async (parameters, message) => {
		expect(await messageOf('update', parameters)).toBe(message);
	});
});

describe('Webinar: Delete, End', () => {
	it('deletes one occurrence, and tells nobody if so wanted', async () => {
		const { sent, json } = await run('delete', {
			occurrenceId: 1648194360000,
			additionalFields: { cancelWebinarReminder: false },
		});
		const qs = { occurrence_id: '1648194360000', cancel_webinar_reminder: false };
		expect(sent).toEqual([{ method: 'DELETE', url, qs }]);
		expect(json).toEqual([{ deleted: true, success: true, id: ID }]);
	});

	it.each([200, 204])('ends one, which Zoom answers with %i', async (statusCode) => {
		const { sent, json } = await run('end', {}, () => ({ statusCode, body: '' }));
		expect(sent).toEqual([{ method: 'PUT', url: `${url}/status`, body: { action: 'end' } }]);
		expect(json).toEqual([{ success: true, ended: true, id: ID }]);
	});

	it.each([201, 202])('is not ended by an empty %i', async (statusCode) => {
		const { items } = await runNode({
			parameters: { resource: 'webinar', operation: 'end', webinarId },
			respond: () => ({ statusCode, body: '' }),
			onError: 'continueErrorOutput',
		});
		expect(errorMessage(items[0])).toBe("Zoom's response doesn't show whether this succeeded");
	});
});

describe('Webinar: Get Tracking Sources', () => {
	const source = { id: '1', source_name: 'Blog', registration_count: 3, visitor_count: 9 };

	it('gives one item for each source', async () => {
		const { sent, json } = await run('getTrackingSources', {}, () =>
			ok({ total_records: 2, tracking_sources: [source, { ...source, id: '2' }] }),
		);
		expect(sent).toEqual([{ method: 'GET', url: `${url}/tracking_sources` }]);
		expect(json).toEqual([source, { ...source, id: '2' }]);
	});

	it('gives none where the webinar has none', async () => {
		expect((await run('getTrackingSources', {}, () => ok({}))).json).toEqual([]);
	});

	it("passes on Zoom's refusal", async () => {
		const failing = run('getTrackingSources', {}, () =>
			refusal(404, 3001, 'Webinar does not exist: 85746065432.'),
		);
		await expect(failing).rejects.toThrow("Zoom couldn't find this webinar");
	});
});

it.each([
	['get', {}],
	['update', { updateFields: { topic: 'T' } }],
	['delete', {}],
	['end', {}],
	['getRegistrationForm', {}],
	['getRegistrationLink', {}],
	[
		'updateRegistrationForm',
		{ standardQuestions: { question: [{ question: 'city', state: 'optional' }] } },
	],
])('an ID in the output of %s is a number', async (operation, parameters) => {
	const { json } = await run(operation, parameters, () =>
		ok({ registration_url: 'https://zoom.us/webinar/register/WN_x' }),
	);
	expect(json).toMatchObject([{ id: ID }]);
});
