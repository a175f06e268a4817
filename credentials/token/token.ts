import { isPlainObject } from 'lodash';
import { jsonParse } from 'n8n-workflow';

/** A token as Zoom gave it, with its times made absolute, in milliseconds since 1970. */
export interface ZoomToken {
	accessToken: string;
	/** When Zoom gave it. */
	mintedAt: number;
	/** When it ends. */
	expiresAt: number;
	/** The API's base URL for this account's region, with `/v2`. */
	apiBaseUrl: string;
	/** Granted scopes, separated by spaces; empty where Zoom did not say. */
	scope: string;
}

/** A token as n8n stores it for all processes: its times are by the clock of whoever fetched it. */
export interface StoredToken extends ZoomToken {
	/** Of the settings that it was fetched with. */
	fingerprint: string;
}

/**
 * A token that this process has seen, with its times in milliseconds of `performance.now()`. Nobody
 * sets that clock: whatever becomes of the time of day, the token is renewed when it is due.
 */
export interface KnownToken {
	readonly stored: StoredToken;
	readonly fetchedAt: number;
	/** 60 seconds before it ends, or half its life if that is shorter. */
	readonly renewAt: number;
	readonly endsAt: number;
}

const RENEWAL_MARGIN_MS = 60_000;
/** As Zoom's tokens live: https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
const LONGEST_LIFE_MS = 3_600_000;

/** How long a token that lives so many milliseconds is used before it is renewed. */
function usefulLife(life: number): number {
	return life - Math.min(RENEWAL_MARGIN_MS, life / 2);
}

/**
 * Reads what n8n has stored.
 *
 * @param text JSON; what isn't a token counts as nothing
 */
export function readStored(text: unknown): StoredToken | undefined {
	if (typeof text !== 'string') return undefined;
	const token: unknown = jsonParse(text, { fallbackValue: null });
	return isStored(token) ? token : undefined;
}

function isStored(value: unknown): value is StoredToken {
	if (!isPlainObject(value)) return false;
	const { accessToken, mintedAt, expiresAt } = value as StoredToken;
	const hasTimes = Number.isFinite(mintedAt) && Number.isFinite(expiresAt);
	return hasTimes && typeof accessToken === 'string';
}

/**
 * Puts a token's times onto the clock of this process. What the other clock says is believed within
 * bounds, as it may have been set, or differ: a token from the future was fetched now, and none lives
 * longer than an hour.
 *
 * @param time milliseconds since 1970
 * @param now the same moment by `performance.now()`
 */
export function toKnown(
	stored: StoredToken,
	time = Date.now(),
	now = performance.now(),
): KnownToken {
	const life = Math.min(Math.max(0, stored.expiresAt - stored.mintedAt), LONGEST_LIFE_MS);
	const fetchedAt = now - Math.max(0, time - stored.mintedAt);
	return { stored, fetchedAt, renewAt: fetchedAt + usefulLife(life), endsAt: fetchedAt + life };
}
