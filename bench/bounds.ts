import { rounded, type Row } from './measure';

/** Something that the project promises, and what was measured. */
export interface Bound {
	text: string;
	value: number;
	bound: string;
	holds: boolean;
}

/** Checks what the README promises. Scenarios that did not run are left out. */
export function bounds(rows: readonly Row[]): Bound[] {
	const results: Bound[] = [];
	const find = (scenario: string, start: string) =>
		rows.find((row) => row.scenario === scenario && row.contestant.startsWith(start));
	const atMost = (text: string, value: number | undefined, most: number) => {
		if (value === undefined) return;
		results.push({ text, value: rounded(value), bound: `at most ${most}`, holds: value <= most });
	};
	const atLeast = (text: string, value: number | undefined, least: number) => {
		if (value === undefined) return;
		results.push({
			text,
			value: rounded(value),
			bound: `at least ${least}`,
			holds: value >= least,
		});
	};

	const single = find('unlimited', 'This node, Add, 5');
	const quick = find('unlimited', 'This node, Add, 20');
	const many = find('unlimited', 'This node, Add Many');
	const b = find('unlimited', 'Hand-made B, token once');
	const bPaced = find('unlimited', 'Hand-made B, 5 rows');
	const c = find('unlimited', 'Hand-made C');
	atMost('1,000 single adds, wall time over the floor', single?.ratio, 1.25);
	atLeast('Add Many, times faster than hand-made C', c && many && c.wallMs / many.wallMs, 15);
	// A row costs less the faster it goes, whoever sends it: compared are the fastest, and the same pace.
	atMost(
		'CPU per row over that of hand-made B, each as fast as it goes',
		b && quick && quick.cpuMsPerRow / b.cpuMsPerRow,
		1,
	);
	atMost(
		'… at the pace of 5 at a time',
		bPaced && single && single.cpuMsPerRow / bPaced.cpuMsPerRow,
		1,
	);

	for (const plan of ['pro', 'auto']) {
		const limited = rows.find(
			({ scenario, contestant }) =>
				scenario === 'limited' && contestant === `This node, Add, 5 at a time, plan ${plan}`,
		);
		atMost(`600 adds at 30/s, plan ${plan}, over the bound`, limited?.ratio, 1.05);
		atMost(`… 429s over calls`, limited && limited.tooMany / limited.calls, 0.01);
		atMost(`… lost and doubled`, limited && limited.lost + limited.doubled, 0);
	}

	const list = find('list', 'This node');
	atMost('10,000 registrants listed, calls', list?.calls, 34);
	atMost('… growth of memory in MB', list?.rssMb, 100);
	atMost('… wall time over the floor', list?.ratio, 1.25);
	atMost('… lost and doubled', list && list.lost + list.doubled, 0);

	const cold = find('cold', 'This node');
	atMost('200 cold form posts, token requests', cold?.tokenCalls, 1);
	atMost('… lost and doubled', cold && cold.lost + cold.doubled, 0);

	const killed = find('killed', 'This node');
	atMost('Token killed in mid-run, lost and doubled', killed && killed.lost + killed.doubled, 0);
	return results;
}
