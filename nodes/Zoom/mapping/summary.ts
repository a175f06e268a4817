import { isPlainObject } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

/** A summary of AI Companion, whichever of Zoom's forms it came in. */
export interface SummaryText {
	title: string;
	overview: string;
	details: Array<{ label: string; summary: string }>;
	next_steps: string[];
	/** As Zoom wrote it, or made of the parts. */
	markdown: string;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const textsOf = (value: unknown) =>
	Array.isArray(value) ? value.map(textOf).filter(Boolean) : [textOf(value)].filter(Boolean);

/**
 * Reads a summary: `summary_content` is the whole of it in Markdown; the other fields, which Zoom
 * calls deprecated, hold its parts. What somebody edited goes before what AI Companion wrote.
 * https://developers.zoom.us/docs/api/meetings/#tag/summaries/GET/meetings/{meetingId}/meeting_summary
 */
export function readSummary(summary: IDataObject): SummaryText {
	const content = textOf(summary.summary_content);
	const parts = partsOf(summary);
	const hasParts = parts.overview !== '' || parts.details.length > 0 || parts.next_steps.length > 0;
	const title = textOf(summary.summary_title) || textOf(summary.meeting_topic);
	const told = hasParts || content === '' ? parts : partsOfMarkdown(content);
	return { title, ...told, markdown: content || toMarkdown({ title, ...told }) };
}

type Parts = Omit<SummaryText, 'title' | 'markdown'>;

function partsOf(summary: IDataObject): Parts {
	const edited = (
		isPlainObject(summary.edited_summary) ? summary.edited_summary : {}
	) as IDataObject;
	const details = detailsOf(edited.summary_details);
	const nextSteps = textsOf(edited.next_steps);
	return {
		overview: textOf(edited.summary_overview) || textOf(summary.summary_overview),
		details: details.length > 0 ? details : detailsOf(summary.summary_details),
		next_steps: nextSteps.length > 0 ? nextSteps : textsOf(summary.next_steps),
	};
}

/** Labelled texts, or one text without a label once somebody has edited it. */
function detailsOf(value: unknown): Parts['details'] {
	if (!Array.isArray(value)) {
		const summary = textOf(value);
		return summary === '' ? [] : [{ label: '', summary }];
	}
	return value
		.filter(isPlainObject)
		.map((one: IDataObject) => ({ label: textOf(one.label), summary: textOf(one.summary) }))
		.filter(({ label, summary }) => label !== '' || summary !== '');
}

/** Sections of Markdown by their headings, as Zoom names them in English; others are details. */
function partsOfMarkdown(markdown: string): Parts {
	const parts: Parts = { overview: '', details: [], next_steps: [] };
	for (const section of markdown.split(/^(?=#{1,6}\s)/m)) {
		const [, label = '', text = ''] = /^(?:#{1,6}\s+([^\n]*)\n?)?(.*)$/s.exec(section) ?? [];
		const summary = text.trim();
		if (summary === '') continue;
		if (/^(quick recap|overview)$/i.test(label.trim())) parts.overview = summary;
		else if (/^next steps$/i.test(label.trim())) parts.next_steps.push(...itemsOf(summary));
		else parts.details.push({ label: label.trim(), summary });
	}
	return parts;
}

const itemsOf = (text: string) =>
	text
		.split('\n')
		.map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s*)?/i, '').trim())
		.filter(Boolean);

function toMarkdown({
	title,
	overview,
	details,
	next_steps: steps,
}: Omit<SummaryText, 'markdown'>) {
	return [
		...(title === '' ? [] : [`# ${title}`]),
		...(overview === '' ? [] : [`## Quick recap\n\n${overview}`]),
		...(steps.length === 0
			? []
			: [`## Next steps\n\n${steps.map((one) => `- ${one}`).join('\n')}`]),
		...(details.length === 0 ? [] : ['## Summary']),
		...details.map(({ label, summary }) => (label === '' ? summary : `### ${label}\n\n${summary}`)),
	].join('\n\n');
}

/** Markdown as plain text: headings, bold text and links without their marks. */
export const toPlainText = (markdown: string): string =>
	markdown
		.replace(/^#{1,6}\s+/gm, '')
		.replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, '$1 ($2)')
		.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
		.trim();
