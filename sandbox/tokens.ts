import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';
import { ZoomApiError } from './errors';
import type { AppState, Settings } from './options';
import { grantedScopes } from './scopes';

/** A Server-to-Server OAuth app. */
export interface App {
	accountId: string;
	clientId: string;
	clientSecret: string;
	scopes: string[] | 'all';
	state: AppState;
}

/** A token as the sandbox remembers it. */
export interface Token {
	app: App;
	/** What was granted when it was minted: a scope added later needs a new token. */
	scopes: ReadonlySet<string>;
	expiresAt: number;
	revoked: boolean;
}

/** An answer of the token endpoint. */
export interface TokenAnswer {
	status: number;
	body: Record<string, unknown>;
}

// Bodies as measured by others; Zoom's docs list only the codes.
const REFUSALS = {
	unsupportedGrantType: { reason: 'unsupported grant type', error: 'unsupported_grant_type' },
	invalidClient: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
	invalidAccount: { reason: 'Bad Request', error: 'invalid_request' },
	// Zoom docs, OAuth error messages: 4717 "The app has been disabled". The rest is deduced.
	disabled: { reason: 'The app has been disabled', error: 'invalid_request', code: 4717 },
} as const;

/** Zoom's sign-in service: mints tokens and tells whether one is good. */
export class TokenOffice {
	private apps: App[] = [];
	private tokens = new Map<string, Token>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: () => Settings,
		private readonly onToken: (token: string) => void,
	) {}

	add(app: App): void {
		this.apps = [...this.apps.filter(({ clientId }) => clientId !== app.clientId), app];
	}

	/** All tokens are dead from now on. */
	revokeAll(): void {
		for (const token of this.tokens.values()) token.revoked = true;
	}

	/** All tokens have run out. */
	expireAll(): void {
		for (const token of this.tokens.values()) token.expiresAt = this.clock.now();
	}

	clear(): void {
		this.apps = [];
		this.tokens.clear();
	}

	/**
	 * `POST /oauth/token`.
	 *
	 * @param form the parameters of an x-www-form-urlencoded body; none for any other body. Zoom has
	 *   also taken them from the query, and has refused them there for some apps (developer forum
	 *   thread 124925): the stricter reading. JSON is refused by thread 79648.
	 */
	grant(authorization: string | undefined, form: URLSearchParams): TokenAnswer {
		if (form.get('grant_type') !== 'account_credentials') return refuse('unsupportedGrantType');
		const app = this.authenticateApp(authorization);
		if (!app) return refuse('invalidClient');
		// A General app has no account_credentials grant (Zoom's starter for S2S apps, issue 3).
		if (app.state === 'wrongType') return refuse('unsupportedGrantType');
		if (app.state === 'deactivated') return refuse('disabled');
		if (form.get('account_id') !== app.accountId) return refuse('invalidAccount');
		return { status: 200, body: this.mint(app) };
	}

	/**
	 * Finds the token of an API request.
	 *
	 * @returns the token, good or not, and what is wrong with it
	 */
	identify(
		authorization: string | undefined,
		query: URLSearchParams,
	): { token?: Token; refusal?: ZoomApiError } {
		// "Access tokens in the query string are no longer accepted" (Zoom changelog, February 2023).
		if (query.has('access_token')) return { refusal: new ZoomApiError('tokenInvalid') };
		if (!authorization) return { refusal: new ZoomApiError('tokenMissing') };
		// Quotes, a second "Bearer" or the whole token answer make it another string: not found.
		const text = /^Bearer (.+)$/.exec(authorization)?.[1] ?? '';
		const token = this.tokens.get(text);
		if (!token || token.revoked || token.app.state !== 'active') {
			return { token, refusal: new ZoomApiError('tokenInvalid') };
		}
		if (token.expiresAt <= this.clock.now()) {
			return { token, refusal: new ZoomApiError('tokenExpired') };
		}
		return { token };
	}

	private authenticateApp(authorization: string | undefined): App | undefined {
		const encoded = /^Basic (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
		const pair = Buffer.from(encoded, 'base64').toString();
		return this.apps.find(({ clientId, clientSecret }) => pair === `${clientId}:${clientSecret}`);
	}

	/** Zoom docs, Server-to-Server OAuth: the answer; `api_url` as measured by Zoom's own skills. */
	private mint(app: App): Record<string, unknown> {
		const { tokenLifeSeconds, newTokenKillsOld, apiUrlInToken } = this.settings();
		if (newTokenKillsOld) {
			for (const token of this.tokens.values()) if (token.app === app) token.revoked = true;
		}
		const scopes = grantedScopes(app.scopes);
		const text = randomToken();
		this.onToken(text);
		this.tokens.set(text, {
			app,
			scopes: new Set(scopes),
			expiresAt: this.clock.now() + tokenLifeSeconds * 1000,
			revoked: false,
		});
		return {
			access_token: text,
			token_type: 'bearer',
			expires_in: tokenLifeSeconds,
			scope: scopes.join(' '),
			...(apiUrlInToken && { api_url: 'https://api-us.zoom.us' }),
		};
	}
}

function refuse(name: keyof typeof REFUSALS): TokenAnswer {
	return { status: 400, body: REFUSALS[name] };
}

/** As long as Zoom's and of the same look: a JSON Web Token. */
function randomToken(): string {
	const header = Buffer.from('{"sv":"000001","alg":"HS512","v":"2.0"}').toString('base64url');
	const payload = Buffer.from(`{"jti":"${randomBytes(180).toString('hex')}"}`).toString(
		'base64url',
	);
	return `${header}.${payload}.${randomBytes(64).toString('base64url')}`;
}
