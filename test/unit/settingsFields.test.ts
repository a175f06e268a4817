import type { INodeProperties } from 'n8n-workflow';
import { settingsFields } from '../../nodes/Zoom/actions/meeting/settingsFields';
import { groupProperties } from '../../nodes/Zoom/actions/event/eventFields';
import { meetingFields } from '../../nodes/Zoom/actions/meeting/meetingFields';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const settings = (values: Record<string, unknown>) =>
	toBody(settingsFields, values as Record<string, string>).settings;

const switches = settingsFields
	.map(({ property }) => property)
	.filter(({ type }) => type === 'boolean')
	.map(({ name }) => name);
/** Zoom's name for a setting; that it has one of this name, the contract tests prove. */
const zoomName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('settingsFields', () => {
	it.each(switches)('switches %s on and off', (name) => {
		expect(settings({ [name]: true })).toEqual({ [zoomName(name)]: true });
		expect(settings({ [name]: false })).toEqual({ [zoomName(name)]: false });
	});

	it.each([
		['audio', 'Third Party', 'audio', 'thirdParty'],
		['audio', 'both', 'audio', 'both'],
		['audio', 'telephony', 'audio', 'telephony'],
		['audio', 'voip', 'audio', 'voip'],
		['autoRecording', 'Disabled', 'auto_recording', 'none'],
		['autoRecording', 'cloud', 'auto_recording', 'cloud'],
		['autoRecording', 'local', 'auto_recording', 'local'],
		['encryptionType', 'e2ee', 'encryption_type', 'e2ee'],
		['encryptionType', 'Enhanced', 'encryption_type', 'enhanced_encryption'],
		['jbhTime', 0, 'jbh_time', 0],
		['jbhTime', '15', 'jbh_time', 15],
		['jbhTime', 10, 'jbh_time', 10],
		['jbhTime', '5 minutes before', 'jbh_time', 5],
		['registrationType', 1, 'registration_type', 1],
		['registrationType', '2', 'registration_type', 2],
		['registrationType', 3, 'registration_type', 3],
		['authenticationOption', 'signIn_abc', 'authentication_option', 'signIn_abc'],
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
		[{ contactEmail: 'ann' }, "'Contact Email' isn't a valid email address: \"ann\""],
		[
			{ meetingInvitees: 'a@x.org, ben' },
			"'Meeting Invitees' isn't a valid email address: \"ben\"",
		],
		[{ jbhTime: 7 }, "'Join Before Host Time' must be one of Zoom's choices, but is \"7\""],
		[{ waitingRoom: 'maybe' }, '\'Waiting Room\' must be true or false, but is "maybe"'],
	])('refuses %j', (values, message) => {
		expect(thrownBy(() => settings(values)).message).toBe(message);
	});

	it('shows the fields in the order of their names, each once', () => {
		const [group] = groupProperties(meetingFields.groups, true);
		const names = (group?.options as INodeProperties[]).map(({ displayName }) => displayName);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		expect(new Set(names).size).toBe(names.length);
	});
});
