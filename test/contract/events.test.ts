import { EVENT_NAMES } from '../../nodes/ZoomTrigger/eventOptions';
import { zoomEvents } from './zoomTypes';

describe("Zoom Trigger's events", () => {
	it.each([...EVENT_NAMES])('%s is an event of Zoom', (name) => {
		expect(zoomEvents()).toContain(name);
	});

	it('are in the list once each', () => {
		expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
	});

	it('cover each family that people build workflows on', () => {
		const families = ['meeting.registration_', 'meeting.participant_', 'recording.', 'webinar.'];
		for (const family of [...families, 'meeting.summary_']) {
			expect(EVENT_NAMES.filter((name) => name.startsWith(family)).length).toBeGreaterThan(2);
		}
	});
});
