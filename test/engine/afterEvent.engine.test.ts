import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { summaryCompleted } from '../../sandbox/events/recordings';
import { errorMessage, errorOf } from '../failedRow';
import { runZoom } from './run';
import { byId, credentialsFor, eventOf, useSandbox } from './world';

/* What people said, asked and missed, and what AI Companion made of it. */

const { uuid } = SEED.recorded;

const sandbox = useSandbox();
const run = async (parameters: INodeParameters, rows?: IDataObject[]) =>
	await runZoom({ returnAll: true, options: {}, ...parameters }, credentialsFor(sandbox()), rows, {
		onError: 'continueErrorOutput',
	});
const ofMeeting = async (operation: string, id: string = SEED.workshopOver) =>
	await run({ resource: 'pastMeeting', operation, meetingId: byId(id) });
const ofWebinar = async (operation: string, more: INodeParameters = {}) =>
	await run({
		resource: 'pastWebinar',
		operation,
		webinarId: byId(SEED.webinarOver),
		...more,
	});
const rowsOf = ({ items }: Awaited<ReturnType<typeof run>>, ...keys: string[]) =>
	items.map(({ json }) => keys.map((key) => json[key]));
const uuidOf = (id: string) => String(eventOf(sandbox(), id)?.uuid);

describe('polls and Q&A', () => {
	it('are an item for each person and question', async () => {
		const polls = await ofMeeting('getPollResults');
		expect(polls.errors).toEqual([]);
		expect(rowsOf(polls, 'name', 'email', 'question', 'answer')).toEqual([
			['Nora Lind', 'nora@example.org', 'Was the pace right?', 'Yes'],
			['Paul Meyer', 'paul@example.org', 'Was the pace right?', 'Too fast'],
			['Anonymous Attendee', '', 'Was the pace right?', 'Yes'],
		]);
		expect(rowsOf(await ofMeeting('getQuestionsAndAnswers'), 'name', 'question', 'answer')).toEqual(
			[
				['Rita Sousa', 'Will there be a recording?', 'Yes, tomorrow.'],
				['Anonymous Attendee', 'Where are the slides?', ''],
			],
		);
	});

	it.each(['', 'uuid'])('are there for webinars too, by instance %p', async (instance) => {
		const more = { instanceId: instance && uuidOf(SEED.webinarOver) };
		expect(rowsOf(await ofWebinar('getPollResults', more), 'name', 'answer')).toEqual([
			['Bela Nagy', 'Yes'],
		]);
		expect(rowsOf(await ofWebinar('getQuestionsAndAnswers', more), 'question')).toEqual([
			['When is the next one?'],
		]);
	});

	it.each(['getPollResults', 'getQuestionsAndAnswers'])(
		'of an event without any are no items, and of one that is not over an error: %s',
		async (operation) => {
			const none = await ofMeeting(operation, SEED.over);
			expect([none.items, none.errors]).toEqual([[], []]);
			const { items, errors } = await ofMeeting(operation, SEED.meeting);
			expect(items).toEqual([]);
			expect(errorOf(errors[0])).toMatchObject({
				message: expect.any(String),
				hint: expect.stringMatching(/\w/),
			});
		},
	);
});

describe('a past webinar', () => {
	it('has details, people who came and people who did not', async () => {
		const { items } = await ofWebinar('get');
		expect(items[0]?.json).toMatchObject({ uuid: uuidOf(SEED.webinarOver), topic: 'Summer recap' });
		expect(rowsOf(await ofWebinar('getParticipants'), 'name')).toEqual(
			expect.arrayContaining([['Bela Nagy'], ['Cara Diaz'], ['Elio Conti']]),
		);
		expect(rowsOf(await ofWebinar('getAbsentees'), 'email', 'status')).toEqual([
			['dave@example.org', 'approved'],
		]);
	});

	it('has no absentees to tell of before it is over', async () => {
		const { items, errors } = await ofWebinar('getAbsentees', { webinarId: byId(SEED.webinar) });
		expect(items).toEqual([]);
		expect(errorOf(errors[0])?.hint).toMatch(/\w/);
	});
});

describe('Meeting Summary', () => {
	const summary = async (more: INodeParameters = {}, rows?: IDataObject[]) =>
		await run(
			{
				resource: 'meetingSummary',
				operation: 'get',
				recordedEventId: byId(SEED.over),
				...more,
			},
			rows,
		);

	it.each([SEED.over, uuid])('is read as fields by %s', async (id) => {
		const { items, errors } = await summary({ recordedEventId: byId(id) });
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			meeting_uuid: uuid,
			meeting_id: Number(SEED.over),
			title: 'Meeting summary for Last week’s webinar',
			overview: 'Harriet showed what is new and promised the recording.',
			next_steps: [
				'Harriet: send the recording to all who registered',
				'Ines: collect the open questions',
			],
		});
		expect(JSON.stringify(items[0]?.json.details)).toContain('The product has a new start page.');
		expect(items[0]?.json).not.toHaveProperty('summary_content');
	});

	it('is read as Markdown and as text', async () => {
		const markdown = (await summary({ format: 'markdown' })).items[0]?.json.markdown;
		expect(markdown).toMatch(/^# Last week’s webinar\n\n## Quick recap\n\nHarriet showed/);
		const { text } = (await summary({ format: 'text' })).items[0]?.json ?? {};
		expect(text).toMatch(/^Last week’s webinar\n\nQuick recap\n\nHarriet showed/);
	});

	it.each<[string, () => void, string]>([
		[
			'is in the trash',
			() => {
				for (const one of sandbox().summaries()) one.isTrashed = true;
			},
			'is in the trash',
		],
		[
			'is turned off',
			() => void sandbox().configure({ summaries: 'off' }),
			"AI Companion's meeting summary is turned off",
		],
		[
			'goes out by email only',
			() => void sandbox().configure({ summaries: 'emailOnly' }),
			'An account setting holds this summary back',
		],
		['was never written', () => void sandbox().summaries().splice(0), "couldn't find this meeting"],
	])('tells where it %s', async (_, before, message) => {
		before();
		const { items, errors } = await summary();
		expect(items).toEqual([]);
		expect(errorMessage(errors[0])).toContain(message);
		expect(errorOf(errors[0])?.hint).toMatch(/\w/);
	});

	it.each([true, false])(
		'is found by what the event of Zoom Trigger says (simplified: %s)',
		async (simplified) => {
			let json: IDataObject = {};
			await sandbox().announce((source) => {
				const [written] = sandbox().summaries();
				if (!written) throw new Error('The seed has no summary');
				const event = summaryCompleted(source, written);
				json = simplified
					? { event: event.event, ...event.payload.object }
					: ({ ...event } as unknown as IDataObject);
				return event;
			}, SEED.over);
			const id = simplified ? '$json.meeting_uuid' : '$json.payload.object.meeting_uuid';
			const { items, errors } = await summary({ recordedEventId: byId(`={{ ${id} }}`) }, [json]);
			expect(errors).toEqual([]);
			expect(items[0]?.json).toMatchObject({ meeting_uuid: uuid, title: expect.any(String) });
		},
	);

	it('is listed without its text, by when it was written', async () => {
		const list = async (filters: INodeParameters) =>
			rowsOf(
				await run({ resource: 'meetingSummary', operation: 'getAll', filters }),
				'meeting_uuid',
			);
		expect(await list({})).toEqual([[uuid]]);
		const to = new Date(Date.now() - 300 * 86_400_000).toISOString();
		expect(await list({ to, timeFilterField: 'summary_created_time' })).toEqual([]);
	});
});
