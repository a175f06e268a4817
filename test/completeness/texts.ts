/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { flatMapDeep, isPlainObject } from 'lodash';
import * as ts from 'typescript';
import { ZoomServerToServerOAuth2Api } from '../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { ZoomTrigger } from '../../nodes/ZoomTrigger/ZoomTrigger.node';

const REPOSITORY = join(__dirname, '..', '..');

/** A file of the repository. */
export const read = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8');
/** Files under a folder, by their paths in the repository. */
export const namesIn = (folder: string, ending: RegExp) =>
	readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => posix.join(folder, name.replaceAll('\\', '/')))
		.filter((name) => ending.test(name));

/** All that users may meet comes from these. */
export const SOURCES = ['nodes', 'credentials'].flatMap((folder) => namesIn(folder, /\.ts$/));
/** The texts in a source, `…` where something is filled in. */
export function textsIn(source: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		if (ts.isStringLiteralLike(node)) found.push(node.text);
		if (ts.isTemplateExpression(node)) {
			const spans = node.templateSpans.map(({ literal }) => `…${literal.text}`);
			found.push([node.head.text, ...spans].join(''));
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
	return found.map((text) => text.replace(/\{\w+\}/g, '…')).flatMap((text) => text.split(' · '));
}

/** What is shown of nodes and credential: labels, choices, descriptions, hints. */
const SHOWN = ['displayName', 'name', 'action', 'description', 'placeholder', 'hint'];
export const shownIn = (value: unknown): string[] =>
	flatMapDeep([value], (one): string[] =>
		Array.isArray(one)
			? one.map(shownIn).flat()
			: isPlainObject(one)
				? Object.entries(one as object).flatMap(([key, part]) =>
						typeof part === 'string' ? (SHOWN.includes(key) ? [part] : []) : shownIn(part),
					)
				: [],
	);

/** What users see in the panels. */
export const PANELS: ReadonlyArray<readonly [name: string, described: () => unknown]> = [
	['Zoom', () => new Zoom().description],
	['Zoom Trigger', () => new ZoomTrigger().description],
	['the credential', () => new ZoomServerToServerOAuth2Api().properties],
];
