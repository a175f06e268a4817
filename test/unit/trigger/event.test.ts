import { parseEvent, simplify } from '../../../nodes/ZoomTrigger/event';

const parse = (text: string) => parseEvent(Buffer.from(text));

describe('parseEvent', () => {
	it('reads what Zoom sends, escaped or not', () => {
		const escaped = parse('{"event":"meeting.ended","payload":{"object":{"topic":"\\u00e9"}}}');
		expect(escaped).toEqual(parse('{"event":"meeting.ended","payload":{"object":{"topic":"é"}}}'));
		expect(escaped?.payload).toEqual({ object: { topic: 'é' } });
	});

	it.each(['', 'hello', '[]', 'null', '7', '{}', '{"event":7}', '{"event":""}', '{"event":"a"'])(
		'takes %p for no event',
		(text) => {
			expect(parse(text)).toBeUndefined();
		},
	);

	it.each(['{"event":"a"}', '{"event":"a","payload":[1]}', '{"event":"a","payload":null}'])(
		'has an empty payload for %p',
		(text) => {
			expect(parse(text)).toMatchObject({ event: 'a', payload: {} });
		},
	);

	it('is not moved by keys that reach for the prototype', () => {
		const event = parse('{"event":"a","__proto__":{"x":1},"payload":{"__proto__":{"y":1}}}');
		expect(event).toMatchObject({ event: 'a' });
		expect(({} as Record<string, unknown>).x).toBeUndefined();
		expect(({} as Record<string, unknown>).y).toBeUndefined();
	});
});

describe('simplify', () => {
	it('puts the name, the time and the object side by side', () => {
		expect(
			simplify({
				event: 'meeting.updated',
				event_ts: Date.parse('2027-03-05T10:00:00.5Z'),
				payload: {
					account_id: 'acc',
					operator: 'owner@example.com',
					object: { id: 1, topic: 'New' },
					old_object: { id: 1, topic: 'Old' },
				},
				download_token: 'dt',
			}),
		).toEqual({
			event: 'meeting.updated',
			event_time: '2027-03-05T10:00:00.500Z',
			id: 1,
			topic: 'New',
			before: { id: 1, topic: 'Old' },
			operator: 'owner@example.com',
			account_id: 'acc',
			download_token: 'dt',
		});
	});

	it.each([
		['meeting.deleted', { operation: 'single', operator_id: 'o' }],
		['meeting.updated', { scope: 'all', time_stamp: 7 }],
		['meeting.created', { operation: 'all', creation_type: 'x' }],
	])('keeps what %s tells beside the object', (event, more) => {
		expect(simplify({ event, payload: { ...more, object: { id: 1 } } })).toEqual({
			event,
			id: 1,
			...more,
		});
	});

	it('has the fields of a payload that holds no object, and of the body', () => {
		const payload = {
			account_id: 'a',
			meeting_id: '1',
			meeting_uuid: 'u==',
			server_urls: 'wss://x',
		};
		expect(simplify({ event: 'meeting.rtms_started', payload, of_tomorrow: 1 })).toEqual({
			event: 'meeting.rtms_started',
			...payload,
			of_tomorrow: 1,
		});
	});

	it("keeps the object's own fields where others have the same names", () => {
		const object = {
			event: 'x',
			event_time: '1',
			before: 'b',
			operator: null,
			download_token: 'o',
		};
		const others = { old_object: {}, operator: 'p', account_id: 'a' };
		const event = { event: 'a', event_ts: 0, payload: { ...others, object }, download_token: 't' };
		expect(simplify(event)).toEqual({ ...object, account_id: 'a' });
	});

	it.each(['soon', null, 8.64e15 + 1, -8.64e15 - 1, 1e300])(
		'leaves a time as it is that is none: %p',
		(at) => {
			expect(simplify({ event: 'a', event_ts: at, payload: {} })).toEqual({
				event: 'a',
				event_ts: at,
			});
		},
	);

	it.each([[[1]], ['text'], [null]])('keeps an object that is none: %p', (object) => {
		expect(simplify({ event: 'a', payload: { object, x: 1 } })).toEqual({
			event: 'a',
			object,
			x: 1,
		});
	});

	it('adds nothing that is not there', () => {
		expect(simplify({ event: 'a', payload: {} })).toStrictEqual({ event: 'a' });
	});
});
