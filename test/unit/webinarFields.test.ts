import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { timezoneField } from '../../nodes/Zoom/actions/event/commonFields';
import { toEventBody } from '../../nodes/Zoom/actions/event/eventBody';
import { fieldsOfGroups, groupProperties } from '../../nodes/Zoom/actions/event/eventFields';
import { webinarFields } from '../../nodes/Zoom/actions/webinar/webinarFields';
import { WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const { fields, createOnly, groups, check } = webinarFields;
const timezone = timezoneField('getTimezones', 'The zone');
const settingsFields = fieldsOfGroups(groups, false);
const settings = (values: Record<string, unknown>) =>
	toBody(settingsFields, values as IDataObject).settings;

const switches = settingsFields.filter(
	({ property, to }) => property.type === 'boolean' && /^settings\.\w+$/.test(to),
);

describe('webinar fields', () => {
	it("maps every field to Zoom's key", () => {
		expect(
			toBody([...fields, timezone, ...createOnly], {
				agenda: '',
				duration: 30.2,
				password: 'abc',
				scheduleFor: 'ann@example.com',
				timezone: 'Europe/Berlin',
				trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
				type: 'Recurring (No Fixed Time)',
				defaultPassword: false,
				templateId: 'T1',
			}),
		).toEqual({
			agenda: '',
			duration: 31,
			password: 'abc',
			schedule_for: 'ann@example.com',
			timezone: 'Europe/Berlin',
			tracking_fields: [{ field: 'Team', value: 'Sales' }],
			type: 6,
			default_passcode: false,
			template_id: 'T1',
		});
	});

	it.each([2, 8, 3])("refuses a meeting's type %i", (type) => {
		expect(thrownBy(() => toBody(fields, { type })).message).toBe(
			`'Webinar Type' must be one of Zoom's choices, but is "${type}"`,
		);
	});

	it('makes a webinar with rules of recurrence one with fixed times', () => {
		const context = { getTimezone: () => 'UTC' } as IExecuteFunctions;
		const body = (recurrence: IDataObject) =>
			toEventBody(context, WEBINAR, fields, { recurrence }, false);
		expect(body({ repeats: 2, interval: 12, weekdays: ['Mon'], times: 3 })).toEqual({
			type: 9,
			recurrence: { type: 2, repeat_interval: 12, weekly_days: '2', end_times: 3 },
		});
		expect(
			thrownBy(() => body({ repeats: 2, interval: 13, weekdays: [2], times: 3 })).message,
		).toBe("'Repeat Every' is 13, but must be between 1 and 12");
		expect(thrownBy(() => toEventBody(context, WEBINAR, fields, { type: 9 }, false)).message).toBe(
			"A recurring webinar with fixed times requires 'Recurrence'",
		);
	});
});

describe('webinar settings', () => {
	it.each(switches.map(({ property, to }) => [property.name, to.slice(9)]))(
		'switches %s on and off',
		(name, key) => {
			expect(settings({ [name]: true })).toEqual({ [key]: true });
			expect(settings({ [name]: 'no' })).toEqual({ [key]: false });
		},
	);

	it.each<[string, unknown, string, unknown]>([
		['alternativeHosts', 'a@x.org; id', 'alternative_hosts', 'a@x.org,id'],
		['additionalDataCenterRegions', 'US, Germany', 'additional_data_center_regions', ['US', 'DE']],
		['audioConferenceInfo', 'Call us', 'audio_conference_info', 'Call us'],
		['contactEmail', '', 'contact_email', ''],
		['emailLanguage', 'Japanese', 'email_language', 'jp-JP'],
		['registrantsRestrictNumber', '20000', 'registrants_restrict_number', 20000],
		['registrationType', 'Register once, choose occurrences', 'registration_type', 3],
		['surveyUrl', 'https://x.org/s', 'survey_url', 'https://x.org/s'],
		[
			'followUpAbsentees',
			'None',
			'follow_up_absentees_email_notification',
			{ enable: false, type: 0 },
		],
		['followUpAttendees', 7, 'follow_up_attendees_email_notification', { enable: true, type: 7 }],
		[
			'reminder',
			'1 hour, 1 day, and 1 week before',
			'attendees_and_panelists_reminder_email_notification',
			{ enable: true, type: 7 },
		],
	])('maps %s %j to %s', (name, value, key, expected) => {
		expect(settings({ [name]: value })).toEqual({ [key]: expected });
	});

	it('puts Q&A into one object, and only what was added', () => {
		expect(
			settings({
				questionAndAnswerEnable: true,
				questionAndAnswerAllowAnonymousQuestions: false,
				questionAndAnswerAnswerQuestions: 'Answered Questions Only',
				questionAndAnswerAutoReplyText: 'Soon',
			}),
		).toEqual({
			question_and_answer: {
				enable: true,
				allow_anonymous_questions: false,
				answer_questions: 'only',
				auto_reply_text: 'Soon',
			},
		});
	});

	it('puts interpreters beside their switches', () => {
		expect(
			settings({
				languageInterpretationEnable: true,
				interpreters: {
					interpreter: [{ email: 'Ann <ann@x.org>', languages: 'English; Spanish' }],
				},
				signLanguageInterpreters: [{ email: 'ben@x.org', language: 'American' }],
			}),
		).toEqual({
			language_interpretation: {
				enable: true,
				interpreters: [{ email: 'ann@x.org', interpreter_languages: 'English,Spanish' }],
			},
			sign_language_interpretation: {
				interpreters: [{ email: 'ben@x.org', sign_language: 'American' }],
			},
		});
	});

	it.each<[IDataObject, string]>([
		[{ registrantsRestrictNumber: 20001 }, "'Max Registrants' is 20001, but must be between 0 and"],
		[
			{ emailLanguage: 'Klingon' },
			"'Email Language' must be one of Zoom's choices, but is \"Klingon\"",
		],
		[
			{ audioConferenceInfo: 'x'.repeat(2049) },
			"'3rd Party Audio Information' is 2049 characters long",
		],
		[
			{ reminder: 8 },
			"'Reminder to Attendees and Panelists' must be one of Zoom's choices, but is \"8\"",
		],
		[{ interpreters: {} }, "'Language Interpreters' is required"],
		[
			{ interpreters: [{ email: 'a@x.org', languages: 'English' }] },
			"'Language Interpreters' needs two languages for each interpreter",
		],
		[
			{ interpreters: [{ email: 'a@x.org' }] },
			"'Language Interpreters' needs two languages for each interpreter",
		],
		[
			{ interpreters: [{ email: 'a', languages: 'English, Spanish' }] },
			"'Language Interpreters' isn't a valid email address: \"a\"",
		],
		[
			{ signLanguageInterpreters: [{ email: 'a@x.org' }] },
			"'Sign Language Interpreters' is required",
		],
		[
			{
				signLanguageInterpreters: Array.from({ length: 21 }, () => ({
					email: 'a@x.org',
					language: 'American',
				})),
			},
			"'Sign Language Interpreters' has 21 entries, but Zoom accepts at most 20",
		],
	])('refuses %j', (values, message) => {
		expect(thrownBy(() => settings(values)).message).toContain(message);
	});

	it('shows each group in the order of its names, each parameter once', () => {
		const shown = groupProperties(groups, false);
		for (const { options } of shown) {
			const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
			const alike = (a: string, b: string) => a.toLowerCase().localeCompare(b.toLowerCase());
			expect(names).toEqual([...names].sort(alike));
		}
		const all = [...fields, ...createOnly, ...settingsFields].map(({ property }) => property.name);
		expect(new Set(all).size).toBe(all.length);
	});

	it('tells registrants of changes only where there is something to change', () => {
		const names = (isNew: boolean) =>
			fieldsOfGroups(groups, isNew).map(({ property }) => property.name);
		expect(names(false).filter((name) => !names(true).includes(name))).toEqual([
			'notifyRegistrants',
		]);
	});
});

describe('what Zoom would refuse, or take otherwise', () => {
	it.each<[IDataObject, boolean]>([
		[{}, true],
		[{ is_simulive: false }, true],
		[{ is_simulive: true, record_file_id: 'F', type: 5 }, true],
		// It may have its recording already.
		[{ is_simulive: true }, false],
		[{ simulive_delay_start: { enable: true, time: 60 } }, true],
		[{ simulive_delay_start: { time: 60, timeunit: 'second' } }, true],
		[{ simulive_delay_start: { time: 10, timeunit: 'minute' } }, true],
		[{ settings: { allow_host_control_participant_mute_state: true } }, true],
		[
			{
				settings: {
					allow_host_control_participant_mute_state: true,
					request_permission_to_unmute_participants: false,
				},
			},
			true,
		],
	])('is not %j', (body, isNew) => {
		expect(() => check?.(body, isNew)).not.toThrow();
	});

	it.each<[IDataObject, boolean, string]>([
		[{ is_simulive: true }, true, 'A simulive webinar requires the recording to play'],
		[
			{ is_simulive: true, record_file_id: '' },
			true,
			'A simulive webinar requires the recording to play',
		],
		[{ is_simulive: true, type: 6 }, false, 'A simulive webinar requires a fixed time'],
		[
			{ simulive_delay_start: { time: 61 } },
			true,
			"'Delay' is 61 seconds, but must be between 1 and 60",
		],
		[
			{ simulive_delay_start: { time: 11, timeunit: 'minute' } },
			false,
			"'Delay' is 11 minutes, but must be between 1 and 10",
		],
		[
			{
				settings: {
					allow_host_control_participant_mute_state: true,
					request_permission_to_unmute_participants: true,
				},
			},
			true,
			'Only one way of unmuting participants can be turned on',
		],
	])('is %j', (body, isNew, message) => {
		expect(thrownBy(() => check?.(body, isNew)).message).toBe(message);
	});
});
