import { keysOf } from '../../../nodes/ZoomTrigger/identity';

const contentOf = (event: object) =>
	keysOf({ event: 'a', payload: {}, ...event }, undefined).join(' ');

describe('the key by the request', () => {
	const event = { event: 'a', payload: {} };
	const ID = '6009d653_d487_445d_8406_42b654974899';

	it('is the same for all tries of a delivery, and beside the one by content', () => {
		const [content, request] = keysOf(event, ID);
		expect(keysOf({ event: 'b', payload: { x: 1 } }, ID)[1]).toBe(request);
		expect(keysOf(event, 'other')).toEqual([content, expect.not.stringMatching(String(request))]);
		expect(content).not.toBe(request);
	});

	it.each([undefined, '', null, 7, ['x']])('is not there for %p', (id) => {
		expect(keysOf(event, id)).toEqual([contentOf(event)]);
	});

	it('is short: the keys of 1,000 events lie in the static data', () => {
		for (const key of keysOf(event, ID)) expect(key).toMatch(/^[\w-]{10}$/);
	});
});

describe('the key by all of the content', () => {
	it('is the same whatever the order of the keys, and for new tokens and links of files', () => {
		const files = (link: string) => [{ download_url: link, file_type: 'MP4' }];
		const one = { event_ts: 1, payload: { x: 1, y: [{ p: 1, q: null }], files: files('1') } };
		const other = { payload: { files: files('2'), y: [{ q: null, p: 1 }], x: 1 }, event_ts: 1 };
		expect(contentOf({ ...other, download_token: 't' })).toBe(contentOf(one));
	});

	it.each([
		[{ payload: { x: '1' } }, { payload: { x: 1 } }],
		[{ payload: { x: [1, 2] } }, { payload: { x: [2, 1] } }],
		[{ payload: { x: 'y' } }, { payload: { y: 'x' } }],
		[{ payload: { x: {} } }, { payload: { x: { y: 1 } } }],
		[{ payload: { x: null } }, { payload: { x: {} } }],
		[{ event_ts: 1 }, { event_ts: 2 }],
		[{ event: 'a' }, { event: 'b' }],
	])('tells %p from %p', (one, other) => {
		expect(contentOf(one)).not.toBe(contentOf(other));
	});
});

/** A delivery of each kind that has fields of its own, and what makes it another event. */
const KINDS: Array<[events: string, event: object, changes: object[]]> = [
	[
		'meeting.created, webinar.created',
		{ event_ts: 1, payload: { operator_id: 'o', object: { id: 1, uuid: 'u' } } },
		[{ event_ts: 2 }, { operator_id: 'p' }, { id: 2 }, { uuid: 'v' }],
	],
	[
		'meeting.deleted, webinar.deleted',
		{ event_ts: 1, payload: { operator_id: 'o', object: { id: 1, uuid: 'u' } } },
		[{ event_ts: 2 }, { operator_id: 'p' }, { id: 2 }, { uuid: 'v' }, { occurrences: [{ a: 1 }] }],
	],
	[
		'meeting.updated, webinar.updated',
		{ event_ts: 1, payload: { time_stamp: 1, object: { id: 1 } } },
		[{ event_ts: 2 }, { time_stamp: 2 }, { id: 2 }],
	],
	[
		'meeting.started, webinar.started',
		{ event_ts: 1, payload: { object: { uuid: 'u', start_time: 's' } } },
		[{ event_ts: 2 }, { uuid: 'v' }, { start_time: 't' }],
	],
	[
		'meeting.ended, webinar.ended',
		{ event_ts: 1, payload: { object: { uuid: 'u', end_time: 's' } } },
		[{ event_ts: 2 }, { uuid: 'v' }, { end_time: 't' }],
	],
	[
		'meeting.participant_joined, webinar.participant_joined',
		{ payload: { object: { uuid: 'u', participant: { participant_uuid: 'p', join_time: 'j' } } } },
		[
			{ uuid: 'v' },
			{ participant: { participant_uuid: 'q', join_time: 'j' } },
			{ participant: { participant_uuid: 'p', join_time: 'k' } },
			{ participant: { participant_uuid: '', user_id: 'q', join_time: 'j' } },
		],
	],
	[
		'meeting.participant_left, webinar.participant_left',
		{ payload: { object: { uuid: 'u', participant: { user_id: '1', leave_time: 'l' } } } },
		[
			{ uuid: 'v' },
			{ participant: { user_id: '2', leave_time: 'l' } },
			{ participant: { user_id: '1', leave_time: 'm' } },
		],
	],
	[
		'meeting.registration_created, webinar.registration_denied, recording.registration_approved',
		{ event_ts: 1, payload: { object: { id: 1, registrant: { id: 'r' } } } },
		[
			{ event_ts: 2 },
			{ id: 2 },
			{ registrant: { id: 's' } },
			{ occurrences: [{ occurrence_id: '1' }] },
		],
	],
	[
		'meeting.summary_completed',
		{ payload: { object: { meeting_uuid: 'u', summary_last_modified_time: 's' } } },
		[{ meeting_uuid: 'v' }, { summary_last_modified_time: 't' }],
	],
	[
		'recording.started, recording.stopped',
		{ payload: { object: { uuid: 'u', recording_file: { recording_start: 's' } } } },
		[
			{ uuid: 'v' },
			{ recording_file: { recording_start: 't' } },
			{ recording_file: { recording_start: 's', recording_end: 'e' } },
		],
	],
	[
		'recording.completed, recording.transcript_completed',
		{ payload: { object: { uuid: 'u', recording_files: [{ id: '1' }, { id: '2' }] } } },
		[
			{ uuid: 'v' },
			{ recording_files: [{ id: '1' }] },
			{ recording_files: [{ id: '1' }, { id: '3' }] },
			{ recording_files: [{ id: '1' }, { file_type: 'TIMELINE' }] },
			{ recording_files: [{ id: '1' }, { id: '2' }, { file_type: 'TIMELINE' }] },
			{ participant_audio_files: [{ id: '3' }] },
		],
	],
];

interface Event {
	event_ts?: number;
	payload: { object: object; [key: string]: unknown };
}

/** The event with another value: of its own, of its payload or of its object. */
function changed({ payload, ...event }: Event, change: object) {
	const inPart = (part: object) => Object.keys(change).some((key) => key in part);
	if (inPart(event)) return { ...event, payload, ...change };
	if (inPart(payload)) return { ...event, payload: { ...payload, ...change } };
	return { ...event, payload: { ...payload, object: { ...payload.object, ...change } } };
}

describe.each(
	KINDS.flatMap(([names, event, changes]) =>
		names.split(', ').map((name) => ({ name, event: event as Event, changes })),
	),
)('the key of $name', ({ name, event, changes }) => {
	const keyOf = (one: object) => contentOf({ event: name, ...one });

	it('is the same whatever else two deliveries differ in', () => {
		const { object } = event.payload;
		const payload = { ...event.payload, object: { ...object, topic: 'x', total_size: 2 } };
		expect(keyOf({ ...event, payload, download_token: 't' })).toBe(keyOf(event));
	});

	it.each(changes)('is another with %p', (change) => {
		expect(keyOf(changed(event, change))).not.toBe(keyOf(event));
	});

	it('is made of all of the content where one of the fields is missing', () => {
		const { object, ...payload } = event.payload;
		const [field = ''] = Object.keys(object);
		const left = Object.fromEntries(Object.entries(object).filter(([key]) => key !== field));
		const without = (more: object) =>
			keyOf({ ...event, payload: { ...payload, object: { ...left, ...more } } });
		expect(without({ topic: 'x' })).not.toBe(without({ topic: 'y' }));
		expect(without({ [field]: '', topic: 'x' })).not.toBe(without({ [field]: '', topic: 'y' }));
	});

	it('is another for another event', () => {
		expect(contentOf({ event: `${name}_too`, ...event })).not.toBe(keyOf(event));
	});
});

it('the files of a recording count in any order, whatever their links', () => {
	const keyOf = (files: object[]) =>
		contentOf({
			event: 'recording.completed',
			payload: { object: { uuid: 'u', recording_files: files } },
		});
	const [one, two] = [{ id: '1' }, { id: '2' }];
	const timeline = { file_type: 'TIMELINE' };
	expect(keyOf([{ ...two, download_url: 'x' }, { ...timeline, download_url: 'y' }, one])).toBe(
		keyOf([one, timeline, { ...two, file_size: 7 }]),
	);
});

it('no files are no way to tell one recording from another', () => {
	const keyOf = (topic: string) =>
		contentOf({
			event: 'recording.completed',
			payload: { object: { uuid: 'u', recording_files: [], topic } },
		});
	expect(keyOf('x')).not.toBe(keyOf('y'));
});
