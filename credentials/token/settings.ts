import { createHash } from 'node:crypto';
import { pick } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ENVIRONMENTS } from './environments';
import type { ZoomEnvironment } from './environments';

/** One Server-to-Server OAuth app and the hosts it talks to, cleaned of what pasting adds. */
export interface ZoomAppSettings {
	accountId: string;
	clientId: string;
	clientSecret: string;
	/** Where `/oauth/token` lives, without a trailing slash. */
	oauthBaseUrl: string;
	/** Where the API lives, with its version (`/v2`), without a trailing slash. */
	apiBaseUrl: string;
	/** Hosts that may see the token; `*.` stands for any subdomain. */
	trustedHosts: string[];
	environment: ZoomEnvironment;
	/** The account's plan, which decides how many requests a second Zoom takes. */
	plan: ZoomPlan;
	/** Of the app and of where it signs in; tells whose token a token is. */
	fingerprint: string;
}

/** `auto`: find the limits out. `business` stands for all plans above it too. */
export type ZoomPlan = 'auto' | 'free' | 'pro' | 'business';

const PLANS: readonly unknown[] = ['auto', 'free', 'pro', 'business'] satisfies ZoomPlan[];

const QUOTES_AND_SPACE =
	/^[\s"'`\u201c\u201d\u2018\u2019\u200b\ufeff]+|[\s"'`\u201c\u201d\u2018\u2019\u200b\ufeff]+$/g;

/** Removes the spaces, quotes and line ends that copying from a web page or a JSON file adds. */
export function trimPasted(value: unknown): string {
	return typeof value === 'string' ? value.replace(QUOTES_AND_SPACE, '') : '';
}

function readIdentifier(data: ICredentialDataDecryptedObject, name: string, label: string) {
	const value = trimPasted(data[name]);
	if (value === '') {
		throw new UserError(`'${label}' is required in the Zoom credential`, {
			description: 'Copy it from the App Credentials page of your Server-to-Server OAuth app.',
		});
	}
	if (value.includes('access_token')) {
		throw new UserError(`'${label}' contains a whole token response`, {
			description: `Paste only the ${label} from the app's App Credentials page. Tokens are requested for you.`,
		});
	}
	if (!/^[\w.~+/=-]+$/.test(value)) {
		throw new UserError(`'${label}' contains characters that Zoom never uses there`, {
			description: `Copy only the ${label} itself from the app's App Credentials page.`,
		});
	}
	return value;
}

function readBaseUrl(value: unknown, label: string) {
	const text = trimPasted(value)
		.replace(/\/+$/, '')
		.replace(/\/oauth\/token$/, '');
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
		throw new UserError(`'${label}' in the Zoom credential isn't a URL`, {
			description: 'It starts with https://, for example https://zoom.example.com.',
		});
	}
	return text;
}

const FIELDS = [
	'accountId',
	'clientId',
	'clientSecret',
	'environment',
	'oauthBaseUrl',
	'apiBaseUrl',
	'plan',
] as const;

/** What was read last: a run asks for the same settings several times for each request. */
let last: { data: ICredentialDataDecryptedObject; settings: ZoomAppSettings } | undefined;

/**
 * Reads an app's settings from decrypted credential data.
 *
 * @throws UserError when a value is missing or can't be what its field asks for
 */
export function readSettings(data: ICredentialDataDecryptedObject): ZoomAppSettings {
	if (last && isLike(last.data, data)) return last.settings;
	const settings = parseSettings(data);
	last = { data: pick(data, FIELDS), settings };
	return settings;
}

function isLike(one: ICredentialDataDecryptedObject, other: ICredentialDataDecryptedObject) {
	return FIELDS.every((field) => one[field] === other[field]);
}

function parseSettings(data: ICredentialDataDecryptedObject): ZoomAppSettings {
	const environment = (data.environment || 'zoom') as ZoomEnvironment;
	const app = {
		accountId: readIdentifier(data, 'accountId', 'Account ID'),
		clientId: readIdentifier(data, 'clientId', 'Client ID'),
		clientSecret: readIdentifier(data, 'clientSecret', 'Client Secret'),
		...readHosts(data, environment),
	};
	const identity = [
		app.oauthBaseUrl,
		app.apiBaseUrl,
		app.accountId,
		app.clientId,
		app.clientSecret,
	];
	const fingerprint = createHash('sha256').update(JSON.stringify(identity)).digest('hex');
	return { ...app, environment, plan: readPlan(data.plan), fingerprint: fingerprint.slice(0, 32) };
}

/** Credentials of older versions have no plan. */
function readPlan(value: unknown): ZoomPlan {
	return PLANS.includes(value) ? (value as ZoomPlan) : 'auto';
}

function readHosts(data: ICredentialDataDecryptedObject, environment: ZoomEnvironment) {
	if (environment !== 'custom') {
		if (!Object.hasOwn(ENVIRONMENTS, environment)) {
			throw new UserError("'Environment' must be Zoom, Zoom for Government, or Custom", {
				description: 'Choose it from the list in the Zoom credential.',
			});
		}
		const { oauthBaseUrl, apiBaseUrl, trustedHosts } = ENVIRONMENTS[environment];
		return { oauthBaseUrl, apiBaseUrl, trustedHosts: [...trustedHosts] };
	}
	const oauthBaseUrl = readBaseUrl(data.oauthBaseUrl, 'OAuth Base URL');
	const apiBaseUrl = readBaseUrl(data.apiBaseUrl, 'API Base URL');
	return { oauthBaseUrl, apiBaseUrl, trustedHosts: [new URL(apiBaseUrl).host] };
}

/** Whether a token of this app may be sent to a URL. */
export function isTrustedUrl(settings: ZoomAppSettings, url: URL): boolean {
	if (settings.environment !== 'custom' && url.protocol !== 'https:') return false;
	return settings.trustedHosts.some((host) =>
		host.startsWith('*.') ? url.host.endsWith(host.slice(1)) : url.host === host,
	);
}
