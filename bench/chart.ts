const WIDTH = 900;
const LEFT = 350;
const LONGEST = WIDTH - LEFT - 180;
const BAR = 20;
const LINE = 34;
const HEAD = 50;

const COLORS = ['#2d8cff', '#e5484d'];

/** A bar with a label at its end; its parts are shares of the longest. */
export interface Bar {
	name: string;
	parts: number[];
	label: string;
}

/** Bars below a title. */
export interface Panel {
	title: string;
	bars: Bar[];
}

export const bar = (name: string, parts: number[], label: string): Bar => ({ name, parts, label });

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function drawBar({ name, parts, label }: Bar, y: number): string[] {
	let x = LEFT;
	const drawn = parts.map((part, index) => {
		const width = Math.round(part * LONGEST);
		const rectangle = `<rect x="${x}" y="${y}" width="${width}" height="${BAR}" fill="${COLORS[index]}"/>`;
		x += width;
		return rectangle;
	});
	return [
		`<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escape(name)}</text>`,
		...drawn,
		`<text x="${LEFT + LONGEST + 10}" y="${y + 15}">${escape(label)}</text>`,
	];
}

/** A picture in SVG, the panels one below the other. */
export function chart(panels: Panel[]): string {
	let y = 0;
	const lines = panels.flatMap(({ title, bars }) => {
		const head = `<text x="16" y="${y + 28}" font-size="16">${escape(title)}</text>`;
		const drawn = bars.flatMap((one, index) => drawBar(one, y + HEAD + index * LINE));
		y += HEAD + bars.length * LINE + 10;
		return [head, ...drawn];
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="sans-serif" font-size="13" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
${lines.join('\n')}
</svg>
`;
}
