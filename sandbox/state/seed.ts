import { MEETING, WEBINAR } from '../kinds';
import type { Account } from './account';
import { seedPast } from './seed-past';
import { SEED } from './seed-ids';
import type { User } from './user';

export { SEED } from './seed-ids';

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
	seedWebinars(account, now);
	seedPast(account, now);
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
