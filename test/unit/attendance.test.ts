import type { IDataObject } from 'n8n-workflow';
import { attendanceOf, totalsOf } from '../../nodes/Zoom/mapping/attendance';
import type { AttendanceOptions } from '../../nodes/Zoom/mapping/attendance';
import { isReckoned, presenceOf, spanOf, toStay } from '../../nodes/Zoom/mapping/stays';

const START = Date.parse('2026-03-05T10:00:00Z');
const EVENT = { start: START, end: START + 6_000_000 };
const at = (minute: number) =>
	new Date(START + minute * 60_000).toISOString().replace('.000Z', 'Z');
const row = (from: number, to: number, more: IDataObject = {}): IDataObject => ({
	name: 'Ada',
	user_email: '',
	registrant_id: '',
	join_time: at(from),
	leave_time: at(to),
	duration: Math.max(to - from, 0) * 60,
	status: 'in_meeting',
	...more,
});
const registrant = (id: string, name: string, more: IDataObject = {}): IDataObject => {
	const [first_name, last_name] = name.split(' ');
	return { id, email: `${id}@example.org`, first_name, last_name, status: 'approved', ...more };
};
const OPTIONS: AttendanceOptions = { fullAttendanceFrom: 80, attendedFrom: 0, answers: true };
const reckon = (
	rows: IDataObject[],
	registrants: IDataObject[] | 'none' = [],
	options: Partial<AttendanceOptions> = {},
) =>
	attendanceOf(
		{
			stays: rows.map(toStay),
			registrants: registrants === 'none' ? undefined : registrants,
			event: EVENT,
		},
		{ ...OPTIONS, ...options },
	);

describe('minutes', () => {
	it.each<[string, Array<[number, number]>, number]>([
		['one stay', [[10, 40]], 30],
		[
			'a gap',
			[
				[10, 20],
				[30, 40],
			],
			20,
		],
		[
			'an overlap',
			[
				[10, 30],
				[20, 40],
			],
			30,
		],
		[
			'one within another',
			[
				[10, 60],
				[20, 30],
				[40, 50],
			],
			50,
		],
		[
			'the same twice',
			[
				[10, 20],
				[10, 20],
			],
			10,
		],
		[
			'stays that touch',
			[
				[10, 20],
				[20, 30],
			],
			20,
		],
		[
			'any order',
			[
				[50, 60],
				[0, 10],
				[5, 20],
			],
			30,
		],
		['before the beginning', [[-10, 10]], 10],
		['after the end', [[90, 130]], 10],
		[
			'outside',
			[
				[-20, -10],
				[110, 120],
			],
			0,
		],
		['an end before the beginning', [[30, 20]], 0],
	])('of %s', (_, spans, minutes) => {
		const [item] = reckon(spans.map(([from, to]) => row(from, to)));
		expect(item).toMatchObject({ minutes, percent: minutes, stays: spans.length });
	});

	it('are to the second', () => {
		const [item] = reckon([row(0, 0, { leave_time: '2026-03-05T10:00:59Z' })]);
		expect(Math.round(Number(item?.minutes) * 60)).toBe(59);
	});

	it.each([
		['without an end', { leave_time: '' }, 70, 'until the end'],
		['without an end at all', { leave_time: undefined }, 70, 'until the end'],
		['that ends before it begins', { leave_time: at(10) }, 0, 'ends before it begins'],
		['without a beginning', { join_time: '' }, 0, 'when a stay began'],
	])('of a stay %s', (_, more, minutes, warning) => {
		const [item] = reckon([row(30, 60, more)]);
		expect(item).toMatchObject({ minutes, warning: expect.stringContaining(warning) });
	});

	it('of an event without a length are 0, and 0 percent', () => {
		const event = { start: START, end: START };
		const [item] = attendanceOf(
			{ stays: [toStay(row(0, 10))], registrants: undefined, event },
			OPTIONS,
		);
		expect(item).toMatchObject({ minutes: 0, percent: 0, group: 'partial' });
	});
});

describe('people', () => {
	const ADA = registrant('ada', 'Ada Lovelace');
	const BOB = registrant('bob', 'Bob Stone');

	it.each<[string, IDataObject, IDataObject]>([
		['by registrant ID', { registrant_id: 'ada' }, { matched_by: 'registrantId' }],
		['by address in any case', { user_email: 'ADA@Example.org ' }, { matched_by: 'email' }],
		['by name', { name: ' ada  LOVELACE ' }, { matched_by: 'name', warning: expect.any(String) }],
		[
			'by registrant ID before the address',
			{ registrant_id: 'ada', user_email: 'bob@example.org', name: 'Bob Stone' },
			{ matched_by: 'registrantId' },
		],
	])('are found %s', (_, more, expected) => {
		const [ada, bob, ...others] = reckon([row(0, 50, more)], [ADA, BOB]);
		expect(ada).toMatchObject({
			registrant_id: 'ada',
			attended: true,
			group: 'partial',
			...expected,
		});
		expect(bob).toMatchObject({ registrant_id: 'bob', group: 'noShow', matched_by: '' });
		expect(others).toEqual([]);
	});

	it.each<[string, IDataObject, IDataObject[]]>([
		['another address', { name: 'Ada Lovelace', user_email: 'x@example.org' }, [ADA]],
		['another registrant ID', { name: 'Ada Lovelace', registrant_id: 'gone' }, [ADA]],
		['a name that two have', { name: 'Ada Lovelace' }, [ADA, registrant('ada2', 'Ada Lovelace')]],
		['the name of somebody denied', { name: 'Ada Lovelace' }, [{ ...ADA, status: 'denied' }]],
		['no name', { name: '' }, [registrant('x', '')]],
	])('are not found by %s', (_, more, registrants) => {
		const items = reckon([row(0, 50, more)], registrants);
		expect(items.at(-1)).toMatchObject({ registrant_id: '', group: 'walkIn', stays: 1 });
		expect(items.filter((one) => one.attended)).toHaveLength(1);
	});

	it('who have one name are told so where a stay shows nothing else', () => {
		const namesake = registrant('ada2', 'ADA Lovelace');
		const warning = expect.stringContaining('Several people registered under this name');
		const items = reckon([row(0, 50, { name: 'Ada Lovelace' })], [ADA, namesake, BOB]);
		expect(items.map(({ registrant_id: id, group }) => [id, group])).toEqual([
			['ada', 'noShow'],
			['ada2', 'noShow'],
			['bob', 'noShow'],
			['', 'walkIn'],
		]);
		expect(items.map((one) => one.warning)).toEqual([warning, warning, undefined, warning]);
		const known = reckon([row(0, 50, { registrant_id: 'ada' })], [ADA, namesake]);
		expect(known.every((one) => one.warning === undefined)).toBe(true);
	});

	it('without an ID in a list are nobody in particular', () => {
		const items = reckon([row(0, 50, { name: 'Max' })], [{ ...ADA, id: '' }]);
		expect(items.map(({ name, group }) => [name, group])).toEqual([
			['Ada Lovelace', 'noShow'],
			['Max', 'walkIn'],
		]);
	});

	it('are one where a second device shows only the name', () => {
		const items = reckon(
			[row(0, 50, { registrant_id: 'ada' }), row(40, 60, { name: 'Ada Lovelace' })],
			[ADA],
		);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ minutes: 60, stays: 2, matched_by: 'name' });
	});

	it.each<[string, IDataObject, string]>([
		['registrant ID', { registrant_id: 'gone' }, 'registrantId'],
		['address', { user_email: 'x@example.org' }, 'email'],
		['user', { participant_user_id: 'u1', user_id: undefined }, 'userId'],
		['name', { name: 'Max' }, 'name'],
	])('who did not register are one by %s', (_, more, matchedBy) => {
		const items = reckon([row(0, 20, more), row(10, 30, { ...more }), row(0, 1, { name: 'Eve' })]);
		expect(items).toHaveLength(2);
		expect(items[0]).toMatchObject({ minutes: 30, matched_by: matchedBy, registered: false });
	});

	it('without a name and all else are several', () => {
		const nobody = { name: '' };
		expect(
			reckon([row(0, 1, { ...nobody, user_id: '1' }), row(0, 1, { ...nobody, user_id: '2' })]),
		).toHaveLength(2);
	});

	it('who registered twice with one address are one, by either ID', () => {
		const again = { ...registrant('ada2', 'Ada Lovelace'), email: 'ADA@example.org' };
		const items = reckon([row(0, 10, { registrant_id: 'ada2' })], [ADA, again]);
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({ registrant_id: 'ada', minutes: 10 });
	});

	it.each([
		['pending', true, 'partial'],
		['denied', false, 'walkIn'],
	])('who are %s are there only if they came', (status, registered, group) => {
		const one = { ...ADA, status };
		expect(reckon([], [one])).toEqual([]);
		expect(reckon([row(0, 50, { registrant_id: 'ada' })], [one])).toMatchObject([
			{ status, registered, group },
		]);
	});

	it('who only waited did not attend, and are there only if they registered', () => {
		const waiting = { status: 'in_waiting_room' };
		const items = reckon(
			[row(0, 50, { ...waiting, registrant_id: 'ada' }), row(0, 50, waiting)],
			[ADA],
		);
		expect(items).toMatchObject([
			{
				attended: false,
				group: 'noShow',
				minutes: 0,
				stays: 0,
				first_join: null,
				warning: expect.stringContaining('waiting room only'),
			},
		]);
	});

	it('are left out by address, in any case', () => {
		const host = registrant('host', 'Harriet Host', { email: 'Host@Example.org' });
		expect(reckon([], [host, ADA], { leftOut: 'host@example.org' })).toMatchObject([
			{ registrant_id: 'ada' },
		]);
	});
});

describe('groups', () => {
	it.each([
		[79.99, 80, 'partial'],
		[80, 80, 'fullAttendance'],
		[50, 50, 'fullAttendance'],
		[100, 100, 'fullAttendance'],
	])('of %p minutes of 100, full from %p: %s', (minutes, fullAttendanceFrom, group) => {
		const items = reckon([row(0, minutes)], 'none', { fullAttendanceFrom });
		expect(items).toMatchObject([{ group, registered: false }]);
	});

	it.each([
		[5, 5, true],
		[4.9, 5, false],
		[0, 0, true],
	])('who stayed for %p minutes, with %p as the least: %p', (minutes, attendedFrom, attended) => {
		const [item] = reckon([row(0, minutes, { registrant_id: 'a' })], [registrant('a', 'A B')], {
			attendedFrom,
		});
		expect(item).toMatchObject({ attended, group: attended ? 'partial' : 'noShow', stays: 1 });
	});
});

describe('answers', () => {
	const ada = registrant('ada', 'Ada Lovelace', {
		city: 'Paris',
		phone: '',
		custom_questions: [
			{ title: 'Size', value: '50' },
			{ title: 'Why', value: '' },
		],
	});

	it('are what was answered, by question', () => {
		expect(reckon([], [ada])[0]?.answers).toEqual({ city: 'Paris', Size: '50' });
	});

	it('are left out when not wanted, and empty for who did not register', () => {
		expect(reckon([], [ada], { answers: false })[0]).not.toHaveProperty('answers');
		expect(reckon([row(0, 1)])[0]?.answers).toEqual({});
	});
});

describe('totals', () => {
	it('count each group, and who attended on average', () => {
		const people = reckon(
			[
				row(0, 90, { registrant_id: 'a' }),
				row(0, 30, { registrant_id: 'b' }),
				row(0, 60, { name: 'Eve' }),
			],
			['a', 'b', 'c'].map((id) => registrant(id, `${id} x`)),
		);
		expect(totalsOf(people)).toEqual({
			registered: 3,
			attended: 3,
			fullAttendance: 1,
			partial: 1,
			noShow: 1,
			walkIn: 1,
			average_minutes: 60,
			average_percent: 60,
		});
	});

	it('of nobody are 0', () => {
		expect(Object.values(totalsOf([]))).toEqual(Array.from({ length: 8 }, () => 0));
	});
});

describe('what Zoom says', () => {
	it.each<[string, IDataObject[], boolean]>([
		['nobody came', [], true],
		['durations are there', [row(0, 10)], true],
		['some are', [row(0, 10), row(0, 10, { duration: 0 })], true],
		['all are 0', [row(0, 10, { duration: 0 }), row(5, 10, { duration: 0 })], false],
		['nobody stayed for a second', [row(5, 5)], true],
	])('is reckoned: %s', (_, rows, expected) => {
		expect(isReckoned(rows.map(toStay))).toBe(expected);
	});

	it('spans from the first join to the last leave of those inside', () => {
		const rows = [
			row(10, 20),
			row(5, 8),
			row(0, 90, { status: 'in_waiting_room' }),
			row(1, 2, { leave_time: '' }),
		];
		expect(spanOf(rows.map(toStay))).toEqual({ start: START + 300_000, end: START + 1_200_000 });
		expect(spanOf([])).toBeUndefined();
	});

	it.each([null, 5, {}, 'soon'])('may be %p for a time', (join_time) => {
		const { seconds, warnings } = presenceOf([toStay(row(0, 1, { join_time }))], EVENT);
		expect(seconds).toBe(0);
		expect(warnings).toHaveLength(1);
	});
});
