import { SEED } from '../../../sandbox';
import { errorOf, useSandbox } from './client';

const { sandbox, call } = useSandbox();

it('has the topic, the time on the wall clock of the meeting, and the link', async () => {
	const { id, join_url: link } = sandbox().addMeeting({
		id: '85746065999',
		topic: 'Summer party',
		start_time: '2031-07-01T14:05:00Z',
		timezone: 'Europe/Berlin',
		password: 'abc123',
	});
	const { status, body } = await call('GET', `/meetings/${id}/invitation`);
	expect(status).toBe(200);
	expect(String(body.invitation).split('\r\n')).toEqual([
		'Harriet Host is inviting you to a scheduled Zoom meeting.',
		'',
		'Topic: Summer party',
		'Time: Jul 1, 2031 04:05 PM Amsterdam, Berlin, Rome, Stockholm, Vienna',
		'',
		'Join Zoom Meeting',
		link,
		'',
		'Meeting ID: 857 4606 5999',
		'Passcode: abc123',
		'',
	]);
	expect(body.sip_links).toEqual(['85746065999@zoomcrc.com']);
});

it.each([
	['Europe/London', 'London'],
	['America/New_York', 'Eastern Time (US and Canada)'],
	['America/Sao_Paulo', 'Sao Paulo'],
	['UTC', 'Universal Time UTC'],
])('names the zone %s as %s', async (timezone, name) => {
	const { id } = sandbox().addMeeting({ timezone });
	const { body } = await call('GET', `/meetings/${id}/invitation`);
	expect(body.invitation).toMatch(new RegExp(`Time: .+ [AP]M ${name.replace(/[()]/g, '.')}\r\n`));
});

it('has no time where the meeting has none', async () => {
	const { id } = sandbox().addMeeting({ type: 3 });
	const { body } = await call('GET', `/meetings/${id}/invitation`);
	expect(body.invitation).not.toContain('Time:');
	expect(body.invitation).toContain('Topic: Zoom Meeting');
});

it('is there without registration, and not for other meetings', async () => {
	const { status } = await call('GET', `/meetings/${SEED.registrationOff}/invitation`);
	expect(status).toBe(200);
	const reply = await call('GET', '/meetings/99999999999/invitation');
	expect(errorOf(reply)).toMatchObject({ status: 404, code: 3001 });
});
