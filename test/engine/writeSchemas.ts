// "npm run schemas": writes what the editor shows of each operation's output before any run.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on a developer's machine, never inside n8n */
import '../setup';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TABLE } from './operationTable';
import { outputSchema, schemaFile, SCHEMAS } from './outputSchemas';

async function main() {
	rmSync(SCHEMAS, { recursive: true, force: true });
	for (const operation of TABLE) {
		const file = join(SCHEMAS, schemaFile(operation.parameters));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${JSON.stringify(await outputSchema(operation), null, '\t')}\n`);
	}
	console.log(`${TABLE.length} schemas in nodes/Zoom/__schema__`);
	// The engine keeps timers of its own.
	process.exit(0);
}

void main();
