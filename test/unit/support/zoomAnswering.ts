import type { NodeApiError } from 'n8n-workflow';
import { openZoom } from '../../../nodes/Zoom/transport/client';
import type { ZoomCall } from '../../../nodes/Zoom/transport/client';
import { fakeN8n } from './fakeN8n';
import type { Answer, FakeOptions } from './fakeN8n';
import { settled } from './settled';

export const GET: ZoomCall = { method: 'GET', path: ['meetings', '85746065432'] };
export const POST: ZoomCall = {
	method: 'POST',
	path: ['meetings', '1', 'registrants'],
	body: { a: 1 },
};
export const DELETE: ZoomCall = { method: 'DELETE', path: ['meetings', '1'] };

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
		...more,
		respond: (_, index) => {
			const answer = answers[Math.min(index, answers.length - 1)] as Answer | (() => never);
			return typeof answer === 'function' ? answer() : answer;
		},
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
