import type { MeetingsEndpoints } from '@zoom/rivet/meetings/meetings';
import { bytesOf, checksumOf, SEED } from '../../../sandbox';
import { mismatches, zoomType } from '../../contract/zoomTypes';
import { useSandbox } from './client';

/*
 * Recordings, transcripts and summaries: what Zoom gives and refuses, with Zoom's own SDK as a client
 * where it has types of the answers.
 */

const { MeetingsEndpoints: Endpoints } = jest.requireActual<{
	MeetingsEndpoints: typeof MeetingsEndpoints;
}>('@zoom/rivet/meetings');

const { sandbox, call, newToken } = useSandbox();
const { uuid, files } = SEED.recorded;
/** It begins with a slash. */
const twice = encodeURIComponent(encodeURIComponent(uuid));
const PATH = `/meetings/${twice}/recordings`;
const DAY_MS = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Fields of Zoom's webhook reference, or of recorded answers, that the SDK's types lack. */
const NEWER = [/\.(share_url|timezone) is unknown/, /file_type is "TIMELINE"/];

describe("Zoom's SDK", () => {
	let client: MeetingsEndpoints;
	beforeEach(() => {
		const auth = { getToken: newToken } as unknown as ConstructorParameters<
			typeof MeetingsEndpoints
		>[0]['auth'];
		client = new Endpoints({ auth, baseUrl: `${sandbox().url}/v2` });
	});
	const wrongIn = (type: string, data: unknown) =>
		mismatches(zoomType(type), data).filter((one) => !NEWER.some((newer) => newer.test(one)));

	it('reads recordings, transcripts and summaries in its own types', async () => {
		const path = { meetingId: SEED.over };
		const { cloudRecording, meetings } = client;
		const recording = await cloudRecording.getMeetingRecordings({
			path,
			query: { include_fields: 'download_access_token', ttl: 60 },
		});
		expect(wrongIn('CloudRecordingGetMeetingRecordingsResponse', recording.data)).toEqual([]);
		const list = await cloudRecording.listAllRecordings({
			path: { userId: 'me' },
			query: { from: day(Date.now() - 20 * DAY_MS), to: day(Date.now()) },
		});
		expect(wrongIn('CloudRecordingListAllRecordingsResponse', list.data)).toEqual([]);
		expect(list.data).toMatchObject({ total_records: 1, meetings: [{ uuid }] });
		const transcript = await cloudRecording.getMeetingTranscript({ path });
		expect(wrongIn('CloudRecordingGetMeetingTranscriptResponse', transcript.data)).toEqual([]);
		const summary = await meetings.getMeetingOrWebinarSummary({ path });
		expect(wrongIn('MeetingsGetMeetingOrWebinarSummaryResponse', summary.data)).toEqual([]);
		const summaries = await meetings.listAccountsMeetingOrWebinarSummaries({});
		expect(
			wrongIn('MeetingsListAccountsMeetingOrWebinarSummariesResponse', summaries.data),
		).toEqual([]);
	});

	it('deletes and recovers', async () => {
		const { cloudRecording } = client;
		const path = { meetingId: SEED.over, recordingId: files.chat };
		const statuses = [
			await cloudRecording.deleteRecordingFileForMeetingOrWebinar({ path }),
			await cloudRecording.recoverSingleRecording({ path, body: { action: 'recover' } }),
			await cloudRecording.deleteMeetingOrWebinarRecordings({ path }),
			await cloudRecording.recoverMeetingRecordings({
				path: { meetingUUID: SEED.over },
				body: { action: 'recover' },
			}),
		].map(({ statusCode }) => statusCode);
		expect(statuses).toEqual([204, 204, 204, 200]);
	});
});

it('lists a month at most, and today where nothing is asked', async () => {
	const listed = async (query: string) =>
		(await call('GET', `/users/me/recordings${query}`)).body.total_records;
	expect(await listed('')).toBe(0);
	sandbox().addRecording(SEED.over, { startsAt: Date.now(), files: [] });
	expect(await listed('')).toBe(1);
	const year = `?from=${day(Date.now() - 365 * DAY_MS)}&to=${day(Date.now())}`;
	sandbox().addRecording(SEED.over, { startsAt: Date.now() - 60 * DAY_MS, files: [] });
	expect(await listed(year)).toBe(2);
});

it.each<[string, 'GET' | 'PUT' | 'DELETE', string, object | undefined, object]>([
	[
		'an unknown meeting',
		'GET',
		'/meetings/99999999999/recordings',
		undefined,
		{ status: 404, code: 3301 },
	],
	[
		'a UUID encoded once',
		'GET',
		`/meetings/${encodeURIComponent(uuid)}/recordings`,
		undefined,
		{ status: 404 },
	],
	[
		'a lifetime of more than a week',
		'GET',
		`${PATH}?ttl=604801`,
		undefined,
		{ status: 400, code: 300 },
	],
	['another deletion', 'DELETE', `${PATH}?action=burn`, undefined, { status: 400, code: 300 }],
	['a file that it does not have', 'DELETE', `${PATH}/abc`, undefined, { status: 404, code: 3301 }],
	[
		'to recover what is not in the trash',
		'PUT',
		`${PATH}/status`,
		{ action: 'recover' },
		{ status: 404, code: 3301 },
	],
	[
		'another change of status',
		'PUT',
		`${PATH}/status`,
		{ action: 'hide' },
		{ status: 400, code: 300 },
	],
	[
		'a transcript that was never made',
		'GET',
		`/meetings/${SEED.meeting}/transcript`,
		undefined,
		{ status: 404, code: 3322 },
	],
	[
		'a summary that was never made',
		'GET',
		`/meetings/${SEED.meeting}/meeting_summary`,
		undefined,
		{ status: 404, code: 3001 },
	],
	[
		'a summary of no ID',
		'GET',
		'/meetings/abc/meeting_summary',
		undefined,
		{ status: 400, code: 300 },
	],
	[
		'a time without Z',
		'GET',
		'/meetings/meeting_summaries?from=2026-01-01T00:00:00',
		undefined,
		{ status: 400, code: 300 },
	],
])('refuses %s', async (_, method, path, json, expected) => {
	const { status, body } = await call(method, path, json && { json });
	expect({ status, code: body.code }).toMatchObject(expected);
});

it.each([
	['off', 400, 3000],
	['emailOnly', 403, 2305],
] as const)('keeps summaries back where they are %s', async (summaries, status, code) => {
	sandbox().configure({ summaries });
	for (const path of [`/meetings/${twice}/meeting_summary`, '/meetings/meeting_summaries']) {
		const answer = await call('GET', path);
		expect([answer.status, answer.body.code]).toEqual([status, code]);
	}
});

describe('a file', () => {
	const ask = async (path: string, headers: Record<string, string> = {}) =>
		await fetch(`${sandbox().url}${path}`, { headers, redirect: 'manual' });
	const link = `/rec/download/${files.video}`;
	const fileToken = async () => {
		const query = '?include_fields=download_access_token&ttl=60';
		return String((await call('GET', `${PATH}${query}`)).body.download_access_token);
	};
	const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
	const signedLink = async () => {
		const location = (await ask(link, bearer(await fileToken()))).headers.get('location');
		return String(location).slice(sandbox().url.length);
	};
	const typeOf = (response: Response) => response.headers.get('content-type')?.split(';')[0];

	it('is given to who has its token, by a link that needs none', async () => {
		const whole = await ask(await signedLink());
		expect([whole.status, typeOf(whole)]).toEqual([200, 'video/mp4']);
		const bytes = Buffer.from(await whole.arrayBuffer());
		const { content } = sandbox().recordings()[0]?.files[0] ?? { content: { size: 0 } };
		expect(bytes).toEqual(Buffer.concat([...bytesOf(files.video, content, 0, 400_000)]));
	});

	it('is given to an app that may read recordings', async () => {
		expect((await ask(link, bearer(await newToken()))).status).toBe(302);
		sandbox().configure({ scopes: ['meeting:read:meeting:admin'] });
		expect(typeOf(await ask(link, bearer(await newToken())))).toBe('text/html');
	});

	it.each<[string, () => Promise<Record<string, string>>, number, string | undefined]>([
		['nobody', async () => ({}), 302, undefined],
		['a token of nobody', async () => bearer('x'), 401, 'application/json'],
		[
			'a token that has expired',
			async () => {
				const token = await fileToken();
				sandbox().advanceClock(61);
				return bearer(token);
			},
			401,
			'application/json',
		],
		[
			'the token of another recording',
			async () => {
				const other = sandbox().addRecording(SEED.meeting, { files: [] });
				const path = `/meetings/${SEED.meeting}/recordings?include_fields=download_access_token`;
				const { body } = await call('GET', path);
				expect(body.uuid).toBe(other.uuid);
				return bearer(String(body.download_access_token));
			},
			200,
			'text/html',
		],
	])('is not given to %s', async (_, headers, status, type) => {
		const response = await ask(link, await headers());
		expect([response.status, typeOf(response)]).toEqual([status, type]);
		if (status === 302) expect(response.headers.get('location')).toBe('/signin');
	});

	it('is not given once its link has expired, or was changed', async () => {
		const signed = await signedLink();
		expect((await ask(signed.replace(files.video, files.audio))).status).toBe(403);
		sandbox().advanceClock(3_601);
		expect((await ask(signed)).status).toBe(403);
	});

	it.each<[Record<string, string>, number, string | null, number]>([
		[{ Range: 'bytes=100-199' }, 206, 'bytes 100-199/400000', 100],
		[{ Range: 'bytes=399990-' }, 206, 'bytes 399990-399999/400000', 10],
		[{ Range: 'bytes=400000-' }, 416, 'bytes */400000', 0],
		[{ Range: 'bytes=5-', 'If-Range': '"older"' }, 200, null, 400_000],
	])('%j: %p', async (headers, status, range, length) => {
		const response = await ask(await signedLink(), headers);
		expect([response.status, response.headers.get('content-range')]).toEqual([status, range]);
		expect((await response.arrayBuffer()).byteLength).toBe(length);
	});

	it('has no two blocks alike', () => {
		const [one, two] = [...bytesOf('x', { size: 131_072 }, 0, 131_072)];
		expect(one?.equals(two ?? Buffer.of())).toBe(false);
		expect(checksumOf('x', { size: 131_072 })).not.toBe(checksumOf('y', { size: 131_072 }));
		const across = Buffer.concat([...bytesOf('x', { size: 131_072 }, 65_000, 66_000)]);
		expect(across).toEqual(
			Buffer.concat([one ?? '', two ?? ''] as Buffer[]).subarray(65_000, 66_000),
		);
	});
});
