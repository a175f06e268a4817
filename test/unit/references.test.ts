import { MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import { parseEvent } from '../../nodes/Zoom/mapping/references';
import { thrownBy } from './support/thrown';

describe('parseEvent', () => {
	it.each([
		['85746065432', '85746065432'],
		[85746065432, '85746065432'],
		['857 4606 5432', '85746065432'],
		['857-4606-5432', '85746065432'],
		[' 857\u00a04606 5432\n', '85746065432'],
		['123456789', '123456789'],
		['https://zoom.us/j/85746065432', '85746065432'],
		['https://us02web.zoom.us/j/85746065432?pwd=abc.1#success', '85746065432'],
		['HTTPS://zoom.us/j/85746065432/', '85746065432'],
		['http://zoom.us/j/85746065432', '85746065432'],
		['https://zoom.us/s/85746065432?zak=x', '85746065432'],
		['https://zoom.us/w/85746065432?tk=x', '85746065432'],
		['https://zoom.us/wc/85746065432/join', '85746065432'],
		['https://zoom.us/wc/join/85746065432', '85746065432'],
		['https://zoom.us/start/85746065432', '85746065432'],
		['https://zoom.us/meeting/85746065432', '85746065432'],
		['https://zoom.us/meeting/85746065432/edit', '85746065432'],
		['https://zoom.us/my/meeting/85746065432', '85746065432'],
		['https://zoom.us/meeting/register/85746065432', '85746065432'],
		['https://vanity.zoom.us/j/123456789', '123456789'],
		['4444AAAiAAAAAiAiAiiAii==', '4444AAAiAAAAAiAiAiiAii=='],
		['/ajXp112QmuoKj4854875==', '/ajXp112QmuoKj4854875=='],
		['aDYlohsHRtCd4ii1uC2+hA==', 'aDYlohsHRtCd4ii1uC2+hA=='],
		[' aDYlohsHRtCd4ii1uC2+hA== ', 'aDYlohsHRtCd4ii1uC2+hA=='],
		['aaaaaaaaaaaaaaaaaaaaaaaa=', 'aaaaaaaaaaaaaaaaaaaaaaaa='],
		// As people and programs pass them on.
		['85746065432.0', '85746065432'],
		['857.4606.5432', '85746065432'],
		['857\u20114606\u20135432', '85746065432'],
		['\u200b857 4606\u00a05432\ufeff', '85746065432'],
		[['85746065432'], '85746065432'],
		['zoom.us/j/85746065432', '85746065432'],
		['us02web.zoom.us/j/85746065432?pwd=x', '85746065432'],
		['zoommtg://zoom.us/join?action=join&confno=85746065432&pwd=x', '85746065432'],
		['<a href="https://zoom.us/j/85746065432">https://zoom.us/j/85746065432</a>', '85746065432'],
		['Join us: https://zoom.us/j/85746065432.', '85746065432'],
		['https://www.google.com/url?q=https://zoom.us/j/85746065432%3Fpwd%3Dx&sa=D', '85746065432'],
		[
			'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F85746065432%3Fpwd%3Dx&data=05',
			'85746065432',
		],
		['Meeting ID: 857 4606 5432\nPasscode: 123456', '85746065432'],
		['Meeting ID: 857 4606 5432 Passcode: 123456', '85746065432'],
		['ID de réunion : 857 4606 5432', '85746065432'],
		['ミーティング ID: 857 4606 5432', '85746065432'],
		[
			[
				'Ann is inviting you to a scheduled Zoom meeting.',
				'Join Zoom Meeting',
				'https://us02web.zoom.us/j/85746065432?pwd=abc.1',
				'Meeting ID: 857 4606 5432',
				'One tap mobile +13017158592,,85746065432#,,,,*123456# US',
				'Find your local number: https://us02web.zoom.us/u/kdf4YzBW',
			].join('\r\n'),
			'85746065432',
		],
		['%2FajXp112QmuoKj4854875%3D%3D', '/ajXp112QmuoKj4854875=='],
	])('reads %p as the ID %p', (value, id) => {
		expect(parseEvent(value, MEETING)).toEqual({ type: 'id', id });
	});

	it.each([
		'https://us06web.zoom.us/meeting/register/tZ0lc-2vqjwsE9_x.y~Kc',
		'https://us06web.zoom.us/meeting/register/tZ0lc-2vqjwsE9_x.y~Kc/',
		'https://us06web.zoom.us/meeting/register/tZ0lc-2vqjwsE9_x.y~Kc?a=b#/registration',
	])('reads the code of %p', (value) => {
		expect(parseEvent(value, MEETING)).toEqual({
			type: 'registrationLink',
			code: 'tZ0lc-2vqjwsE9_x.y~Kc',
		});
	});

	it.each(['', ' ', null, undefined])('refuses %p as empty', (value) => {
		expect(thrownBy(() => parseEvent(value, MEETING))).toEqual({
			message: "'Meeting' is required",
			description: 'Choose a meeting from the list, or enter its ID or link.',
		});
	});

	it.each([
		'12345678',
		'123456789012',
		'857a46065432',
		'x85746065432',
		'85746065432x',
		'../users/me',
		'..',
		'85746065432/../..',
		'ftp://zoom.us/j/85746065432',
		'xhttps://zoom.us/j/85746065432',
		'https://',
		'https://zoom.us/',
		'https://zoom.us/j/12345678',
		'https://zoom.us/j/123456789012',
		'https://zoom.us/x/j/85746065432',
		'https://zoom.us/j/85746065432x',
		'https://zoom.us/meeting/register/',
		'https://zoom.us/meeting/register/a/b',
		'https://zoom.us/x/meeting/register/abc',
		'https://zoom.us/?next=/j/85746065432',
		'aaaaaaaaaaaaaaaaaaa==',
		'aaaaaaaaaaaaaaaaaaaaaaaaa==',
		'aaaaaaaaaaaaaaaaaaaaaa===',
		'aaaaaaaaaaaaaaaaaaaaaa',
		'-aaaaaaaaaaaaaaaaaaaaa==',
		'aaaaaaaaaaaaaaaaaaaaaa==x',
		'1.5',
		true,
	])('refuses %p', (value) => {
		expect(thrownBy(() => parseEvent(value, MEETING))).toEqual({
			message: `'Meeting' isn't a meeting ID or link: "${value}"`,
			description:
				'A meeting ID has 9 to 11 digits, such as 857 4606 5432. Links look like https://zoom.us/j/85746065432.',
		});
	});

	it.each([
		'https://gatech.zoom.us/webinar/register/7917465553949/WN_3Z4_z1OHR_2NexLYdccNvA',
		'https://zoom.us/webinar/register/WN_abc',
		'https://zoom.us/webinar/85746065432',
		'Register: zoom.us/webinar/register/WN_abc',
		'https://zoom.us/webinar/register/WN_',
		'https://zoom.us/webinar/list',
		'Webinar ID: 857 4606 5432',
		'Webinar-ID: 857 4606 5432',
		// The join link alone would not tell the kind.
		'Please join https://us02web.zoom.us/j/85746065432?pwd=a.1\nWebinar ID: 857 4606 5432',
	])('says that %p is about a webinar', (value) => {
		const { message, description } = thrownBy(() => parseEvent(value, MEETING));
		expect(message).toMatch(/^'Meeting' is the ID or link of a webinar: "/);
		expect(description).toBe(
			"This resource works with meetings only. Set 'Resource' to Webinar or Webinar Registrant.",
		);
	});

	it.each([
		['https://zoom.us/webinar/85746065432', '85746065432'],
		['https://zoom.us/webinar/85746065432/edit', '85746065432'],
		['https://us02web.zoom.us/w/85746065432?tk=abc', '85746065432'],
		['https://us02web.zoom.us/j/85746065432', '85746065432'],
		['https://zoom.us/webinar/register/85746065432', '85746065432'],
		['Webinar ID: 857 4606 5432', '85746065432'],
		['ID de webinar: 857 4606 5432', '85746065432'],
		['Webinar ID: 857 4606 5432, Meeting ID: 933 9811 4182', '85746065432'],
		['857-4606-5432', '85746065432'],
	])('reads %p as the ID of the webinar %p', (value, id) => {
		expect(parseEvent(value, WEBINAR)).toEqual({ type: 'id', id });
	});

	it.each([
		['https://zoom.us/webinar/register/WN_3Z4_z1OHR_2NexLYdccNvA', 'WN_3Z4_z1OHR_2NexLYdccNvA'],
		[
			'https://gatech.zoom.us/webinar/register/7917465553949/WN_3Z4_z1OHR_2NexLYdccNvA',
			'WN_3Z4_z1OHR_2NexLYdccNvA',
		],
		['Register: zoom.us/webinar/register/WN_abc#/registration', 'WN_abc'],
	])('reads the code of the registration link %p of a webinar', (value, code) => {
		expect(parseEvent(value, WEBINAR)).toEqual({ type: 'registrationLink', code });
	});

	it.each([
		'https://us06web.zoom.us/meeting/register/tZ0lc-2vqjwsE9_x.y~Kc',
		'https://zoom.us/meeting/85746065432',
		'https://zoom.us/my/meeting/85746065432',
		'Join https://us02web.zoom.us/j/85746065432\nMeeting ID: 857 4606 5432',
	])('says that %p is about a meeting', (value) => {
		const { message, description } = thrownBy(() => parseEvent(value, WEBINAR));
		expect(message).toMatch(/^'Webinar' is the ID or link of a meeting: "/);
		expect(description).toBe(
			"This resource works with webinars only. Set 'Resource' to Meeting or Meeting Registrant.",
		);
	});

	it('says what a link of a webinar looks like', () => {
		expect(thrownBy(() => parseEvent('x', WEBINAR))).toEqual({
			message: "'Webinar' isn't a webinar ID or link: \"x\"",
			description:
				'A webinar ID has 9 to 11 digits, such as 857 4606 5432. Links look like https://zoom.us/w/85746065432.',
		});
	});

	it('says that a personal link holds no ID', () => {
		expect(thrownBy(() => parseEvent('https://zoom.us/my/annas.room', MEETING))).toEqual({
			message:
				"'Meeting' is a personal link, which doesn't contain an ID: \"https://zoom.us/my/annas.room\"",
			description: 'Choose the meeting from the list, or enter its ID.',
		});
	});

	it.each([
		'zoom.us/j/85746065432 or zoom.us/j/85746065433',
		'Meeting ID: 857 4606 5432, meeting ID: 857 4606 5433',
	])('takes none of several meetings: %p', (value) => {
		expect(thrownBy(() => parseEvent(value, MEETING))).toEqual({
			message: `'Meeting' names more than one meeting: "${value}"`,
			description: 'Enter a single ID or link.',
		});
	});

	it.each([
		'123456789.5',
		'8.57E10',
		'857.46065432.1',
		'Call +49 69 7104 9922 at 10',
		'ID: 1234567890123',
		'https://notzoom.us/x/85746065432 in zoom.us.example.com/j/85746065432',
	])('finds no meeting in %p', (value) => {
		expect(thrownBy(() => parseEvent(value, MEETING)).message).toMatch(
			/^'Meeting' isn't a meeting ID or link: "/,
		);
	});

	it('refuses a broken text and a very long one in words', () => {
		expect(thrownBy(() => parseEvent('857\ud800', MEETING)).message).toMatch(
			/^'Meeting' contains a/,
		);
		const long = `zoom.us/j/85746065432 ${'x'.repeat(20_000)}`;
		expect(thrownBy(() => parseEvent(long, MEETING)).message).toMatch(
			/^'Meeting' isn't a meeting ID or link: "zoom.us/,
		);
	});

	it('refuses an object', () => {
		expect(thrownBy(() => parseEvent({}, MEETING)).message).toBe(
			"'Meeting' must be text or a number",
		);
	});
});

it.each(['-857460654', '- 857 4606 5432'])("%s isn't a meeting", (value) => {
	expect(() => parseEvent(value, MEETING)).toThrow("'Meeting' isn't a meeting ID or link");
});
