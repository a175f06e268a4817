import { RECORDING_REFUSALS } from './recordingRefusals';

/**
 * Who a refusal is about. A refused batch goes out person by person where it is about a person or
 * an item; where it is about the event, its host or the account, that would change nothing.
 */
export type Concerns = 'person' | 'item' | 'event' | 'host' | 'account';

/**
 * What an answer must have, in all that is named. Status, code and endpoint come before text: Zoom
 * answers in the language of the account's owner.
 */
export interface Condition {
	status?: number | readonly [from: number, to: number];
	codes?: readonly number[];
	/** Fits method and path template. */
	endpoint?: RegExp;
	/** Fits the header x-ratelimit-type. */
	limitType?: RegExp;
	text?: RegExp;
}

/** One thing that Zoom's refusals mean. */
export interface Refusal {
	kind: string;
	when: Condition | readonly Condition[];
	concerns: Concerns;
	/** What happened; `{kind}` and `{Kind}` stand for the kind of event, `{other}` for the other one. */
	title: string;
	/** How to get on; `{scopes}` stands for the scopes that Zoom names. */
	hint: string;
}

/**
 * What Zoom's refusals mean; the first row that fits counts. Codes are not unique at Zoom: 300 and
 * 3000 each stand for many things, 404 and 429 repeat the HTTP status.
 * https://developers.zoom.us/docs/api/errors/, and the reference of each operation
 */
// prettier-ignore
export const REFUSALS = [
	{ kind: 'zoomDown', concerns: 'account', when: { status: [500, 599] },
		title: 'Zoom is having trouble',
		hint: 'Zoom answered that it cannot serve requests now. See status.zoom.us and try again later.' },
	// A granular scope is missing, in whatever language the account has.
	{ kind: 'missingScope', concerns: 'account',
		when: [
			{ text: /does not contain scopes/i },
			{ codes: [4711, 104] },
		],
		title: 'The Zoom app lacks a scope for this operation',
		hint: 'Add {scopes} to the app: Zoom App Marketplace → Manage → your app → Scopes. Save, and activate the app again if Zoom asks. The next run uses it.' },
	{ kind: 'tokenRejected', concerns: 'account', when: { codes: [124, 4700] },
		title: 'Zoom does not accept the token of this credential',
		hint: 'A freshly fetched token was refused too. Test the credential, check that the Zoom app is activated, and that the API and OAuth base URLs belong together.' },
	...RECORDING_REFUSALS,
	{ kind: 'otherAccount', concerns: 'host', when: { codes: [1010] },
		title: 'This user belongs to another Zoom account',
		hint: "Choose a host of the credential's own Zoom account, by email address or user ID." },
	{ kind: 'otherKind', concerns: 'event',
		when: [
			{ codes: [300, 3000], text: /cannot access webinar info/i, endpoint: /^(?!.*webinars)/ },
			{ codes: [300, 3000], text: /cannot access meeting info/i, endpoint: /webinars/ },
		],
		title: 'This is the ID of a {other}, not of a {kind}',
		hint: 'Choose a {kind}, or do this with the resource for {other}s.' },
	// The code and status with 404 were measured on adding and listing registrants of meetings. For
	// webinars it is 3000, which says nothing else in answers about the registration form.
	{ kind: 'registrationOff', concerns: 'event',
		when: [
			{ text: /registration has not been enabled|not registration required|does(n't| not) have registration/i },
			{ status: 404, codes: [404], endpoint: /^(POST|GET) .*registrants$/ },
			{ codes: [3000], endpoint: /webinars\/.*questions$/ },
		],
		title: 'This {kind} takes no registrations',
		hint: 'Turn registration on: with the option "Turn On Registration If Off" of this node, with {Kind} → Update → Registration, or in the Zoom portal. People who were invited by link will have to register then.' },
	// 3161 was seen on listing the webinars of a host without the add-on: github.com/airbytehq/airbyte.
	{ kind: 'addOnMissing', concerns: 'host',
		when: [
			{ codes: [200], text: /webinar plan/i },
			{ codes: [3161], endpoint: /webinars/ },
		],
		title: 'This host has no webinar add-on',
		hint: "Zoom's webinars need a Pro plan or higher, the webinar add-on, and its license for the host: Zoom portal → User Management → Users → the host → Edit → Webinar. Or choose a host who has one." },
	{ kind: 'planMissing', concerns: 'host',
		when: { codes: [200], text: /paid|plan is missing|subscribe/i },
		title: 'The Zoom plan of this host does not include this',
		hint: "Registration needs a host with a Pro license or higher. Check the host's license in Zoom's User Management." },
	{ kind: 'noPermission', concerns: 'account', when: { codes: [200] },
		title: 'Zoom gives no permission for this',
		hint: "The role of the person who made the Zoom app lacks a permission, or the host's plan does not include this. Check Roles and licenses in Zoom's admin portal." },
	{ kind: 'notYetOver', concerns: 'event',
		when: { codes: [300], text: /cannot access meeting information/i },
		title: 'This {kind} has not taken place yet',
		hint: 'Zoom keeps the data of {kind}s that are over, for a year.' },
	{ kind: 'badRequest', concerns: 'item', when: { codes: [300], text: /valid JSON object/i },
		title: 'Zoom could not read the data of the request',
		hint: 'A value has a form that Zoom does not take here. Check the fields that come from expressions; each must give text, a number or true/false.' },
	{ kind: 'pageTokenExpired', concerns: 'item', when: { codes: [300], text: /next page token/i },
		title: 'The list took too long to read',
		hint: "Zoom's page tokens live for 15 minutes. Run it again, with a filter or a limit if the list is long." },
	{ kind: 'occurrenceUnknown', concerns: 'item', when: { codes: [300, 3000], text: /occurrence/i },
		title: 'Zoom does not know this occurrence of the {kind}',
		hint: 'Copy an occurrence ID from {Kind} → Get of this very {kind}.' },
	{ kind: 'registrantUnknown', concerns: 'person',
		when: [
			{ codes: [300], text: /registrant id/i },
			{ codes: [3000], text: /registrant .*not found/i },
			{ codes: [3079] },
		],
		title: 'Zoom does not know this registrant',
		hint: 'Choose the registrant by email address, or copy the ID from {Kind} Registrant → Get Many of this very {kind}.' },
	{ kind: 'schedulingRefused', concerns: 'item', when: { codes: [300], text: /schedule_for/i },
		title: 'Zoom does not let this user schedule for the chosen one',
		hint: 'Schedule For needs a user of the same account who has given the scheduling privilege. Choosing that user as Host is simpler.' },
	{ kind: 'answerMissing', concerns: 'person',
		when: { codes: [300], text: /required in custom_questions/i },
		title: 'A question of the registration form has no answer',
		hint: 'Zoom names the question below. It must be answered: choose "Registration Form" under Fields and refresh the questions, or add the answer under Custom Questions.' },
	{ kind: 'answerRefused', concerns: 'person',
		when: { codes: [300], text: /parameter: custom_questions/i },
		title: 'Zoom does not accept an answer to the registration form',
		hint: "An answer has at most 128 characters, a question with choices takes only these, and each question is named as in Zoom's form." },
	{ kind: 'badValue', concerns: 'item', when: { codes: [300], text: /validation failed/i },
		title: 'Zoom does not accept a value',
		hint: 'Correct the fields named below. For a registrant, also look whether the {kind} asks questions that must be answered.' },
	// Batch registration is for meetings of type 2 and webinars of type 5 only.
	{ kind: 'batchUnsupported', concerns: 'event',
		when: [
			{ codes: [303], endpoint: /batch_registrants$/ },
			{ codes: [300], text: /only be used for scheduled/i, endpoint: /batch_registrants$/ },
		],
		title: 'Zoom registers no list of people for this {kind}',
		hint: 'Add them one by one.' },
	{ kind: 'simuliveRefused', concerns: 'item',
		when: [
			{ codes: [300, 3000], text: /simulive|record file/i },
			{ codes: [4505] },
		],
		title: 'Zoom refuses this for a simulive webinar',
		hint: 'Simulive needs the setting in the account, a fixed time, a recording of the host in the cloud, and a host who schedules it themselves. Once it has started it stays as it is.' },
	// What a meeting's ID gets, too.
	{ kind: 'eventUnknown', concerns: 'event',
		when: [
			{ codes: [300], text: /invalid webinar id/i },
			{ codes: [3001], endpoint: /webinars/ },
		],
		title: 'Zoom does not know this webinar',
		hint: "It may be the ID of a meeting: those have the resources Meeting and Meeting Registrant. Or the webinar is deleted, expired, or belongs to another account than the credential. Check the ID: 9 to 11 digits." },
	{ kind: 'badValue', concerns: 'item', when: { codes: [300] },
		title: 'Zoom does not accept the request',
		hint: 'Correct what Zoom names below.' },
	{ kind: 'tooOld', concerns: 'event', when: { codes: [12702] },
		title: 'Zoom keeps the data of past {kind}s for a year',
		hint: 'This {kind} took place longer ago.' },
	{ kind: 'eventUnknown', concerns: 'event',
		when: [
			{ codes: [1001], text: /meeting|webinar/i },
			{ codes: [3001] },
		],
		title: 'Zoom does not know this {kind}',
		hint: 'It may be deleted, expired 30 days after its last use, or belong to another account than the credential. Check the ID: 9 to 11 digits.' },
	{ kind: 'userUnknown', concerns: 'host',
		when: [
			{ codes: [1001], text: /user/i },
			{ codes: [1001], endpoint: / \/users\// },
			{ codes: [1120] },
		],
		title: 'Zoom does not know this user',
		hint: "Choose the host by email address or user ID of a user in the credential's Zoom account." },
	{ kind: 'addressUnknown', concerns: 'account', when: { codes: [2300] },
		title: 'Zoom does not know this address of its API',
		hint: "Check the API Base URL of the credential's Custom environment; it ends with /v2." },
	{ kind: 'eventsHidden', concerns: 'host', when: { codes: [2306] },
		title: 'Zoom does not show the meetings of other users here',
		hint: 'Turn on "Display meetings scheduled for others" in the account settings of the Zoom portal.' },
	{ kind: 'domainBlocked', concerns: 'person', when: { codes: [3000], text: /blocked/i },
		title: 'Zoom blocks people of this email domain',
		hint: 'An admin can change "Block users in specific domains" in the Zoom portal.' },
	{ kind: 'isPanelist', concerns: 'person', when: { codes: [3000], text: /as a panelist/i },
		title: 'This person is a panelist of the webinar',
		hint: 'Panelists have a join link of their own and do not register: see Panelist → Get Many. To register the person, remove them from the panelists first.' },
	{ kind: 'panelistsFull', concerns: 'person', when: { codes: [3000], text: /number of panelists/i },
		title: 'The webinar has as many panelists as Zoom takes',
		hint: "Remove panelists who are not needed. How many there may be depends on the host's webinar add-on." },
	{ kind: 'full', concerns: 'person', when: { codes: [3000], text: /number of attendees/i },
		title: 'The {kind} is full',
		hint: "Zoom takes no more registrants for it. Cancel registrants or ask Zoom's support to raise the limit." },
	{ kind: 'eventRefused', concerns: 'event',
		when: { codes: [3000], text: /cannot access (meeting|webinar)|paid registration|event directory/i },
		title: 'Zoom refuses this for the {kind}',
		hint: "Check that the {kind} belongs to the credential's account and that its settings allow this." },
	// It may be about one person only, such as a blocked domain.
	{ kind: 'eventRefused', concerns: 'item', when: { codes: [3000] },
		title: 'Zoom refuses this for the {kind}',
		hint: "Check that the {kind} belongs to the credential's account, and that its settings and the account's allow this." },
	{ kind: 'personalRoom', concerns: 'event', when: { codes: [3018, 3037] },
		title: 'A personal meeting room cannot be deleted',
		hint: 'Choose a scheduled meeting.' },
	{ kind: 'hostRegisters', concerns: 'person', when: { codes: [3027] },
		title: 'The host of a {kind} cannot register for it',
		hint: 'Leave the host out of the list, or use another email address.' },
	{ kind: 'workEmailNeeded', concerns: 'person', when: { codes: [3034] },
		title: 'Zoom asks for a work email address here',
		hint: 'Register with the address that was invited.' },
	// A batch is refused as a whole although some of its people would still find a place.
	{ kind: 'full', concerns: 'person', when: { codes: [3035, 3043] },
		title: 'The {kind} is full',
		hint: "The number of registrants has reached the {kind}'s capacity. Cancel registrants or use a larger plan." },
	{ kind: 'over', concerns: 'event', when: { codes: [3038] },
		title: 'The {kind} is over and takes no more registrations',
		hint: 'Choose a {kind} in the future.' },
	{ kind: 'onPremise', concerns: 'event', when: { codes: [3063] },
		title: "A {kind} on the company's own Zoom servers cannot be ended from outside",
		hint: 'End it in the Zoom app.' },
	{ kind: 'hostNotAllowed', concerns: 'host', when: { codes: [3161] },
		title: 'This user may not host or schedule meetings',
		hint: 'Give the user a meeting license in Zoom, or choose another host.' },
	{ kind: 'personDailyLimit', concerns: 'person',
		when: { status: 429, text: /for the registrant/i },
		title: "Zoom's daily limit for this person is used up",
		hint: 'Zoom takes 3 registrations a day and 10 status changes a day for one person. It starts again at 00:00 UTC; the person may be registered already: see {Kind} Registrant → Get Many.' },
	{ kind: 'hostDailyLimit', concerns: 'host', when: { status: 429, text: /particular user/i },
		title: "The host's daily limit of 100 created or updated meetings and webinars is used up",
		hint: 'It starts again at 00:00 UTC. Until then choose another host.' },
	{ kind: 'dailyLimit', concerns: 'account',
		when: [
			{ status: 429, text: /\bdaily\b|you (can|may) resume/i },
			{ status: 429, limitType: /daily/i },
		],
		title: "Zoom's daily limit for this account is used up",
		hint: 'It starts again at 00:00 UTC. Rows that were refused for it can be sent again then.' },
	{ kind: 'concurrentLimit', concerns: 'item', when: { status: 429, text: /concurrent/i },
		title: 'Zoom is still at work on another request for this user or {kind}',
		hint: 'Add the option "Max Concurrent Requests" with a low number, or let fewer workflows run at once.' },
	{ kind: 'perSecondLimit', concerns: 'account',
		when: [
			{ status: 429, codes: [4001] },
			{ status: 429, limitType: /qps|second/i },
			{ status: 429, text: /^$|per[- ]second|try again later/i },
		],
		title: "Zoom's limit of requests per second is reached",
		hint: 'The node waited and tried again several times. Other apps or workflows use the account too: let fewer of them run at once.' },
	// In another language it may be any of the limits above.
	{ kind: 'someLimit', concerns: 'person', when: { status: 429 },
		title: "One of Zoom's limits is reached",
		hint: "Zoom's own words are below. A daily limit starts again at 00:00 UTC." },
	{ kind: 'notFound', concerns: 'event', when: { status: 404 },
		title: 'Zoom does not know what was asked for',
		hint: 'Check the IDs of this row.' },
	{ kind: 'tooLarge', concerns: 'item', when: { status: 413 },
		title: 'The request is too large for Zoom',
		hint: 'Shorten the longest fields of this row.' },
	{ kind: 'tokenRejected', concerns: 'account', when: { status: 401 },
		title: 'Zoom does not accept the token of this credential',
		hint: "A freshly fetched token was refused too. Test the credential, and check whether a proxy or firewall answers in Zoom's place." },
	{ kind: 'refused', concerns: 'item', when: { status: [400, 499], text: /\S/ },
		title: 'Zoom refuses the request',
		hint: "Zoom's reason is below." },
	{ kind: 'refused', concerns: 'item', when: { status: [400, 499] },
		title: 'The request was refused without a reason',
		hint: "Zoom always gives one. Check whether a proxy or firewall answers in Zoom's place." },
	// A change may have been made all the same.
	{ kind: 'unproven', concerns: 'account',
		when: { status: [200, 399], endpoint: /^(?!GET)/ },
		title: "Zoom's answer doesn't show whether this was done",
		hint: "Check whether a proxy or firewall answers in Zoom's place." },
	{ kind: 'notZoom', concerns: 'account', when: {},
		title: "This is not an answer of Zoom's API",
		hint: "Check the API Base URL of the credential, and whether a proxy or firewall answers in Zoom's place." },
] as const satisfies readonly Refusal[];
