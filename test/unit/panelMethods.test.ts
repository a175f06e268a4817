import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { listSearch, loadOptions, resourceMapping } from '../../nodes/Zoom/methods';
import { fakeN8n, locator, ok, refusal, sent } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';
import { formFields, OWN, STANDARD } from './support/registrationForm';
import { settled } from './support/settled';

/* What the editor asks Zoom for while the panel is filled in. */

const ID = '85746065432';
const WEBINAR = `/webinars/${ID}`;
const SOURCES = [
	{ id: '5516482804110', source_name: 'General', tracking_url: 'https://zoom.us/x' },
	{ id: '5516482804111', source_name: 'News Letter' },
];

describe('for a meeting', () => {
	function context(respond: Respond, meetingId: unknown = '85746065432') {
		const parameters = {
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: locator('id', meetingId),
		};
		const fake = fakeN8n({ respond, parameters });
		return {
			context: fake.context as unknown as ILoadOptionsFunctions,
			asked: () => fake.requests.map(sent),
		};
	}

	it('reads the questions of the chosen meeting', async () => {
		const fake = context(() => ok({ questions: STANDARD, custom_questions: OWN }));
		expect(await resourceMapping.getMeetingRegistrationForm.call(fake.context)).toEqual({
			fields: formFields(),
		});
		expect(fake.asked()).toEqual([
			{
				method: 'GET',
				url: 'https://api.zoom.us/v2/meetings/85746065432/registrants/questions',
			},
		]);
	});

	it.each([
		[
			'',
			refusal(404, 3001, 'Meeting does not exist: 85746065432.'),
			/^Zoom couldn't find this meeting/,
		],
		[
			'',
			refusal(404, 404, 'Registration has not been enabled.'),
			/^Registration isn't turned on for this meeting\. Turn/,
		],
		['https://zoom.us/meeting/register/tJ0tdOysqzkrHNS8jTa', ok(), /^This needs a meeting/],
		['Ann', ok(), /^'Meeting' isn't a meeting ID or link/],
	])('has no fields where the form of %j cannot be read, and says why', async (id, answer, why) => {
		const fake = context(() => answer, id || ID);
		expect(await resourceMapping.getMeetingRegistrationForm.call(fake.context)).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(why),
		});
	});

	it('throws for what may pass, so that n8n keeps the questions that it has', async () => {
		jest.useFakeTimers();
		const { context: n8n } = context(() => ({ statusCode: 502, body: 'Bad Gateway' }));
		const reading = resourceMapping.getMeetingRegistrationForm.call(n8n);
		await expect(settled(reading)).rejects.toThrow();
		jest.useRealTimers();
	});

	it('asks for a meeting where none is chosen, and has no fields until then', async () => {
		const fake = context(() => ok(), '');
		expect(await resourceMapping.getMeetingRegistrationForm.call(fake.context)).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose a meeting to see its questions',
		});
		expect(fake.asked()).toEqual([]);
	});

	it('says that a meeting from an expression is not known yet', async () => {
		const { fields } = await resourceMapping.getMeetingRegistrationForm.call(
			context(() => ok(), '={{ $json.meeting }}').context,
		);
		expect(fields[0]).toMatchObject({
			displayName: "Standard questions: the meeting isn't known yet",
			readOnly: true,
		});
		expect(fields.length).toBeGreaterThan(10);
	});

	it("lists the meeting's occurrences in its own zone, without deleted ones", async () => {
		const occurrences = [
			{ occurrence_id: '1', start_time: '2027-03-26T16:00:00Z', status: 'available' },
			{ occurrence_id: '2', start_time: '2027-03-27T16:00:00Z', status: 'deleted' },
			{ occurrence_id: '3', start_time: '2027-03-29T15:00:00Z', status: 'available' },
		];
		const fake = context(() => ok({ timezone: 'Europe/Berlin', occurrences }));
		expect(await loadOptions.getMeetingOccurrences.call(fake.context)).toEqual([
			{ name: 'Fri 26 Mar 2027, 17:00', value: '1' },
			{ name: 'Mon 29 Mar 2027, 17:00', value: '3' },
		]);
	});

	it.each(['', 'Mars/Olympus', undefined])(
		'lists occurrences in UTC where the zone is %p, and by ID where there is no time',
		async (timezone) => {
			const occurrences = [
				{ occurrence_id: '1', start_time: '2027-03-26T16:00:00Z' },
				{ occurrence_id: '2', start_time: '' },
			];
			const fake = context(() => ok({ timezone, occurrences }));
			expect(await loadOptions.getMeetingOccurrences.call(fake.context)).toEqual([
				{ name: 'Fri 26 Mar 2027, 16:00', value: '1' },
				{ name: '2', value: '2' },
			]);
		},
	);

	it('shows what it can of a form that is not as it should be', async () => {
		const custom = [
			{ title: 'S', type: 'single', required: true },
			{ title: 'T', type: 'single', required: true, answers: {} },
			{ required: true },
			null,
			'x',
		];
		const fake = context(() => ok({ questions: null, custom_questions: custom.slice(0, 3) }));
		const { fields } = await resourceMapping.getMeetingRegistrationForm.call(fake.context);
		expect(fields.map(({ id, type }) => [id, type])).toEqual([
			['email', 'string'],
			['first_name', 'string'],
			['S', 'string'],
			['T', 'string'],
		]);
	});

	it.each([
		['no meeting is chosen', ''],
		['it comes from an expression', '={{ $json.meeting }}'],
		['it is a registration link', 'https://zoom.us/meeting/register/tJ0tdOysqzkrHNS8jTa'],
	])('offers the whole series alone where %s, without asking Zoom', async (_, meeting) => {
		const fake = context(() => refusal(400, 300, 'Invalid meeting ID.'), meeting);
		expect(await loadOptions.getMeetingSeriesOrOccurrence.call(fake.context)).toEqual([
			{ name: 'Whole Series', value: '' },
		]);
		expect(await loadOptions.getMeetingOccurrences.call(fake.context)).toEqual([]);
		expect(fake.asked()).toEqual([]);
	});

	it('offers the whole series before the occurrences, where one or none is chosen', async () => {
		const occurrences = [{ occurrence_id: '1', start_time: '2027-03-26T16:00:00Z' }];
		const fake = context(() => ok({ timezone: 'UTC', occurrences }));
		expect(await loadOptions.getMeetingSeriesOrOccurrence.call(fake.context)).toEqual([
			{ name: 'Whole Series', value: '' },
			{ name: 'Fri 26 Mar 2027, 16:00', value: '1' },
		]);
	});

	it('shows why occurrences cannot be listed as the choice for an empty value', async () => {
		const fake = context(() => refusal(404, 3001, 'Meeting does not exist.'));
		const why = "o occurrences listed: Zoom couldn't find this meeting";
		expect(await loadOptions.getMeetingOccurrences.call(fake.context)).toEqual([
			{ name: `N${why}`, value: '' },
		]);
		expect(await loadOptions.getMeetingSeriesOrOccurrence.call(fake.context)).toEqual([
			{ name: `Whole Series (n${why})`, value: '' },
		]);
		const typed = context(() => ok(), 'Ann');
		expect(await loadOptions.getMeetingOccurrences.call(typed.context)).toEqual([
			{ name: expect.stringMatching(/^No occurrences listed: 'Meeting' isn't/), value: '' },
		]);
	});

	it('has no occurrences to list for a meeting that does not repeat', async () => {
		expect(await loadOptions.getMeetingOccurrences.call(context(() => ok()).context)).toEqual([]);
	});
});

describe.each([
	['meeting', loadOptions.getMeetingInstances],
	['webinar', loadOptions.getWebinarInstances],
] as const)('the times that a past %s took place', (name, load) => {
	function context(respond: Respond, event: unknown = ID) {
		const fake = fakeN8n({
			respond,
			parameters: {
				resource: name === 'meeting' ? 'pastMeeting' : 'pastWebinar',
				operation: 'get',
				[`${name}Id`]: locator('id', event),
			},
			timezone: 'Europe/Berlin',
		});
		return { n8n: fake.context as unknown as ILoadOptionsFunctions, fake };
	}
	const LATEST = { name: 'Latest', value: '' };

	it("are listed by UUID after the latest, the last first, in the workflow's zone", async () => {
		const { n8n, fake } = context(() =>
			ok({
				[`${name}s`]: [
					{ uuid: '/a//b==', start_time: '2026-03-26T16:00:00Z' },
					{ uuid: 'odd==', start_time: '' },
					{ uuid: 'c==', start_time: '2026-04-02T15:00:00Z' },
				],
			}),
		);
		expect(await load.call(n8n)).toEqual([
			LATEST,
			{ name: 'Thu 2 Apr 2026, 17:00', value: 'c==' },
			{ name: 'Thu 26 Mar 2026, 17:00', value: '/a//b==' },
			{ name: 'odd==', value: 'odd==' },
		]);
		expect(fake.requests.map(sent)).toEqual([
			{ method: 'GET', url: `https://api.zoom.us/v2/past_${name}s/${ID}/instances` },
		]);
	});

	it.each([[{ instances: [] }], [{}]])(
		'are the latest alone where Zoom lists none',
		async (body) => {
			const { n8n } = context(() => ok({ [`${name}s`]: [], ...body }));
			expect(await load.call(n8n)).toEqual([LATEST]);
		},
	);

	it.each([
		['none is chosen', ''],
		['it comes from an expression', '={{ $json.id }}'],
		['it is the UUID of one time already', '4444AAAiAAAAAiAiAiiAii=='],
	])('are the latest alone where %s, without asking Zoom', async (_, event) => {
		const { n8n, fake } = context(() => refusal(400, 300, 'Invalid ID.'), event);
		expect(await load.call(n8n)).toEqual([LATEST]);
		expect(fake.requests).toEqual([]);
	});

	it.each<[string, Respond, string]>([
		[
			'a scope is missing',
			() => refusal(400, 4711, 'Invalid access token, does not contain scopes:[x].'),
			'the Zoom app is missing a scope for this operation',
		],
		['it does not exist', () => refusal(404, 3001, 'It does not exist.'), 'with this ID'],
	])('show in the place of the latest why they are not there: %s', async (_, respond, why) => {
		const { n8n } = context(respond);
		const shown = await load.call(n8n);
		expect(shown).toEqual([
			{ name: expect.stringMatching(/^Latest \(no others listed: .+\)$/), value: '' },
		]);
		expect(shown[0]?.name.toLowerCase()).toContain(why.toLowerCase());
	});
});

describe('for a webinar', () => {
	function context(respond: Respond) {
		const fake = fakeN8n({
			respond,
			parameters: {
				resource: 'webinarRegistrant',
				operation: 'add',
				webinarId: locator('id', ID),
			},
		});
		const asked = () => fake.requests.map(sent).map(({ method, url }) => `${method} ${url}`);
		return { context: fake.context as unknown as ILoadOptionsFunctions, asked };
	}
	const API = 'https://api.zoom.us/v2';

	it('shows why tracking sources cannot be listed', async () => {
		const { context: n8n } = context(() =>
			refusal(400, 4711, 'Invalid access token, does not contain scopes:[x].'),
		);
		expect(await loadOptions.getTrackingSources.call(n8n)).toEqual([
			{
				name: 'No sources listed: The Zoom app is missing a scope for this operation',
				value: '',
			},
		]);
	});

	it("lists the webinar's registrants, occurrences and tracking sources", async () => {
		const { context: n8n, asked } = context(({ url, qs }) => {
			if (url.endsWith('/registrants')) {
				const isApproved = qs?.status === 'approved';
				return ok({
					registrants: isApproved ? [{ id: 'r', email: 'ann@x.org', first_name: 'Ann' }] : [],
				});
			}
			if (url.endsWith('/tracking_sources')) return ok({ tracking_sources: SOURCES });
			return ok({ occurrences: [{ occurrence_id: '5', start_time: '2027-03-26T16:00:00Z' }] });
		});
		expect((await listSearch.searchWebinarRegistrants.call(n8n)).results).toEqual([
			{ name: 'Ann · ann@x.org (approved)', value: 'r' },
		]);
		expect(await loadOptions.getWebinarOccurrences.call(n8n)).toEqual([
			{ name: 'Fri 26 Mar 2027, 16:00', value: '5' },
		]);
		expect(await loadOptions.getTrackingSources.call(n8n)).toEqual([
			{ name: 'General', value: '5516482804110' },
			{ name: 'News Letter', value: '5516482804111' },
		]);
		expect(new Set(asked())).toEqual(
			new Set([
				`GET ${API}${WEBINAR}/registrants`,
				`GET ${API}${WEBINAR}`,
				`GET ${API}${WEBINAR}/tracking_sources`,
			]),
		);
	});

	it('shows each type of question as Zoom does', async () => {
		const answers = ['A', 'B'];
		const custom = [
			{ title: 'Why?', type: 'short', required: true, answers: [] },
			{ title: 'Which?', type: 'single_radio', required: false, answers },
			{ title: 'Where?', type: 'single_dropdown', required: true, answers },
			{ title: 'What?', type: 'multiple', required: false, answers },
		];
		const { context: n8n, asked } = context(() =>
			ok({ questions: [{ field_name: 'city', required: true }], custom_questions: custom }),
		);
		const { fields } = await resourceMapping.getWebinarRegistrationForm.call(n8n);
		expect(fields.slice(2).map(({ id, type, required }) => [id, type, required])).toEqual([
			['city', 'string', true],
			['Why?', 'string', true],
			['Which?', 'options', false],
			['Where?', 'options', true],
			['What?', 'string', false],
		]);
		expect(asked()).toEqual([`GET ${API}${WEBINAR}/registrants/questions`]);
	});

	it('says why a form cannot be read', async () => {
		const { context: n8n } = context(() => refusal(400, 3000, "L'inscription n'est pas activée."));
		expect(await resourceMapping.getWebinarRegistrationForm.call(n8n)).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringMatching(
				/^Registration isn't turned on for this webinar\. Turn/,
			),
		});
	});
});
