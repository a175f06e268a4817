/*
 * What Zoom lets people choose from, as its reference lists it: `value` is what Zoom takes, `name`
 * what the panel shows. https://developers.zoom.us/docs/api/meetings/
 */

const namedByValue = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

/** Zoom lists the registrants of one status at a time. */
export const REGISTRANT_STATUSES = ['approved', 'pending', 'denied'] as const;

/** Zoom's `approval_type`: whether people can register, and whether each must be approved. */
export const APPROVAL_TYPES = { automatic: 0, manual: 1, off: 2 } as const;

export const MEETING_TYPES = [
	{ name: 'Instant', value: 1, description: 'Starts right away' },
	{ name: 'Recurring (Fixed Time)', value: 8 },
	{ name: 'Recurring (No Fixed Time)', value: 3, description: "Can't have registration" },
	{ name: 'Scheduled', value: 2 },
	{ name: 'Screen Share Only', value: 10 },
];

export const WEBINAR_TYPES = [
	{ name: 'Recurring (Fixed Time)', value: 9 },
	{ name: 'Recurring (No Fixed Time)', value: 6, description: "Can't have registration" },
	{ name: 'Scheduled', value: 5 },
];

/** Whether people register, and whether each must be approved; `value` is the node's own. */
export const REGISTRATION = [
	{ name: 'Automatically Approve', value: 'automatic' },
	{ name: 'Manually Approve', value: 'manual' },
	{ name: 'Not Required', value: 'off' },
];

/** How a series that is monthly repeats; `value` is the node's own. */
export const MONTHLY_BY = [
	{ name: 'Day of the Month', value: 'dayOfMonth' },
	{ name: 'Day of the Week', value: 'dayOfWeek' },
];

/** How a series ends; `value` is the node's own. */
export const ENDS = [
	{ name: 'After', value: 'after', description: 'After a number of occurrences' },
	{ name: 'By', value: 'by', description: 'By a date' },
];

/** Languages of a registrant; Zoom spells three of its language codes in ways of its own. */
export const LANGUAGES = [
	{ name: 'Chinese (Simplified)', value: 'zh-CN' },
	{ name: 'Chinese (Traditional)', value: 'zh-TW' },
	{ name: 'English', value: 'en-US' },
	{ name: 'French', value: 'fr-FR' },
	{ name: 'German', value: 'de-DE' },
	{ name: 'Italian', value: 'it-IT' },
	{ name: 'Japanese', value: 'jp-JP' },
	{ name: 'Korean', value: 'ko-KO' },
	{ name: 'Polish', value: 'pl-PL' },
	{ name: 'Portuguese', value: 'pt-PT' },
	{ name: 'Russian', value: 'ru-RU' },
	{ name: 'Spanish', value: 'es-ES' },
	{ name: 'Turkish', value: 'Tr-TR' },
	{ name: 'Vietnamese', value: 'vi-VN' },
];

/**
 * Zoom's reference has 500-1,000 in requests and 501-1,000 in answers; the API takes the latter.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 */
export const EMPLOYEES = namedByValue([
	'1-20',
	'21-50',
	'51-100',
	'101-500',
	'501-1,000',
	'1,001-5,000',
	'5,001-10,000',
	'More than 10,000',
]);

/** Further spellings, in lower case: of Zoom's reference, and of its answers for webinars. */
export const EMPLOYEES_ALIASES: ReadonlyMap<string, string> = new Map([
	['500-1,000', '501-1,000'],
	['101-250', '101-500'],
	['251-500', '101-500'],
	['10,001+', 'More than 10,000'],
]);

export const TIME_FRAMES = namedByValue([
	'Within a month',
	'1-3 months',
	'4-6 months',
	'More than 6 months',
	'No timeframe',
]);

export const PURCHASE_ROLES = namedByValue([
	'Decision Maker',
	'Evaluator/Recommender',
	'Influencer',
	'Not involved',
]);

/** Zoom counts the days of the week from Sunday = 1. */
export const WEEKDAYS = [
	{ name: 'Monday', value: 2 },
	{ name: 'Tuesday', value: 3 },
	{ name: 'Wednesday', value: 4 },
	{ name: 'Thursday', value: 5 },
	{ name: 'Friday', value: 6 },
	{ name: 'Saturday', value: 7 },
	{ name: 'Sunday', value: 1 },
];

export const WEEKS = [
	{ name: 'First', value: 1 },
	{ name: 'Second', value: 2 },
	{ name: 'Third', value: 3 },
	{ name: 'Fourth', value: 4 },
	{ name: 'Last', value: -1 },
];

export const REPEATS = [
	{ name: 'Daily', value: 1 },
	{ name: 'Weekly', value: 2 },
	{ name: 'Monthly', value: 3 },
];

/** Zoom's standard questions, by the names of its registration form. */
export const STANDARD_QUESTIONS = [
	{ name: 'Address', value: 'address' },
	{ name: 'City', value: 'city' },
	{ name: 'Country/Region', value: 'country' },
	{ name: 'Industry', value: 'industry' },
	{ name: 'Job Title', value: 'job_title' },
	{ name: 'Last Name', value: 'last_name' },
	{ name: 'Number of Employees', value: 'no_of_employees' },
	{ name: 'Organization', value: 'org' },
	{ name: 'Phone', value: 'phone' },
	{ name: 'Purchasing Time Frame', value: 'purchasing_time_frame' },
	{ name: 'Questions & Comments', value: 'comments' },
	{ name: 'Role in Purchase Process', value: 'role_in_purchase_process' },
	{ name: 'State/Province', value: 'state' },
	{ name: 'Zip/Postal Code', value: 'zip' },
];

export const QUESTION_STATES = [
	{ name: 'Hidden', value: 'off' },
	{ name: 'Optional', value: 'optional' },
	{ name: 'Required', value: 'required' },
];

export const MEETING_QUESTION_TYPES = [
	{ name: 'Short Answer', value: 'short' },
	{ name: 'Single Answer', value: 'single' },
];

export const WEBINAR_QUESTION_TYPES = [
	{ name: 'Multiple Answers', value: 'multiple' },
	{ name: 'Short Answer', value: 'short' },
	{ name: 'Single Answer (Dropdown)', value: 'single_dropdown' },
	{ name: 'Single Answer (Radio Buttons)', value: 'single_radio' },
];
