import type { MeetingsEndpoints } from '@zoom/rivet/meetings/meetings';
import { SEED } from '../../../sandbox';
import { ENDPOINTS } from '../../../sandbox/routes';
import { mismatches, zoomType } from '../../contract/zoomTypes';
import { useSandbox } from './client';

/*
 * Zoom's own SDK as a client of the sandbox: its paths, methods and bodies, and its types of the
 * answers.
 */

// The SDK exports its code under another name than its types.
const { MeetingsEndpoints: Endpoints } = jest.requireActual<{
	MeetingsEndpoints: typeof MeetingsEndpoints;
}>('@zoom/rivet/meetings');

const { sandbox, newToken } = useSandbox();

let webinars: MeetingsEndpoints['webinars'];
let meetings: MeetingsEndpoints['meetings'];
let reports: MeetingsEndpoints['reports'];
beforeEach(() => {
	// All that the SDK asks of its sign-in, which names zoom.us.
	const auth = { getToken: newToken } as unknown as ConstructorParameters<
		typeof MeetingsEndpoints
	>[0]['auth'];
	({ webinars, meetings, reports } = new Endpoints({ auth, baseUrl: `${sandbox().url}/v2` }));
});

/** All operations that the tests have asked for. */
const asked = new Set<string>();
afterEach(() => Object.keys(sandbox().counts().byEndpoint).forEach((name) => asked.add(name)));

const ids = { webinarId: Number(SEED.webinar) };
const manual = { webinarId: Number(SEED.webinarManual) };
const ADA = { email: 'ada@example.com', first_name: 'Ada' };

/** In Zoom's reference of 2026, or in recorded answers, and not in the SDK's types. */
const NEWER = [
	/\.(creation_source|status|show_join_info|registration_url|encrypted_passcode|h323_passcode) is unknown/,
	/\.settings\.(request_permission_to_unmute_participants|allow_host_control_participant_mute_state) is unknown/,
	/\.(occurrence_id|groupId|has_meeting_summary) is unknown/,
];

/** An answer's status, and what keeps it from being of Zoom's type. */
async function told(
	call: Promise<{ statusCode: number; data?: unknown }>,
	type?: string,
): Promise<unknown[]> {
	const { statusCode, data } = await call;
	if (!type) return [statusCode, data];
	const name = /^(Meetings|Reports)/.test(type) ? type : `Webinars${type}`;
	const wrong = mismatches(zoomType(`${name}Response`), data);
	return [statusCode, ...wrong.filter((one) => !NEWER.some((newer) => newer.test(one)))];
}

it('creates, reads, lists, updates, ends and deletes webinars', async () => {
	const path = { userId: 'me' };
	const { data } = await webinars.createWebinar({ path, body: { topic: 'T', type: 5 } });
	const id = Number(data?.id);
	const body = { type: 9, recurrence: { type: 1, end_times: 2 } } as const;
	expect(await told(webinars.createWebinar({ path, body }), 'CreateWebinar')).toEqual([201]);
	const get = webinars.getWebinar({ path: { webinarId: String(id) } });
	expect(await told(get, 'GetWebinar')).toEqual([200]);
	expect((await get).data).toMatchObject({ id, topic: 'T', type: 5 });
	const list = webinars.listWebinars({ path, query: { page_size: 2 } });
	expect(await told(list, 'ListWebinars')).toEqual([200]);
	expect((await list).data).toMatchObject({ total_records: 7, page_size: 2 });
	const one = { webinarId: id };
	expect(await told(webinars.updateWebinar({ path: one, body: { topic: 'U' } }))).toEqual([
		204,
		'',
	]);
	expect(await told(webinars.updateWebinarStatus({ path: one, body: { action: 'end' } }))).toEqual([
		200,
		'',
	]);
	expect(await told(webinars.deleteWebinar({ path: one }))).toEqual([204, '']);
	await expect(webinars.getWebinar({ path: { webinarId: String(id) } })).rejects.toThrow(
		`[404/3001]: "Webinar does not exist: ${id}."`,
	);
});

it('reads a webinar in all its forms', async () => {
	const simulive = { is_simulive: true, record_file_id: SEED.recordingFile };
	const { id } = sandbox().addWebinar({ ...simulive, settings: { approval_type: 1 } });
	for (const webinarId of [SEED.webinar, SEED.webinarOff, SEED.webinarSeries, String(id)]) {
		const get = webinars.getWebinar({ path: { webinarId } });
		expect(await told(get, 'GetWebinar')).toEqual([200]);
	}
});

it('registers, lists, reads, changes and deletes registrants', async () => {
	const source_id = SEED.trackingSources.newsletter;
	const add = webinars.addWebinarRegistrant({ path: ids, body: { ...ADA, source_id } });
	expect(await told(add, 'AddWebinarRegistrant')).toEqual([201]);
	const registrantId = String((await add).data?.registrant_id);
	const batch = webinars.performBatchRegistration({
		path: { webinarId: SEED.webinar },
		body: { registrants: [{ email: 'bob@example.com', first_name: 'Bob' }] },
	});
	expect(await told(batch, 'PerformBatchRegistration')).toEqual([201]);
	const list = webinars.listWebinarRegistrants({
		path: ids,
		query: { status: 'approved', tracking_source_id: source_id },
	});
	expect(await told(list, 'ListWebinarRegistrants')).toEqual([200]);
	expect((await list).data?.registrants).toMatchObject([{ ...ADA, id: registrantId }]);
	const path = { ...ids, registrantId };
	const get = webinars.getWebinarRegistrant({ path });
	expect(await told(get, 'GetWebinarRegistrant')).toEqual([200]);
	const body = { action: 'cancel', registrants: [{ id: registrantId }] } as const;
	expect(
		await told(
			webinars.updateRegistrantsStatus({
				path: ids,
				body: { ...body, registrants: [...body.registrants] },
			}),
		),
	).toEqual([204, '']);
	expect((await webinars.getWebinarRegistrant({ path })).data?.status).toBe('denied');
	expect(await told(webinars.deleteWebinarRegistrant({ path }))).toEqual([204, '']);
	await expect(webinars.getWebinarRegistrant({ path })).rejects.toThrow('[400/3079]');
});

it('reads and changes the registration form and reads the tracking sources', async () => {
	const read = () => webinars.listRegistrationQuestions({ path: ids });
	expect(await told(read(), 'ListRegistrationQuestions')).toEqual([200]);
	const question = {
		title: 'Size',
		type: 'multiple',
		answers: ['S', 'M'],
		required: false,
	} as const;
	const update = webinars.updateRegistrationQuestions({
		path: ids,
		body: { custom_questions: [{ ...question, answers: [...question.answers] }] },
	});
	expect(await told(update)).toEqual([204, '']);
	expect((await read()).data?.custom_questions).toEqual([question]);
	const sources = webinars.getWebinarTrackingSources({ path: ids });
	expect(await told(sources, 'GetWebinarTrackingSources')).toEqual([200]);
});

it('adds, lists and removes panelists', async () => {
	const panelists = [
		{ email: 'ada@example.org', name: 'Ada' },
		{ email: 'bob@example.org', name: 'Bob' },
	];
	const add = webinars.addPanelists({ path: manual, body: { panelists } });
	expect(await told(add, 'AddPanelists')).toEqual([201]);
	const list = webinars.listPanelists({ path: manual });
	expect(await told(list, 'ListPanelists')).toEqual([200]);
	expect((await list).data).toMatchObject({ total_records: 3 });
	const path = { ...manual, panelistId: 'ada@example.org' };
	expect(await told(webinars.removePanelist({ path }))).toEqual([204, '']);
	expect(await told(webinars.removeAllPanelists({ path: manual }))).toEqual([204, '']);
	expect(sandbox().panelists(SEED.webinarManual)).toEqual([]);
});

it('reads webinars that are over, and the reports on them', async () => {
	const path = { webinarId: SEED.webinarOver };
	const withId = { path, query: { include_fields: 'registrant_id', page_size: 2 } } as const;
	const calls: Array<[Parameters<typeof told>[0], string]> = [
		[
			webinars.listPastWebinarInstances({ path: { webinarId: +SEED.webinarOver } }),
			'ListPastWebinarInstances',
		],
		[webinars.listWebinarParticipants({ path }), 'ListWebinarParticipants'],
		[webinars.getWebinarAbsentees({ path }), 'GetWebinarAbsentees'],
		[webinars.listPastWebinarPollResults({ path }), 'ListPastWebinarPollResults'],
		[webinars.listQAsOfPastWebinar({ path }), 'ListQAsOfPastWebinar'],
		[reports.getWebinarDetailReports({ path }), 'ReportsGetWebinarDetailReports'],
		[reports.getWebinarParticipantReports(withId), 'ReportsGetWebinarParticipantReports'],
	];
	for (const [call, type] of calls) expect([type, await told(call, type)]).toEqual([type, [200]]);
});

it('reads meetings that are over, and the reports on them', async () => {
	sandbox().configure({ scopes: 'all' });
	const path = { meetingId: SEED.workshopOver };
	const withId = { path, query: { include_fields: 'registrant_id', page_size: 2 } } as const;
	const calls: Array<[Parameters<typeof told>[0], string]> = [
		[meetings.getPastMeetingDetails({ path }), 'MeetingsGetPastMeetingDetails'],
		[
			meetings.listPastMeetingInstances({ path: { meetingId: +SEED.series } }),
			'MeetingsListPastMeetingInstances',
		],
		[meetings.getPastMeetingParticipants({ path }), 'MeetingsGetPastMeetingParticipants'],
		[meetings.listPastMeetingsPollResults({ path }), 'MeetingsListPastMeetingsPollResults'],
		[meetings.listPastMeetingsQA({ path }), 'MeetingsListPastMeetingsQA'],
		[reports.getMeetingDetailReports({ path }), 'ReportsGetMeetingDetailReports'],
		[reports.getMeetingParticipantReports(withId), 'ReportsGetMeetingParticipantReports'],
	];
	for (const [call, type] of calls) expect([type, await told(call, type)]).toEqual([type, [200]]);
});

it('is told what is refused', async () => {
	const tries = [
		[
			webinars.createWebinar({ path: { userId: SEED.basicHost.id }, body: {} }),
			'[400/200]: "Webinar plan is missing.',
		],
		[
			webinars.addWebinarRegistrant({
				path: { webinarId: Number(SEED.webinarOff) },
				body: ADA,
			}),
			'[400/3000]: "This webinar does not have registration as required',
		],
		[webinars.getWebinar({ path: { webinarId: SEED.meeting } }), '[404/3001]'],
		[webinars.getWebinar({ path: { webinarId: 'x' } }), '[400/300]: "Invalid webinar ID."'],
	] as const;
	for (const [call, message] of tries) await expect(call).rejects.toThrow(message);
});

it('has asked for every operation of webinars that the sandbox knows', () => {
	const known = ENDPOINTS.filter(({ path }) => path.includes('webinar'));
	const ofWebinars = [...asked].filter((name) => name.includes('webinar'));
	expect(ofWebinars.sort()).toEqual(known.map(({ method, path }) => `${method} ${path}`).sort());
});
