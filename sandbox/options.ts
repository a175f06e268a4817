import { z } from 'zod';
import type { Certificate } from './certificate';
import { LANGUAGES } from './errors';
import { faultSchema } from './faults';

const perSecond = z.number().positive();
const perDay = z.number().min(0);

const limitsSchema = z
	.object({ light: perSecond, medium: perSecond, heavy: perSecond })
	.partial()
	.strict();

const dailyLimitsSchema = z
	.object({
		/** Requests of an account, of whatever category: the limit of the Free plan's light ones is 6,000. */
		callsPerAccount: perDay,
		/** Adds of one email address to one meeting or webinar, alone or in a batch. */
		addPerRegistrant: perDay,
		/** Meetings and webinars created and updated for one host. */
		createUpdatePerHost: perDay,
		/** Status changes of one registrant; of a webinar, requests for any of its registrants. */
		statusPerRegistrant: perDay,
	})
	.strict();

/** How the sandbox behaves, as can be changed while it runs; also as JSON or from a command line. */
export const changesSchema = z
	.object({
		/** Milliseconds that an API answer is held back: the median, where they are spread. */
		latencyMs: z.number().min(0),
		/** Spreads them log-normally; 0 for none. Answers across the internet have about 0.4. */
		latencySigma: z.number().min(0),
		/** Which latencies these are, from the first on: the same for everybody with this seed. */
		latencySeed: z.number().int(),
		/** Milliseconds that a token answer is held back. */
		tokenLatencyMs: z.number().min(0),
		/** Seconds that a token lives; 3599 is what Zoom was seen to answer. */
		tokenLifeSeconds: z.number().positive(),
		/** Strict mode: a new token makes the app's older ones invalid, as Zoom did before June 2023. */
		newTokenKillsOld: z.boolean(),
		/** Takes the requests per second from Zoom's table for this plan; without it nothing is limited. */
		plan: z.enum(['free', 'pro', 'business']),
		/** Requests per second and category; goes before the plan. 'none' lifts all of them. */
		limits: z.union([z.literal('none'), limitsSchema]),
		dailyLimits: dailyLimitsSchema.partial(),
		/** Scopes of the default app, for tokens minted from now on; 'all' grants every `:admin` one. */
		scopes: z.union([z.literal('all'), z.array(z.string())]),
		/** The language of Zoom's accounts: that of the texts of refusals; status and code stay. */
		language: z.enum(LANGUAGES),
		/** Whether the token answer names a regional API host in `api_url`. */
		apiUrlInToken: z.boolean(),
		/** What Zoom's Marketplace says of the default app. */
		appState: z.enum(['active', 'deactivated', 'wrongType']),
		/** Where Zoom redirects to for files, such as `https://127.0.0.1:4011`; '' for its own address. */
		fileHost: z.string(),
		/** Seconds that such a link works. */
		fileLinkLifeSeconds: z.number().positive(),
		/** Whether the role of the app's owner may view the content of recordings. */
		viewsRecordings: z.boolean(),
		/** Whether the role of the app's owner may see and change webinars. */
		managesWebinars: z.boolean(),
		/** Whether nothing more fits into the account's cloud storage. */
		storageFull: z.boolean(),
		/** The account's settings for AI Companion's summaries: on, off, or shared by email only. */
		summaries: z.enum(['on', 'off', 'emailOnly']),
		/** Whether the account's setting for simulive webinars, which play a recording, is on. */
		simulive: z.boolean(),
		/** Seconds after the end of a meeting until Zoom has reckoned how long people were there. */
		attendanceDelaySeconds: z.number().min(0),
		/** The account's setting to show meetings and webinars that one person alone was in. */
		showOnePerson: z.boolean(),
		/** Seconds that a `next_page_token` lives. */
		pageTokenLifeSeconds: z.number().positive(),
		/** Whether an event that is sent again keeps the time that it was first signed by; not known. */
		retryKeepsTimestamp: z.boolean(),
		/** What goes wrong; replaces the faults that were set before. */
		faults: z.array(faultSchema),
	})
	.partial()
	.strict();

export type Changes = z.input<typeof changesSchema>;

/** How the sandbox is started. */
export interface SandboxOptions extends Changes {
	/** 0 (the default) takes any free port. */
	port?: number;
	/** Hears each token that is given out: the log holds none. */
	onToken?: (token: string) => void;
	/** With one, https is spoken as well, at an address of its own. */
	certificate?: Certificate;
	seed?: 'default' | 'empty';
}

type Limits = z.infer<typeof limitsSchema>;
export type LimitName = keyof Limits;
export type DailyLimitNumbers = z.infer<typeof dailyLimitsSchema>;
export type AppState = Settings['appState'];
type Plan = NonNullable<Changes['plan']>;

export type Settings = Required<
	Omit<SandboxOptions, 'port' | 'plan' | 'dailyLimits' | 'faults' | 'onToken' | 'certificate'>
> & {
	plan: Plan | undefined;
	dailyLimits: DailyLimitNumbers;
};

// Zoom docs, Rate limits by account type.
const PLAN_LIMITS: Record<Plan, Record<LimitName, number>> = {
	free: { light: 4, medium: 2, heavy: 1 },
	pro: { light: 30, medium: 20, heavy: 10 },
	business: { light: 80, medium: 60, heavy: 40 },
};

/** What n8n-nodes-zoom needs, as the docs tell users to tick it. */
export const DEFAULT_SCOPES = [
	'meeting:write:meeting:admin',
	'meeting:read:meeting:admin',
	'meeting:update:meeting:admin',
	'meeting:delete:meeting:admin',
	'meeting:update:status:admin',
	'meeting:read:list_meetings:admin',
	'meeting:write:registrant:admin',
	'meeting:write:batch_registrants:admin',
	'meeting:read:list_registrants:admin',
	'meeting:read:registrant:admin',
	'meeting:delete:registrant:admin',
	'meeting:update:registrant_status:admin',
	'meeting:read:list_registration_questions:admin',
	'meeting:update:registration_question:admin',
	'meeting:read:invitation:admin',
	'meeting:read:past_meeting:admin',
	'meeting:read:list_past_participants:admin',
	'meeting:read:list_past_instances:admin',
	'meeting:read:list_poll_results:admin',
	'meeting:read:past_qa:admin',
	'report:read:list_meeting_participants:admin',
	'webinar:write:webinar:admin',
	'webinar:read:webinar:admin',
	'webinar:update:webinar:admin',
	'webinar:delete:webinar:admin',
	'webinar:update:status:admin',
	'webinar:read:list_webinars:admin',
	'webinar:write:registrant:admin',
	'webinar:write:batch_registrants:admin',
	'webinar:read:list_registrants:admin',
	'webinar:read:registrant:admin',
	'webinar:delete:registrant:admin',
	'webinar:update:registrant_status:admin',
	'webinar:read:list_registration_questions:admin',
	'webinar:update:registration_question:admin',
	'webinar:read:list_tracking_sources:admin',
	'webinar:read:list_panelists:admin',
	'webinar:write:panelist:admin',
	'webinar:delete:panelist:admin',
	'cloud_recording:read:list_user_recordings:admin',
	'cloud_recording:read:list_recording_files:admin',
	'cloud_recording:delete:meeting_recording:admin',
	'cloud_recording:delete:recording_file:admin',
	'cloud_recording:update:recover_meeting_recordings:admin',
	'cloud_recording:update:recover_single_recording:admin',
	'cloud_recording:read:meeting_transcript:admin',
	'meeting:read:summary:admin',
	'meeting:read:list_summaries:admin',
	'webinar:read:list_past_participants:admin',
	'webinar:read:list_past_instances:admin',
	'webinar:read:list_absentees:admin',
	'webinar:read:list_past_polls:admin',
	'webinar:read:past_qa:admin',
	'report:read:webinar:admin',
	'report:read:list_webinar_participants:admin',
	'user:read:user:admin',
	'user:read:list_users:admin',
];

const DEFAULTS: Settings = {
	latencyMs: 0,
	latencySigma: 0,
	latencySeed: 0,
	tokenLatencyMs: 0,
	tokenLifeSeconds: 3599,
	newTokenKillsOld: false,
	plan: undefined,
	limits: 'none',
	dailyLimits: {
		callsPerAccount: Infinity,
		addPerRegistrant: 3,
		createUpdatePerHost: 100,
		statusPerRegistrant: 10,
	},
	scopes: DEFAULT_SCOPES,
	language: 'en',
	apiUrlInToken: true,
	appState: 'active',
	fileHost: '',
	fileLinkLifeSeconds: 3_600,
	viewsRecordings: true,
	managesWebinars: true,
	storageFull: false,
	summaries: 'on',
	simulive: true,
	attendanceDelaySeconds: 0,
	showOnePerson: false,
	pageTokenLifeSeconds: 900,
	retryKeepsTimestamp: true,
	seed: 'default',
};

type SettingChanges = Omit<Changes, 'faults'>;

/** The defaults, with what was asked for put over them. */
export function settingsFrom(options: SandboxOptions): Settings {
	// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only taken out of the rest
	const { port, faults, onToken, certificate, seed = DEFAULTS.seed, ...changes } = options;
	return { ...applyChanges(DEFAULTS, changes), seed };
}

/** Settings with some changed. Naming a plan without limits takes the limits from the plan. */
export function applyChanges(settings: Settings, changes: SettingChanges): Settings {
	const { dailyLimits, ...rest } = changes;
	const limits = changes.plan ? PLAN_LIMITS[changes.plan] : settings.limits;
	return {
		...settings,
		limits,
		...rest,
		dailyLimits: { ...settings.dailyLimits, ...dailyLimits },
	};
}
