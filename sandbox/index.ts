/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MEETING, WEBINAR } from './kinds';
import type { Changes, SandboxOptions } from './options';
import type { Person } from './schemas/registrant';
import type { Counts, SeenRequest } from './recorder';
import { createZoomServer } from './server';
import type { ZoomEvent } from './events/build';
import type { WithFiles } from './events/recordings';
import type { Delivery, Subscription } from './events/subscriptions';
import type { MeetingFields } from './state/account';
import { meetingView, type Meeting, type MeetingView } from './state/meeting';
import { newRecording, type CloudRecording, type RecordingFields } from './state/recording';
import { newSummary, type Summary, type SummaryFields } from './state/summary';
import type { PanelistView } from './state/panelist';
import type { App } from './tokens';
import {
	enroll,
	find,
	listMeetings,
	listPanelists,
	listRegistrants,
	type RegistrantOfMeeting,
} from './views';
import { Zoom } from './zoom';

export { DEFAULT_SCOPES } from './options';
export type { FaultKind, FaultWish } from './faults';
export { bytesOf, checksumOf } from './files/content';
export type { SandboxOptions } from './options';
export type { Counts, SeenRequest } from './recorder';
export { SEED } from './state/seed';

/** A stand-in for Zoom that listens on this machine. */
export interface Sandbox {
	/** `http://127.0.0.1:PORT`: the OAuth base URL; the API's is this with `/v2`. */
	url: string;
	/** The same over https, where there is a certificate. */
	secureUrl?: string;
	accountId: string;
	clientId: string;
	clientSecret: string;
	/** The Secret Token that events are signed with. */
	webhookSecret: string;
	/** Changes options while it runs; scopes hold for tokens minted from then on. */
	configure(changes: Changes): void;
	/** All tokens given out so far are refused from now on: 401 with code 124. */
	revokeTokens(): void;
	/** All tokens given out so far have run out: 401 with code 124. */
	expireTokens(): void;
	counts(): Counts;
	/** Starts counting at 0; the log of requests stays. */
	resetCounts(): void;
	/** Token and API requests in the order in which they were answered. */
	requests(): SeenRequest[];
	/** Everybody who registered for a meeting or a webinar, whatever their status. */
	registrants(meetingId: string | number, accountId?: string): RegistrantOfMeeting[];
	meetings(accountId?: string): MeetingView[];
	webinars(accountId?: string): MeetingView[];
	/** Who speaks in a webinar, with their join links. */
	panelists(webinarId: string | number, accountId?: string): PanelistView[];
	/** Adds a meeting, described as in Zoom's request body and with what only the sandbox knows. */
	addMeeting(fields: MeetingFields, accountId?: string): MeetingView;
	/** Adds a webinar in the same way, whether its host has the add-on or not. */
	addWebinar(fields: MeetingFields, accountId?: string): MeetingView;
	/** What was recorded in the cloud, as it is: whoever changes it, changes what Zoom has. */
	recordings(accountId?: string): CloudRecording[];
	/** What AI Companion wrote, as it is. */
	summaries(accountId?: string): Summary[];
	/** Adds a recording of a meeting or a webinar. */
	addRecording(meetingId: string | number, fields: RecordingFields): CloudRecording;
	/** Adds a summary of a meeting or a webinar. */
	addSummary(meetingId: string | number, fields: SummaryFields): Summary;
	/** Puts people into a meeting or webinar as approved registrants, without Zoom's limits. */
	enroll(meetingId: string | number, people: readonly Person[]): void;
	/** Says when a meeting or webinar took place, and who came. */
	hold(meetingId: string | number, held: Pick<Meeting, 'startsAt' | 'participants'>): void;
	/** Adds an app; a new account ID makes a new account with users and meetings of its own. */
	addApp(app: Pick<App, 'accountId' | 'clientId' | 'clientSecret'> & Partial<App>): void;
	/**
	 * Lets time go by for tokens, page tokens, daily limits, meetings and, with `catchUp`, events.
	 */
	advanceClock(seconds: number): void;
	/** Sends events to an address, once it has passed Zoom's check. */
	subscribe(url: string, events?: string[] | 'all', secret?: string): Promise<Subscription>;
	/** Sends an event to the subscriptions that want it, and waits for their answers. */
	announce(build: (source: WithFiles) => ZoomEvent, meetingId: string | number): Promise<void>;
	/** Waits for answers to events, then sends again and checks again what is due by now. */
	catchUp(): Promise<void>;
	/** All tries to deliver events and challenges. */
	deliveries(): Delivery[];
	/** Back to how it was started; every token is gone. */
	reset(): void;
	close(): Promise<void>;
}

/**
 * Starts a stand-in for Zoom on 127.0.0.1.
 *
 * @returns once it listens
 * @throws Error where the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const zoom = new Zoom(options);
	const { certificate, port = 0 } = options;
	const server = createZoomServer(zoom);
	const secure = certificate && createZoomServer(zoom, certificate);
	const host = await listen(server, port);
	zoom.origin = `http://${host}`;
	const secureUrl = secure && `https://${await listen(secure)}`;
	const { accountId, clientId, clientSecret } = zoom.app;
	return {
		url: `http://${host}`,
		...(secureUrl && { secureUrl }),
		accountId,
		clientId,
		clientSecret,
		configure: (changes) => zoom.configure(changes),
		revokeTokens: () => zoom.tokens.revokeAll(),
		expireTokens: () => zoom.tokens.expireAll(),
		counts: () => zoom.recorder.counts(),
		resetCounts: () => zoom.recorder.resetCounts(),
		requests: () => zoom.recorder.requests(),
		registrants: (meetingId, account) => listRegistrants(zoom, meetingId, account),
		meetings: (account) => listMeetings(zoom, MEETING, account),
		webinars: (account) => listMeetings(zoom, WEBINAR, account),
		panelists: (webinarId, account) => listPanelists(zoom, webinarId, account),
		addMeeting: (fields, account) =>
			meetingView(zoom.account(account).add(MEETING, fields, zoom.clock.now())),
		addWebinar: (fields, account) =>
			meetingView(zoom.account(account).add(WEBINAR, fields, zoom.clock.now())),
		recordings: (account) => zoom.account(account).cloudRecordings,
		summaries: (account) => zoom.account(account).summaries,
		addRecording: (meetingId, fields) => {
			const recording = newRecording(find(zoom, meetingId), fields);
			zoom.account().cloudRecordings.push(recording);
			return recording;
		},
		addSummary: (meetingId, fields) => {
			const summary = newSummary(find(zoom, meetingId), fields);
			zoom.account().summaries.push(summary);
			return summary;
		},
		enroll: (meetingId, people) => enroll(zoom, meetingId, people),
		hold: (meetingId, held) => void Object.assign(find(zoom, meetingId), held),
		addApp: (app) => zoom.addApp(app),
		webhookSecret: zoom.webhookSecret,
		advanceClock: (seconds) => zoom.clock.advance(seconds),
		subscribe: async (url, events = 'all', secret = zoom.webhookSecret) =>
			await zoom.subscriptions.subscribe(url, secret, events),
		announce: async (build, meetingId) => {
			const { clock, origin, files } = zoom;
			const meeting = find(zoom, meetingId);
			const source = { account: zoom.account(), meeting, now: clock.now(), origin, files };
			zoom.subscriptions.announce(build(source));
			await zoom.subscriptions.settled();
		},
		catchUp: async () => {
			await zoom.subscriptions.settled();
			await zoom.subscriptions.catchUp();
		},
		deliveries: () => [...zoom.subscriptions.log],
		reset: () => zoom.reset(),
		close: async () => {
			await Promise.all([server, ...(secure ? [secure] : [])].map(close));
		},
	};
}

/** @returns the host and port */
async function listen(server: Server, port = 0): Promise<string> {
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
	server.close();
	server.closeAllConnections();
	await once(server, 'close');
}
