import { set } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { fieldsOfGroups, groupProperties } from '../../nodes/Zoom/actions/event/eventFields';
import { meetingFields } from '../../nodes/Zoom/actions/meeting/meetingFields';
import { webinarFields } from '../../nodes/Zoom/actions/webinar/webinarFields';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const { groups, check } = meetingFields;
const settingsFields = [
	...new Set([...fieldsOfGroups(groups, true), ...fieldsOfGroups(groups, false)]),
];
const settings = (values: Record<string, unknown>) =>
	toBody(settingsFields, values as IDataObject).settings;

const switches = settingsFields
	.filter(({ property }) => property.type === 'boolean')
	.map(({ to, property }) => [property.name, to] as const);

describe("a meeting's settings", () => {
	// That Zoom has a setting of this name, the contract tests prove.
	it.each(switches)('switches %s on and off: %s', (name, to) => {
		for (const value of [true, false]) {
			expect(toBody(settingsFields, { [name]: value })).toEqual(set({}, to, value));
		}
	});

	it.each([
		['audio', '3rd Party Audio', 'audio', 'thirdParty'],
		['audio', 'both', 'audio', 'both'],
		['audio', 'telephony', 'audio', 'telephony'],
		['audio', 'voip', 'audio', 'voip'],
		['autoRecording', 'Disabled', 'auto_recording', 'none'],
		['autoRecording', 'cloud', 'auto_recording', 'cloud'],
		['autoRecording', 'local', 'auto_recording', 'local'],
		['encryptionType', 'e2ee', 'encryption_type', 'e2ee'],
		['encryptionType', 'Enhanced encryption', 'encryption_type', 'enhanced_encryption'],
		['jbhTime', 0, 'jbh_time', 0],
		['jbhTime', '15', 'jbh_time', 15],
		['jbhTime', 10, 'jbh_time', 10],
		['jbhTime', '5 minutes before start time', 'jbh_time', 5],
		['registrationType', 1, 'registration_type', 1],
		['registrationType', '2', 'registration_type', 2],
		['registrationType', 3, 'registration_type', 3],
		['authenticationOption', 'signIn_abc', 'authentication_option', 'signIn_abc'],
		['audioConferenceInfo', 'Call 5', 'audio_conference_info', 'Call 5'],
		['calendarType', 'Zoom Outlook add-in', 'calendar_type', 1],
		['calendarType', 2, 'calendar_type', 2],
		['whoWillReceiveSummary', 4, 'who_will_receive_summary', 4],
		['whoCanAskQuestions', 'Host Only', 'who_can_ask_questions', 3],
		['summaryTemplateId', 'T1', 'summary_template_id', 'T1'],
		['questionAndAnswerEnable', true, 'question_and_answer', { enable: true }],
		[
			'questionAndAnswerQuestionVisibility',
			'Answered questions only',
			'question_and_answer',
			{ question_visibility: 'answered' },
		],
		['breakoutRoomEnable', true, 'breakout_room', { enable: true }],
		['waitingRoomOptionsMode', 'custom', 'waiting_room_options', { mode: 'custom' }],
		[
			'waitingRoomOptionsWhoGoesToWaitingRoom',
			'Users not on the invite',
			'waiting_room_options',
			{ who_goes_to_waiting_room: 'users_not_on_invite' },
		],
		[
			'approvedOrDeniedCountriesOrRegionsApprovedList',
			'Germany, US',
			'approved_or_denied_countries_or_regions',
			{ approved_list: ['DE', 'US'] },
		],
		[
			'breakoutRooms',
			{ room: [{ name: ' A ', participants: 'a@x.org; b@x.org' }, { name: 'B' }] },
			'breakout_room',
			{
				rooms: [
					{ name: 'A', participants: ['a@x.org', 'b@x.org'] },
					{ name: 'B', participants: [] },
				],
			},
		],
		[
			'authenticationException',
			{ participant: [{ name: 'Ann', email: 'Ann <a@x.org>' }] },
			'authentication_exception',
			[{ name: 'Ann', email: 'a@x.org' }],
		],
		[
			'videoChannels',
			{
				channel: [
					{ id: 'C1', name: 'Talks' },
					{ id: 'C2', name: '' },
				],
			},
			'auto_add_recording_to_video_management',
			{ channels: [{ channel_id: 'C1', name: 'Talks' }, { channel_id: 'C2' }] },
		],
		[
			'whiteboards',
			[{ id: 'W1', permission: 'Viewer' }, { id: 'W2' }],
			'resources',
			[
				{ resource_type: 'whiteboard', resource_id: 'W1', permission_level: 'viewer' },
				{ resource_type: 'whiteboard', resource_id: 'W2', permission_level: 'editor' },
			],
		],
		['customKeys', [{ key: 'k', value: 5 }], 'custom_keys', [{ key: 'k', value: '5' }]],
		['contactName', '', 'contact_name', ''],
		['contactName', 'Ann', 'contact_name', 'Ann'],
		['contactEmail', ' ann@example.com ', 'contact_email', 'ann@example.com'],
		[
			'alternativeHosts',
			'a@x.org, b@x.org;c@x.org',
			'alternative_hosts',
			'a@x.org;b@x.org;c@x.org',
		],
		['alternativeHosts', ['a@x.org', 'id'], 'alternative_hosts', 'a@x.org;id'],
		['authenticationDomains', 'x.org; y.org', 'authentication_domains', 'x.org,y.org'],
		['globalDialInCountries', 'US, DE', 'global_dial_in_countries', ['US', 'DE']],
		[
			'meetingInvitees',
			'a@x.org\nb@x.org',
			'meeting_invitees',
			[{ email: 'a@x.org' }, { email: 'b@x.org' }],
		],
	])('maps %s %j to %s', (name, value, key, expected) => {
		expect(settings({ [name]: value })).toEqual({ [key]: expected });
	});

	// '' is a value: on Update it takes back what was set before.
	it.each([
		['contactEmail', 'contact_email', ''],
		['alternativeHosts', 'alternative_hosts', ''],
		['authenticationDomains', 'authentication_domains', ''],
		['meetingInvitees', 'meeting_invitees', []],
		['globalDialInCountries', 'global_dial_in_countries', []],
	])('can empty %s', (name, key, expected) => {
		expect(settings({ [name]: '' })).toEqual({ [key]: expected });
	});

	it.each([
		[{ contactEmail: 'ann' }, "'Registration Contact Email' isn't a valid email address: \"ann\""],
		[{ meetingInvitees: 'a@x.org, ben' }, "'Invitees' isn't a valid email address: \"ben\""],
		[{ jbhTime: 7 }, "'Join Before Host Time' must be one of Zoom's choices, but is \"7\""],
		[{ breakoutRooms: [{ name: '' }] }, "'Breakout Rooms' is required"],
		[
			{ breakoutRooms: [{ name: 'A', participants: 'ann' }] },
			"'Breakout Rooms' isn't a valid email address: \"ann\"",
		],
		[
			{ videoChannels: Array.from({ length: 6 }, (_, id) => ({ id })) },
			"'Video Management Channels' has 6 entries, but Zoom accepts at most 5",
		],
		[
			{ customKeys: [{ key: 'k'.repeat(65) }] },
			"'Custom Keys' is 65 characters long, but Zoom accepts at most 64",
		],
		[{ waitingRoom: 'maybe' }, '\'Waiting Room\' must be true or false, but is "maybe"'],
	])('refuses %j', (values, message) => {
		expect(thrownBy(() => settings(values)).message).toBe(message);
	});

	describe.each([meetingFields, webinarFields])('the groups of $kind.label', (of) => {
		const groupsOf = (isNew: boolean) => groupProperties(of.groups, isNew);

		it.each(groupsOf(false))('shows the fields of $displayName by their labels', ({ options }) => {
			const names = (options as INodeProperties[]).map(({ displayName }) => displayName);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		});

		it.each([true, false])('has each label and each name once, new: %p', (isNew) => {
			const all = groupsOf(isNew).flatMap(({ options }) => options as INodeProperties[]);
			for (const key of ['displayName', 'name'] as const) {
				const values = all.map((property) => property[key]);
				expect(values.filter((value, index) => values.indexOf(value) < index)).toEqual([]);
			}
		});
	});

	it('refuses what Zoom refuses only together', () => {
		const refusal = (body: IDataObject) => thrownBy(() => check?.(body, true)).message;
		const options = (waiting_room_options: IDataObject) => ({ settings: { waiting_room_options } });
		expect(refusal(options({ mode: 'custom' }))).toBe(
			"'Waiting Room Rule' Custom requires 'Who Goes to the Waiting Room'",
		);
		expect(refusal(options({ who_goes_to_waiting_room: 'everyone' }))).toBe(
			"'Who Goes to the Waiting Room' requires 'Waiting Room Rule' Custom",
		);
		const management = { auto_add_recording_to_video_management: { channels: [] } };
		expect(refusal({ settings: management })).toBe(
			"'Video Management Channels' requires 'Add to Video Management'",
		);
		const both = {
			allow_host_control_participant_mute_state: true,
			request_permission_to_unmute_participants: true,
		};
		expect(refusal({ settings: both })).toBe(
			'Only one way of unmuting participants can be turned on',
		);
	});

	it.each<IDataObject>([
		{},
		{ settings: { waiting_room: true } },
		{ settings: { waiting_room_options: { mode: 'follow_setting' } } },
		{ settings: { auto_add_recording_to_video_management: { enable: true, channels: [] } } },
		{
			settings: { waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'everyone' } },
		},
	])('has nothing against %j', (body) => {
		expect(() => check?.(body, true)).not.toThrow();
	});
});
