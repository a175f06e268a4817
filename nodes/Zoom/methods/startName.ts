import { DateTime, IANAZone } from 'luxon';

/**
 * When something starts, in its own time zone, as lists show it: `Fri 26 Mar 2027, 17:00`.
 *
 * @param start as Zoom has it, ISO 8601 in UTC
 * @param timezone an IANA name; UTC where it isn't one
 * @returns undefined where there is no time
 */
export function toStartName(start: unknown, timezone: unknown): string | undefined {
	const zone = IANAZone.isValidZone(String(timezone)) ? String(timezone) : 'utc';
	// The editor is in English, whatever the language of the server.
	const time = DateTime.fromISO(String(start), { zone, locale: 'en' });
	return time.isValid ? time.toFormat('ccc d LLL yyyy, HH:mm') : undefined;
}
