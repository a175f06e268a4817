import { IANAZone } from 'luxon';
import { MEANT, TIMEZONES, toTimezone } from '../../nodes/Zoom/mapping/timezones';
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
		['Africa/Asmera', 'Africa/Asmara'],
		['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
		['America/Catamarca', 'America/Argentina/Catamarca'],
		['America/Cordoba', 'America/Argentina/Cordoba'],
		['America/Jujuy', 'America/Argentina/Jujuy'],
		['America/Mendoza', 'America/Argentina/Mendoza'],
		['America/Coral_Harbour', 'America/Atikokan'],
		['America/Indianapolis', 'America/Indiana/Indianapolis'],
		['America/Louisville', 'America/Kentucky/Louisville'],
		['America/Godthab', 'America/Nuuk'],
		['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
		['Asia/Katmandu', 'Asia/Kathmandu'],
		['Asia/Calcutta', 'Asia/Kolkata'],
		['Asia/Rangoon', 'Asia/Yangon'],
		['Atlantic/Faeroe', 'Atlantic/Faroe'],
		['Europe/Kiev', 'Europe/Kyiv'],
		['Pacific/Truk', 'Pacific/Chuuk'],
		['Pacific/Enderbury', 'Pacific/Kanton'],
		['Pacific/Ponape', 'Pacific/Pohnpei'],
	])('has the present name of %s, %s', (old, present) => {
		expect(TIMEZONES).toContain(present);
		const offset = (zone: string) => IANAZone.create(zone).offset(Date.UTC(2027, 6));
		expect(offset(present)).toBe(offset(old));
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
			message: `'Timezone' isn't a time zone Zoom knows: "${zone}"`,
			description: `The abbreviation is ambiguous. Choose from the list: ${offered}.`,
		});
	});

	it.each(['Berlin', '+02:00', 'Europe', 'local', 'EST5EDT', 'constructor', 'Mars/Olympus'])(
		'refuses %p',
		(zone) => {
			expect(thrownBy(() => toTimezone(zone, 'Timezone'))).toEqual({
				message: `'Timezone' isn't a time zone Zoom knows: "${zone}"`,
				description: 'Choose one from the list, for example Europe/Berlin.',
			});
		},
	);

	it.each(Object.entries(MEANT))('offers zones of the list for %s: %j', (abbreviation, zones) => {
		expect(zones.length).toBeGreaterThan(0);
		expect(zones.filter((zone) => !TIMEZONES.includes(zone))).toEqual([]);
		expect(thrownBy(() => toTimezone(abbreviation, 'Timezone')).description).toContain(
			`${zones.join(' or ')}.`,
		);
	});

	it('refuses an empty one', () => {
		expect(thrownBy(() => toTimezone('', 'Timezone')).message).toBe("'Timezone' is required");
	});
});
