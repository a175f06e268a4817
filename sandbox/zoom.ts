/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- runs on a developer's machine, never inside n8n */
import { Clock } from './clock';
import { Subscriptions } from './events/subscriptions';
import { Faults } from './faults';
import { FileOffice } from './files/office';
import { Latency } from './latency';
import { DailyLimits, PerSecondLimits } from './limits';
import {
	applyChanges,
	settingsFrom,
	type Changes,
	type SandboxOptions,
	type Settings,
} from './options';
import { Paging } from './paging';
import { Recorder } from './recorder';
import { Account } from './state/account';
import { seedAccount } from './state/seed';
import { TokenOffice, type App } from './tokens';

/** The app that every sandbox has. Accounts look like Zoom's; the secret is one of nobody. */
const DEFAULT_APP = {
	accountId: 'Sandb0xAccountId_aBcDe',
	clientId: 'Sandb0xClientId_FgHiJk',
	clientSecret: 'Sandb0xClientSecretLmNoPqRsTuVw',
	webhookSecret: 'Sandb0xSecretTokenXyZ12',
} as const;

/** Zoom in memory: accounts, apps, tokens, limits and what was asked of it. */
export class Zoom {
	readonly clock = new Clock();
	readonly recorder = new Recorder();
	readonly tokens = new TokenOffice(
		this.clock,
		() => this.settings,
		(token) => this.options.onToken?.(token),
	);
	readonly files = new FileOffice(this.clock, (token) => this.options.onToken?.(token));
	readonly perSecond = new PerSecondLimits(() => this.settings);
	readonly daily = new DailyLimits(this.clock, () => this.settings);
	readonly paging = new Paging(this.clock, () => this.settings);
	readonly subscriptions = new Subscriptions(this.clock, () => this.settings.retryKeepsTimestamp);
	readonly faults = new Faults();
	readonly latency = new Latency(() => this.settings);
	readonly webhookSecret = DEFAULT_APP.webhookSecret;
	readonly app: App = { ...DEFAULT_APP, scopes: [], state: 'active' };
	/** Where links in events lead: `http://127.0.0.1:PORT`. */
	origin = '';
	settings: Settings;
	private readonly accounts = new Map<string, Account>();

	constructor(private readonly options: SandboxOptions) {
		this.settings = settingsFrom(options);
		this.reset();
	}

	/** Back to how it was started: options, seeds, clock; tokens and counts are gone. */
	reset(): void {
		this.clock.reset();
		this.settings = settingsFrom(this.options);
		this.tokens.clear();
		this.files.clear();
		this.perSecond.clear();
		this.daily.clear();
		this.paging.clear();
		this.recorder.reset();
		this.subscriptions.clear();
		this.latency.clear();
		this.accounts.clear();
		this.faults.set(this.options.faults ?? []);
		this.applyToApp();
		this.tokens.add(this.app);
	}

	configure({ faults, ...changes }: Changes): void {
		if (faults) this.faults.set(faults);
		if (changes.latencySeed !== undefined) this.latency.clear();
		this.settings = applyChanges(this.settings, changes);
		this.applyToApp();
	}

	addApp(app: Pick<App, 'accountId' | 'clientId' | 'clientSecret'> & Partial<App>): void {
		this.tokens.add({ scopes: this.settings.scopes, state: 'active', ...app });
	}

	/** Each account has users and meetings of its own, from the same seed. */
	account(id: string = this.app.accountId): Account {
		const known = this.accounts.get(id);
		if (known) return known;
		const account = new Account(id);
		seedAccount(account, this.settings.seed, this.clock.now());
		this.accounts.set(id, account);
		return account;
	}

	/** The default app's account, and others that somebody has asked for. */
	knownAccounts(): Iterable<Account> {
		this.account();
		return this.accounts.values();
	}

	private applyToApp(): void {
		this.app.scopes = this.settings.scopes;
		this.app.state = this.settings.appState;
	}
}
