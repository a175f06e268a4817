import { RECORDED } from './seedRecordings';

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
	/**
	 * Took place two days ago, with registration: people with two devices, in breakout rooms, who came
	 * late, waited only, stayed away, or had not registered; a poll and two questions.
	 */
	workshopOver: '85746065438',
	/** Took place yesterday; registrants (some of them came), a poll and a question. */
	webinarOver: '85746065494',
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
