import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, useSandbox } from './client';

const { sandbox, call } = useSandbox();

interface Occurrence {
	occurrence_id: string;
	start_time: string;
	duration: number;
	status: string;
}

async function createSeries(recurrence: object, startTime: string, timezone: string) {
	const { body } = await call('POST', '/users/me/meetings', {
		json: { type: 8, start_time: startTime, timezone, recurrence },
	});
	return body.occurrences as Occurrence[];
}

async function datesOf(recurrence: object, startTime = '2031-03-03T10:00:00', timezone = 'UTC') {
	const occurrences = await createSeries(recurrence, startTime, timezone);
	return occurrences.map(({ start_time: start }) => start.slice(0, 16));
}

describe('the dates of a recurrence', () => {
	it('keep their wall clock time over a change of the clocks', async () => {
		// Clocks in Berlin go forward on 30 March 2031.
		const dates = await datesOf({ type: 2, end_times: 3 }, '2031-03-22T10:00:00', 'Europe/Berlin');
		expect(dates).toEqual(['2031-03-22T09:00', '2031-03-29T09:00', '2031-04-05T08:00']);
	});

	it('every third day', async () => {
		expect(await datesOf({ type: 1, repeat_interval: 3, end_times: 3 })).toEqual([
			'2031-03-03T10:00',
			'2031-03-06T10:00',
			'2031-03-09T10:00',
		]);
	});

	// 3 March 2031 is a Monday; Zoom's weeks begin on Sunday, which is day 1.
	it('every second week on Sunday and Wednesday, from the start on', async () => {
		const recurrence = { type: 2, repeat_interval: 2, weekly_days: '4,1', end_times: 4 };
		expect(await datesOf(recurrence)).toEqual([
			'2031-03-05T10:00',
			'2031-03-16T10:00',
			'2031-03-19T10:00',
			'2031-03-30T10:00',
		]);
	});

	it('every second week from a Sunday on, which is in its own week', async () => {
		const recurrence = { type: 2, repeat_interval: 2, weekly_days: '1', end_times: 2 };
		expect(await datesOf(recurrence, '2031-03-02T10:00:00')).toEqual([
			'2031-03-02T10:00',
			'2031-03-16T10:00',
		]);
	});

	it('until an end', async () => {
		const recurrence = { type: 1, end_date_time: '2031-03-05T10:00:00Z' };
		expect(await datesOf(recurrence)).toHaveLength(3);
	});

	it('60 at most', async () => {
		const recurrence = { type: 1, end_date_time: '2032-03-05T10:00:00Z' };
		expect(await datesOf(recurrence)).toHaveLength(60);
	});

	it('on a day of the month, where the month has it', async () => {
		const recurrence = { type: 3, monthly_day: 31, end_times: 3 };
		expect(await datesOf(recurrence)).toEqual([
			'2031-03-31T10:00',
			'2031-05-31T10:00',
			'2031-07-31T10:00',
		]);
	});

	it.each([
		[2, 3, ['2031-03-11T10:00', '2031-04-08T10:00']],
		// The last Monday: March has five, April four.
		[-1, 2, ['2031-03-31T10:00', '2031-04-28T10:00']],
	])('on week %i, day %i of the month', async (week, day, dates) => {
		const recurrence = {
			type: 3,
			monthly_week: week,
			monthly_week_day: day,
			end_times: 2,
		};
		expect(await datesOf(recurrence)).toEqual(dates);
	});
});

describe('one date of a series', () => {
	const occurrences = () => sandbox().meetings().find(isSeries)!.occurrences as Occurrence[];
	const isSeries = ({ id }: { id: number }) => String(id) === SEED.series;
	const path = `/meetings/${SEED.series}`;
	const UNKNOWN = { status: 400, code: 300, message: 'Invalid parameter: `occurrence_id`.' };

	it('is known by its start in milliseconds', () => {
		expect(occurrences()).toHaveLength(4);
		for (const { occurrence_id: id, start_time: start } of occurrences()) {
			expect(id).toBe(String(Date.parse(start)));
		}
	});

	it('can be changed alone', async () => {
		const [first, second] = occurrences();
		const query = `?occurrence_id=${second?.occurrence_id}`;
		const json = { duration: 30, agenda: 'Shorter', settings: { waiting_room: true } };
		expect((await call('PATCH', path + query, { json })).status).toBe(204);
		expect((await call('GET', path + query)).body).toMatchObject({
			...json,
			start_time: second?.start_time,
		});
		expect(occurrences()[0]).toEqual(first);
		expect((await call('GET', path)).body.agenda).toBe('');
	});

	it('takes no change of what only the series has', async () => {
		const query = `?occurrence_id=${occurrences()[0]?.occurrence_id}`;
		const json = { topic: 'New', settings: { approval_type: 0, waiting_room: true } };
		expect(await call('PATCH', path + query, { json })).toMatchObject(
			invalid('topic', 'settings.approval_type'),
		);
	});

	it('is marked when deleted, and can be deleted once', async () => {
		const query = `?occurrence_id=${occurrences()[1]?.occurrence_id}`;
		expect((await call('DELETE', path + query)).status).toBe(204);
		expect(occurrences().map(({ status }) => status)).toEqual([
			'available',
			'deleted',
			'available',
			'available',
		]);
		expect(errorOf(await call('DELETE', path + query))).toEqual(UNKNOWN);
	});

	it.each(['GET', 'DELETE', 'PATCH'])('that is unknown is refused by %s', async (method) => {
		const json = method === 'PATCH' ? { duration: 30 } : undefined;
		const reply = await call(method, `${path}?occurrence_id=1648194360000`, { json });
		expect(errorOf(reply)).toEqual(UNKNOWN);
		expect(occurrences().map(({ duration }) => duration)).toEqual([60, 60, 60, 60]);
	});

	it('keeps its start when it would be moved into the past', async () => {
		const [first] = occurrences();
		const query = `?occurrence_id=${first?.occurrence_id}`;
		const json = { start_time: '2020-01-01T10:00:00Z', duration: 30 };
		expect((await call('PATCH', path + query, { json })).status).toBe(204);
		expect(occurrences()[0]).toEqual({ ...first, duration: 30 });
	});

	it('that was deleted takes nobody and no change', async () => {
		const id = occurrences()[1]?.occurrence_id;
		await call('DELETE', `${path}?occurrence_id=${id}`);
		const json = { email: 'ada@example.com', first_name: 'Ada' };
		const reply = await call('POST', `${path}/registrants?occurrence_ids=${id}`, { json });
		expect(errorOf(reply).message).toBe('Invalid parameter: `occurrence_ids`.');
		const change = { json: { duration: 30 } };
		expect(errorOf(await call('PATCH', `${path}?occurrence_id=${id}`, change))).toEqual(UNKNOWN);
		expect(errorOf(await call('GET', `${path}/registrants?occurrence_id=${id}`))).toEqual(UNKNOWN);
	});

	it('is shown once it is over only when asked for', async () => {
		const first = Date.parse(occurrences()[0]!.start_time);
		sandbox().advanceClock((first - Date.now()) / 1000 + 2 * 3600);
		// So much later the token has run out.
		sandbox().configure({ tokenLifeSeconds: 1e9 });
		const shown = async (query: string) =>
			((await call('GET', path + query)).body.occurrences as object[]).length;
		expect(await shown('')).toBe(3);
		expect(await shown('?show_previous_occurrences=true')).toBe(4);
	});
});

describe('the whole series', () => {
	const path = `/meetings/${SEED.series}`;

	it('is renamed without its recurrence, and moved only with it', async () => {
		expect((await call('PATCH', path, { json: { topic: 'New' } })).status).toBe(204);
		expect(await call('PATCH', path, { json: { duration: 30 } })).toMatchObject(
			missing('recurrence'),
		);
		const json = { duration: 30, recurrence: { type: 1, end_times: 2 } };
		expect((await call('PATCH', path, { json })).status).toBe(204);
		const { body } = await call('GET', path);
		expect(body.occurrences).toEqual([
			expect.objectContaining({ duration: 30 }),
			expect.objectContaining({ duration: 30 }),
		]);
	});

	it('goes when no date is named', async () => {
		expect((await call('DELETE', path)).status).toBe(204);
		expect((await call('GET', path)).body.code).toBe(3001);
	});
});
