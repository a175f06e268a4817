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
		hint: "Zoom reported that it can't handle requests right now. Check status.zoom.us and try again later." },
	// A granular scope is missing, in whatever language the account has.
	{ kind: 'missingScope', concerns: 'account',
		when: [
			{ text: /does not contain scopes/i },
			{ codes: [4711, 104] },
		],
		title: 'The Zoom app is missing a scope for this operation',
		hint: 'Add {scopes} to the app: Zoom App Marketplace → Manage → your app → Scopes. Save, and activate the app again if Zoom asks. The next run uses it.' },
	{ kind: 'tokenRejected', concerns: 'account', when: { codes: [124, 4700] },
		title: "Zoom rejected the credential's token",
		hint: 'A new token was rejected too. Test the credential, and check that the Zoom app is activated and that the API and OAuth base URLs belong together.' },
	...RECORDING_REFUSALS,
	{ kind: 'otherAccount', concerns: 'host', when: { codes: [1010] },
		title: 'This user belongs to another Zoom account',
		hint: "Choose a host from the credential's Zoom account, by email address or user ID." },
	{ kind: 'otherKind', concerns: 'event',
		when: [
			{ codes: [300, 3000], text: /cannot access webinar info/i, endpoint: /^(?!.*webinars)/ },
			{ codes: [300, 3000], text: /cannot access meeting info/i, endpoint: /webinars/ },
		],
		title: 'This is the ID of a {other}, not a {kind}',
		hint: 'Choose a {kind}, or use the resource for {other}s.' },
	// The code and status with 404 were measured on adding and listing registrants of meetings. For
	// webinars it is 3000, which says nothing else in answers about the registration form.
	{ kind: 'registrationOff', concerns: 'event',
		when: [
			{ text: /registration has not been enabled|not registration required|does(n't| not) have registration/i },
			{ status: 404, codes: [404], endpoint: /^(POST|GET) .*registrants$/ },
			{ codes: [3000], endpoint: /webinars\/.*questions$/ },
		],
		title: "Registration isn't turned on for this {kind}",
		hint: "Turn it on with this node's option 'If Registration Is Off', with {Kind} → Update → Registration, or in the Zoom portal. Anyone who already has the link will then have to register." },
	// 3161 was seen on listing the webinars of a host without the add-on: github.com/airbytehq/airbyte.
	{ kind: 'addOnMissing', concerns: 'host',
		when: [
			{ codes: [200], text: /webinar plan/i },
			{ codes: [3161], endpoint: /webinars/ },
		],
		title: 'This host has no webinar add-on',
		hint: 'Webinars need a Pro plan or higher, the webinar add-on, and its license for the host: Zoom portal → User Management → Users → the host → Edit → Webinar. Or choose a host who has one.' },
	{ kind: 'planMissing', concerns: 'host',
		when: { codes: [200], text: /paid|plan is missing|subscribe/i },
		title: "The host's Zoom plan doesn't include this",
		hint: "Registration needs a host with a Pro license or higher. Check the host's license in the Zoom portal under User Management." },
	{ kind: 'noPermission', concerns: 'account', when: { codes: [200] },
		title: 'Zoom denied permission for this operation',
		hint: "The role of the person who created the Zoom app is missing a permission, or the host's plan doesn't include this. Check roles and licenses in the Zoom portal." },
	{ kind: 'notYetOver', concerns: 'event',
		when: { codes: [300], text: /cannot access meeting information/i },
		title: "This {kind} isn't over yet",
		hint: 'Only {kind}s that ended within the past year can be read.' },
	{ kind: 'badRequest', concerns: 'item', when: { codes: [300], text: /valid JSON object/i },
		title: "Zoom couldn't read the request data",
		hint: "A value has a form that Zoom doesn't accept here. Check the fields that use expressions: each must return text, a number, or true/false." },
	{ kind: 'pageTokenExpired', concerns: 'item', when: { codes: [300], text: /next page token/i },
		title: 'The list took too long to read',
		hint: "Zoom's page tokens expire after 15 minutes. Run it again, with a filter or a limit if the list is long." },
	{ kind: 'occurrenceUnknown', concerns: 'item', when: { codes: [300, 3000], text: /occurrence/i },
		title: "Zoom couldn't find this occurrence of the {kind}",
		hint: 'Copy an occurrence ID from {Kind} → Get for this same {kind}.' },
	{ kind: 'registrantUnknown', concerns: 'person',
		when: [
			{ codes: [300], text: /registrant id/i },
			{ codes: [3000], text: /registrant .*not found/i },
			{ codes: [3079] },
		],
		title: "Zoom couldn't find this registrant",
		hint: 'Choose the registrant by email address, or copy the ID from {Kind} Registrant → Get Many for this same {kind}.' },
	{ kind: 'schedulingRefused', concerns: 'item', when: { codes: [300], text: /schedule_for/i },
		title: "The host isn't allowed to schedule for this user",
		hint: "'Schedule For' needs a user of the same account who has given the host scheduling privilege. Choosing that user as 'Host' is simpler." },
	// The field's name stays in any language; the question's follows it where an answer is missing.
	{ kind: 'answerMissing', concerns: 'person',
		when: { codes: [300], text: /custom_questions.*[:：]\s*\S/i },
		title: 'A required registration question has no answer',
		hint: "Zoom names the question below. Set 'Registrant From' to the registration form and refresh the questions, or add the answer under 'Answers to Custom Questions'." },
	{ kind: 'answerRefused', concerns: 'person',
		when: { codes: [300], text: /custom_questions/i },
		title: 'Zoom rejected an answer to a registration question',
		hint: "An answer can have up to 128 characters, a question with choices accepts only these, and each question must be named exactly as in Zoom's form." },
	// What Zoom says of a host among the panelists is not known.
	{ kind: 'panelistRefused', concerns: 'person',
		when: { codes: [300], text: /validation failed/i, endpoint: /^POST .*\/panelists$/ },
		title: 'Zoom rejected this person as a panelist',
		hint: "The host and the alternative hosts can't be panelists as well. For anyone else, correct the fields named below." },
	{ kind: 'badValue', concerns: 'item', when: { codes: [300], text: /validation failed/i },
		title: 'Zoom rejected a value',
		hint: 'Correct the fields named below. For a registrant, also check whether the {kind} has required questions.' },
	// Batch registration is for meetings of type 2 and webinars of type 5 only.
	{ kind: 'batchUnsupported', concerns: 'event',
		when: [
			{ codes: [303], endpoint: /batch_registrants$/ },
			{ codes: [300], text: /only be used for scheduled/i, endpoint: /batch_registrants$/ },
		],
		title: "Zoom doesn't accept several people at once for this {kind}",
		hint: 'Add them one by one.' },
	{ kind: 'simuliveRefused', concerns: 'item',
		when: [
			{ codes: [300, 3000], text: /simulive|record file/i },
			{ codes: [4505] },
		],
		title: 'Zoom rejected this for a simulive webinar',
		hint: "Simulive must be turned on in the account, and needs a fixed time, a cloud recording of the host, and a host who schedules it themselves. Once it has started, it can't be changed." },
	{ kind: 'notOverOrUnknown', concerns: 'event',
		when: { codes: [3001], endpoint: / \/(past_|report\/)/ },
		title: 'Zoom has no past {kind} with this ID',
		hint: "It may not have taken place yet, may still be in progress, or may have ended minutes ago. Or it was deleted, belongs to an account other than the credential's, or is a {other}. Check the ID: 9 to 11 digits, or the UUID of an instance." },
	// What a meeting's ID gets, too.
	{ kind: 'eventUnknown', concerns: 'event',
		when: [
			{ codes: [300], text: /invalid webinar id/i },
			{ codes: [3001], endpoint: /webinars/ },
		],
		title: "Zoom couldn't find this webinar",
		hint: 'It may be the ID of a meeting: use the resources Meeting and Meeting Registrant for those. Or the webinar was deleted, has expired, or belongs to another account than the credential. Check the ID, which has 9 to 11 digits.' },
	{ kind: 'badValue', concerns: 'item', when: { codes: [300] },
		title: 'Zoom rejected the request',
		hint: 'Correct what Zoom names below.' },
	{ kind: 'tooOld', concerns: 'event', when: { codes: [12702] },
		title: 'This {kind} ended more than a year ago',
		hint: 'Only {kind}s that ended within the past year can be read.' },
	{ kind: 'eventUnknown', concerns: 'event',
		when: [
			{ codes: [1001], text: /meeting|webinar/i },
			{ codes: [3001] },
		],
		title: "Zoom couldn't find this {kind}",
		hint: 'It may have been deleted, have expired 30 days after its last use, or belong to another account than the credential. Check the ID, which has 9 to 11 digits.' },
	{ kind: 'userUnknown', concerns: 'host',
		when: [
			{ codes: [1001], text: /user/i },
			{ codes: [1001], endpoint: / \/users\// },
			{ codes: [1120] },
		],
		title: "Zoom couldn't find this user",
		hint: "Choose a host from the credential's Zoom account, by email address or user ID." },
	{ kind: 'addressUnknown', concerns: 'account', when: { codes: [2300] },
		title: "Zoom's API doesn't have this URL",
		hint: "Check the API Base URL in the credential's Custom environment. It ends with /v2." },
	{ kind: 'eventsHidden', concerns: 'host', when: { codes: [2306] },
		title: "Zoom doesn't show other users' meetings here",
		hint: 'Turn on "Display meetings scheduled for others" in the account settings of the Zoom portal.' },
	{ kind: 'domainBlocked', concerns: 'person', when: { codes: [3000], text: /blocked/i },
		title: 'Zoom blocks this email domain',
		hint: 'An admin can change "Block users in specific domains" in the Zoom portal.' },
	{ kind: 'isPanelist', concerns: 'person', when: { codes: [3000], text: /as a panelist/i },
		title: 'This person is a panelist of the webinar',
		hint: "Panelists don't register: they have a personal join link, which Panelist → Get Many returns. To register the person, remove them from the panelists first." },
	{ kind: 'panelistsFull', concerns: 'person', when: { codes: [3000], text: /number of panelists/i },
		title: 'The webinar has reached its maximum number of panelists',
		hint: "Remove panelists who aren't needed. The maximum depends on the host's webinar add-on." },
	{ kind: 'full', concerns: 'person', when: { codes: [3000], text: /number of attendees/i },
		title: 'The {kind} is full',
		hint: "Zoom accepts no more registrants for it. Cancel registrations, or ask Zoom's support to raise the limit." },
	{ kind: 'paidRegistration', concerns: 'event',
		when: { codes: [3000], text: /paid registration/i },
		title: "Zoom's API can't register people for a {kind} with paid registration",
		hint: 'Send people to the registration page, which {Kind} → Get Registration Link returns, or turn off payment in the Zoom portal.' },
	{ kind: 'eventRefused', concerns: 'event',
		when: { codes: [3000], text: /cannot access (meeting|webinar)|event directory/i },
		title: 'Zoom rejected this for the {kind}',
		hint: "Check that the {kind} belongs to the credential's account and that its settings allow this." },
	// It may be about one person only, such as a blocked domain.
	{ kind: 'eventRefused', concerns: 'item', when: { codes: [3000] },
		title: 'Zoom rejected this for the {kind}',
		hint: "Check that the {kind} belongs to the credential's account, and that its settings and the account's allow this." },
	{ kind: 'personalRoom', concerns: 'event', when: { codes: [3018, 3037] },
		title: "A personal meeting room can't be deleted",
		hint: 'Choose a scheduled meeting.' },
	{ kind: 'hostRegisters', concerns: 'person', when: { codes: [3027] },
		title: "The host can't register for their own {kind}",
		hint: 'Leave the host out of the list, or use another email address.' },
	{ kind: 'workEmailNeeded', concerns: 'person', when: { codes: [3034] },
		title: 'Zoom requires a work email address here',
		hint: 'Register the person with the work email address that was invited.' },
	// A batch is refused as a whole although some of its people would still find a place.
	{ kind: 'full', concerns: 'person', when: { codes: [3035, 3043] },
		title: 'The {kind} is full',
		hint: "The number of registrants has reached the {kind}'s capacity. Cancel registrations, or use a larger plan." },
	{ kind: 'over', concerns: 'event', when: { codes: [3038] },
		title: 'The {kind} has ended and no longer accepts registrations',
		hint: "Choose a {kind} that hasn't ended yet." },
	{ kind: 'onPremise', concerns: 'event', when: { codes: [3063] },
		title: "A {kind} on the company's own Zoom servers can't be ended remotely",
		hint: 'End it in the Zoom app.' },
	{ kind: 'hostNotAllowed', concerns: 'host', when: { codes: [3161] },
		title: "This user isn't allowed to host meetings",
		hint: 'Assign the user a meeting license in Zoom, or choose another host.' },
	{ kind: 'personDailyLimit', concerns: 'person',
		when: { status: 429, text: /for the registrant/i },
		title: "Zoom's daily limit for this person is used up",
		hint: 'Zoom accepts 3 registrations and 10 status changes a day for one person, and resets the limit at 00:00 UTC. The person may already be registered: check {Kind} Registrant → Get Many.' },
	{ kind: 'hostDailyLimit', concerns: 'host', when: { status: 429, text: /particular user/i },
		title: "The host's daily limit of 100 created or updated meetings and webinars is used up",
		hint: 'The limit resets at 00:00 UTC. Until then, choose another host.' },
	{ kind: 'dailyLimit', concerns: 'account',
		when: [
			{ status: 429, text: /\bdaily\b|you (can|may) resume/i },
			{ status: 429, limitType: /daily/i },
		],
		title: "Zoom's daily limit for this account is used up",
		hint: 'The limit resets at 00:00 UTC. The items that Zoom rejected can be sent again after that.' },
	{ kind: 'concurrentLimit', concerns: 'item', when: { status: 429, text: /concurrent/i },
		title: 'Zoom is still working on another request for this user or {kind}',
		hint: "Add the option 'Max Concurrent Requests' with a low number, or run fewer workflows at the same time." },
	{ kind: 'perSecondLimit', concerns: 'account',
		when: [
			{ status: 429, codes: [4001] },
			{ status: 429, limitType: /qps|second/i },
			{ status: 429, text: /^$|per[- ]second|try again later/i },
		],
		title: "Zoom's rate limit was reached",
		hint: 'The node waited and tried again several times. Other apps or workflows use the account too: run fewer of them at the same time.' },
	// In another language it may be any of the limits above.
	{ kind: 'someLimit', concerns: 'person', when: { status: 429 },
		title: "One of Zoom's limits was reached",
		hint: 'Zoom names it below. A daily limit resets at 00:00 UTC.' },
	{ kind: 'notFound', concerns: 'event', when: { status: 404 },
		title: "Zoom couldn't find what was requested",
		hint: "Check the item's IDs, and the API Base URL if the credential's environment is Custom." },
	{ kind: 'tooLarge', concerns: 'item', when: { status: 413 },
		title: 'The request is too large for Zoom',
		hint: "Shorten the item's longest fields." },
	{ kind: 'tokenRejected', concerns: 'account', when: { status: 401 },
		title: "Zoom rejected the credential's token",
		hint: 'A new token was rejected too. Test the credential, and check whether a proxy or firewall responds instead of Zoom.' },
	{ kind: 'refused', concerns: 'item', when: { status: [400, 499], text: /\S/ },
		title: 'Zoom rejected the request',
		hint: "Zoom's reason is below." },
	{ kind: 'refused', concerns: 'item', when: { status: [400, 499] },
		title: 'The request was rejected without a reason',
		hint: 'Zoom always gives one. Check whether a proxy or firewall responds instead of Zoom.' },
	// A change may have been made all the same.
	{ kind: 'unproven', concerns: 'account',
		when: { status: [200, 399], endpoint: /^(?!GET)/ },
		title: "Zoom's response doesn't show whether this succeeded",
		hint: 'Check whether a proxy or firewall responds instead of Zoom.' },
	{ kind: 'notZoom', concerns: 'account', when: {},
		title: "This isn't a response from Zoom's API",
		hint: 'Check the API Base URL in the credential, and whether a proxy or firewall responds instead of Zoom.' },
] as const satisfies readonly Refusal[];
