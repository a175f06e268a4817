import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byId, byUrl, credentialsFor, eventOf, useSandbox } from './world';

const YEAR = new Date().getUTCFullYear() + 1;

describe('Webinar, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{ resource: 'webinar', operation, options: {}, ...parameters },
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const create = async (parameters: INodeParameters = {}) =>
		await run('create', {
			topic: 'Launch',
			startTime: `${YEAR}-07-05T10:00:00`,
			registration: 'automatic',
			...parameters,
		});

	it('creates one with registration on', async () => {
		const { items, errors, hints } = await create({ settings: { practiceSession: true } });
		expect(errors).toEqual([]);
		expect(hints).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			topic: 'Launch',
			type: 5,
			start_time: `${YEAR}-07-05T14:00:00Z`,
			approval_type: 0,
			registration_url: expect.stringContaining('/webinar/register/'),
		});
		expect(eventOf(sandbox(), items[0]?.json.id)?.settings).toMatchObject({
			practice_session: true,
		});
	});

	it('takes settings of every group', async () => {
		const { items, errors } = await create({
			simple: false,
			settings: { alternativeHosts: 'anna@example.com' },
			videoAndAudio: { audio: 'voip', hdVideo: false },
			registrationSettings: { registrantsRestrictNumber: 50, showShareButton: false },
			emails: { emailLanguage: 'German', reminder: '1 Day Before', followUpAbsentees: 'None' },
			questionsAndAnswers: {
				questionAndAnswerEnable: true,
				questionAndAnswerAnswerQuestions: 'only',
			},
			interpretation: {
				languageInterpretationEnable: true,
				interpreters: {
					interpreter: [{ email: 'ines@example.org', languages: 'English, Spanish' }],
				},
			},
		});
		expect(errors.map((one) => errorOf(one))).toEqual([]);
		expect(items[0]?.json.settings).toMatchObject({
			audio: 'voip',
			registrants_restrict_number: 50,
			email_language: 'de-DE',
			attendees_and_panelists_reminder_email_notification: { enable: true, type: 2 },
			question_and_answer: { enable: true, answer_questions: 'only' },
		});
	});

	it('creates a series whose sessions people choose', async () => {
		const { items, errors } = await create({
			recurrence: { rule: { repeats: 2, weekdays: [2], times: 4 } },
			registrationSettings: { registrationType: 3 },
		});
		expect(errors.map((one) => errorOf(one))).toEqual([]);
		expect(items[0]?.json).toMatchObject({ type: 9 });
		expect(items[0]?.json.occurrences).toHaveLength(4);
	});

	it('plays a recording as if it were live, and tells of a recording that Zoom does not have', async () => {
		const simulive = { isSimulive: true, recordFileId: SEED.recordingFile };
		expect((await create({ simulive })).errors.map((one) => errorOf(one))).toEqual([]);
		const { errors } = await create({ simulive: { ...simulive, recordFileId: 'none' } });
		expect(errorOf(errors[0])).toMatchObject({ zoomMessage: 'Record file does not exist.' });
	});

	it('asks Zoom nothing for a simulive webinar without its recording', async () => {
		const { errors } = await create({ simulive: { isSimulive: true } });
		expect(errorOf(errors[0])?.message).toBe('A simulive webinar requires the recording to play');
		expect(apiRequests(sandbox())).toEqual([]);
	});

	it('warns when Zoom keeps registration off', async () => {
		const { items, hints } = await create({ additionalFields: { type: 6 } });
		expect(items[0]?.json.warning).toContain("A recurring webinar without fixed times can't have");
		expect(hints).toEqual([items[0]?.json.warning]);
	});

	it('updates, gets and lists what Zoom has then', async () => {
		const webinarId = byId(SEED.webinar);
		const updated = await run('update', {
			webinarId,
			updateFields: { topic: 'New topic', agenda: '', registration: 'manual' },
			emails: { notifyRegistrants: false },
		});
		expect(updated.errors.map((one) => errorOf(one))).toEqual([]);
		expect(updated.items[0]?.json).toMatchObject({ topic: 'New topic', approval_type: 1 });
		const got = await run('get', { webinarId });
		expect(got.items[0]?.json).toEqual(updated.items[0]?.json);
		const listed = await run('getAll', { returnAll: true, filters: { type: 'scheduled' } });
		expect(listed.errors.map((one) => errorOf(one))).toEqual([]);
		expect(listed.items.map(({ json }) => json.topic)).toContain('New topic');
	});

	it('deletes one session of a series', async () => {
		const webinarId = byId(SEED.webinarSeries);
		const sessions = async () =>
			((await run('get', { webinarId })).items[0]?.json.occurrences ?? []) as IDataObject[];
		const [first] = await sessions();
		const { errors } = await run('delete', {
			webinarId,
			occurrenceId: String(first?.occurrence_id),
			additionalFields: { cancelWebinarReminder: true },
		});
		expect(errors).toEqual([]);
		const left = (await sessions()).filter(({ status }) => status !== 'deleted');
		expect(left).toHaveLength(3);
	});

	it('ends one', async () => {
		const { items, errors } = await run('end', { webinarId: byId(SEED.webinar) });
		expect(errors).toEqual([]);
		expect(items[0]?.json).toEqual({ success: true, ended: true, id: Number(SEED.webinar) });
	});

	it('finds one by its registration link', async () => {
		const link = String(eventOf(sandbox(), SEED.webinar)?.registration_url);
		const { items, errors } = await run('getRegistrationLink', { webinarId: byUrl(link) });
		expect(errors.map((one) => errorOf(one))).toEqual([]);
		expect(items[0]?.json).toMatchObject({ id: Number(SEED.webinar), registration_url: link });
	});

	it('changes the form by the question types of webinars', async () => {
		const webinarId = byId(SEED.webinar);
		const question = { title: 'Which?', type: 'multiple', answers: 'A\nB', required: false };
		const { items, errors } = await run('updateRegistrationForm', {
			webinarId,
			customQuestions: { question: [question] },
		});
		expect(errors.map((one) => errorOf(one))).toEqual([]);
		expect(items[0]?.json.custom_questions).toContainEqual({
			...question,
			answers: ['A', 'B'],
		});
		const form = await run('getRegistrationForm', { webinarId });
		expect(form.items[0]?.json).toEqual(items[0]?.json);
	});

	it.each([
		['webinar', 'getTrackingSources', '/webinars/{webinarId}/tracking_sources'],
		['panelist', 'getAll', '/webinars/{webinarId}/panelists'],
	])('%s %s: Zoom may leave out a list that is empty', async (resource, operation, path) => {
		const answer = { kind: 'answer' as const, on: `GET ${path}`, text: '{"total_records":0}' };
		sandbox().configure({ faults: [answer] });
		const webinarId = byId(SEED.webinar);
		const { items, errors, error } = await run(operation, { resource, webinarId, returnAll: true });
		expect({ items, errors, error }).toEqual({ items: [], errors: [], error: undefined });
	});

	it.each([
		['days', { repeats: 1 }, 90],
		['weeks', { repeats: 2, weekdays: [2] }, 12],
		['months', { repeats: 3, dayOfMonth: 5 }, 3],
	])('repeats every so many %s at most', async (_, rule, most) => {
		const every = async (interval: number) =>
			await create({ recurrence: { rule: { ...rule, interval, times: 2 } } });
		expect((await every(most)).errors.map(errorMessage)).toEqual([]);
		const asked = apiRequests(sandbox()).length;
		expect((await every(most + 1)).errors.map(errorMessage)).toEqual([
			`'Repeat Every' is ${most + 1}, but must be between 1 and ${most}`,
		]);
		expect(apiRequests(sandbox())).toHaveLength(asked);
	});

	it('gives the tracking sources', async () => {
		const { items } = await run('getTrackingSources', { webinarId: byId(SEED.webinar) });
		expect(items.map(({ json }) => [json.id, json.source_name])).toEqual([
			[SEED.trackingSources.newsletter, 'Newsletter'],
			[SEED.trackingSources.website, 'Website'],
		]);
	});
});
