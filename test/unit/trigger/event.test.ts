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

	it("keeps the object's own fields where they have the same names", () => {
		const object = { event: 'x', event_time: '1' };
		const simple = simplify({ event: 'a', event_ts: 0, payload: { object } });
		expect(simple).toEqual(object);
	});

	it('does not stumble over a payload that is none of Zoom', () => {
		const event = { event: 'a', event_ts: 'soon' as unknown as number };
		expect(simplify({ ...event, payload: { object: [1] } })).toEqual({ event: 'a' });
	});

	it('adds nothing that is not there', () => {
		expect(simplify({ event: 'a', payload: {} })).toEqual({ event: 'a' });
	});
});
