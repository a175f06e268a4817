/** Longer than this nobody waits for a limit: people should know rather than wait. */
export const LONGEST_WAIT_MS = 60_000;

/**
 * What time it is for Zoom: instants in its answers are by its clock, and this machine's may be off.
 *
 * @param now milliseconds since 1970, for an answer that does not tell
 */
export function zoomTime(headers: Record<string, string | undefined>, now: number): number {
	const told = Date.parse(headers.date ?? '');
	return Number.isNaN(told) ? now : told;
}

/**
 * Reads a Retry-After header: seconds, an HTTP date, or the ISO 8601 instant that Zoom sends.
 *
 * @param now milliseconds since 1970, by the clock of whoever sent the header
 * @returns milliseconds from now, or undefined where there is nothing to read
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
	const text = value?.trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const instant = Date.parse(text);
	return Number.isNaN(instant) ? undefined : Math.max(0, instant - now);
}

/**
 * How long an answer asks to wait.
 *
 * @param headers names in lower case
 * @param now milliseconds since 1970
 * @returns milliseconds, or undefined where it does not say
 */
export function askedWaitMs(
	headers: Record<string, string | undefined>,
	now: number,
): number | undefined {
	return retryAfterMs(headers['retry-after'], zoomTime(headers, now));
}
