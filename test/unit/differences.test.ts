import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	startDifference,
	withDifferences,
	zoneDifference,
} from '../../nodes/Zoom/actions/event/differences';
import { MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';

const NOW = DateTime.fromISO('2027-03-05T10:00:00Z');

describe('startDifference', () => {
	const compare = (asked: IDataObject, meeting: IDataObject) =>
		startDifference(MEETING, asked, meeting, NOW);

	it.each<[IDataObject, IDataObject]>([
		// The same instant, however it is written.
		[{ start_time: '2027-07-05T14:00:00Z' }, { start_time: '2027-07-05T14:00:00Z' }],
		[
			{ start_time: '2027-07-05T10:00:00', timezone: 'America/New_York' },
			{ start_time: '2027-07-05T14:00:00Z', timezone: 'America/New_York' },
		],
		[
			{ start_time: '2027-07-05T10:00:00' },
			{ start_time: '2027-07-05T08:00:00Z', timezone: 'Europe/Berlin' },
		],
		[
			{ start_time: '2027-07-05T14:00:00Z' },
			{ start_time: '2027-07-05T16:00:00', timezone: 'Europe/Berlin' },
		],
		// Zoom drops the seconds.
		[{ start_time: '2027-07-05T14:00:59Z' }, { start_time: '2027-07-05T14:00:00Z' }],
		// Nothing was asked for, or nothing can be compared.
		[{ topic: 'T' }, { start_time: '2027-07-05T14:00:00Z' }],
		[{ start_time: '2027-07-05T14:00:00Z' }, {}],
		[{ start_time: '2027-07-05T14:00:00Z' }, { start_time: '' }],
		[{ start_time: '2027-07-05T14:00:00Z' }, { start_time: 5 }],
		[{ start_time: 'soon' }, { start_time: '2027-07-05T14:00:00Z' }],
		[
			{ start_time: '2027-07-05T10:00:00', timezone: 'Mars' },
			{ start_time: '2027-07-05T14:00:00Z' },
		],
		// A series begins on the first day that fits its rules.
		[
			{ start_time: '2027-07-05T14:00:00Z', type: 8 },
			{ start_time: '2027-07-07T14:00:00Z', type: 8 },
		],
		[{ start_time: '2027-07-05T14:00:00Z' }, { start_time: '2027-07-07T14:00:00Z', type: 8 }],
		// Over, but taken.
		[{ start_time: '2027-03-05T09:00:00Z' }, { start_time: '2027-03-05T09:00:00Z' }],
		// This very minute.
		[{ start_time: '2027-03-05T09:59:30Z' }, {}],
	])('is none between %j and %j', (asked, meeting) => {
		expect(compare(asked, meeting)).toBeUndefined();
	});

	it.each<[IDataObject, IDataObject, string]>([
		[
			{ start_time: '2027-07-05T10:00:00', timezone: 'America/Toronto' },
			{ start_time: '2027-07-05T10:00:00Z', timezone: 'UTC' },
			'Zoom set the start time to 2027-07-05T10:00:00Z instead of 2027-07-05T14:00:00Z.',
		],
		[
			{ start_time: '2027-07-05T14:00:00Z' },
			{ start_time: '2027-07-05T13:59:00Z' },
			'Zoom set the start time to 2027-07-05T13:59:00Z instead of 2027-07-05T14:00:00Z.',
		],
		[
			{ start_time: '2019-06-29T16:00:00', timezone: 'America/New_York' },
			{ start_time: '2027-03-05T10:00:00Z', timezone: 'UTC' },
			"The start time 2019-06-29T20:00:00Z is in the past, so Zoom didn't use it: the meeting starts at 2027-03-05T10:00:00Z.",
		],
		[
			{ start_time: '2027-03-05T09:58:59Z' },
			{},
			"The start time 2027-03-05T09:58:59Z is in the past, so Zoom didn't use it.",
		],
	])('is told in words: %j and %j', (asked, meeting, words) => {
		expect(compare(asked, meeting)).toBe(words);
	});

	it('knows a series of webinars by its own type', () => {
		const asked = { start_time: '2027-07-05T14:00:00Z' };
		const made = (type: number) => ({ start_time: '2027-07-07T14:00:00Z', type });
		expect(startDifference(WEBINAR, asked, made(9), NOW)).toBeUndefined();
		expect(startDifference(WEBINAR, asked, made(5), NOW)).toMatch(/^Zoom set the start time/);
		expect(startDifference(WEBINAR, { start_time: '2019-06-29T20:00:00Z' }, made(5), NOW)).toMatch(
			/: the webinar starts at 2027-07-07/,
		);
	});
});

describe('zoneDifference', () => {
	it.each([
		['Europe/Berlin', 'Europe/Berlin'],
		['America/Toronto', 'America/New_York'],
		['Asia/Calcutta', 'Asia/Kolkata'],
		['UTC', 'Etc/UTC'],
		[undefined, 'UTC'],
		['Europe/Berlin', undefined],
		['Europe/Berlin', ''],
		['Europe/Berlin', 5],
	])('is none between %p and %p', (wanted, made) => {
		expect(
			zoneDifference({ timezone: wanted } as IDataObject, { timezone: made } as IDataObject, NOW),
		).toBeUndefined();
	});

	it.each([
		['America/Toronto', 'UTC'],
		// The same hours in winter only.
		['Europe/London', 'UTC'],
		['America/Phoenix', 'America/Denver'],
		['Europe/Berlin', 'Mars'],
		['Mars', 'Europe/Berlin'],
	])('tells %s from %s', (wanted, made) => {
		expect(zoneDifference({ timezone: wanted }, { timezone: made }, NOW)).toBe(
			`Zoom set the time zone to '${made}' instead of '${wanted}'.`,
		);
	});
});

describe('withDifferences', () => {
	const compare = (asked: IDataObject, meeting: IDataObject, output: IDataObject = { id: 1 }) => {
		const addExecutionHints = jest.fn();
		const context = { addExecutionHints } as unknown as IExecuteFunctions;
		const result = withDifferences(context, MEETING, asked, meeting, output);
		return { result, hints: addExecutionHints.mock.calls };
	};

	it('leaves the output alone where there is none', () => {
		expect(compare({ timezone: 'UTC' }, { timezone: 'UTC' })).toEqual({
			result: { id: 1 },
			hints: [],
		});
	});

	it('puts all of them into one warning, after what there was, and into the editor', () => {
		const asked = {
			start_time: '2099-07-05T10:00:00',
			timezone: 'America/New_York',
			settings: { approval_type: 0 },
		};
		const meeting = {
			type: 3,
			start_time: '2099-07-05T10:00:00Z',
			timezone: 'UTC',
			settings: { approval_type: 2 },
		};
		const warning =
			'Before. ' +
			"Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'. A recurring meeting without fixed times can't have registration. Choose a type with fixed times. " +
			'Zoom set the start time to 2099-07-05T10:00:00Z instead of 2099-07-05T14:00:00Z. ' +
			"Zoom set the time zone to 'UTC' instead of 'America/New_York'.";
		expect(compare(asked, meeting, { id: 1, warning: 'Before.' })).toEqual({
			result: { id: 1, warning },
			hints: [[{ message: warning, type: 'warning', location: 'outputPane' }]],
		});
	});
});
