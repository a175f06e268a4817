/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { N8nClient, Workflow } from './n8n';

const FOLDER = join(__dirname, '..', 'examples');

/** The name under which the examples use their credential. */
export const CREDENTIAL_NAME = 'Zoom Server-to-Server account';

/** The addresses that the examples listen on, below `/form/` and `/webhook/`. */
export const PATHS = {
	form: 'zoom-registration',
	register: 'zoom-register',
	createMeeting: 'zoom-create-meeting',
	importCsv: 'zoom-import-csv',
	approveCompany: 'zoom-approve-company',
	stayedAway: 'zoom-stayed-away',
	certificates: 'zoom-certificates',
	attendanceSheet: 'zoom-attendance-sheet',
	shopOrder: 'zoom-shop-order',
	panelists: 'zoom-panelists',
	webinarSeries: 'zoom-webinar-series',
	chooseSessions: 'zoom-choose-sessions',
	guestList: 'zoom-guest-list/zoom',
	noShows: 'zoom-missed-you/zoom',
	followUp: 'zoom-follow-up/zoom',
	recordings: 'zoom-recordings/zoom',
};

const exported = z.object({
	name: z.string(),
	description: z.string(),
	nodes: z.array(
		z
			.object({
				name: z.string(),
				type: z.string(),
				parameters: z.record(z.unknown()),
				credentials: z.record(z.object({ name: z.string() })).optional(),
			})
			.passthrough(),
	),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

/**
 * Reads an example.
 * @param file its name in the folder `examples`
 * @param meetingId takes the place of the sandbox's meetings, where the example names one
 */
export function readExample(file: string, meetingId?: string): Workflow {
	const workflow = exported.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
	if (!meetingId) return workflow;
	const nodes = workflow.nodes.map((node) => {
		const locator = z
			.object({ value: z.string() })
			.passthrough()
			.safeParse(node.parameters.meetingId);
		// An expression takes the meeting from the workflow itself.
		if (!locator.success || locator.data.value.startsWith('=')) return node;
		const chosen = { ...locator.data, value: meetingId };
		return { ...node, parameters: { ...node.parameters, meetingId: chosen } };
	});
	return { ...workflow, nodes };
}

/** The files of all examples. */
export function exampleFiles(): string[] {
	return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

/**
 * Imports and publishes an example, and returns the workflow's ID.
 * @param credentialId the credential that its Zoom nodes get
 * @param meetingId see {@link readExample}; with it, an example that waits for events is not
 *   published, since Zoom does not know this n8n
 */
export async function publishExample(
	client: N8nClient,
	file: string,
	credentialId: string,
	meetingId?: string,
): Promise<string> {
	const workflow = readExample(file, meetingId);
	const id = await client.importWorkflow(workflow, { [CREDENTIAL_NAME]: credentialId });
	const waits = workflow.nodes.some(({ type }) => type.endsWith('.zoomTrigger'));
	if (!meetingId || !waits) await client.publishWorkflow(id);
	return id;
}

/** Imports and publishes every example, and returns the workflows' IDs by their files. */
export async function publishExamples(
	client: N8nClient,
	credentialId: string,
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const file of exampleFiles()) {
		ids.set(file, await publishExample(client, file, credentialId));
	}
	return ids;
}
