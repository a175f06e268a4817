import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { attendanceOf } from '../../nodes/Zoom/mapping/attendance';
import { toStay } from '../../nodes/Zoom/mapping/stays';

/*
 * Attendance against an independent reckoning: a second of the event is somebody's if any of their
 * stays covers it.
 */

const START = Date.parse('2026-03-05T10:00:00Z');
const LENGTH = 3600;
const EVENT = { start: START, end: START + LENGTH * 1000 };
const at = (second: number) => new Date(START + second * 1000).toISOString().replace('.000Z', 'Z');
const OPTIONS = { fullAttendanceFrom: 80, attendedFrom: 0, answers: true };

interface Told {
	who: number;
	by: 'id' | 'email' | 'both';
	from: number;
	to: number | undefined;
	isWaiting: boolean;
}

const secondsOf = fc.integer({ min: -600, max: LENGTH + 600 });
const told: fc.Arbitrary<Told> = fc.record({
	who: fc.integer({ min: 0, max: 11 }),
	by: fc.constantFrom('id', 'email', 'both'),
	from: secondsOf,
	to: fc.option(secondsOf, { nil: undefined, freq: 8 }),
	isWaiting: fc.boolean(),
});

/** The first eight register; the others can't be told by registrant ID. */
const REGISTERED = 8;
const registrants = Array.from({ length: REGISTERED }, (_, who) => ({
	id: `id${who}`,
	email: `P${who}@example.org`,
	first_name: `First${who}`,
	last_name: 'Last',
	status: 'approved',
}));

const toRow = ({ who, by, from, to, isWaiting }: Told): IDataObject => ({
	name: `Guest ${who}`,
	registrant_id: by === 'email' || who >= REGISTERED ? '' : `id${who}`,
	user_email: by === 'id' && who < REGISTERED ? '' : `p${who}@example.org`,
	join_time: at(from),
	...(to !== undefined && { leave_time: at(to) }),
	duration: 1,
	status: isWaiting ? 'in_waiting_room' : 'in_meeting',
});

function secondsThere(stays: Told[], who: number): number {
	const there = new Uint8Array(LENGTH);
	for (const { from, to = LENGTH, isWaiting, who: whose } of stays) {
		if (whose !== who || isWaiting) continue;
		for (let s = Math.max(from, 0); s < Math.min(to, LENGTH); s++) there[s] = 1;
	}
	return there.reduce((sum, one) => sum + one, 0);
}

const reckon = (stays: Told[]) =>
	attendanceOf(
		{ stays: stays.map((one) => toStay(toRow(one))), registrants, event: EVENT },
		OPTIONS,
	);
const secondsIn = ({ minutes }: IDataObject) => Math.round(Number(minutes) * 60);

it('is right to the second, whatever the stays', () => {
	fc.assert(
		fc.property(fc.array(told, { maxLength: 40 }), (stays) => {
			for (const item of reckon(stays)) {
				const who = Number(/\d+/.exec(String(item.email))?.[0]);
				const seconds = secondsThere(stays, who);
				expect([who, secondsIn(item)]).toEqual([who, seconds]);
				expect(item.percent).toBeCloseTo((seconds / LENGTH) * 100, 0);
				const count = stays.filter((one) => one.who === who && !one.isWaiting).length;
				expect([who, item.stays, item.attended]).toEqual([who, count, count > 0]);
			}
		}),
	);
});

it('has everybody who registered once, and everybody else who was let in once', () => {
	fc.assert(
		fc.property(fc.array(told, { maxLength: 40 }), (stays) => {
			const items = reckon(stays);
			const ids = items.filter(({ registered }) => registered).map((one) => one.registrant_id);
			expect(ids).toEqual(registrants.map(({ id }) => id));
			const others = stays.filter(({ who, isWaiting }) => who >= REGISTERED && !isWaiting);
			const emails = items.filter(({ registered }) => !registered).map(({ email }) => email);
			expect(emails.sort()).toEqual(
				[...new Set(others.map(({ who }) => `p${who}@example.org`))].sort(),
			);
		}),
	);
});

it('never exceeds the event or the sum of the stays, and is never negative', () => {
	fc.assert(
		fc.property(fc.array(told, { maxLength: 40 }), (stays) => {
			for (const item of reckon(stays)) {
				const who = Number(/\d+/.exec(String(item.email))?.[0]);
				const sum = stays
					.filter((one) => one.who === who && !one.isWaiting)
					.reduce((all, { from, to = LENGTH }) => all + Math.max(to - from, 0), 0);
				const seconds = secondsIn(item);
				expect(seconds).toBeGreaterThanOrEqual(0);
				expect(seconds).toBeLessThanOrEqual(Math.min(sum, LENGTH));
				expect(Number(item.percent)).toBeLessThanOrEqual(100);
			}
		}),
	);
});

it('is the same whatever the order of the stays', () => {
	fc.assert(
		fc.property(fc.array(told, { maxLength: 20 }), (stays) => {
			const figures = (list: Told[]) =>
				reckon(list)
					.map(({ email, minutes, stays: count, group }) => [email, minutes, count, group])
					.sort();
			expect(figures([...stays].reverse())).toEqual(figures(stays));
		}),
	);
});
