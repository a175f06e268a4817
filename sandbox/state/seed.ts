import { toZoomTime } from '../clock';
import { MEETING, WEBINAR } from '../kinds';
import type { Account } from './account';
import { newRegistrant } from './registrant';
import { RECORDED, seedRecordings } from './seedRecordings';
import type { User } from './user';

/** What every account of the default seed holds; meeting IDs are text, as n8n passes them on. */
export const SEED = {
	host: { id: 'KdYKjnimT4KPd8FFgQt9FQ', email: 'host@example.com' },
	basicHost: { id: 'z8yCxjabcdEFGHfp8uQu2A', email: 'basic@example.com' },
	secondHost: { id: 'anna1nimT4KPd8KKdQt9FQ', email: 'anna@example.com' },
	/** Scheduled, approves by itself, has the two custom questions. */
	meeting: '85746065432',
	/** Its host approves by hand. */
	manual: '85746065433',
	/** Registration is off. */
	registrationOff: '85746065434',
	/** Weekly, four occurrences, people register for each (registration_type 2). */
	series: '85746065435',
	/** Room for three. */
	small: '85746065436',
	/** Took place a week ago; the host and two of three registrants came. */
	over: '85746065437',
	attendance: {
		came: ['ines@example.org', 'omar@example.org'],
		stayedAway: 'lea@example.org',
	},
	/** What was recorded of the meeting that is over, with its files by what they are. */
	recorded: RECORDED,
	/** Its UUID starts with a slash and must be encoded twice. */
	meetingUuid: '/ajXp112QmuoKj4854875==',
	/** Contains two slashes in a row and must be encoded twice. */
	manualUuid: 'gkABCDEnC//u3Fe1t5L2Uw==',
	/** Scheduled, approves by itself, asks a question of each type and has two tracking sources. */
	webinar: '85746065490',
	/** Its host approves by hand; somebody speaks in it already. */
	webinarManual: '85746065491',
	/** Registration is off. */
	webinarOff: '85746065492',
	/** Weekly, four sessions, people choose theirs (registration_type 3). */
	webinarSeries: '85746065493',
	webinarQuestions: {
		company: 'Company size',
		role: 'Your role',
		heardFrom: 'How did you hear about us?',
		topics: 'Topics you care about',
	},
	trackingSources: { newsletter: '5516482804110', website: '5516482804111' },
	panelist: { email: 'grace@example.org', name: 'Grace Okafor' },
	/** A cloud recording that a simulive webinar can play. */
	recordingFile: 'f09340e1-cdc3-4eae-9a74-98f9777ed908',
	questions: { companySize: 'Company size', heardFrom: 'How did you hear about us?' },
	heardFromAnswers: ['Friend', 'Search', 'Other'],
} as const;

const USERS: User[] = [
	{
		...SEED.host,
		firstName: 'Harriet',
		lastName: 'Host',
		type: 2,
		timezone: 'Europe/Berlin',
		pmi: 4_564_561_001,
		isOwner: true,
		hasWebinars: true,
	},
	{
		...SEED.basicHost,
		firstName: 'Bruno',
		lastName: 'Basic',
		type: 1,
		timezone: 'America/New_York',
		pmi: 4_564_561_002,
		isOwner: false,
		hasWebinars: false,
	},
	{
		...SEED.secondHost,
		firstName: 'Anna',
		lastName: 'Ito',
		type: 2,
		timezone: 'Asia/Tokyo',
		pmi: 4_564_561_003,
		isOwner: false,
		hasWebinars: true,
	},
];

/** Fills a new account. An empty one has its users, and neither meetings nor webinars. */
export function seedAccount(account: Account, seed: 'default' | 'empty', now: number): void {
	account.users.push(...USERS);
	account.recordings.add(SEED.recordingFile);
	if (seed === 'empty') return;
	const year = new Date(now).getUTCFullYear() + 1;
	const automatic = { approval_type: 0 } as const;
	account.add(
		MEETING,
		{
			id: SEED.meeting,
			uuid: SEED.meetingUuid,
			topic: 'Product webinar',
			agenda: 'What is new, and your questions',
			start_time: `${year}-03-17T15:00:00Z`,
			settings: automatic,
			questions: {
				custom_questions: [
					{ title: SEED.questions.companySize, type: 'short', required: false, answers: [] },
					{
						title: SEED.questions.heardFrom,
						type: 'single',
						required: false,
						answers: [...SEED.heardFromAnswers],
					},
				],
			},
		},
		now,
	);
	account.add(
		MEETING,
		{
			id: SEED.manual,
			uuid: SEED.manualUuid,
			topic: 'Round table for partners',
			start_time: `${year}-03-18T15:00:00Z`,
			settings: { approval_type: 1 },
		},
		now,
	);
	account.add(
		MEETING,
		{ id: SEED.registrationOff, topic: 'Team meeting', start_time: `${year}-03-19T09:00:00Z` },
		now,
	);
	account.add(
		MEETING,
		{
			id: SEED.series,
			topic: 'Onboarding course',
			type: 8,
			start_time: `${year}-04-06T14:00:00`,
			timezone: 'Europe/Berlin',
			recurrence: { type: 2, repeat_interval: 1, end_times: 4 },
			settings: { ...automatic, registration_type: 2 },
		},
		now,
	);
	account.add(
		MEETING,
		{
			id: SEED.small,
			topic: 'Workshop for three',
			start_time: `${year}-05-04T13:00:00Z`,
			capacity: 3,
			settings: automatic,
		},
		now,
	);
	seedOver(account, now);
	seedWebinars(account, now);
}

function seedWebinars(account: Account, now: number): void {
	const year = new Date(now).getUTCFullYear() + 1;
	const { company, role, heardFrom, topics } = SEED.webinarQuestions;
	const choice = (
		title: string,
		type: 'single_radio' | 'single_dropdown' | 'multiple',
		answers: string[],
	) => ({
		title,
		type,
		required: false,
		answers,
	});
	const { newsletter, website } = SEED.trackingSources;
	account.add(
		WEBINAR,
		{
			id: SEED.webinar,
			topic: 'Autumn launch',
			agenda: 'All that is new, live',
			start_time: `${year}-09-15T15:00:00Z`,
			settings: { approval_type: 0 },
			questions: {
				custom_questions: [
					{ title: company, type: 'short', required: false, answers: [] },
					choice(role, 'single_radio', ['Engineer', 'Manager', 'Other']),
					choice(heardFrom, 'single_dropdown', [...SEED.heardFromAnswers]),
					choice(topics, 'multiple', ['Automation', 'Security', 'Pricing, plans']),
				],
			},
			trackingSources: [
				{ id: newsletter, name: 'Newsletter', visitors: 12 },
				{ id: website, name: 'Website', visitors: 0 },
			],
		},
		now,
	);
	account.add(
		WEBINAR,
		{
			id: SEED.webinarManual,
			topic: 'Partner briefing',
			start_time: `${year}-09-16T15:00:00Z`,
			settings: { approval_type: 1 },
			panelists: [SEED.panelist],
		},
		now,
	);
	account.add(
		WEBINAR,
		{ id: SEED.webinarOff, topic: 'Company town hall', start_time: `${year}-09-17T15:00:00Z` },
		now,
	);
	account.add(
		WEBINAR,
		{
			id: SEED.webinarSeries,
			topic: 'Security masterclass',
			type: 9,
			start_time: `${year}-10-05T14:00:00`,
			timezone: 'Europe/Berlin',
			recurrence: { type: 2, repeat_interval: 1, end_times: 4 },
			settings: { approval_type: 0, registration_type: 3 },
		},
		now,
	);
}

/** The meeting that took place, for comparing who registered with who came. */
function seedOver(account: Account, now: number): void {
	const startsAt = now - 7 * 86_400_000;
	const meeting = account.add(
		MEETING,
		{
			id: SEED.over,
			topic: 'Last week’s webinar',
			startsAt,
			settings: { approval_type: 0 },
		},
		now,
	);
	const [ines, omar] = SEED.attendance.came;
	seedRecordings(account, meeting, startsAt);
	const people = [
		{ email: ines, first_name: 'Ines', last_name: 'Vega' },
		{ email: omar, first_name: 'Omar', last_name: 'Haddad' },
		{ email: SEED.attendance.stayedAway, first_name: 'Lea', last_name: 'Blum' },
	];
	const minute = (after: number) => toZoomTime(startsAt + after * 60_000);
	meeting.participants.push({
		name: 'Harriet Host',
		user_email: SEED.host.email,
		join_time: minute(0),
		leave_time: minute(60),
	});
	for (const [index, person] of people.entries()) {
		const registrant = newRegistrant(meeting, person, startsAt - 86_400_000);
		registrant.status = 'approved';
		meeting.registrants.set(registrant.id, registrant);
		if (person.email === SEED.attendance.stayedAway) continue;
		meeting.participants.push({
			name: `${person.first_name} ${person.last_name}`,
			user_email: person.email,
			registrant_id: registrant.id,
			join_time: minute(index + 1),
			leave_time: minute(55),
		});
	}
}
