import { sleep } from 'n8n-workflow';
import type { ListRun, Row } from './types';

/** Reading thousands of rows takes seconds: after so many, n8n gets to do something else. */
const ROWS_IN_A_ROW = 100;

/** Takes each row a step further, in order; rows that can't be fail and are left out. */
export async function eachRow<S extends Row, T>(
	run: ListRun,
	rows: readonly S[],
	step: (row: S) => T | Promise<T>,
): Promise<T[]> {
	const results: T[] = [];
	for (const [index, row] of rows.entries()) {
		if (run.stopped()) break;
		if (index > 0 && index % ROWS_IN_A_ROW === 0) await sleep(0);
		try {
			results.push(await step(row));
		} catch (error) {
			run.failed(row.itemIndex, error);
		}
	}
	return results;
}
