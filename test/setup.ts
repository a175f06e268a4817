/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

// n8n-core writes a settings file into the user's folder and logs to the console otherwise.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-'));
process.env.N8N_LOG_LEVEL = 'silent';

// A run says the same twice. "npm run test:faults" looks for more, with inputs that nobody has seen.
const { PROPERTY_RUNS } = process.env;
fc.configureGlobal(PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : { seed: 1 });
