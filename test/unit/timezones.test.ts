import { IANAZone } from 'luxon';
import { TIMEZONES, toTimezone } from '../../nodes/Zoom/mapping/timezones';
import { thrownBy } from './support/thrown';

describe('TIMEZONES', () => {
	it('has UTC first, then names of places only, each once, in order, all known to JavaScript', () => {
		const [first, ...others] = TIMEZONES;
		expect(first).toBe('UTC');
		expect(others).toEqual([...new Set(others)].sort());
		expect(others.filter((zone) => !zone.includes('/'))).toEqual([]);
		expect(others.filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
		expect(others.length).toBeGreaterThan(400);
	});

	it.each([
		['Asia/Calcutta', 'Asia/Kolkata'],
		['Europe/Kiev', 'Europe/Kyiv'],
		['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
		['Asia/Katmandu', 'Asia/Kathmandu'],
		['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
	])('has %s and %s', (old, present) => {
		expect(TIMEZONES).toEqual(expect.arrayContaining([old, present]));
	});
});

describe('toTimezone', () => {
	it.each([
		['Europe/Berlin', 'Europe/Berlin'],
		[' Europe/Berlin ', 'Europe/Berlin'],
		['europe/berlin', 'Europe/Berlin'],
		['America/New York', 'America/New_York'],
		['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
		['Asia/Kolkata', 'Asia/Kolkata'],
		['US/Eastern', 'US/Eastern'],
		['utc', 'UTC'],
		['GMT', 'UTC'],
		['CET', 'CET'],
		[['Asia/Tokyo'], 'Asia/Tokyo'],
	])('takes %j', (zone, name) => {
		expect(toTimezone(zone, 'Timezone')).toBe(name);
	});

	it.each([
		['BST', 'Europe/London or Asia/Dhaka'],
		['est', 'America/New_York or America/Panama'],
		['EDT', 'America/New_York'],
		['PST', 'America/Los_Angeles or Asia/Manila'],
		['IST', 'Asia/Kolkata or Europe/Dublin or Asia/Jerusalem'],
		['CST', 'America/Chicago or Asia/Shanghai'],
		['SST', 'Pacific/Pago_Pago or Pacific/Guadalcanal or Asia/Singapore'],
		['CEST', 'Europe/Berlin or Europe/Paris'],
	])('refuses %s and offers %s', (zone, offered) => {
		expect(thrownBy(() => toTimezone(zone, 'Timezone'))).toEqual({
			message: `"Timezone" isn't a time zone: "${zone}"`,
			description: `The abbreviation means different things to different people. Choose from the list: ${offered}.`,
		});
	});

	it.each(['Berlin', '+02:00', 'Europe', 'local', 'EST5EDT', 'constructor', 'Mars/Olympus'])(
		'refuses %p',
		(zone) => {
			expect(thrownBy(() => toTimezone(zone, 'Timezone'))).toEqual({
				message: `"Timezone" isn't a time zone: "${zone}"`,
				description: 'Choose one from the list, for example Europe/Berlin.',
			});
		},
	);

	it('offers zones that it takes', () => {
		const abbreviations = Array.from({ length: 26 ** 3 }, (_, i) =>
			[i / 676, (i / 26) % 26, i % 26].map((n) => String.fromCharCode(65 + Math.floor(n))).join(''),
		);
		const offered = abbreviations.flatMap((one) => {
			try {
				toTimezone(one, 'Timezone');
				return [];
			} catch (error) {
				const { description = '' } = error as { description?: string };
				const [, zones = ''] = /from the list: (.*)\.$/.exec(description) ?? [];
				return zones ? zones.split(' or ') : [];
			}
		});
		expect(offered.length).toBeGreaterThan(40);
		expect(offered.filter((zone) => !TIMEZONES.includes(zone))).toEqual([]);
	});

	it('refuses an empty one', () => {
		expect(thrownBy(() => toTimezone('', 'Timezone')).message).toBe('"Timezone" is empty');
	});
});
