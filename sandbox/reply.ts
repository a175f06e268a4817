/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import type { ServerResponse } from 'node:http';

/** An answer before it is sent. */
export interface Reply {
	status: number;
	/** JSON, unless it is text with a type of its own; absent for an empty answer. */
	body?: unknown;
	headers?: Record<string, string>;
	/** JSON as it is to be sent, instead of a body. */
	text?: string;
}

/** An error as Zoom writes it for a request that does not ask for JSON; it names no fields. */
export function inXml({ code, message }: { code: number; message: string }): string {
	const text = message.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><error><code>${code}</code><message>${text}</message></error>`;
}

/** Sends an answer as it is. */
export function send(response: ServerResponse, { status, body, text, headers = {} }: Reply): void {
	const isText = typeof body === 'string';
	const type = isText ? 'text/html; charset=utf-8' : 'application/json;charset=UTF-8';
	response.writeHead(status, {
		...((body ?? text) !== undefined && { 'Content-Type': type }),
		...headers,
	});
	if (body === undefined) response.end(text);
	else response.end(isText ? body : JSON.stringify(body));
}
