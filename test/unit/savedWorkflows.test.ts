/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { Zoom } from '../../nodes/Zoom/Zoom.node';

const FOLDER = join(__dirname, '..', 'e2e', 'saved');
const { description } = new Zoom();
const { properties } = description;

const saved = readdirSync(FOLDER).flatMap((version) =>
	readdirSync(join(FOLDER, version)).flatMap((file) => {
		const { workflow } = JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8')) as {
			workflow: { nodes: INode[] };
		};
		return workflow.nodes
			.filter(({ type }) => type === 'n8n-nodes-zoom.zoom')
			.map((node) => [`${version}/${file}`, node.name, node] as const);
	}),
);

// n8n drops parameters that a node does not have any more, and shows values that it does not have.
it.each(saved)('%s: n8n keeps all of "%s"', (_file, _name, node) => {
	const kept = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, null);
	expect(kept).toMatchObject(node.parameters);
	expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
});
