import { DateTime } from 'luxon';
import { instantOf, toDate, toZoomTime } from '../../nodes/Zoom/mapping/time';
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
		['2027-01-05T15:00:00+02', '2027-01-05T08:00:00'],
		['2027-01-05T15:00-05', '2027-01-05T15:00:00'],
		['20270105T150000Z', '2027-01-05T10:00:00'],
		['20270305T100000', '2027-03-05T10:00:00'],
		['20270305', '2027-03-05T00:00:00'],
		['2027-03-05T10:00:00.0000000', '2027-03-05T10:00:00'],
		['\ufeff2027-03-05\u00a010:00\r\n', '2027-03-05T10:00:00'],
		[['2027-03-05T10:00:00'], '2027-03-05T10:00:00'],
		// As calendars and spreadsheets show times.
		['2027-3-5 9:05', '2027-03-05T09:05:00'],
		['2027/03/05 10:00', '2027-03-05T10:00:00'],
		['2027/3/5', '2027-03-05T00:00:00'],
		['05.03.2027 10:00', '2027-03-05T10:00:00'],
		['5.3.2027', '2027-03-05T00:00:00'],
		['5 March 2027 10:00', '2027-03-05T10:00:00'],
		['5 Mar 2027, 10:00:30', '2027-03-05T10:00:30'],
		['March 5, 2027', '2027-03-05T00:00:00'],
		['Mar 5, 2027, 1:30 PM', '2027-03-05T13:30:00'],
		['Mar 5, 2027, 1:30\u202fPM', '2027-03-05T13:30:00'],
		['March 5, 2027 at 1:30pm', '2027-03-05T13:30:00'],
		['Friday, March 5, 2027 9 a.m.', '2027-03-05T09:00:00'],
		['2027-03-05 10:00 AM', '2027-03-05T10:00:00'],
		['Tue, 05 Jan 2027 15:00:00 GMT', '2027-01-05T10:00:00'],
		['Tue, 05 Jan 2027 15:00:00 +0200', '2027-01-05T08:00:00'],
		['Tue Jan 05 2027 15:00:00 GMT+0100 (Central European Standard Time)', '2027-01-05T09:00:00'],
		['2027-01-05 15:00 Europe/Berlin', '2027-01-05T09:00:00'],
		['5 Jan 2027 15:00 UTC', '2027-01-05T10:00:00'],
		// Milliseconds and seconds since 1970, and days since 1900.
		[1799161200000, '2027-01-05T10:00:00'],
		['1799161200000', '2027-01-05T10:00:00'],
		[1799161200, '2027-01-05T10:00:00'],
		[46451.4166666667, '2027-03-05T10:00:00'],
		['46451', '2027-03-05T00:00:00'],
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
		// Which of two days these are, nobody knows.
		'3/5/2027 10:00',
		'03-05-2027 10:00',
		'5.3.27',
		// Numbers of a phone, a year, an hour; of a time before 2000 or after 2100.
		'9936825237',
		'900000000',
		'4102444800000',
		'36525',
		'73051',
		'1800000000.5',
		'18000000000',
		'2027-03-05 10:00 EST',
		'2027-03-05 10:00:00 bst',
		'5 March 2027 10:00 IST',
		'March 5',
		// A time without a date would mean today, and a plain number of hours or a year are no time.
		'10:00',
		'12',
	])('refuses %p', (value) => {
		expect(thrownBy(() => toZoomTime(value, 'Start Time', NEW_YORK))).toEqual({
			message: `'Start Time' isn't a valid date and time: "${value}"`,
			description: 'Use a date and a time, for example 2027-03-05T10:00:00.',
		});
	});

	it("refuses invalid dates, nothing, and what isn't a time at all", () => {
		const message = (value: unknown) =>
			thrownBy(() => toZoomTime(value, 'Start Time', NEW_YORK)).message;
		expect(message(new Date('x'))).toBe("'Start Time' must be text or a number");
		expect(message('')).toBe("'Start Time' is required");
		expect(message(null)).toBe("'Start Time' is required");
		expect(message(DateTime.invalid('test'))).toBe("'Start Time' must be text or a number");
		expect(message({ isLuxonDateTime: true })).toBe("'Start Time' must be text or a number");
		expect(message({})).toBe("'Start Time' must be text or a number");
		expect(message(['2027-03-05', '2027-03-06'])).toBe(
			"'Start Time' accepts one value, but is a list of 2",
		);
		expect(message('x'.repeat(101))).toBe(
			"'Start Time' is 101 characters long, but Zoom accepts at most 100",
		);
	});

	it('refuses a zone that is none', () => {
		const zones = { ...NEW_YORK, chosen: 'Mars/Olympus' };
		expect(thrownBy(() => toZoomTime('2027-03-05T10:00:00', 'Start Time', zones))).toEqual({
			message: "'Time Zone' isn't a time zone Zoom knows: \"Mars/Olympus\"",
			description: 'Choose one from the list, for example Europe/Berlin.',
		});
	});
});

describe('instantOf', () => {
	it.each([
		[{ start_time: '2027-03-05T10:00:00Z' }, Date.UTC(2027, 2, 5, 10)],
		[{ start_time: '2027-03-05T10:00:00Z', timezone: 'Europe/Berlin' }, Date.UTC(2027, 2, 5, 10)],
		[{ start_time: '2027-03-05T10:00:00', timezone: 'Europe/Berlin' }, Date.UTC(2027, 2, 5, 9)],
		[{ start_time: '2027-03-05T10:00:00', timezone: '' }, Date.UTC(2027, 2, 5, 10)],
		[{}, Number.NaN],
		[{ start_time: '' }, Number.NaN],
		[{ start_time: '2027-03-05T10:00:00', timezone: 'Mars' }, Number.NaN],
	])('of %j', (time, ms) => {
		expect(instantOf(time)).toBe(ms);
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

	it("refuses what isn't a date", () => {
		expect(thrownBy(() => toDate('soon', 'From')).message).toBe(
			"'From' isn't a valid date and time: \"soon\"",
		);
	});
});

describe('the hour that comes twice when clocks go back', () => {
	it.each([
		['2026-11-01T05:30:00Z', '2026-11-01T05:30:00Z'],
		['2026-11-01T04:30:00Z', '2026-11-01T00:30:00'],
		['2026-11-01T06:30:00Z', '2026-11-01T06:30:00Z'],
		['2026-11-01T07:30:00Z', '2026-11-01T02:30:00'],
		['2026-11-01T01:30:00-05', '2026-11-01T06:30:00Z'],
		['2026-11-01T01:30:00-04', '2026-11-01T05:30:00Z'],
		[1793511000000, '2026-11-01T05:30:00Z'],
		// Nobody says which of the two a wall time means.
		['2026-11-01T01:30:00', '2026-11-01T01:30:00'],
	])('%s in New York goes out as %s', (instant, sent) => {
		const time = toZoomTime(instant, 'Start Time', { workflow: 'America/New_York' });
		expect(time).toEqual({ start_time: sent, timezone: 'America/New_York' });
	});

	it.each(['2027-03', '2027'])('a date without a day is none: %s', (value) => {
		expect(() => toZoomTime(value, 'Start Time', { workflow: 'UTC' })).toThrow(
			"isn't a valid date and time",
		);
	});
});
