import { eventEndpoints } from '../../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../../nodes/Zoom/api/eventKinds';
import { releasePermit } from '../../../nodes/Zoom/transport/rateLimit';
import type { Permit } from '../../../nodes/Zoom/transport/rateLimit';
import { SlidingWindow } from '../../../nodes/Zoom/transport/rateLimit/slidingWindow';

export const WINDOW_MS = 1000;
/** Requests in a window that Zoom's plans allow. */
export const PLANS = [4, 30, 80];

/** A probe of a limit, which arrives while all before it still counts. */
export const sure = (limit: number) => ({ limit, isSure: true });
/** A probe of the lowest limit that goes out at once and isn't sure. */
export const UNSURE = { inMs: 0, probe: { limit: 4, isSure: false } };

/** A window in which requests went out, and left, at these times. */
export function sentAt(...times: number[]) {
	const window = new SlidingWindow(WINDOW_MS);
	const departures = times.map((time) => {
		window.reserve();
		const departure = window.send(time);
		departure.leftBy = time;
		return departure;
	});
	return { window, departures };
}

const ADD = eventEndpoints(MEETING).addRegistrant;

/** Ends a permit as an answer of Zoom's without headers does. */
export const end = (
	permit: Permit | undefined,
	kind: 'done' | 'perSecondLimit' | 'zoomDown' = 'done',
	call: Endpoint = ADD,
) => {
	if (permit) releasePermit(permit, call, { headers: {}, kind, waitMs: 1000 });
};
