import { markdownTable } from 'markdown-table';
import { bar, chart, type Panel } from './chart';
import { SCENARIOS } from './scenarios';
import type { Bound, Row, Scenario } from './types';

const NOTES = `Each run has an account and an app of its own, in a sandbox on the same machine. Contestants run three times, in turns, once where a run is long and tells nothing new, five times for what an event costs, and nine times for what a refused one does; time, CPU and calls are the median, memory and what is lost the most of the runs. What must hold for events is the median of what the rounds gave, each by itself: what slows the machine for a minute then slows all contestants of a round. Workflows run on real n8n, those about events on one that has done nothing else; the bare undici pools and @zoom/rivet are plain Node programs. "Around 500 ms" means answers whose latencies have that median and are spread as across the internet (log-normal, σ 0.4), the same ones in the same order for all contestants; https has a certificate made for the run, and n8n opens a connection for each request. CPU is that of the whole process, n8n with its webhook and its saving of the execution; memory is how much it grew at its peak.`;

interface Column {
	title: string;
	text: (row: Row) => string;
	/** Only of these scenarios; of all where it is not given. */
	of?: (scenario: Scenario) => boolean;
}

const isAboutEvents = ({ counts }: Scenario) => counts === 'events';
const isAboutRows = ({ counts = 'sent' }: Scenario) => counts === 'sent' || counts === 'listed';
const isAboutTheEngine = ({ counts }: Scenario) => counts === 'engine';
const ms = (value = 0) => `${Math.round(value)} ms`;

const COLUMNS: Column[] = [
	{ title: '', text: ({ contestant }) => contestant },
	{ title: 'Time', text: ({ wallMs }) => `${(wallMs / 1000).toFixed(2)} s` },
	{ title: '÷ first', text: ({ ratio }) => ratio.toFixed(2), of: isAboutRows },
	{
		title: '÷ limit',
		text: ({ overBound }) => overBound?.toFixed(2) ?? '',
		of: ({ perSecond }) => perSecond !== undefined,
	},
	{ title: '99 % answered in', text: ({ p99Ms }) => ms(p99Ms), of: isAboutEvents },
	{ title: 'Longest', text: ({ longestMs }) => ms(longestMs), of: isAboutEvents },
	{ title: 'Longest block', text: ({ blockMs }) => ms(blockMs), of: isAboutTheEngine },
	{ title: 'CPU each', text: ({ cpuMsPerRow }) => `${cpuMsPerRow.toFixed(1)} ms` },
	{ title: 'Memory', text: ({ rssMb }) => `+${rssMb} MB` },
	{ title: 'Calls', text: ({ calls }) => String(calls), of: isAboutRows },
	{ title: 'Token calls', text: ({ tokenCalls }) => String(tokenCalls), of: isAboutRows },
	{ title: '429', text: ({ tooMany }) => String(tooMany), of: isAboutRows },
	{ title: 'Lost', text: ({ lost }) => String(lost) },
	{ title: 'Doubled', text: ({ doubled }) => String(doubled), of: isAboutRows },
];

/** Names to the left, numbers to the right. */
const table = (head: string[], lines: string[][], left = 1) =>
	markdownTable([head, ...lines], { align: head.map((_, i) => (i < left ? null : 'right')) });

/** The promises with what was measured by a command on a machine, and all tables, in Markdown. */
export function toMarkdown(
	rows: readonly Row[],
	bounds: readonly Bound[],
	{ command, machine }: { command: string; machine: string },
) {
	const promises = bounds.map(({ text, value, bound, holds }) => [
		text,
		String(value),
		holds ? bound : `**${bound}**`,
	]);
	const parts = [
		'# Benchmark',
		`Made by \`${command}\` on ${machine}. ${NOTES}`,
		'## What must hold',
		table(['', 'Measured', 'Bound'], promises),
	];
	for (const name of new Set(rows.map(({ scenario }) => scenario))) {
		const scenario = SCENARIOS[name];
		if (!scenario) continue;
		const columns = COLUMNS.filter(({ of }) => of?.(scenario) ?? true);
		const lines = rows
			.filter((row) => row.scenario === name)
			.map((row) => columns.map(({ text }) => text(row)));
		const titles = columns.map(({ title }) => title);
		parts.push(`## ${scenario.title}`, table(titles, lines));
	}
	return `${parts.join('\n\n')}\n`;
}

const seconds = ({ wallMs }: Row) => `${(wallMs / 1000).toFixed(1)} s`;

/** Who was registered at 50 ms, and how long it took around 500 ms. */
export function toChart(rows: readonly Row[]): string {
	const of = (name: string) => rows.filter(({ scenario }) => scenario === name);
	const registered: Panel = {
		title: "600 registrations at Zoom's 30 requests a second: registered (blue) and lost (red)",
		bars: of('pro').map((row) => {
			const lost = row.lost / 600;
			const label = `${seconds(row)}, ${row.lost === 0 ? 'none lost' : `${row.lost} lost`}`;
			return bar(row.contestant, [1 - lost, lost], label);
		}),
	};
	const slow = [...of('pro500'), ...of('business500')];
	const longest = Math.max(...slow.map(({ wallMs }) => wallMs));
	const realistic: Panel = {
		title: 'Time for 600 at 30 a second and 1,600 at 80 a second, https, answers around 500 ms',
		bars: slow.map((row) => {
			const rate = row.scenario === 'pro500' ? 'Pro' : 'Business';
			return bar(`${row.contestant} (${rate})`, [row.wallMs / longest], seconds(row));
		}),
	};
	return chart([registered, realistic]);
}
