import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byId, credentialsFor, meetingOf, useSandbox } from './world';

const HOUR_AGO = Date.now() - 3_600_000;
const minute = (after: number) => new Date(HOUR_AGO + after * 60_000).toISOString().slice(0, 19);
const stay = (name: string, from = 0) => ({
	name,
	user_email: `${name}@example.com`,
	join_time: `${minute(from)}Z`,
	leave_time: `${minute(from + 10)}Z`,
});

describe('Past Meeting, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{ resource: 'pastMeeting', operation, options: {}, ...parameters },
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const participants = async (parameters: INodeParameters, rows?: IDataObject[]) =>
		await run('getParticipants', { returnAll: true, ...parameters }, rows);
	const crowd = (count: number) =>
		sandbox().addMeeting({
			startsAt: HOUR_AGO,
			duration: 30,
			participants: Array.from({ length: count }, (_, n) => stay(`p${n}`)),
		}).id;
	const pages = () => sandbox().counts().byEndpoint['GET /past_meetings/{meetingId}/participants'];

	it('gets a meeting that is over', async () => {
		const { items, errors } = await run('get', { meetingId: byId(SEED.over) });
		expect(errors).toEqual([]);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			id: Number(SEED.over),
			uuid: meetingOf(sandbox(), SEED.over)?.uuid,
			topic: 'Last week’s webinar',
			duration: 60,
			participants_count: 3,
			user_email: SEED.host.email,
		});
	});

	it.each(['/past112QmuoKj4854875==', 'abc//p112QmuoKj4854875=='])(
		'gets a certain time of a meeting by its UUID %s',
		async (uuid) => {
			sandbox().addMeeting({
				uuid,
				startsAt: HOUR_AGO,
				duration: 30,
				participants: [stay('a'), stay('b')],
			});
			const { items } = await run('get', { meetingId: byId(uuid) });
			expect(items[0]?.json).toMatchObject({ uuid, participants_count: 2 });
			const came = await participants({ meetingId: byId(uuid) });
			expect(came.items.map(({ json }) => json.name)).toEqual(['a', 'b']);
		},
	);

	it('tells who registered and who came', async () => {
		const registered = await runZoom(
			{
				resource: 'meetingRegistrant',
				operation: 'getAll',
				meetingId: byId(SEED.over),
				returnAll: true,
				filters: {},
				simple: true,
			},
			credentialsFor(sandbox()),
		);
		const came = await participants({ meetingId: byId(SEED.over) });
		const ids = new Set(came.items.map(({ json }) => json.registrant_id));
		const absent = registered.items.filter(({ json }) => !ids.has(json.id));
		expect(registered.items).toHaveLength(3);
		expect(absent.map(({ json }) => json.email)).toEqual([SEED.attendance.stayedAway]);
	});

	it('lists each stay of somebody who left and came back', async () => {
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO,
			duration: 40,
			participants: [stay('ada'), stay('ben'), stay('ada', 20)],
		});
		const { items } = await participants({ meetingId: byId(id) });
		expect(items.map(({ json }) => [json.name, json.join_time, json.duration])).toEqual([
			['ada', `${minute(0)}Z`, 600],
			['ben', `${minute(0)}Z`, 600],
			['ada', `${minute(20)}Z`, 600],
		]);
	});

	it('follows all pages, with pages of 300', async () => {
		const { items, errors } = await participants({ meetingId: byId(crowd(650)) });
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.name)).toEqual(
			Array.from({ length: 650 }, (_, n) => `p${n}`),
		);
		expect(pages()).toBe(3);
	});

	it('stops as soon as the limit is reached', async () => {
		const meetingId = byId(crowd(650));
		const few = await participants({ meetingId, returnAll: false, limit: 10 });
		expect(few.items).toHaveLength(10);
		expect(apiRequests(sandbox())).toMatchObject([{ query: { page_size: '10' } }]);
		sandbox().resetCounts();
		const more = await participants({ meetingId, returnAll: false, limit: 310 });
		expect(more.items).toHaveLength(310);
		expect(pages()).toBe(2);
	});

	it('pairs every participant with the row of the meeting', async () => {
		const rows = [{ meeting: crowd(2) }, { meeting: SEED.meeting }, { meeting: SEED.over }];
		const { items, errors } = await participants({ meetingId: byId('={{ $json.meeting }}') }, rows);
		expect(items.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual([
			0, 0, 2, 2, 2,
		]);
		expect(errors).toMatchObject([{ json: { meeting: SEED.meeting }, pairedItem: { item: 1 } }]);
	});

	it.each(['get', 'getParticipants'])(
		"explains a meeting that is still to come, with Zoom's words: %s",
		async (operation) => {
			const { items, errors } = await run(operation, {
				meetingId: byId(SEED.meeting),
				returnAll: true,
			});
			expect(items).toEqual([]);
			expect(errors).toHaveLength(1);
			expect(errors[0]?.json).toMatchObject(
				operation === 'get'
					? { error: { code: 300, zoomMessage: 'Cannot access meeting information.' } }
					: { error: { code: 3001, httpCode: 404 } },
			);
		},
	);

	it.each(['get', 'getParticipants'])(
		'passes on that it was too long ago: %s',
		async (operation) => {
			const { id } = sandbox().addMeeting({
				startsAt: Date.now() - 400 * 86_400_000,
				duration: 30,
			});
			const { errors } = await run(operation, { meetingId: byId(id), returnAll: true });
			expect(errors[0]?.json).toMatchObject({
				error: { code: 12702, zoomMessage: expect.stringContaining('a year ago') },
			});
		},
	);

	it.each<[string, INodeParameters, string]>([
		['no meeting', { meetingId: byId('12') }, "'Meeting' isn't a meeting ID or link"],
		[
			'a limit of 0',
			{ meetingId: byId(SEED.over), returnAll: false, limit: 0 },
			"'Limit' is 0, but must be 1 or more",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { errors } = await participants(parameters);
		expect(errorMessage(errors[0])).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});
});
