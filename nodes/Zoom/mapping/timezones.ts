import { IANAZone } from 'luxon';
import { UserError } from 'n8n-workflow';
import { quote, toRequiredText } from './values';

/**
 * Present names of zones that JavaScript and Zoom's own list have by older ones.
 * https://github.com/eggert/tz/blob/main/backward
 */
const PRESENT_NAMES = [
	'Africa/Asmara',
	'America/Argentina/Buenos_Aires',
	'America/Argentina/Catamarca',
	'America/Argentina/Cordoba',
	'America/Argentina/Jujuy',
	'America/Argentina/Mendoza',
	'America/Atikokan',
	'America/Indiana/Indianapolis',
	'America/Kentucky/Louisville',
	'America/Nuuk',
	'Asia/Ho_Chi_Minh',
	'Asia/Kathmandu',
	'Asia/Kolkata',
	'Asia/Yangon',
	'Atlantic/Faroe',
	'Europe/Kyiv',
	'Pacific/Chuuk',
	'Pacific/Kanton',
	'Pacific/Pohnpei',
];

/** The time zones to choose from: UTC, then by name, old and present names beside each other. */
export const TIMEZONES: readonly string[] = [
	'UTC',
	...new Set([...Intl.supportedValuesOf('timeZone'), ...PRESENT_NAMES].sort()),
].filter((zone) => zone === 'UTC' || (zone.includes('/') && IANAZone.isValidZone(zone)));

/**
 * What people mean by abbreviations. JavaScript and Java know some of these as zones, with other
 * meanings (BST: Dhaka) or without daylight saving time (EST), so none is taken.
 */
export const MEANT: Readonly<Record<string, readonly string[]>> = {
	ACST: ['Australia/Adelaide', 'Australia/Darwin'],
	ACT: ['Australia/Adelaide', 'America/Rio_Branco'],
	AEST: ['Australia/Sydney', 'Australia/Brisbane'],
	AEDT: ['Australia/Sydney'],
	AKST: ['America/Anchorage'],
	ART: ['America/Argentina/Buenos_Aires'],
	AST: ['America/Halifax', 'Asia/Riyadh'],
	AWST: ['Australia/Perth'],
	BRT: ['America/Sao_Paulo'],
	BST: ['Europe/London', 'Asia/Dhaka'],
	CAT: ['Africa/Harare'],
	CEST: ['Europe/Berlin', 'Europe/Paris'],
	CST: ['America/Chicago', 'Asia/Shanghai'],
	CDT: ['America/Chicago'],
	CT: ['America/Chicago'],
	EAT: ['Africa/Nairobi'],
	ECT: ['America/Guayaquil', 'Europe/Paris'],
	EET: ['Europe/Helsinki', 'Africa/Cairo'],
	EEST: ['Europe/Helsinki', 'Europe/Kyiv'],
	EST: ['America/New_York', 'America/Panama'],
	EDT: ['America/New_York'],
	ET: ['America/New_York'],
	GST: ['Asia/Dubai'],
	HKT: ['Asia/Hong_Kong'],
	HST: ['Pacific/Honolulu'],
	IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
	JST: ['Asia/Tokyo'],
	KST: ['Asia/Seoul'],
	MET: ['Europe/Berlin', 'Europe/Paris'],
	MSK: ['Europe/Moscow'],
	MST: ['America/Denver', 'America/Phoenix'],
	MDT: ['America/Denver'],
	MT: ['America/Denver'],
	NST: ['America/St_Johns', 'Pacific/Auckland'],
	NZST: ['Pacific/Auckland'],
	NZDT: ['Pacific/Auckland'],
	PHT: ['Asia/Manila'],
	PKT: ['Asia/Karachi'],
	PST: ['America/Los_Angeles', 'Asia/Manila'],
	PDT: ['America/Los_Angeles'],
	PT: ['America/Los_Angeles'],
	SAST: ['Africa/Johannesburg'],
	SGT: ['Asia/Singapore'],
	SST: ['Pacific/Pago_Pago', 'Pacific/Guadalcanal', 'Asia/Singapore'],
	WAT: ['Africa/Lagos'],
	WET: ['Europe/Lisbon'],
	WEST: ['Europe/Lisbon'],
	WIB: ['Asia/Jakarta'],
};

/** Names without a slash that mean one thing, in JavaScript and on Zoom's list. */
const UNIQUE: Record<string, string> = { CET: 'CET', GMT: 'UTC', UTC: 'UTC' };

/**
 * An IANA time zone such as `Europe/Berlin`, in any case, with its present or an older name.
 *
 * @throws UserError where it is none, and for abbreviations, with the zones that may be meant
 */
export function toTimezone(value: unknown, label: string): string {
	const zone = toRequiredText(value, label);
	const short = zone.toUpperCase();
	const unique = new Map(Object.entries(UNIQUE)).get(short);
	if (unique) return unique;
	const listed = TIMEZONES.find((one) => one.toUpperCase() === short.replace(/ /g, '_'));
	if (listed) return listed;
	if (zone.includes('/') && IANAZone.isValidZone(zone)) return zone;
	const meant = new Map(Object.entries(MEANT)).get(short);
	throw new UserError(`'${label}' isn't a time zone Zoom knows: ${quote(zone)}`, {
		description: meant
			? `The abbreviation is ambiguous. Choose from the list: ${meant.join(' or ')}.`
			: 'Choose one from the list, for example Europe/Berlin.',
	});
}
