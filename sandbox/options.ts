import { z } from 'zod';
import { faultSchema, type FaultWish } from './faults';

/** How the sandbox behaves. Everything but `port` and `seed` can also be changed while it runs. */
export interface SandboxOptions {
	/** 0 (the default) takes any free port. */
	port?: number;
	/** Milliseconds that an API answer is held back. */
	latencyMs?: number;
	/** Milliseconds that a token answer is held back. */
	tokenLatencyMs?: number;
	/** Seconds that a token lives; 3599 is what Zoom was seen to answer. */
	tokenLifeSeconds?: number;
	/** Strict mode: a new token makes the app's older ones invalid, as Zoom did before June 2023. */
	newTokenKillsOld?: boolean;
	/** Takes the requests per second from Zoom's table for this plan; without it nothing is limited. */
	plan?: Plan;
	/** Requests per second and category; goes before the plan. 'none' lifts all of them. */
	limits?: Partial<Record<LimitName, number>> | 'none';
	dailyLimits?: Partial<DailyLimitNumbers>;
	/** Scopes of the default app, for tokens minted from now on; 'all' grants every `:admin` one. */
	scopes?: string[] | 'all';
	/** Whether the token answer names a regional API host in `api_url`. */
	apiUrlInToken?: boolean;
	/** What Zoom's Marketplace says of the default app. */
	appState?: AppState;
	/** Seconds that a `next_page_token` lives. */
	pageTokenLifeSeconds?: number;
	/** Whether an event that is sent again keeps the time that it was first signed by; not known. */
	retryKeepsTimestamp?: boolean;
	/** Hears each token that is given out: the log holds none. */
	onToken?: (token: string) => void;
	/** What goes wrong; replaces the faults that were set before. */
	faults?: FaultWish[];
	seed?: 'default' | 'empty';
}

export type LimitName = 'light' | 'medium' | 'heavy';
export type AppState = 'active' | 'deactivated' | 'wrongType';
type Plan = 'free' | 'pro' | 'business';

export interface DailyLimitNumbers {
	/** Requests of an account, of whatever category: the limit of the Free plan's light ones is 6,000. */
	callsPerAccount: number;
	/** Adds of one email address to one meeting, alone or in a batch. */
	addPerRegistrant: number;
	/** Meetings created and updated for one host. */
	createUpdatePerHost: number;
	/** Status changes of one registrant. */
	statusPerRegistrant: number;
}

export type Settings = Required<
	Omit<SandboxOptions, 'port' | 'plan' | 'limits' | 'dailyLimits' | 'faults' | 'onToken'>
> & {
	plan: Plan | undefined;
	limits: Partial<Record<LimitName, number>> | 'none';
	dailyLimits: DailyLimitNumbers;
};

// Zoom docs, Rate limits by account type.
const PLAN_LIMITS: Record<Plan, Record<LimitName, number>> = {
	free: { light: 4, medium: 2, heavy: 1 },
	pro: { light: 30, medium: 20, heavy: 10 },
	business: { light: 80, medium: 60, heavy: 40 },
};

/** What n8n-nodes-zoom needs, as README tells users to tick it. */
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
	'user:read:user:admin',
	'user:read:list_users:admin',
];

const DEFAULTS: Settings = {
	latencyMs: 0,
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
	apiUrlInToken: true,
	appState: 'active',
	pageTokenLifeSeconds: 900,
	retryKeepsTimestamp: true,
	seed: 'default',
};

/** The options' shape, for settings that come as JSON or from a command line. */
export const changesSchema = z
	.object({
		latencyMs: z.number().min(0),
		tokenLatencyMs: z.number().min(0),
		tokenLifeSeconds: z.number().positive(),
		newTokenKillsOld: z.boolean(),
		plan: z.enum(['free', 'pro', 'business']),
		limits: z.union([
			z.literal('none'),
			z
				.object({
					light: z.number().positive(),
					medium: z.number().positive(),
					heavy: z.number().positive(),
				})
				.partial()
				.strict(),
		]),
		dailyLimits: z
			.object({
				callsPerAccount: z.number().min(0),
				addPerRegistrant: z.number().min(0),
				createUpdatePerHost: z.number().min(0),
				statusPerRegistrant: z.number().min(0),
			})
			.partial()
			.strict(),
		scopes: z.union([z.literal('all'), z.array(z.string())]),
		apiUrlInToken: z.boolean(),
		appState: z.enum(['active', 'deactivated', 'wrongType']),
		pageTokenLifeSeconds: z.number().positive(),
		retryKeepsTimestamp: z.boolean(),
		faults: z.array(faultSchema),
	})
	.partial()
	.strict();

export type Changes = Omit<SandboxOptions, 'port' | 'seed' | 'onToken'>;

type SettingChanges = Omit<Changes, 'faults'>;

/** The defaults, with what was asked for put over them. */
export function settingsFrom(options: SandboxOptions): Settings {
	// eslint-disable-next-line @typescript-eslint/no-unused-vars -- only taken out of the rest
	const { port, faults, onToken, seed = DEFAULTS.seed, ...changes } = options;
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
