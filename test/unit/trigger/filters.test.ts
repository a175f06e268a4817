import { match, readFilters } from '../../../nodes/ZoomTrigger/filters';
import { thrownBy } from '../support/thrown';

const NOTHING = { otherEvents: '', meetings: '', hosts: '', onlyApproved: false };
const filters = (changes: object) => readFilters({ events: ['*'], ...NOTHING, ...changes });
const MEETINGS = '857 4606 5432, u8Wx4Yf2Q3+abcdEFGHijk==';
const event = (object: object, name = 'meeting.started') => ({
	event: name,
	payload: { object: { ...object } },
});

describe('readFilters', () => {
	it('reads lists as people type them', () => {
		expect(
			readFilters({
				events: ['meeting.ended', 'other'],
				otherEvents: ' meeting.sharing_started,\nuser.tsp_updated ; ',
				meetings: '857 4606 5432, https://zoom.us/j/93398114182?pwd=x',
				hosts: 'Ada@Example.com, 30R7kT7bTIKSNUFEuH_Qlg',
				onlyApproved: true,
			}),
		).toEqual({
			events: ['meeting.ended', 'meeting.sharing_started', 'user.tsp_updated'],
			meetings: ['85746065432', '93398114182'],
			hosts: ['ada@example.com', '30R7kT7bTIKSNUFEuH_Qlg'],
			onlyApproved: true,
		});
	});

	it('takes meetings and webinars, whichever a link is of', () => {
		const { meetings } = filters({
			meetings:
				'https://us02web.zoom.us/w/85746065490?tk=x, https://zoom.us/webinar/85746065491; https://zoom.us/meeting/85746065432\nWebinar ID: 857 4606 5493',
		});
		expect(meetings).toEqual(['85746065490', '85746065491', '85746065432', '85746065493']);
		const started = event({ id: '85746065491', host_id: 'h' }, 'webinar.started');
		expect(match(started, filters({ meetings: 'https://zoom.us/webinar/85746065491' }))).toEqual({
			starts: true,
		});
		expect(match(started, filters({ meetings: '85746065432' }))).toEqual({ starts: false });
		const registered = event(
			{ id: 85746065491, registrant: { status: 'pending', join_url: '' } },
			'webinar.registration_created',
		);
		const wanted = { meetings: '857 4606 5491', onlyApproved: true };
		expect(match(registered, filters(wanted))).toEqual({ starts: false });
		expect(match(registered, filters({ ...wanted, onlyApproved: false }))).toEqual({
			starts: true,
		});
	});

	it('takes names that an expression gives', () => {
		expect(filters({ events: 'meeting.ended, meeting.started' }).events).toEqual([
			'meeting.ended',
			'meeting.started',
		]);
	});

	it('takes lists and numbers that expressions give', () => {
		expect(filters({ meetings: [85746065432, '933 9811 4182'], hosts: ['h', 'A@b.co'] })).toEqual({
			events: ['*'],
			meetings: ['85746065432', '93398114182'],
			hosts: ['h', 'a@b.co'],
			onlyApproved: false,
		});
	});

	it('takes null for a filter that is not set', () => {
		expect(filters({ meetings: null, hosts: undefined, onlyApproved: null })).toEqual({
			events: ['*'],
			meetings: [],
			hosts: [],
			onlyApproved: false,
		});
	});

	it.each([
		[true, true],
		['true', true],
		[' TRUE ', true],
		[false, false],
		['false', false],
		[undefined, false],
	])('reads %p under Only Approved Registrations as %p', (value, expected) => {
		expect(filters({ onlyApproved: value }).onlyApproved).toBe(expected);
	});

	it.each([
		[{ events: [] }, "'Trigger On' is required"],
		[{ events: undefined }, "'Trigger On' is required"],
		[{ events: ['other'], otherEvents: null }, "'Trigger On' is required"],
		[{ events: ['other'] }, "'Trigger On' is required"],
		[{ events: ['other'], otherEvents: 'ended' }, '"ended" isn\'t the name of a Zoom event'],
		[{ events: ['other'], otherEvents: 'Meeting Ended' }, "isn't the name of a Zoom event"],
		[{ events: ['other'], otherEvents: 'meeting.ended!' }, '"meeting.ended!" isn\'t the name'],
		[{ events: ['other'], otherEvents: '1meeting.ended' }, '"1meeting.ended" isn\'t the name'],
		[{ events: ['other'], otherEvents: 'meeting.' }, '"meeting." isn\'t the name'],
		[{ events: ['other'], otherEvents: 'meeting.ended, x' }, '"x" isn\'t the name'],
		[{ events: ['other'], otherEvents: '_deauthorized' }, '"_deauthorized" isn\'t the name'],
		[
			{ events: ['other'], otherEvents: 'app__deauthorized' },
			'"app__deauthorized" isn\'t the name',
		],
		[{ events: { a: 1 } }, "'Trigger On' must be text or a number"],
		[
			{ events: ['other'], otherEvents: { toString: 1 } },
			"'Other Event Names' must be text or a number",
		],
		[{ meetings: { toString: 1 } }, "'Meetings and Webinars' must be text or a number"],
		[{ hosts: [{ id: 'h' }] }, "'Hosts' must be text or a number"],
		[{ onlyApproved: 'perhaps' }, "'Only Approved Registrations' must be true or false"],
		[{ onlyApproved: 2 }, "'Only Approved Registrations' must be true or false"],
		[{ meetings: 'https://zoom.us/meeting/register/tJAkcu2oqDMvGd' }, 'registration link'],
		[{ meetings: 'https://zoom.us/webinar/register/WN_3Z4_z1OHR' }, 'registration link'],
		[{ meetings: 'my meeting' }, /./],
	])('refuses %p', (changes, message) => {
		expect(() => filters(changes)).toThrow(message);
	});
});

it('takes names of several parts, those with numbers, and those without a dot', () => {
	const names = ['phone.voicemail.received_2', 'user.tsp_updated', 'app_deauthorized'];
	const otherEvents = [...names, 'interactive_message_actions'];
	expect(filters({ events: ['other'], otherEvents: otherEvents.join() }).events).toEqual(
		otherEvents,
	);
});

it('tells how to give what it refuses', () => {
	const described = (changes: object) => thrownBy(() => filters(changes)).description;
	expect(described({ events: ['other'], otherEvents: 'x' })).toContain('meeting.sharing_started');
	expect(described({ events: [] })).toContain('Choose');
	const link = 'https://zoom.us/meeting/register/tJAkcu2oqDMvGd';
	expect(described({ meetings: link })).toContain('join link');
});

it('leaves names aside that were typed before the choice was taken back', () => {
	const otherEvents = 'no name at all!';
	expect(filters({ events: ['meeting.ended'], otherEvents }).events).toEqual(['meeting.ended']);
});

describe('match', () => {
	const starts = (one: Parameters<typeof match>[0], changes: object) =>
		match(one, filters(changes));
	const YES = { starts: true };
	const NO = { starts: false };

	it('asks for the name', () => {
		expect(starts(event({}), {})).toEqual(YES);
		expect(starts(event({}), { events: ['meeting.started'] })).toEqual(YES);
		expect(starts(event({}), { events: ['meeting.ended'] })).toEqual(NO);
	});

	it('does not ask more of an event that nobody chose', () => {
		expect(starts(event({}), { events: ['meeting.ended'], hosts: 'h' })).toEqual(NO);
	});

	it.each([
		[{ id: 85746065432 }, YES],
		[{ id: '85746065432' }, YES],
		[{ meeting_id: 85746065432 }, YES],
		[{ id: 1, uuid: 'u8Wx4Yf2Q3+abcdEFGHijk==' }, YES],
		[{ meeting_uuid: 'u8Wx4Yf2Q3+abcdEFGHijk==' }, YES],
		[{ id: 1, uuid: 'u' }, NO],
		// The other name of the filter may be meant.
		[{ id: 1 }, { starts: false, unclear: 'Meetings and Webinars' }],
		[{ uuid: 'u' }, { starts: false, unclear: 'Meetings and Webinars' }],
		[
			{ id: '', uuid: null },
			{ starts: false, unclear: 'Meetings and Webinars' },
		],
		[{ id: { toString: 1 } }, { starts: false, unclear: 'Meetings and Webinars' }],
	])('compares the meeting of %p', (object, expected) => {
		expect(starts(event(object), { meetings: MEETINGS })).toEqual(expected);
	});

	it.each(['4444AAAiAAAAAiAiAiiAii==', '93398114182iAiAiiAii12=='])(
		'compares a UUID that has digits at its ends: %s',
		(uuid) => {
			expect(starts(event({ id: 1, uuid }), { meetings: uuid })).toEqual(YES);
			expect(starts(event({ id: 1, uuid: 'u' }), { meetings: uuid })).toEqual(NO);
		},
	);

	it.each([
		[{ host_id: 'h' }, YES],
		[{ meeting_host_id: 'h' }, YES],
		[{ host_email: 'Ada@example.com' }, YES],
		[{ meeting_host_email: 'ada@EXAMPLE.com' }, YES],
		[{ host_id: 'H', host_email: 'bob@example.com' }, NO],
		[{ host_id: 'H' }, { starts: false, unclear: 'Hosts' }],
		[{ host_email: 'bob@example.com' }, { starts: false, unclear: 'Hosts' }],
		[{}, { starts: false, unclear: 'Hosts' }],
	])('compares the host of %p', (object, expected) => {
		expect(starts(event(object), { hosts: 'h, ada@example.com' })).toEqual(expected);
	});

	it('finds the host of an update in what the meeting was before', () => {
		const update = (host: string) => ({
			event: 'meeting.updated',
			payload: { operator_id: 'h', object: { id: 1 }, old_object: { id: 1, host_id: host } },
		});
		expect(starts(update('h'), { hosts: 'h' })).toEqual(YES);
		expect(starts(update('g'), { hosts: 'h' })).toEqual(NO);
	});

	it('does not take whoever changed a meeting for its host', () => {
		const payload = { operator: 'h@example.com', operator_id: 'h', object: { id: 1 } };
		const unclear = { starts: false, unclear: 'Hosts' };
		expect(starts({ event: 'meeting.updated', payload }, { hosts: 'h' })).toEqual(unclear);
		expect(starts({ event: 'meeting.updated', payload }, { hosts: 'h@example.com' })).toEqual(
			unclear,
		);
	});

	it.each([
		[{ meetings: '84712639219' }, YES],
		[{ meetings: 'gsqg0HKxTQ2TxSVAxE9+0w==' }, YES],
		[{ meetings: '85746065432' }, NO],
		[{ hosts: 'op' }, YES],
		[{ hosts: 'Op@example.com' }, YES],
		[{ hosts: 'other' }, NO],
	])('reads a payload without an object: %p', (changes, expected) => {
		const payload = {
			meeting_id: '84712639219',
			meeting_uuid: 'gsqg0HKxTQ2TxSVAxE9+0w==',
			operator: 'op@example.com',
			operator_id: 'op',
		};
		expect(starts({ event: 'meeting.rtms_started', payload }, changes)).toEqual(expected);
	});

	it('names no filter where another one has already decided', () => {
		expect(starts(event({ id: 1 }), { hosts: 'h', meetings: '85746065432' })).toEqual(NO);
	});

	it.each([
		['meeting.registration_created', { status: 'approved' }, YES],
		['meeting.registration_created', { status: 'pending' }, NO],
		['webinar.registration_created', { status: 'pending', join_url: 'https://zoom.us/w/1' }, NO],
		['meeting.registration_created', { join_url: 'https://zoom.us/w/1' }, YES],
		[
			'meeting.registration_created',
			{ status: null },
			{ starts: false, unclear: 'Only Approved Registrations' },
		],
		['meeting.registration_approved', {}, YES],
		['meeting.started', {}, YES],
	])('with only approved ones: %s, %p', (name, registrant, expected) => {
		const one = event({ registrant }, name);
		expect(starts(one, { onlyApproved: true })).toEqual(expected);
		expect(starts(one, {})).toEqual(YES);
	});
});
