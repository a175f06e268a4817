import type { IDataObject, NodeApiError } from 'n8n-workflow';
import { eventEndpoints } from '../../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../../nodes/Zoom/api/eventKinds';
import { openZoom } from '../../../nodes/Zoom/transport/client';
import type { Zoom } from '../../../nodes/Zoom/transport/client';
import { fakeN8n } from './fakeN8n';
import type { Answer, FakeOptions } from './fakeN8n';
import { settled } from './settled';

/** A request, for tests that send the same one in different ways. */
export interface Call {
	endpoint: Endpoint;
	params?: Record<string, string>;
	query?: IDataObject;
	body?: IDataObject;
	itemIndex?: number;
}

const { get, addRegistrant, remove } = eventEndpoints(MEETING);
/** Its answers have the ID that was asked for, or the test's. */
export const GET: Call = { endpoint: get, params: { eventId: '85746065432' } };
export const POST: Call = { endpoint: addRegistrant, params: { eventId: '1' }, body: { a: 1 } };
export const DELETE: Call = { endpoint: remove, params: { eventId: '1' } };

/** Sends a request for its item. */
export async function send(zoom: Zoom, { endpoint, params, itemIndex, ...parts }: Call) {
	const api = itemIndex === undefined ? zoom : zoom.forItem(itemIndex);
	return await api.send(endpoint, params, parts);
}

/** The connection broke after the request was sent. */
export const lost = (): never => {
	throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
};
/** There was no connection to send the request over. */
export const unreachable = (): never => {
	throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
};

/** Zoom as the node's transport sees it, answering one after the other, the last again and again. */
export function zoomAnswering(answers: Array<Answer | (() => never)>, more: FakeOptions = {}) {
	const fake = fakeN8n({
		respond: (_, index) => {
			const answer = answers[Math.min(index, answers.length - 1)] as Answer | (() => never);
			return typeof answer === 'function' ? answer() : answer;
		},
		...more,
	});
	return { ...fake, zoom: openZoom(fake.context) };
}

/** What a call throws once all its waits have passed. */
export async function failureOf(promise: Promise<unknown>): Promise<NodeApiError> {
	return await settled(promise).then(
		() => {
			throw new Error('Nothing was thrown');
		},
		(error: unknown) => error as NodeApiError,
	);
}

/** Fake timers and no chance, before and after each test of a file. */
export function useFakeTime() {
	beforeEach(() => {
		jest.useFakeTimers({ now: Date.parse('2027-03-05T10:00:00Z') });
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.useRealTimers();
		jest.restoreAllMocks();
	});
}
