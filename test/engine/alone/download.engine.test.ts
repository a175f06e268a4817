/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { checksumOf, SEED, startSandbox } from '../../../sandbox';
import type { FaultWish } from '../../../sandbox';
import { certificateFor } from '../../../sandbox/certificate';
import { errorMessage, errorOf } from '../../failedRow';
import { download, fileIn, recordingIn } from '../downloading';
import { byId, useSandbox } from '../world';

// Waits are shortened; nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return { ...real, sleep: async (ms: number) => await real.sleep(ms / 40) };
});
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

const { uuid, files } = SEED.recorded;
const LINK = 'GET /rec/download/{fileId}';
const FILE = 'GET /rec/file/{fileId}';

const tokens = new Set<string>();
const sandbox = useSandbox({ onToken: (token) => tokens.add(token) });
const run = async (
	more: INodeParameters = {},
	rows?: IDataObject[],
	onStart?: (stop: () => void) => void,
	zoom = sandbox(),
) => await download(zoom, more, rows, onStart);
const recording = () => recordingIn(sandbox());
const fileOf = (id: string) => fileIn(sandbox(), id);
const video = () => fileOf(files.video);
const setFaults = (...faults: FaultWish[]) => sandbox().configure({ faults });
const bytesOf = (item: INodeExecutionData | undefined) =>
	Buffer.from(item?.binary?.data?.data ?? '', 'base64');
const hashOf = (item: INodeExecutionData | undefined) =>
	createHash('sha256').update(bytesOf(item)).digest('hex');
const videoHash = () => checksumOf(files.video, video().content);
const fileRequests = () =>
	sandbox()
		.requests()
		.filter(({ path }) => path.startsWith('/rec/'));

describe('all files', () => {
	it('come as items of their own, each whole, with names that say what they are', async () => {
		recording().startsAt = Date.parse('2026-03-05T09:30:00Z');
		recording().meeting.timezone = 'Europe/Berlin';
		recording().meeting.topic = 'Q1/Q2: "Plans" <draft>';
		const { items, errors } = await run({ fileTypes: [] });
		expect(errors).toEqual([]);
		const start = 'Q1 Q2 Plans draft - 2026-03-05 10-30';
		expect(items.map(({ binary }) => [binary?.data?.fileName, binary?.data?.mimeType])).toEqual([
			[`${start} - Shared screen with speaker view.mp4`, 'video/mp4'],
			[`${start} - Audio only.m4a`, 'audio/mp4'],
			[`${start} - Audio transcript.vtt`, 'text/vtt'],
			[`${start} - Chat file.txt`, 'text/plain'],
			[`${start} - Timeline.json`, 'application/json'],
		]);
		for (const item of items) {
			const id = String(item.json.file_id);
			expect([id, hashOf(item)]).toEqual([id, checksumOf(id, fileOf(id).content)]);
			expect(item.pairedItem).toEqual({ item: 0 });
		}
		expect(items[0]?.json).toEqual({
			uuid,
			id: Number(SEED.over),
			topic: recording().meeting.topic,
			start_time: '2026-03-05T09:30:00Z',
			host_id: SEED.host.id,
			file_id: files.video,
			file_name: `${start} - Shared screen with speaker view.mp4`,
			file_type: 'MP4',
			file_size: 400_000,
			recording_type: 'shared_screen_with_speaker_view',
			recording_start: '2026-03-05T09:30:00Z',
			recording_end: '2026-03-05T10:30:00Z',
		});
	});

	it('can be chosen by type or ID, and put into another field', async () => {
		const twoTypes = await run({ fileTypes: ['CHAT', 'TRANSCRIPT'] });
		expect(twoTypes.items.map(({ json }) => json.file_type)).toEqual(['TRANSCRIPT', 'CHAT']);
		const byIds = await run({
			fileTypes: [],
			additionalFields: { fileIds: `${files.chat}, ${files.audio}` },
			binaryPropertyName: 'recording',
		});
		expect(
			byIds.items.map(({ json, binary }) => [json.file_id, Object.keys(binary ?? {})]),
		).toEqual([files.audio, files.chat].map((id) => [id, ['recording']]));
	});

	it('include the audio of single participants, and have no name twice', async () => {
		recording().files.push(
			...['Ines Vega', 'Ines Vega'].map((participant, index) => ({
				...fileOf(files.audio),
				id: `00000000-0000-4000-8000-00000000000${index}`,
				participant,
			})),
		);
		const { items } = await run({ fileTypes: ['PARTICIPANT_AUDIO'] });
		expect(items.map(({ json }) => String(json.file_name).replace(/.* - Audio/, 'Audio'))).toEqual([
			'Audio only - Ines Vega.m4a',
			'Audio only - Ines Vega (2).m4a',
		]);
	});

	it('of many recordings come side by side, each to its own item', async () => {
		const rows = Array.from({ length: 20 }, (_, n) => {
			const { uuid: own } = sandbox().addRecording(SEED.over, {
				startsAt: Date.now() - n * 3_600_000,
				files: [{ file_type: 'MP4', content: { size: 100_000 + n } }],
			});
			return { own };
		});
		const { items, errors } = await run({ recordedEventId: byId('={{ $json.own }}') }, rows);
		expect(errors).toEqual([]);
		expect(items.map((item) => [item.json.uuid, bytesOf(item).length])).toEqual(
			rows.map(({ own }, n) => [own, 100_000 + n]),
		);
	});
});

describe('a break', () => {
	const cut = (at: number, times = 1): FaultWish => ({ kind: 'cut', on: FILE, at, times });

	it.each<[string, FaultWish[], number]>([
		['in the middle', [cut(150_000)], 2],
		['at the first byte', [cut(0)], 2],
		['one byte before the end', [cut(399_999)], 2],
		['again and again', [cut(90_000, 4)], 5],
		['of the connection before the answer', [{ kind: 'resetBefore', on: FILE, times: 1 }], 2],
		['by a server in trouble', [{ kind: 'htmlBefore', status: 503, on: FILE, times: 2 }], 3],
		['by a limit', [{ kind: 'tooMany', retryAfterSeconds: 0, on: LINK, times: 1 }], 1],
	])('%s is taken up where it was', async (_, faults, asked) => {
		setFaults(...faults);
		const { items, errors } = await run();
		expect(errors).toEqual([]);
		expect(hashOf(items[0])).toBe(videoHash());
		// Nothing that had arrived is asked for again: the log has the requests that came through.
		const seen = fileRequests().filter(({ path }) => path.includes('/rec/file/'));
		const lost = faults.filter(({ kind }) => kind === 'resetBefore').length;
		expect(seen.length).toBe(asked - lost);
	});

	it('without end is told, with how far it came', async () => {
		// Whatever comes after the first 1,000 bytes breaks at once.
		setFaults(cut(1_000), { ...cut(0), times: 100 });
		const { items, errors } = await run();
		expect(items).toEqual([]);
		expect(errorOf(errors[0])).toMatchObject({
			message: "The download was interrupted and couldn't be resumed",
			hint: expect.stringMatching(/^1000 of 400000 bytes/),
		});
	});

	it.each<[string, () => void]>([
		['other content', () => video().version++],
		[
			'more of it',
			() => {
				video().version++;
				video().content = { size: 400_001 };
			},
		],
	])('behind which the file has %s is told: parts of two files make none', async (_, change) => {
		setFaults(cut(150_000), { kind: 'slow', ms: 50, on: LINK, after: 1, times: 1 });
		const running = run();
		while (fileRequests().filter(({ path }) => path.includes('/rec/file/')).length < 1) {
			await pause(5);
		}
		change();
		const { items, errors } = await running;
		expect(items).toEqual([]);
		expect(errorMessage(errors[0])).toBe('The file changed in Zoom during the download');
	});

	it('is taken up with a new link that tells no size, as transcripts have none', async () => {
		setFaults(cut(100), { kind: 'loginPage', on: FILE, times: 1 });
		const { items, errors } = await run({ operation: 'getTranscript' });
		expect(errors).toEqual([]);
		expect(items[0]?.json.text).toContain('you will get it by email');
		expect(sandbox().counts().byEndpoint).toEqual({ 'GET /meetings/{meetingId}/transcript': 2 });
	});

	it('is what a connection is taken for that brings nothing any more', async () => {
		const { close } = await withSilentFiles();
		const { timeout } = AbortSignal;
		const sooner = (ms: number) => timeout.call(AbortSignal, ms / 1000);
		const shortened = jest.spyOn(AbortSignal, 'timeout').mockImplementation(sooner);
		try {
			const { errors } = await run();
			// The second response begins at 0 again.
			expect(errorMessage(errors[0])).toBe('The file changed in Zoom during the download');
		} finally {
			shortened.mockRestore();
			await close();
		}
	});

	it('without a sound does not keep Stop waiting', async () => {
		const { asked, close } = await withSilentFiles();
		try {
			const { items } = await run({}, undefined, (stop) => void asked.then(stop));
			expect(items).toEqual([]);
		} finally {
			await close();
		}
	});

	it('behind which the file is gone is told so', async () => {
		setFaults(cut(150_000), { kind: 'slow', ms: 50, on: LINK, after: 1, times: 1 });
		const running = run();
		while (fileRequests().filter(({ path }) => path.includes('/rec/file/')).length < 1) {
			await pause(5);
		}
		video().trashedAt = Date.now();
		const { items, errors } = await running;
		expect(items).toEqual([]);
		expect(errorOf(errors[0])).toMatchObject({
			message: 'Zoom no longer has this file',
			hint: expect.stringContaining('trash'),
		});
	});

	it('is taken up with a new link where the first has expired', async () => {
		setFaults(cut(150_000));
		sandbox().configure({ fileLinkLifeSeconds: 0.2 });
		const { items, errors } = await run();
		expect(errors).toEqual([]);
		expect(hashOf(items[0])).toBe(videoHash());
	});
});

describe('what is not the file', () => {
	it.each<[string, FaultWish[], string]>([
		[
			'a page to sign in',
			[{ kind: 'loginPage', on: FILE }],
			'Zoom sent a web page instead of the file',
		],
		[
			'a refusal in JSON with 200',
			[{ kind: 'answer', text: '{"status":false}', on: FILE }],
			'Zoom sent a web page instead of the file',
		],
		[
			'redirects without end',
			[{ kind: 'redirect', location: '/rec/download/x', on: LINK }],
			"Zoom's download link redirects without end",
		],
		[
			'an insecure address',
			[{ kind: 'redirect', location: 'http://127.0.0.2:9/x', on: LINK }],
			"Zoom's download link leads to an insecure URL: http://127.0.0.2:9",
		],
		[
			'trouble without end',
			[{ kind: 'htmlBefore', status: 502, on: FILE }],
			'Zoom is having trouble with this file',
		],
	])('is never saved: %s', async (_, faults, message) => {
		setFaults(...faults);
		const { items, errors } = await run();
		expect(items).toEqual([]);
		expect(errorOf(errors[0])).toMatchObject({ message, hint: expect.any(String) });
	});

	it('is got over by a new token, once', async () => {
		setFaults({ kind: 'loginPage', on: FILE, times: 1 });
		const { items } = await run();
		expect(hashOf(items[0])).toBe(videoHash());
		const asked = sandbox().counts().byEndpoint;
		expect(asked).toEqual({ 'GET /meetings/{meetingId}/recordings': 2 });
	});
});

describe('a size that does not fit', () => {
	it.each<[string, () => void, string]>([
		['0 bytes', () => (video().content = { size: 0 }), "Zoom's file is empty"],
		['no link yet', () => (video().status = 'processing'), 'Zoom is still processing a file (MP4)'],
	])('is told: %s', async (_, change, message) => {
		change();
		const { errors } = await run();
		expect(errorMessage(errors[0])).toBe(message);
	});

	it('of an event that is older than the file is corrected by Zoom', async () => {
		const event = await eventAbout();
		video().content = { size: 300_000 };
		const { items, errors } = await run({ source: 'event' }, [event]);
		expect(errors).toEqual([]);
		expect(bytesOf(items[0])).toHaveLength(300_000);
	});
});

/** Has files come from a server that sends one byte and then nothing any more. */
async function withSilentFiles() {
	const certificate = await certificateFor(['127.0.0.1']);
	const { createSecureContext } = tls;
	const trusting = jest
		.spyOn(tls, 'createSecureContext')
		.mockImplementation((options) => createSecureContext({ ...options, ca: certificate.cert }));
	const server = createServer(certificate, (_, response) => {
		response.writeHead(206, { 'Content-Range': 'bytes 0-399999/400000' }).write('x');
	});
	const asked = once(server, 'request').then(async () => await pause(300));
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address() as AddressInfo;
	sandbox().configure({ fileHost: `https://127.0.0.1:${port}` });
	const close = async () => {
		trusting.mockRestore();
		server.closeAllConnections();
		await once(server.close(), 'close');
	};
	return { asked, close };
}

/** An event about the recording, as the trigger puts it out. */
async function eventAbout(): Promise<IDataObject> {
	const { recordingCompleted } = await import('../../../sandbox/events/recordings');
	let json: IDataObject = {};
	await sandbox().announce((source) => {
		const event = recordingCompleted(source, recording());
		json = { ...event.payload.object, download_token: event.download_token } as IDataObject;
		return event;
	}, SEED.over);
	return json;
}

describe('the token', () => {
	it('never reaches the host that a redirect leads to, which gives the file out all the same', async () => {
		const certificate = await certificateFor(['127.0.0.1']);
		const zoom = await startSandbox({ certificate });
		const { createSecureContext } = tls;
		const trusting = jest
			.spyOn(tls, 'createSecureContext')
			.mockImplementation((options) => createSecureContext({ ...options, ca: certificate.cert }));
		try {
			// Another port and scheme: another origin.
			zoom.configure({
				fileHost: String(zoom.secureUrl),
				faults: [{ kind: 'cut', on: FILE, at: 150_000, times: 1 }],
			});
			const { items, errors } = await run({}, undefined, undefined, zoom);
			expect(errors).toEqual([]);
			expect(hashOf(items[0])).toBe(videoHash());
			const asked = zoom.requests().filter(({ path }) => path.startsWith('/rec/'));
			expect(asked.map(({ path, isSigned }) => [path.split('/')[2], isSigned])).toEqual([
				['download', true],
				['file', false],
				['download', true],
				['file', false],
			]);
		} finally {
			trusting.mockRestore();
			await zoom.close();
		}
	});

	it('goes to Zoom only: a link of somebody else is not even asked', async () => {
		const event = await eventAbout();
		for (const url of ['https://zoom.us.example.org/rec/1', 'http://127.0.0.1:9/rec', 'nothing']) {
			const recordingFiles = [
				{ ...(event.recording_files as IDataObject[])[0], download_url: url },
			];
			const { errors } = await run({ source: 'event' }, [
				{ ...event, recording_files: recordingFiles },
			]);
			expect(errorMessage(errors[0])).toBe("This isn't a Zoom download link");
		}
		expect(fileRequests()).toEqual([]);
	});

	it('stands in no output, error, hint or request that is kept', async () => {
		tokens.clear();
		const good = await run({ fileTypes: [] });
		setFaults({ kind: 'loginPage', on: FILE });
		const bad = await run();
		expect(tokens.size).toBeGreaterThan(2);
		const kept = JSON.stringify([good, bad, sandbox().requests()]);
		for (const token of tokens) expect(kept).not.toContain(token);
	});

	it('that has expired is replaced', async () => {
		const event = await eventAbout();
		sandbox().advanceClock(86_400);
		const { items, errors } = await run({ source: 'event' }, [event]);
		expect(errors).toEqual([]);
		expect(hashOf(items[0])).toBe(videoHash());
	});

	it('is not given to a role that may not view recordings: told with the way out', async () => {
		sandbox().configure({ viewsRecordings: false });
		const { errors } = await run();
		expect(errorOf(errors[0])).toMatchObject({
			message: "Zoom returned no token to download this recording's files with",
			hint: expect.stringContaining('Roles'),
		});
	});
});

it('tells which files there are where none was chosen', async () => {
	const { errors } = await run({ fileTypes: ['CSV'] });
	expect(errorOf(errors[0])).toMatchObject({
		message: 'The recording has none of the chosen files',
		hint: expect.stringContaining('MP4, M4A, TRANSCRIPT, CHAT, TIMELINE'),
	});
});

it('a bad item costs no good one', async () => {
	const rows = [{ id: SEED.over }, { id: SEED.meeting }, { id: uuid }];
	const { items, errors } = await run({ recordedEventId: byId('={{ $json.id }}') }, rows);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errors).toMatchObject([{ json: { id: SEED.meeting }, pairedItem: { item: 1 } }]);
});

it('Stop ends it in the middle of a file, and nothing of it is kept', async () => {
	video().content = { size: 50_000_000 };
	setFaults({ kind: 'drip', ms: 50, on: FILE });
	let before = Infinity;
	const { items } = await run({}, undefined, (stop) => {
		void (async () => {
			while (!fileRequests().some(({ path }) => path.includes('/rec/file/'))) await pause(20);
			await pause(300);
			stop();
			before = sandbox().requests().length;
		})();
	});
	expect(items).toEqual([]);
	await pause(300);
	expect(sandbox().requests().length).toBe(before);
});
