import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { byEmail, byId } from './world';

/** An operation of the node, as tests of all operations run it: for one row. */
export interface TableOperation {
	name: string;
	parameters: INodeParameters;
	/** Its own request, which faults hit. */
	endpoint: string;
	/** `post`: doing it twice would leave two; `change`: twice is the same as once. */
	kind: 'post' | 'change' | 'read';
	/** What must be in Zoom before. */
	prepare?: (sandbox: Sandbox) => Promise<void>;
}

/** Whether an operation of the table is about webinars. */
export const isForWebinars = (name: string) => /^(webinar|panelist|pastWebinar)/.test(name);

const email = 'ada@example.com';
const person = { registrantFrom: 'define', email, firstName: 'Ada', lastName: 'Lovelace' };

/** Registers Ada without the node, for `/meetings/…` or `/webinars/…`. */
export async function registered(sandbox: Sandbox, event: string, more: IDataObject = {}) {
	const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64');
	const token = await fetch(`${sandbox.url}/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${basic}` },
		body: new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: sandbox.accountId,
		}),
	});
	const { access_token: accessToken } = (await token.json()) as { access_token: string };
	const added = await fetch(`${sandbox.url}/v2${event}/registrants`, {
		method: 'POST',
		headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ email, first_name: 'Ada', ...more }),
	});
	if (added.status !== 201) throw new Error(await added.text());
}

/**
 * The people who register for a kind of event.
 *
 * @param event one that approves everybody
 * @param manual one whose host approves by hand
 * @param inBatch what makes one person alone go out by the call for several
 * @param before what Ada told when she registered
 */
function ofRegistrants(
	kind: 'meeting' | 'webinar',
	event: string,
	manual: string,
	inBatch: INodeParameters,
	before: IDataObject = {},
): TableOperation[] {
	const path = `/${kind}s/{${kind}Id}/registrants`;
	const of = (
		operation: string,
		endpoint: string,
		effect: TableOperation['kind'],
		more: INodeParameters = {},
	): TableOperation => ({
		name: `${kind}Registrant ${operation}`,
		parameters: {
			resource: `${kind}Registrant`,
			operation,
			[`${kind}Id`]: byId(event),
			...more,
		},
		endpoint,
		kind: effect,
	});
	/** With Ada registered before. */
	const ofAda = (operation: TableOperation): TableOperation => ({
		...operation,
		prepare: async (sandbox) => await registered(sandbox, `/${kind}s/${event}`, before),
	});
	const ofWaiting = (operation: TableOperation): TableOperation => ({
		...operation,
		prepare: async (sandbox) => await registered(sandbox, `/${kind}s/${manual}`),
	});
	const ada = { registrant: byEmail(email) };
	const waiting = { ...ada, [`${kind}Id`]: byId(manual) };
	return [
		of('add', `POST ${path}`, 'post', person),
		of('addMany', `POST /${kind}s/{${kind}Id}/batch_registrants`, 'post', {
			...person,
			...inBatch,
		}),
		...['approve', 'deny', 'cancel'].map((status) =>
			ofWaiting(of(status, `PUT ${path}/status`, 'change', waiting)),
		),
		ofAda(of('delete', `DELETE ${path}/{registrantId}`, 'change', ada)),
		ofAda(of('get', `GET ${path}/{registrantId}`, 'read', ada)),
		ofAda(of('getAll', `GET ${path}`, 'read', { returnAll: true })),
	];
}

/** What Zoom's kinds of event have in common. */
function ofEvents(resource: 'meeting' | 'webinar', event: string): TableOperation[] {
	const path = `/${resource}s/{${resource}Id}`;
	const of = (
		operation: string,
		endpoint: string,
		kind: TableOperation['kind'],
		more: INodeParameters = {},
	): TableOperation => ({
		name: `${resource} ${operation}`,
		parameters: { resource, operation, [`${resource}Id`]: byId(event), ...more },
		endpoint,
		kind,
	});
	return [
		of('create', `POST /users/{userId}/${resource}s`, 'post', {
			topic: 'T',
			startTime: '2027-03-05T10:00:00',
			additionalFields: { duration: 30 },
		}),
		of('get', `GET ${path}`, 'read'),
		of('getAll', `GET /users/{userId}/${resource}s`, 'read', { returnAll: true }),
		of('update', `PATCH ${path}`, 'change', { updateFields: { topic: 'New' } }),
		of('delete', `DELETE ${path}`, 'change'),
		of('end', `PUT ${path}/status`, 'change'),
		of('getRegistrationForm', `GET ${path}/registrants/questions`, 'read'),
		of('getRegistrationLink', `GET ${path}`, 'read'),
		of('updateRegistrationForm', `PATCH ${path}/registrants/questions`, 'change', {
			standardQuestions: { question: [{ fieldName: 'city', state: 'required' }] },
		}),
	];
}

/** What Zoom has of events that are over. */
function ofPastEvents(
	label: 'Meeting' | 'Webinar',
	event: string,
	details: string,
): TableOperation[] {
	const name = label.toLowerCase();
	const past = `GET /past_${name}s/{${name}Id}`;
	const of = (operation: string, endpoint: string): TableOperation => ({
		name: `past${label} ${operation}`,
		parameters: {
			resource: `past${label}`,
			operation,
			[`${name}Id`]: byId(event),
			returnAll: true,
		},
		endpoint,
		kind: 'read',
	});
	return [
		of('get', details),
		of('getAll', `${past}/instances`),
		of('getAttendance', `GET /report/${name}s/{${name}Id}/participants`),
		of('getParticipants', `${past}/participants`),
		of('getPollResults', `${past}/polls`),
		of('getQuestionsAndAnswers', `${past}/qa`),
	];
}

const panelist = (
	operation: string,
	endpoint: string,
	kind: TableOperation['kind'],
	more: INodeParameters = {},
): TableOperation => ({
	name: `panelist ${operation}`,
	// Somebody speaks there already.
	parameters: { resource: 'panelist', operation, webinarId: byId(SEED.webinarManual), ...more },
	endpoint,
	kind,
});
const PANELISTS = '/webinars/{webinarId}/panelists';
const speaker = { panelistFrom: 'define', email, name: 'Ada Lovelace' };

const recording = (
	operation: string,
	endpoint: string,
	kind: TableOperation['kind'],
	more: INodeParameters = {},
): TableOperation => ({
	name: `recording ${operation}`,
	parameters: { resource: 'recording', operation, recordedEventId: byId(SEED.over), ...more },
	endpoint,
	kind,
});
const RECORDINGS = '/meetings/{meetingId}/recordings';

/** Every operation of the node; `npm test -- completeness` says where one is missing. */
export const TABLE: TableOperation[] = [
	...ofEvents('meeting', SEED.meeting),
	...ofEvents('webinar', SEED.webinar),
	{
		name: 'meeting getInvitation',
		parameters: {
			resource: 'meeting',
			operation: 'getInvitation',
			meetingId: byId(SEED.meeting),
		},
		endpoint: 'GET /meetings/{meetingId}/invitation',
		kind: 'read',
	},
	{
		name: 'webinar getTrackingSources',
		parameters: {
			resource: 'webinar',
			operation: 'getTrackingSources',
			webinarId: byId(SEED.webinar),
		},
		endpoint: 'GET /webinars/{webinarId}/tracking_sources',
		kind: 'read',
	},
	panelist('add', `POST ${PANELISTS}`, 'post', speaker),
	panelist('addMany', `POST ${PANELISTS}`, 'post', speaker),
	panelist('getAll', `GET ${PANELISTS}`, 'read', { returnAll: true }),
	panelist('remove', `DELETE ${PANELISTS}/{panelistId}`, 'change', {
		panelist: byEmail(SEED.panelist.email),
	}),
	panelist('removeAll', `DELETE ${PANELISTS}`, 'change'),
	...ofPastEvents('Meeting', SEED.workshopOver, 'GET /past_meetings/{meetingId}'),
	...ofPastEvents('Webinar', SEED.webinarOver, 'GET /report/webinars/{webinarId}'),
	{
		name: 'pastWebinar getAbsentees',
		parameters: {
			resource: 'pastWebinar',
			operation: 'getAbsentees',
			webinarId: byId(SEED.webinarOver),
			returnAll: true,
		},
		endpoint: 'GET /past_webinars/{webinarId}/absentees',
		kind: 'read',
	},
	recording('delete', `DELETE ${RECORDINGS}`, 'change'),
	recording('download', `GET ${RECORDINGS}`, 'read', { fileTypes: ['CHAT'] }),
	recording('get', `GET ${RECORDINGS}`, 'read'),
	recording('getAll', 'GET /users/{userId}/recordings', 'read', { returnAll: true }),
	recording('getTranscript', 'GET /meetings/{meetingId}/transcript', 'read'),
	{
		...recording('recover', `PUT ${RECORDINGS}/status`, 'change'),
		prepare: async (sandbox) => {
			for (const one of sandbox.recordings()) one.trashedAt = Date.now();
		},
	},
	{
		name: 'meetingSummary get',
		parameters: {
			resource: 'meetingSummary',
			operation: 'get',
			recordedEventId: byId(SEED.recorded.uuid),
		},
		endpoint: 'GET /meetings/{meetingId}/meeting_summary',
		kind: 'read',
	},
	{
		name: 'meetingSummary getAll',
		parameters: { resource: 'meetingSummary', operation: 'getAll', returnAll: true },
		endpoint: 'GET /meetings/meeting_summaries',
		kind: 'read',
	},
	...ofRegistrants('meeting', SEED.meeting, SEED.manual, { confirmationEmail: false }),
	...ofRegistrants(
		'webinar',
		SEED.webinar,
		SEED.webinarManual,
		{ additionalFields: { autoApprove: true } },
		{ source_id: SEED.trackingSources.newsletter },
	),
];
