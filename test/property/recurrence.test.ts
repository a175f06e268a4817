import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { MONTHLY_BY, REPEATS, WEEKDAYS, WEEKS } from '../../nodes/Zoom/api/choices';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { toRecurrence } from '../../nodes/Zoom/mapping/recurrence';

const valueOf = (choices: ReadonlyArray<{ value: number }>) =>
	fc.constantFrom(...choices.map(({ value }) => value));
const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC');

/** Rules that are right, with parts left over from other repetitions. */
const rules = fc.record(
	{
		repeats: valueOf(REPEATS),
		interval: fc.integer({ min: 1, max: 10 }),
		weekdays: fc.array(valueOf(WEEKDAYS), { minLength: 1, maxLength: 20 }),
		monthlyBy: fc.constantFrom(...MONTHLY_BY.map(({ value }) => value)),
		dayOfMonth: fc.integer({ min: 1, max: 31 }),
		week: valueOf(WEEKS),
		weekday: valueOf(WEEKDAYS),
	},
	{ requiredKeys: ['repeats', 'weekdays'] },
);
const until = fc
	.date({ min: new Date('2027-01-01'), max: new Date('2037-01-01'), noInvalidDate: true })
	.map((date) => `${date.toISOString().slice(0, 19)}Z`);
const times = fc.integer({ min: 1, max: 60 });
const end = fc.oneof(
	fc.record({ ends: fc.constant('after'), times }),
	fc.record({ ends: fc.constant('by'), until }),
);

describe('toRecurrence', () => {
	it('has one end, the one that was said', () => {
		fc.assert(
			fc.property(rules, end, zone, (values, said, workflow) => {
				const recurrence = toRecurrence({ ...values, ...said }, { workflow }, MEETING.maxInterval);
				const ends = Object.keys(recurrence).filter((key) => key.startsWith('end_'));
				expect(ends).toHaveLength(1);
				const last = 'until' in said ? DateTime.fromISO(said.until, { zone: workflow }) : undefined;
				const isMidnight = last && +last === +last.startOf('day');
				const end = isMidnight ? last.endOf('day') : last;
				expect(recurrence.end_times ?? recurrence.end_date_time).toBe(
					'times' in said ? said.times : end?.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
				);
			}),
		);
	});

	it('never has both ends nor none, whatever it is given', () => {
		const loose = fc.option(fc.oneof(fc.integer(), fc.string(), until), { nil: undefined });
		fc.assert(
			fc.property(
				rules,
				fc.constantFrom('after', 'by'),
				loose,
				loose,
				zone,
				(values, ends, times, given, workflow) => {
					let recurrence: IDataObject;
					try {
						recurrence = toRecurrence(
							{ ...values, ends, times, until: given },
							{ workflow },
							MEETING.maxInterval,
						);
					} catch (error) {
						expect((error as Error).message).toMatch(ends === 'by' ? /^'End By'/ : /^'End After/);
						return;
					}
					expect(Object.keys(recurrence).filter((key) => key.startsWith('end_'))).toEqual([
						ends === 'by' ? 'end_date_time' : 'end_times',
					]);
				},
			),
		);
	});

	it('has each day of the week once and in order', () => {
		fc.assert(
			fc.property(rules, end, (values, said) => {
				const { weekly_days: text } = toRecurrence(
					{ ...values, ...said, repeats: 2 },
					{ workflow: 'UTC' },
					MEETING.maxInterval,
				);
				const days = String(text).split(',').map(Number);
				expect(days).toEqual([...new Set(values.weekdays)].toSorted((a, b) => a - b));
			}),
		);
	});

	it('says only what its repetition knows, and of a month either its day or a weekday', () => {
		fc.assert(
			fc.property(rules, end, (values, said) => {
				const recurrence = toRecurrence(
					{ ...values, ...said },
					{ workflow: 'UTC' },
					MEETING.maxInterval,
				);
				const of = (start: string) =>
					Object.keys(recurrence).filter((key) => key.startsWith(start));
				expect(of('weekly_')).toHaveLength(values.repeats === 2 ? 1 : 0);
				if (values.repeats !== 3) expect(of('monthly_')).toEqual([]);
				else
					expect(of('monthly_')).toEqual(
						values.monthlyBy === 'dayOfWeek'
							? ['monthly_week', 'monthly_week_day']
							: ['monthly_day'],
					);
			}),
		);
	});
});
