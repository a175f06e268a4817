import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { recordingCompleted, transcriptCompleted } from '../../sandbox/events/recordings';
import { errorMessage, errorOf } from '../failedRow';
import { runZoom } from './run';
import { apiRequests, byId, credentialsFor, useSandbox } from './world';

const { uuid, files } = SEED.recorded;
const DAY_MS = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

const sandbox = useSandbox();
const run = async (operation: string, more: INodeParameters = {}, rows?: IDataObject[]) =>
	await runZoom(
		{ resource: 'recording', operation, recordedEventId: byId(SEED.over), options: {}, ...more },
		credentialsFor(sandbox()),
		rows,
		{ onError: 'continueErrorOutput' },
	);
const recording = () => {
	const found = sandbox()
		.recordings()
		.find((one) => one.uuid === uuid);
	if (!found) throw new Error('The seed has no recording');
	return found;
};
const trash = () => {
	recording().trashedAt = Date.now();
};

describe('Get', () => {
	it.each([SEED.over, uuid, `https://us02web.zoom.us/j/${SEED.over}?pwd=x`])(
		'finds a recording by %s',
		async (id) => {
			const { items, errors } = await run('get', { recordedEventId: byId(id) });
			expect(errors).toEqual([]);
			expect(items.map(({ json }) => json)).toMatchObject([
				{ uuid, id: Number(SEED.over), topic: 'Last week’s webinar', duration: 60 },
			]);
			const listed = items[0]?.json.recording_files as IDataObject[];
			expect(listed.map((file) => [file.id, file.file_type, file.file_size])).toEqual([
				[files.video, 'MP4', 400_000],
				[files.audio, 'M4A', 90_000],
				[files.transcript, 'TRANSCRIPT', expect.any(Number)],
				[files.chat, 'CHAT', expect.any(Number)],
				[files.timeline, 'TIMELINE', 15],
			]);
		},
	);

	it('takes the latest of several for an ID, and a certain one for its UUID', async () => {
		const [earlier, later] = [3, 2].map((days) =>
			sandbox().addRecording(SEED.series, {
				startsAt: Date.now() - days * DAY_MS,
				files: [{ file_type: 'MP4', content: { size: 10 } }],
			}),
		);
		const byNumber = await run('get', { recordedEventId: byId(SEED.series) });
		expect(byNumber.items[0]?.json.uuid).toBe(later?.uuid);
		const byUuid = await run('get', { recordedEventId: byId(String(earlier?.uuid)) });
		expect(byUuid.items[0]?.json.uuid).toBe(earlier?.uuid);
	});

	it('leaves nothing out without Simplify, and asks for no token', async () => {
		const { items } = await run('get', { simple: false });
		expect(items[0]?.json).toMatchObject({ recording_play_passcode: expect.any(String) });
		expect(JSON.stringify(items)).not.toContain('download_access_token');
		expect(apiRequests(sandbox())).toMatchObject([{ query: {} }]);
	});

	it.each<[string, () => void]>([
		['is in the trash', trash],
		['was never made', () => sandbox().recordings().splice(0)],
	])('says what may be the matter where it %s', async (_, before) => {
		before();
		const { errors } = await run('get');
		expect(errorOf(errors[0])).toMatchObject({
			message: "Zoom couldn't find this recording in its cloud",
			hint: expect.stringMatching(/processing.*trash.*never recorded/),
			code: 3301,
		});
	});

	it.each([
		['={{ $json.none }}', 'is required'],
		['12', "isn't a meeting ID or link"],
		['https://zoom.us/meeting/register/tJIqcO-trTMsHNT6', 'is a registration link'],
	])('refuses %p before any request', async (id, message) => {
		const { errors } = await run('get', { recordedEventId: byId(id) });
		expect(errorMessage(errors[0])).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});
});

describe('Get Many', () => {
	const record = (daysAgo: number, meeting: string = SEED.over) =>
		sandbox().addRecording(meeting, {
			startsAt: Date.now() - daysAgo * DAY_MS,
			files: [{ file_type: 'MP4', content: { size: 10 } }],
		}).uuid;
	const uuidsOf = ({ items }: Awaited<ReturnType<typeof run>>) =>
		items.map(({ json }) => json.uuid);

	it('lists the last 30 days, the latest first', async () => {
		const recent = record(1);
		record(40);
		expect(uuidsOf(await run('getAll', { returnAll: true }))).toEqual([recent, uuid]);
	});

	it('asks for any range a month at a time, and loses no day', async () => {
		sandbox().recordings().splice(0);
		const daily = Array.from({ length: 100 }, (_, daysAgo) => record(daysAgo));
		const filters = { from: day(Date.now() - 99 * DAY_MS) };
		expect(uuidsOf(await run('getAll', { returnAll: true, filters }))).toEqual(daily);
		const asked = apiRequests(sandbox()).map(({ query }) => query);
		expect(asked).toHaveLength(4);
		for (const { from = '', to = '' } of asked) {
			expect((Date.parse(to) - Date.parse(from)) / DAY_MS).toBeLessThanOrEqual(30);
		}
	});

	it('follows pages, and stops at the limit', async () => {
		for (let count = 0; count < 320; count++) record(2);
		expect((await run('getAll', { returnAll: true })).items).toHaveLength(321);
		sandbox().resetCounts();
		expect((await run('getAll', { limit: 5 })).items).toHaveLength(5);
		expect(sandbox().counts().byEndpoint).toEqual({ 'GET /users/{userId}/recordings': 1 });
	});

	it('lists those of all hosts', async () => {
		const others = sandbox().addMeeting({ host_email: SEED.secondHost.email, topic: 'Hers' });
		const hers = record(3, String(others.id));
		const found = await run('getAll', { owners: 'account', returnAll: true });
		expect(uuidsOf(found)).toEqual([hers, uuid]);
		expect(uuidsOf(await run('getAll', { owners: 'account', limit: 1 }))).toEqual([hers]);
	});

	it('narrows the list down to a meeting', async () => {
		record(1);
		const other = record(1, SEED.meeting);
		const filters = { meetingId: '857 4606 5432' };
		expect(uuidsOf(await run('getAll', { returnAll: true, filters }))).toEqual([other]);
	});

	it('lists the trash: whole recordings, or single files', async () => {
		const kept = record(1);
		trash();
		const whole = await run('getAll', { filters: { trash: 'meeting_recordings' } });
		expect(uuidsOf(whole)).toEqual([uuid]);
		recording().trashedAt = undefined;
		const chat = recording().files.find(({ id }) => id === files.chat);
		if (chat) chat.trashedAt = Date.now();
		const single = await run('getAll', { filters: { trash: 'recording_file' } });
		expect(single.items.map(({ json }) => json)).toMatchObject([
			{ uuid, recording_files: [{ id: files.chat }] },
		]);
		expect(uuidsOf(await run('getAll'))).toEqual([kept, uuid]);
	});

	it.each<[string, IDataObject, string]>([
		['a range the wrong way round', { from: '2026-03-02', to: '2026-03-01' }, "is after 'To'"],
		['a UUID as meeting ID', { meetingId: uuid }, 'is the UUID of a single past instance'],
	])('refuses %s before any request', async (_, filters, message) => {
		const { errors } = await run('getAll', { filters: filters as INodeParameters });
		expect(errorMessage(errors[0])).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});
});

describe('Delete and Recover', () => {
	it.each([
		['trash', 1],
		['delete', 0],
	])('a recording, by %s', async (deletion, left) => {
		const { items } = await run('delete', { deletion });
		expect(items[0]?.json).toEqual({ deleted: true, meeting_id: SEED.over });
		expect(sandbox().recordings()).toHaveLength(left);
		const { errors } = await run('get');
		expect(errors).toHaveLength(1);
		const recovered = await run('recover', { recordedEventId: byId(uuid) });
		expect([recovered.items.length, recovered.errors.length]).toEqual([left, 1 - left]);
		expect((await run('get')).items).toHaveLength(left);
	});

	it.each([
		['trash', 5],
		['delete', 4],
	])('one file, by %s', async (deletion, left) => {
		const { items } = await run('delete', { deletion, files: 'one', fileId: files.chat });
		expect(items[0]?.json).toEqual({
			deleted: true,
			meeting_id: SEED.over,
			file_id: files.chat,
		});
		expect(recording().files).toHaveLength(left);
		const shown = async () =>
			((await run('get')).items[0]?.json.recording_files as IDataObject[]).length;
		expect(await shown()).toBe(4);
		await run('recover', { files: 'one', fileId: files.chat });
		expect(await shown()).toBe(left);
	});

	it('is done although the answer was lost, and the second try finds nothing', async () => {
		sandbox().configure({
			faults: [{ kind: 'resetAfter', on: 'DELETE /meetings/{meetingId}/recordings', times: 1 }],
		});
		const { items, errors } = await run('delete');
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({ deleted: true });
		expect(recording().trashedAt).toBeDefined();
	});

	it('says that a simulive webinar uses it', async () => {
		sandbox().addWebinar({
			is_simulive: true,
			record_file_id: files.video,
			start_time: '2099-01-01T10:00:00Z',
		});
		const { errors } = await run('delete');
		expect(errorOf(errors[0])).toMatchObject({
			code: 3310,
			hint: expect.stringContaining('simulive'),
		});
		expect(recording().trashedAt).toBeUndefined();
	});

	it.each<[string, INodeParameters, () => void, object]>([
		[
			'a file that is being processed',
			{ operation: 'delete', files: 'one', fileId: files.video },
			() => Object.assign(recording().files[0] ?? {}, { status: 'processing' }),
			{ code: 3303 },
		],
		[
			'no room for what is recovered',
			{ operation: 'recover' },
			() => {
				trash();
				sandbox().configure({ storageFull: true });
			},
			{ code: 3309, message: "The account's cloud storage is full" },
		],
		[
			'what has been in the trash for more than 30 days',
			{ operation: 'recover' },
			() => {
				recording().trashedAt = Date.now() - 31 * DAY_MS;
			},
			{ code: 3301 },
		],
		[
			'no file ID',
			{ operation: 'delete', files: 'one', fileId: '={{ $json.none }}' },
			() => undefined,
			{ message: expect.stringContaining("'File ID' isn't the ID of a file") },
		],
	])('tells of %s', async (_, parameters, before, error) => {
		before();
		const { errors } = await run(String(parameters.operation), parameters);
		expect(errorOf(errors[0])).toMatchObject(error);
	});
});

describe('Get Transcript', () => {
	const spoken = [
		['Harriet Host', 'Welcome everybody, let us begin. Today is about what is new.'],
		['Ines Vega', 'Will there be a recording?'],
		['Harriet Host', 'Yes, you will get it by email.'],
	];

	it('as text, with the talk time of each speaker', async () => {
		const { items, errors } = await run('getTranscript');
		expect(errors).toEqual([]);
		expect(items[0]?.json).toEqual({
			meeting_id: uuid,
			topic: 'Last week’s webinar',
			host_id: SEED.host.id,
			text: spoken.map(([name, text]) => `${name}: ${text}`).join('\n\n'),
			speakers: [
				{ name: 'Harriet Host', seconds: 8.62, percent: 71.1, words: 18 },
				{ name: 'Ines Vega', seconds: 3.5, percent: 28.9, words: 5 },
			],
		});
	});

	it('as segments and as Markdown', async () => {
		const segments = (await run('getTranscript', { format: 'segments' })).items[0]?.json.segments;
		expect(segments).toEqual([
			{ start: 2.57, end: 9.34, speaker: spoken[0]?.[0], text: spoken[0]?.[1] },
			{ start: 12, end: 15.5, speaker: spoken[1]?.[0], text: spoken[1]?.[1] },
			{ start: 16, end: 18.25, speaker: spoken[2]?.[0], text: spoken[2]?.[1] },
		]);
		const { items } = await run('getTranscript', { format: 'markdown' });
		expect(items[0]?.json.markdown).toContain(
			'# Last week’s webinar\n\n**Harriet Host** (00:00:02)\nWelcome everybody',
		);
	});

	const transcript = () => {
		const file = recording().files.find(({ id }) => id === files.transcript);
		if (!file) throw new Error('The seed has no transcript');
		return file;
	};
	it.each<[string, () => void, string]>([
		['is not written yet', () => (transcript().status = 'processing'), "isn't ready yet"],
		['is in the trash', trash, 'was deleted or is in the trash'],
		['is empty', () => (transcript().content = { text: '' }), 'The transcript is empty'],
		[
			'has no words',
			() => (transcript().content = { text: 'WEBVTT\n\n' }),
			'The transcript is empty',
		],
		['was never made', () => recording().files.splice(0), 'has no transcript'],
	])('tells where it %s', async (_, before, message) => {
		before();
		const { errors } = await run('getTranscript');
		expect(errorMessage(errors[0])).toContain(message);
		expect(errorOf(errors[0])?.hint).toBeTruthy();
	});
});

describe('the events of Zoom Trigger', () => {
	/** What the trigger puts out, simplified or not. */
	async function eventOf(
		build: typeof recordingCompleted | typeof transcriptCompleted,
		simplified: boolean,
	) {
		let json: IDataObject = {};
		await sandbox().announce((source) => {
			const event = build(source, recording());
			const { object, ...payload } = event.payload;
			json = simplified
				? { event: event.event, ...object, ...payload, download_token: event.download_token }
				: ({ ...event } as unknown as IDataObject);
			return event;
		}, SEED.over);
		return json;
	}

	it.each([true, false])('bring files and their token (simplified: %s)', async (simplified) => {
		const event = await eventOf(recordingCompleted, simplified);
		sandbox().configure({ scopes: [] });
		const { items, errors } = await run('download', { source: 'event' }, [event]);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.file_id)).toEqual(Object.values(files));
		expect(apiRequests(sandbox())).toEqual([]);
	});

	it.each([true, false])('bring a transcript (simplified: %s)', async (simplified) => {
		const event = await eventOf(transcriptCompleted, simplified);
		const { items } = await run('getTranscript', { source: 'event' }, [event]);
		expect(items[0]?.json).toMatchObject({ meeting_id: uuid, text: expect.any(String) });
		expect(apiRequests(sandbox())).toEqual([]);
	});

	it('name what was recorded by their uuid', async () => {
		const event = await eventOf(recordingCompleted, true);
		const id = byId('={{ $json.uuid }}');
		for (const operation of ['get', 'download', 'getTranscript', 'delete', 'recover']) {
			const { errors } = await run(operation, { recordedEventId: id }, [event]);
			expect([operation, errors]).toEqual([operation, []]);
		}
	});

	it('are known from other items', async () => {
		const { errors } = await run('download', { source: 'event' }, [{ topic: 'T' }]);
		expect(errorOf(errors[0])).toMatchObject({
			message: "The incoming item isn't an event with a recording",
			hint: expect.stringContaining('Zoom Trigger'),
		});
	});
});
