import { simplifyEvent } from '../../nodes/Zoom/actions/event/simplify';

const MEETING = {
	uuid: 'u==',
	id: 1,
	host_id: 'h',
	host_email: 'host@example.com',
	topic: 'T',
	type: 8,
	status: 'waiting',
	start_time: '2027-03-05T10:00:00Z',
	duration: 60,
	timezone: 'UTC',
	join_url: 'https://zoom.us/j/1',
	start_url: 'https://zoom.us/s/1?zak=secret',
	registration_url: 'https://zoom.us/meeting/register/x',
	password: 'secret',
	occurrences: [{ occurrence_id: '1' }],
	settings: { approval_type: 0, waiting_room: true },
};

describe('simplifyEvent', () => {
	it('keeps what is used most, without what signs in as the host', () => {
		expect(simplifyEvent(MEETING)).toEqual({
			id: 1,
			uuid: 'u==',
			topic: 'T',
			type: 8,
			status: 'waiting',
			start_time: '2027-03-05T10:00:00Z',
			duration: 60,
			timezone: 'UTC',
			host_email: 'host@example.com',
			join_url: 'https://zoom.us/j/1',
			registration_url: 'https://zoom.us/meeting/register/x',
			occurrences: [{ occurrence_id: '1' }],
			approval_type: 0,
		});
		expect(JSON.stringify(simplifyEvent(MEETING))).not.toContain('secret');
	});

	it('adds nothing that is not there', () => {
		expect(simplifyEvent({ id: 1 })).toEqual({ id: 1 });
		expect(simplifyEvent({ id: 1, settings: {} })).toEqual({ id: 1 });
	});
});
