// Zoom's own SDK, used as its README shows. Its sign-in names zoom.us: redirect.cjs goes before it.
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';
import { run, task } from './shared.mjs';

const quiet = {
	debug() {},
	info() {},
	warn() {},
	error() {},
	setLevel() {},
	getLevel: () => 'error',
	setName() {},
};
const { endpoints } = new MeetingsS2SAuthClient({
	clientId: task.clientId,
	clientSecret: task.clientSecret,
	accountId: task.accountId,
	disableReceiver: true,
	logger: quiet,
});
const path = { meetingId: task.meetingId };

await run({
	add: (email) =>
		endpoints.meetings.addMeetingRegistrant({ path, body: { email, first_name: 'Ada' } }),
	page: async (token) => {
		const query = { page_size: 300, next_page_token: token };
		return (await endpoints.meetings.listMeetingRegistrants({ path, query })).data;
	},
	create: (topic) =>
		endpoints.meetings.createMeeting({ path: { userId: 'me' }, body: { topic, type: 2 } }),
});
