import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { otherFields, timezoneField } from '../../nodes/Zoom/actions/event/commonFields';
import { toEventBody, withOtherFields } from '../../nodes/Zoom/actions/event/eventBody';
import { fieldsOfGroups } from '../../nodes/Zoom/actions/event/eventFields';
import { meetingFields as MEETING_FIELDS } from '../../nodes/Zoom/actions/meeting/meetingFields';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const { fields, createOnly, groups } = MEETING_FIELDS;
const timezone = timezoneField('getTimezones', 'The zone');
const meetingFields = [...fields, timezone];
const settingsFields = fieldsOfGroups(groups, true);
const context = { getTimezone: () => 'America/New_York' } as IExecuteFunctions;
const body = (values: IDataObject, keepZone = false) =>
	toEventBody(
		context,
		MEETING,
		[...meetingFields, otherFields, ...settingsFields],
		values,
		keepZone,
	);

describe('meetingFields', () => {
	it("maps every field to Zoom's key", () => {
		expect(
			toBody([...meetingFields, ...createOnly], {
				agenda: '',
				password: 'abc',
				preSchedule: false,
				scheduleFor: 'ann@example.com',
				timezone: 'Europe/Berlin',
				trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
				type: 'Recurring (Fixed Time)',
				defaultPassword: false,
				templateId: 'T1',
			}),
		).toEqual({
			agenda: '',
			password: 'abc',
			pre_schedule: false,
			schedule_for: 'ann@example.com',
			timezone: 'Europe/Berlin',
			tracking_fields: [{ field: 'Team', value: 'Sales' }],
			type: 8,
			default_password: false,
			template_id: 'T1',
		});
	});

	it.each([1, 2, 3, 8, 10])('takes the type %i', (type) => {
		expect(toBody(meetingFields, { type: String(type) })).toEqual({ type });
	});

	it.each([
		[
			{ agenda: 'x'.repeat(2001) },
			"'Description' is 2001 characters long, but Zoom accepts at most 2000",
		],
		[{ password: 'x'.repeat(11) }, "'Passcode' is 11 characters long, but Zoom accepts at most 10"],
		[{ timezone: 'Berlin' }, "'Time Zone Name or ID' isn't a time zone Zoom knows: \"Berlin\""],
		[{ type: 4 }, "'Meeting Type' must be one of Zoom's choices, but is \"4\""],
		[{ trackingFields: [{ value: 'x' }] }, "'Tracking Fields' is required"],
		[{ trackingFields: [{ field: 'x', value: {} }] }, "'Tracking Fields' must be text or a number"],
	])('refuses %j', (values, message) => {
		expect(thrownBy(() => toBody(meetingFields, values as IDataObject)).message).toBe(message);
	});

	it('takes tracking fields as a list too', () => {
		const tracking = (trackingFields: unknown) =>
			toBody(meetingFields, { trackingFields: trackingFields as IDataObject });
		expect(tracking([{ field: ' Team ', value: 5 }, { field: 'Site' }])).toEqual({
			tracking_fields: [
				{ field: 'Team', value: '5' },
				{ field: 'Site', value: '' },
			],
		});
		expect(thrownBy(() => tracking({}))).toEqual({
			message: "'Tracking Fields' is required",
			description:
				"Add an entry, or remove the field. For a list from an expression, use 'Other Fields (JSON)'.",
		});
	});

	// An expression that gives no list must not lose the values in silence.
	it.each([['Sales'], [5], [[null]], [{ trackingField: 'x' }], [{ field: 'Team', value: 'x' }]])(
		'refuses tracking fields that are no list: %j',
		(trackingFields) => {
			const thrown = thrownBy(() =>
				toBody(meetingFields, { trackingFields: trackingFields as IDataObject }),
			);
			expect(thrown.message).toMatch(/^'Tracking Fields' isn't a list/);
		},
	);
});

describe('withOtherFields', () => {
	it('merges, settings field by field, and the given ones win', () => {
		expect(
			withOtherFields({
				topic: 'A',
				type: 2,
				settings: { waiting_room: true, audio: 'both' },
				otherFields: { topic: 'B', recurrence: { type: 1 }, settings: { audio: 'voip' } },
			}),
		).toEqual({
			topic: 'B',
			type: 2,
			recurrence: { type: 1 },
			settings: { waiting_room: true, audio: 'voip' },
		});
	});

	it('adds no settings where there are none', () => {
		expect(withOtherFields({ topic: 'A' })).toEqual({ topic: 'A' });
		expect(withOtherFields({ topic: 'A', otherFields: {} })).toEqual({ topic: 'A' });
		expect(withOtherFields({ settings: { a: 1 }, otherFields: {} })).toEqual({
			settings: { a: 1 },
		});
		expect(withOtherFields({ otherFields: { settings: { a: 1 } } })).toEqual({
			settings: { a: 1 },
		});
	});

	it('leaves its input as it is', () => {
		const input = { settings: { a: 1 }, otherFields: { settings: { b: 2 } } };
		withOtherFields(input);
		expect(input).toEqual({ settings: { a: 1 }, otherFields: { settings: { b: 2 } } });
	});
});

describe('toEventBody', () => {
	it("tells the start time in the chosen zone, or else the workflow's", () => {
		expect(body({ startTime: '2027-03-05T10:00:00' })).toEqual({
			start_time: '2027-03-05T10:00:00',
			timezone: 'America/New_York',
		});
		expect(body({ startTime: '2027-03-05T10:00:00Z', timezone: 'Europe/Berlin' })).toEqual({
			start_time: '2027-03-05T11:00:00',
			timezone: 'Europe/Berlin',
		});
		expect(body({ startTime: '2027-03-05T10:00:00' }, true)).toEqual({
			start_time: '2027-03-05T15:00:00Z',
		});
		expect(body({ timezone: 'Europe/Berlin' }, true)).toEqual({ timezone: 'Europe/Berlin' });
	});

	it.each(['', null, undefined])('leaves out a start time of %p', (startTime) => {
		expect(body({ startTime, agenda: 'A' })).toEqual({ agenda: 'A' });
	});

	it("names the field of a start time that isn't a time", () => {
		expect(thrownBy(() => body({ startTime: 'soon' })).message).toBe(
			"'Start Time' isn't a valid date and time: \"soon\"",
		);
	});

	it('takes further fields as JSON', () => {
		expect(
			body({ agenda: 'A', waitingRoom: true, otherFields: '{"settings":{"jbh_time":5},"x":0}' }),
		).toEqual({ agenda: 'A', settings: { waiting_room: true, jbh_time: 5 }, x: 0 });
		expect(thrownBy(() => body({ otherFields: '[]' })).message).toBe(
			"'Other Fields (JSON)' isn't a valid JSON object",
		);
	});

	it('asks for the recurrence that a recurring meeting with fixed times needs', () => {
		expect(thrownBy(() => body({ type: 8 }))).toEqual({
			message: "A recurring meeting with fixed times requires 'Recurrence'",
			description: "Add its rules under 'Recurrence', for example weekly on Mondays, ten times.",
		});
		const recurrence = { type: 2, weekly_days: '2', end_times: 10 };
		expect(body({ type: 8, otherFields: { recurrence } })).toEqual({ type: 8, recurrence });
		expect(body({ type: 8 }, true)).toEqual({ type: 8 });
		expect(body({ type: 3 })).toEqual({ type: 3 });
	});

	it('makes a meeting with rules of recurrence one with fixed times', () => {
		const rules = { repeats: 1, times: 5 };
		const recurrence = { type: 1, repeat_interval: 1, end_times: 5 };
		expect(body({ recurrence: rules })).toEqual({ type: 8, recurrence });
		expect(body({ recurrence: rules, type: 3 }, true)).toEqual({ type: 8, recurrence });
	});

	it.each([undefined])('leaves out a recurrence of %p', (recurrence) => {
		expect(body({ recurrence, agenda: 'A' })).toEqual({ agenda: 'A' });
		expect(thrownBy(() => body({ recurrence, type: 8 })).message).toBe(
			"A recurring meeting with fixed times requires 'Recurrence'",
		);
	});

	it('means the end of a recurrence in the chosen zone, or else in that of the workflow', () => {
		const recurrence = { repeats: 1, ends: 'by', until: '2027-03-05T10:00:00' };
		expect(body({ recurrence, timezone: 'Asia/Tokyo' }).recurrence).toMatchObject({
			end_date_time: '2027-03-05T01:00:00Z',
		});
		expect(body({ recurrence }).recurrence).toMatchObject({
			end_date_time: '2027-03-05T15:00:00Z',
		});
	});
});

it.each(['{"settings":"abc"}', '{"settings":[1]}'])('refuses Other Fields %s', (otherFields) => {
	const fields = { otherFields: JSON.parse(otherFields) as IDataObject };
	expect(() => withOtherFields(fields)).toThrow(
		"'settings in Other Fields (JSON)' isn't a valid JSON",
	);
});
