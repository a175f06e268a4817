import { matches, readFilters } from '../../../nodes/ZoomTrigger/filters';
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

	it('takes names that an expression gives', () => {
		expect(filters({ events: 'meeting.ended, meeting.started' }).events).toEqual([
			'meeting.ended',
			'meeting.started',
		]);
	});

	it.each([
		[{ events: [] }, 'No event is chosen'],
		[{ events: undefined }, 'No event is chosen'],
		[{ events: ['other'], otherEvents: null }, 'No event is chosen'],
		[{ events: ['other'] }, 'No event is chosen'],
		[{ events: ['other'], otherEvents: 'ended' }, '"ended" is no name of a Zoom event'],
		[{ events: ['other'], otherEvents: 'Meeting Ended' }, 'is no name of a Zoom event'],
		[{ events: ['other'], otherEvents: 'meeting.ended!' }, '"meeting.ended!" is no name'],
		[{ events: ['other'], otherEvents: '1meeting.ended' }, '"1meeting.ended" is no name'],
		[{ events: ['other'], otherEvents: 'meeting.' }, '"meeting." is no name'],
		[{ events: ['other'], otherEvents: 'meeting.ended, x' }, '"x" is no name'],
		[{ meetings: 'https://zoom.us/meeting/register/tJAkcu2oqDMvGd' }, 'registration link'],
		[{ meetings: 'my meeting' }, /./],
	])('refuses %p', (changes, message) => {
		expect(() => filters(changes)).toThrow(message);
	});
});

it('takes names of several parts, and those with numbers', () => {
	const otherEvents = 'phone.voicemail.received_2, user.tsp_updated';
	expect(filters({ events: ['other'], otherEvents }).events).toEqual([
		'phone.voicemail.received_2',
		'user.tsp_updated',
	]);
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

it.each(['true', 1, undefined, null])('takes %p for no wish for approved ones only', (value) => {
	expect(filters({ onlyApproved: value }).onlyApproved).toBe(false);
});

describe('matches', () => {
	it('asks for the name', () => {
		expect(matches(event({}), filters({}))).toBe(true);
		expect(matches(event({}), filters({ events: ['meeting.started'] }))).toBe(true);
		expect(matches(event({}), filters({ events: ['meeting.ended'] }))).toBe(false);
	});

	it.each([
		[{ id: 85746065432 }, true],
		[{ id: '85746065432' }, true],
		[{ meeting_id: 85746065432 }, true],
		[{ id: 1, uuid: 'u8Wx4Yf2Q3+abcdEFGHijk==' }, true],
		[{ meeting_uuid: 'u8Wx4Yf2Q3+abcdEFGHijk==' }, true],
		[{ id: 1 }, false],
		[{}, false],
	])('compares the meeting of %p', (object, expected) => {
		expect(matches(event(object), filters({ meetings: MEETINGS }))).toBe(expected);
	});

	it.each([
		[{ host_id: 'h' }, true],
		[{ meeting_host_id: 'h' }, true],
		[{ host_email: 'Ada@example.com' }, true],
		[{ meeting_host_email: 'ada@EXAMPLE.com' }, true],
		[{ host_id: 'H' }, false],
		[{}, false],
	])('compares the host of %p', (object, expected) => {
		expect(matches(event(object), filters({ hosts: 'h, ada@example.com' }))).toBe(expected);
	});

	it.each([
		['meeting.registration_created', 'approved', true],
		['meeting.registration_created', 'pending', false],
		['webinar.registration_created', 'pending', false],
		['meeting.registration_approved', undefined, true],
		['meeting.started', undefined, true],
	])('with only approved ones: %s, %s', (name, status, expected) => {
		const one = event({ registrant: { status } }, name);
		expect(matches(one, filters({ onlyApproved: true }))).toBe(expected);
		expect(matches(one, filters({}))).toBe(true);
	});
});
