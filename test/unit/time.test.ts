import { DateTime } from 'luxon';
import { toDate, toTimezone, toZoomTime } from '../../nodes/Zoom/mapping/time';
import { thrownBy } from './support/thrown';

const NEW_YORK = { workflow: 'America/New_York' };

describe('toZoomTime', () => {
	it.each([
		['2027-03-05T10:00:00', '2027-03-05T10:00:00'],
		['2027-03-05T10:00', '2027-03-05T10:00:00'],
		['2027-03-05 10:00:30', '2027-03-05T10:00:30'],
		['2027-03-05 10:00', '2027-03-05T10:00:00'],
		['  2027-03-05T10:00:00.999 ', '2027-03-05T10:00:00'],
		['2027-03-05', '2027-03-05T00:00:00'],
		// January is winter time (-05:00), July summer time (-04:00).
		['2027-01-05T15:00:00Z', '2027-01-05T10:00:00'],
		['2027-07-05T15:00:00z', '2027-07-05T11:00:00'],
		['2027-01-05T15:00:00.000+02:00', '2027-01-05T08:00:00'],
		['2027-01-05T15:00:00+0200', '2027-01-05T08:00:00'],
		['2027-01-05T15:00:00-11:30', '2027-01-05T21:30:00'],
		['2027-01-05 15:00:00 +02:00', '2027-01-05T08:00:00'],
	])("tells %p in the workflow's zone", (value, start_time) => {
		expect(toZoomTime(value, 'Start Time', NEW_YORK)).toEqual({
			start_time,
			timezone: 'America/New_York',
		});
	});

	it('prefers the chosen zone', () => {
		const zones = { ...NEW_YORK, chosen: 'Asia/Kolkata' };
		expect(toZoomTime('2027-03-05T10:00:00', 'Start Time', zones)).toEqual({
			start_time: '2027-03-05T10:00:00',
			timezone: 'Asia/Kolkata',
		});
		expect(toZoomTime('2027-03-05T10:00:00Z', 'Start Time', zones)).toEqual({
			start_time: '2027-03-05T15:30:00',
			timezone: 'Asia/Kolkata',
		});
	});

	it("leaves the meeting's zone as it is where only the time changes", () => {
		const zones = { ...NEW_YORK, keepZone: true };
		expect(toZoomTime('2027-03-05T10:00:00', 'Start Time', zones)).toEqual({
			start_time: '2027-03-05T15:00:00Z',
		});
		expect(toZoomTime('2027-03-05T10:00:00+01:00', 'Start Time', zones)).toEqual({
			start_time: '2027-03-05T09:00:00Z',
		});
		expect(
			toZoomTime('2027-03-05T10:00:00', 'Start Time', { ...zones, chosen: 'Europe/Berlin' }),
		).toEqual({ start_time: '2027-03-05T10:00:00', timezone: 'Europe/Berlin' });
	});

	it('takes the dates that expressions give', () => {
		const expected = { start_time: '2027-01-05T10:00:00', timezone: 'America/New_York' };
		expect(toZoomTime(new Date('2027-01-05T15:00:00Z'), 'Start Time', NEW_YORK)).toEqual(expected);
		const luxon = DateTime.fromISO('2027-01-05T16:00:00', { zone: 'Europe/Berlin' });
		expect(toZoomTime(luxon, 'Start Time', NEW_YORK)).toEqual(expected);
		expect(toZoomTime(luxon.setLocale('ar-EG'), 'Start Time', NEW_YORK)).toEqual(expected);
	});

	it.each([
		'tomorrow',
		'2027-02-30T10:00:00',
		'2027-13-01',
		'05.03.2027 10:00',
		'1800000000',
		'1800000000000',
		// A time without a date would mean today, and a plain number of hours or a year are no time.
		'10:00',
		'12',
	])('refuses %p', (value) => {
		expect(thrownBy(() => toZoomTime(value, 'Start Time', NEW_YORK))).toEqual({
			message: `"Start Time" is no time: "${value}"`,
			description: 'Zoom needs a date and a time, for example 2027-03-05T10:00:00.',
		});
	});

	it('refuses invalid dates, nothing, and what is no time at all', () => {
		const message = (value: unknown) =>
			thrownBy(() => toZoomTime(value, 'Start Time', NEW_YORK)).message;
		expect(message(new Date('x'))).toBe('"Start Time" is no time: "Invalid"');
		expect(message('')).toBe('"Start Time" is empty');
		expect(message(null)).toBe('"Start Time" is empty');
		expect(message(DateTime.invalid('test'))).toBe('"Start Time" is empty');
		expect(message({})).toBe('"Start Time" is not text');
		expect(message(['2027-03-05T10:00:00'])).toBe('"Start Time" is not text');
	});

	it('refuses a zone that is none', () => {
		const zones = { ...NEW_YORK, chosen: 'Mars/Olympus' };
		expect(thrownBy(() => toZoomTime('2027-03-05T10:00:00', 'Start Time', zones))).toEqual({
			message: '"Timezone" is no time zone: "Mars/Olympus"',
			description: 'Choose one from the list, for example Europe/Berlin.',
		});
	});
});

describe('toTimezone', () => {
	it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])('takes %p', (zone) => {
		expect(toTimezone(` ${zone} `, 'Timezone')).toBe(zone);
	});

	it.each(['Berlin', '+02:00', 'Europe', 'local'])('refuses %p', (zone) => {
		expect(thrownBy(() => toTimezone(zone, 'Timezone'))).toEqual({
			message: `"Timezone" is no time zone: "${zone}"`,
			description: 'Choose one from the list, for example Europe/Berlin.',
		});
	});

	it('refuses an empty one', () => {
		expect(thrownBy(() => toTimezone('', 'Timezone')).message).toBe('"Timezone" is empty');
	});
});

describe('toDate', () => {
	it.each([
		['2027-03-05', '2027-03-05'],
		['2027-03-05T00:00:00', '2027-03-05'],
		['2027-03-05T23:59:59', '2027-03-05'],
		['2027-03-05 10:00', '2027-03-05'],
		// The day is the one on the calendar of whoever wrote the time.
		['2027-03-05T00:30:00+02:00', '2027-03-05'],
		['2027-03-05T23:30:00.000-08:00', '2027-03-05'],
		['2027-03-05 23:30:00 -08:00', '2027-03-05'],
		['2027-03-05T00:00:00Z', '2027-03-05'],
	])('reads %p as %p', (value, day) => {
		expect(toDate(value, 'From')).toBe(day);
	});

	it('refuses what is no date', () => {
		expect(thrownBy(() => toDate('soon', 'From')).message).toBe('"From" is no time: "soon"');
	});
});

describe('the hour that comes twice when clocks go back', () => {
	it.each([
		['2026-11-01T05:30:00Z', '2026-11-01T05:30:00Z'],
		['2026-11-01T04:30:00Z', '2026-11-01T00:30:00'],
		['2026-11-01T06:30:00Z', '2026-11-01T06:30:00Z'],
		['2026-11-01T07:30:00Z', '2026-11-01T02:30:00'],
	])('%s in New York goes out as %s', (instant, sent) => {
		const time = toZoomTime(instant, 'Start Time', { workflow: 'America/New_York' });
		expect(time).toEqual({ start_time: sent, timezone: 'America/New_York' });
	});

	it.each(['2027-03', '2027'])('a date without a day is none: %s', (value) => {
		expect(() => toZoomTime(value, 'Start Time', { workflow: 'UTC' })).toThrow('is no time');
	});
});
