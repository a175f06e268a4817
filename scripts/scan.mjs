// n8n's scan for community packages, offline: on the sources and on what npm would publish. It
// ignores every eslint-disable.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { repository } from './bootstrap.mjs';
import { packInto } from './pack.cjs';

const packed = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-scan-'));
packInto(packed);
const scans = [
	['sources', repository, SOURCE_FILE_PATTERNS],
	['package', packed, ['**/*.js', 'package.json']],
];
try {
	for (const [label, folder, patterns] of scans) {
		const { passed, message, details } = await analyzePackage(folder, patterns);
		if (passed && message !== 'No files found to analyze') {
			console.log(`Scan of the ${label}: passed`);
			continue;
		}
		console.error(`Scan of the ${label}: ${message}\n${details ?? ''}`);
		process.exitCode = 1;
	}
} finally {
	rmSync(packed, { recursive: true, force: true });
}
