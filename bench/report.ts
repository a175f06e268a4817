import { markdownTable } from 'markdown-table';
import type { Row } from './measure';

type Titles = Record<string, { title: string }>;

const NOTES =
	'Each run has a fresh sandbox on the same machine. What takes less than 15 seconds runs five times, in turns: time and calls are the median then, memory and what is lost the most; workflows run on real n8n, the floor and @zoom/rivet are plain Node programs. CPU is that of the whole process, n8n with its webhook, its saving of the execution and about 30 ms for each second that it runs idle; memory is how much it grew at its peak.';

const HEAD = [
	'',
	'Wall time',
	'÷ floor',
	'CPU per row',
	'Memory',
	'Calls',
	'Token calls',
	'429',
	'Lost',
	'Doubled',
];
/** Names to the left, numbers to the right. */
const ALIGN = HEAD.map((title) => (title ? 'right' : null));

/** The tables, in Markdown. */
export function toMarkdown(rows: readonly Row[], titles: Titles, machine: string): string {
	const parts = ['# Benchmark', '', `Made by \`npm run bench\` on ${machine}. ${NOTES}`, ''];
	for (const name of new Set(rows.map(({ scenario }) => scenario))) {
		parts.push(`## ${titles[name]?.title ?? name}`, '');
		const lines = rows
			.filter(({ scenario }) => scenario === name)
			.map((row) => [
				row.contestant,
				`${(row.wallMs / 1000).toFixed(2)} s`,
				row.ratio.toFixed(2),
				`${row.cpuMsPerRow.toFixed(1)} ms`,
				`+${row.rssMb} MB`,
				...[row.calls, row.tokenCalls, row.tooMany, row.lost, row.doubled].map(String),
			]);
		parts.push(markdownTable([HEAD, ...lines], { align: ALIGN }), '');
	}
	return parts.join('\n');
}

const WIDTH = 860;
const LEFT = 330;
const BAR = 20;
const LINE = 34;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Who of a scenario's people was registered, who was lost, and how long it took. */
export function toSvg(rows: readonly Row[], total: number, title: string): string {
	const scale = (WIDTH - LEFT - 190) / total;
	const height = 70 + rows.length * LINE;
	const bars = rows.map((row, index) => {
		const y = 50 + index * LINE;
		const done = Math.round((total - row.lost) * scale);
		const label = `${(row.wallMs / 1000).toFixed(1)} s, ${row.lost === 0 ? 'none lost' : `${row.lost} lost`}`;
		return [
			`<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escape(row.contestant)}</text>`,
			`<rect x="${LEFT}" y="${y}" width="${done}" height="${BAR}" fill="#2d8cff"/>`,
			`<rect x="${LEFT + done}" y="${y}" width="${Math.round(row.lost * scale)}" height="${BAR}" fill="#e5484d"/>`,
			`<text x="${LEFT + total * scale + 10}" y="${y + 15}">${label}</text>`,
		].join('\n');
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="28" font-size="16">${escape(title)}: registered (blue) and lost (red)</text>
${bars.join('\n')}
</svg>
`;
}
