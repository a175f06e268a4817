import fc from 'fast-check';
import { DateTime, Settings } from 'luxon';
import { toDate, toZoomTime } from '../../nodes/Zoom/mapping/time';
import { TIMEZONES } from '../../nodes/Zoom/mapping/timezones';

const ZONES = TIMEZONES;
const zone = fc.constantFrom(...ZONES);
/** Whole seconds of this half of the century. */
const instant = fc
	.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2050, 0) / 1000 })
	.map((seconds) => seconds * 1000);

/** Whether a wall time comes twice, as it does when the clocks go back. */
function isAmbiguous(wall: DateTime) {
	return wall.getPossibleOffsets().length > 1;
}

describe('toZoomTime', () => {
	it('tells any instant in any zone, so that it reads back as the same', () => {
		fc.assert(
			fc.property(instant, zone, zone, (ms, chosen, author) => {
				const written = DateTime.fromMillis(ms, { zone: author }).toISO();
				const { start_time, timezone } = toZoomTime(written, 'Start Time', {
					chosen,
					workflow: 'America/New_York',
				});
				expect(timezone).toBe(chosen);
				const read = DateTime.fromISO(start_time, { zone: chosen });
				expect(read.toMillis()).toBe(ms);
				// A wall time that comes twice would not tell which of them.
				const expected = isAmbiguous(read)
					? read.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'")
					: read.toFormat("yyyy-MM-dd'T'HH:mm:ss");
				expect(start_time).toBe(expected);
			}),
			{
				examples: [
					[2455747200000, 'Europe/Luxembourg', 'UTC'],
					[2455750800000, 'Europe/Luxembourg', 'UTC'],
				],
			},
		);
	});

	it('tells an instant in UTC where the zone is to stay as it is, without any doubt', () => {
		fc.assert(
			fc.property(instant, zone, (ms, workflow) => {
				const iso = new Date(ms).toISOString();
				const time = toZoomTime(iso, 'Start Time', { workflow, keepZone: true });
				expect(time).toEqual({ start_time: iso.replace('.000Z', 'Z') });
			}),
		);
	});

	it('leaves a wall time as it was written, in the zone that it is meant in', () => {
		fc.assert(
			fc.property(instant, zone, zone, (ms, chosen, workflow) => {
				const wall = DateTime.fromMillis(ms, { zone: chosen }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
				expect(toZoomTime(wall, 'Start Time', { chosen, workflow })).toEqual({
					start_time: wall,
					timezone: chosen,
				});
			}),
		);
	});

	it("never depends on the server's zone", () => {
		const before = Settings.defaultZone;
		try {
			fc.assert(
				fc.property(instant, zone, zone, zone, fc.boolean(), (ms, workflow, one, two, wall) => {
					const iso = new Date(ms).toISOString();
					const value = wall ? iso.replace('.000Z', '') : iso;
					const [here, there] = [one, two].map((server) => {
						Settings.defaultZone = server;
						return [toZoomTime(value, 'Start Time', { workflow }), toDate(value, 'From')];
					});
					expect(here).toEqual(there);
				}),
			);
		} finally {
			Settings.defaultZone = before;
		}
	});

	it('throws in words or gives a time, whatever it is given', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.jsonValue()), zone, (value, workflow) => {
				let time: ReturnType<typeof toZoomTime>;
				try {
					time = toZoomTime(value, 'Start Time', { workflow });
				} catch (error) {
					expect((error as Error).message).toMatch(
						/^'Start Time' (is|isn't|must|accepts|contains) /,
					);
					return;
				}
				expect(DateTime.fromISO(time.start_time, { zone: workflow }).isValid).toBe(true);
			}),
		);
	});
});

describe('toDate', () => {
	it('gives the day that was written', () => {
		fc.assert(
			fc.property(instant, fc.integer({ min: -12, max: 14 }), (ms, hours) => {
				const written = DateTime.fromMillis(ms).setZone(`UTC${hours < 0 ? '' : '+'}${hours}`);
				expect(toDate(written.toISO(), 'From')).toBe(written.toISO()?.slice(0, 10));
			}),
		);
	});
});
