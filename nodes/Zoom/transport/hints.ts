/** What happened in plain words, and how to get on; keyed by Zoom's code and message. */
interface Hint {
	codes?: number[];
	status?: number;
	text?: RegExp;
	title: string;
	/** A function where the hint names something from Zoom's message. */
	hint: string | ((message: string) => string);
}

/** An app of this kind picks the `:admin` forms; the others are for apps that people install. */
function scopeHint(message: string): string {
	const named = (/\[([^\]]*)\]/.exec(message)?.[1] ?? '').split(/,\s*/).filter(Boolean);
	const admin = named.filter((scope) => scope.endsWith(':admin'));
	const scopes = (admin.length > 0 ? admin : named).join(' or ') || 'the scope named below';
	return `Add ${scopes} to the app: Zoom App Marketplace → Manage → your app → Scopes. Save, and activate the app again if Zoom asks. The next run uses it.`;
}

/*
 * The first entry that fits counts. Codes are not unique at Zoom (300 and 3000 each stand for many
 * things, 404 and 429 repeat the HTTP status), so messages are matched where a code says too little.
 * Codes: https://developers.zoom.us/docs/api/errors/ and the reference of each operation.
 */
const HINTS: Hint[] = [
	{
		text: /does not contain scopes/i,
		title: 'The Zoom app lacks a scope for this operation',
		hint: scopeHint,
	},
	{
		codes: [124, 4700],
		title: 'Zoom does not accept the token of this credential',
		hint: 'A freshly fetched token was refused too. Test the credential, check that the Zoom app is activated, and that the API and OAuth base URLs belong together.',
	},
	{
		codes: [1010],
		title: 'This user belongs to another Zoom account',
		hint: "Choose a host of the credential's own Zoom account, by email address or user ID.",
	},
	{
		text: /registration has not been enabled|not registration required|does(n't| not) have registration/i,
		title: 'This meeting takes no registrations',
		hint: 'Turn registration on: with the option "Turn On Registration If Off" of this node, with Meeting → Update → Registration, or in the Zoom portal. People who were invited by link will have to register then.',
	},
	{
		codes: [200],
		text: /paid|plan is missing|subscribe/i,
		title: 'The Zoom plan of this host does not include this',
		hint: "Registration needs a host with a Pro licence or higher. Check the host's licence in Zoom's User Management.",
	},
	{
		codes: [200],
		title: 'Zoom gives no permission for this',
		hint: "The role of the person who made the Zoom app lacks a permission, or the host's plan does not include this. Check Roles and licences in Zoom's admin portal.",
	},
	{
		codes: [300],
		text: /cannot access meeting information/i,
		title: 'This meeting has not taken place yet',
		hint: 'Past Meeting knows meetings that are over, for a year.',
	},
	{
		codes: [300],
		text: /valid JSON object/i,
		title: 'Zoom could not read the data of the request',
		hint: 'A value has a form that Zoom does not take here. Check the fields that come from expressions; each must give text, a number or true/false.',
	},
	{
		codes: [300],
		text: /next page token/i,
		title: 'The list took too long to read',
		hint: "Zoom's page tokens live for 15 minutes. Run it again, with a filter or a limit if the list is long.",
	},
	{
		codes: [300],
		text: /occurrence/i,
		title: 'Zoom does not know this occurrence of the meeting',
		hint: 'Copy an occurrence ID from Meeting → Get of this very meeting.',
	},
	{
		codes: [300],
		text: /registrant id/i,
		title: 'Zoom does not know this registrant',
		hint: 'Choose the registrant by email address, or copy the ID from Registrant → Get Many of this very meeting.',
	},
	{
		codes: [300],
		text: /schedule_for/i,
		title: 'Zoom does not let this user schedule for the chosen one',
		hint: 'Schedule For needs a user of the same account who has given the scheduling privilege. Choosing that user as Host is simpler.',
	},
	{
		codes: [300],
		text: /validation failed/i,
		title: 'Zoom does not accept a value',
		hint: 'Correct the fields named below. For a registrant, also look whether the meeting asks questions that must be answered.',
	},
	{
		codes: [300],
		title: 'Zoom does not accept the request',
		hint: 'Correct what Zoom names below.',
	},
	{
		codes: [12702],
		title: 'Zoom keeps the data of past meetings for a year',
		hint: 'This meeting took place longer ago.',
	},
	{
		codes: [1001],
		text: /meeting/i,
		title: 'Zoom does not know this meeting',
		hint: 'It may be deleted, expired 30 days after its last use, or belong to another account than the credential.',
	},
	{
		codes: [1001, 1120],
		title: 'Zoom does not know this user',
		hint: "Choose the host by email address or user ID of a user in the credential's Zoom account.",
	},
	{
		codes: [2300],
		title: 'Zoom does not know this address of its API',
		hint: "Check the API Base URL of the credential's Custom environment; it ends with /v2.",
	},
	{
		codes: [2306],
		title: 'Zoom does not show the meetings of other users here',
		hint: 'Turn on "Display meetings scheduled for others" in the account settings of the Zoom portal.',
	},
	{
		codes: [3000],
		text: /webinar info/i,
		title: 'This is the ID of a webinar, not of a meeting',
		hint: 'Choose a meeting. Webinars are registered differently.',
	},
	{
		codes: [3000],
		text: /blocked/i,
		title: 'Zoom blocks people of this email domain',
		hint: 'An admin can change "Block users in specific domains" in the Zoom portal.',
	},
	{
		codes: [3000],
		title: 'Zoom refuses this for the meeting',
		hint: "Zoom's reason is below. Check that the meeting belongs to the credential's account and that its settings allow this.",
	},
	{
		codes: [3001],
		title: 'Zoom does not know this meeting',
		hint: 'It may be deleted, expired 30 days after its last use, or belong to another account than the credential. Check the ID: 9 to 11 digits.',
	},
	{
		codes: [3018, 3037],
		title: 'A personal meeting room can not be deleted',
		hint: 'Choose a scheduled meeting.',
	},
	{
		codes: [3027],
		title: 'The host of a meeting can not register for it',
		hint: 'Leave the host out of the list, or use another email address.',
	},
	{
		codes: [3034],
		title: 'Zoom asks for a work email address here',
		hint: 'Register with the address that was invited.',
	},
	{
		codes: [3035, 3043],
		title: 'The meeting is full',
		hint: "The number of registrants has reached the meeting's capacity. Cancel registrants or use a larger plan.",
	},
	{
		codes: [3038],
		title: 'The meeting is over and takes no more registrations',
		hint: 'Choose a meeting in the future.',
	},
	{
		codes: [3063],
		title: "A meeting on the company's own Zoom servers can not be ended from outside",
		hint: 'End it in the Zoom app.',
	},
	{
		codes: [3079],
		title: 'Zoom does not know this registrant',
		hint: 'Choose the registrant by email address, or copy the ID from Registrant → Get Many.',
	},
	{
		codes: [3161],
		title: 'This user may not host or schedule meetings',
		hint: 'Give the user a meeting licence in Zoom, or choose another host.',
	},
	{
		status: 429,
		text: /meeting create\/update/i,
		title: "The host's daily limit of 100 created or updated meetings is used up",
		hint: 'It starts again at 00:00 UTC. Until then choose another host.',
	},
	{
		status: 429,
		text: /for the registrant/i,
		title: "Zoom's daily limit for this person is used up",
		hint: 'Zoom takes 3 registrations a day and 10 status changes a day for one person. It starts again at 00:00 UTC; the person may be registered already: see Registrant → Get Many.',
	},
	{
		status: 429,
		text: /daily|resume/i,
		title: "Zoom's daily limit for this account is used up",
		hint: 'It starts again at 00:00 UTC. Rows that were refused for it can be sent again then.',
	},
	{
		status: 429,
		title: "Zoom's limit of requests per second is reached",
		hint: 'The node waited and tried again several times. Lower "Requests at a Time" in the options, or let fewer workflows run at once.',
	},
	{
		status: 404,
		title: 'Zoom does not know what was asked for',
		hint: 'Check the IDs of this row.',
	},
	{
		status: 413,
		title: 'The request is too large for Zoom',
		hint: 'Shorten the longest fields of this row.',
	},
];

const FALLBACK: Hint = {
	title: 'Zoom refuses the request',
	hint: "Zoom's reason is below.",
};
const NOT_ZOOM: Hint = {
	title: "This is not an answer of Zoom's API",
	hint: "Check the API Base URL of the credential, and whether a proxy or firewall answers in Zoom's place.",
};
const ZOOM_DOWN: Hint = {
	title: 'Zoom is having trouble',
	hint: 'Zoom answered that it can not serve requests now. See status.zoom.us and try again later.',
};

function fallbackFor(status: number): Hint {
	if (status < 400) return NOT_ZOOM;
	return status >= 500 ? ZOOM_DOWN : FALLBACK;
}

/** Finds the words for an answer that is no success. */
export function hintFor(status: number, code: number | undefined, message: string) {
	const found = HINTS.find(
		(entry) =>
			(entry.codes === undefined || (code !== undefined && entry.codes.includes(code))) &&
			(entry.status === undefined || entry.status === status) &&
			(entry.text === undefined || entry.text.test(message)),
	);
	const { title, hint } = found ?? fallbackFor(status);
	return { title, hint: typeof hint === 'string' ? hint : hint(message) };
}
