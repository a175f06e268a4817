/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BinaryDataService, FileTooLargeError } from 'n8n-core';
import type { BinaryData } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { checksumOf, SEED } from '../../sandbox';
import { errorOf } from '../failedRow';
import { download, fileIn } from './downloading';
import { byId, useSandbox } from './world';

/* Recording → Download, with n8n's own ways of storing files, and what goes wrong in them. */

const MIB = 1_048_576;
const { uuid, files } = SEED.recorded;

const sandbox = useSandbox();
const run = async (more: INodeParameters = {}, rows?: IDataObject[]) =>
	await download(sandbox(), more, rows);
const fileOf = (id: string) => fileIn(sandbox(), id);
const askedForFiles = () =>
	sandbox()
		.requests()
		.filter(({ path }) => path.startsWith('/rec/file/')).length;

let folder: string;
beforeEach(async () => {
	folder = await fs.mkdtemp(join(tmpdir(), 'n8n-nodes-zoom-files-'));
});
afterEach(async () => {
	jest.restoreAllMocks();
	await fs.rm(folder, { recursive: true });
});

/** As n8n is set up by N8N_DEFAULT_BINARY_DATA_MODE; it has its database apart from n8n-core. */
async function storeFilesIn(mode: BinaryData.ConfigMode, most = Infinity) {
	const settings = { mode, localStoragePath: folder };
	const reporter = { error: jest.fn(), warn: jest.fn() };
	const own = new BinaryDataService(settings as never, reporter as never, {} as never);
	await own.init();
	own.setManager('database', database(most) as unknown as BinaryData.Manager);
	const { store } = BinaryDataService.prototype;
	jest
		.spyOn(BinaryDataService.prototype, 'store')
		.mockImplementation(async (...all) => await store.apply(own, all));
	return own;
}

/** As n8n's DatabaseManager, whose table is a list here. */
function database(most: number): Pick<BinaryData.Manager, 'store' | 'getAsBuffer'> {
	const table: Buffer[] = [];
	return {
		async store(_, file) {
			const pieces: Buffer[] = [];
			for await (const piece of Buffer.isBuffer(file) ? [file] : file) pieces.push(piece);
			const data = Buffer.concat(pieces);
			const fileId = String(table.length);
			if (data.length > most) {
				throw new FileTooLargeError({ fileSizeMb: data.length / MIB, maxFileSizeMb: 1, fileId });
			}
			table.push(data);
			return { fileId, fileSize: data.length };
		},
		getAsBuffer: async (fileId) => table[Number(fileId)] ?? Buffer.alloc(0),
	};
}

/** What is in the folder, all folders below it too. */
const stored = async () => {
	const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter((one) => one.isFile()).map(({ name }) => name);
};

async function hashOf(own: BinaryDataService, item: INodeExecutionData | undefined) {
	const data = item?.binary?.data;
	if (!data) throw new Error('The item has no file');
	return createHash('sha256')
		.update(await own.getAsBuffer(data))
		.digest('hex');
}

const diskFull = () => Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
const DISK_FULL = {
	message: "n8n couldn't store the file",
	hint: 'The disk where n8n stores files is full. None of this file was kept.',
};

describe.each(['default', 'filesystem', 'database'] as const)('files in mode %s', (mode) => {
	it('are whole', async () => {
		const own = await storeFilesIn(mode);
		const { items, errors } = await run({ fileTypes: [] });
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.file_id)).toEqual(Object.values(files));
		for (const item of items) {
			const id = String(item.json.file_id);
			expect([id, await hashOf(own, item)]).toEqual([id, checksumOf(id, fileOf(id).content)]);
		}
	});
});

describe('a file that is too large for n8n', () => {
	it.each([
		['default', 'in memory', 383],
		['database', 'in its database', 1024],
	] as const)('is told before the first byte of any file: %s', async (mode, where, most) => {
		await storeFilesIn(mode);
		// The last of all files: those before it are not fetched for nothing.
		fileOf(files.timeline).content = { size: most * MIB + 1 };
		const { items, errors } = await run({ fileTypes: [] });
		expect(items).toEqual([]);
		expect(errorOf(errors[0])).toMatchObject({
			message: `n8n stores files ${where}, which is too small for this recording`,
			hint: expect.stringMatching(`Nothing was downloaded.* ${most} MB.*filesystem`),
		});
		expect(askedForFiles()).toBe(0);
	});

	it('is none that n8n could hold in memory: as base64, it is a text that Node takes', () => {
		expect(Math.ceil((383 * MIB) / 3) * 4).toBeLessThanOrEqual(constants.MAX_STRING_LENGTH);
		expect(Math.ceil((384 * MIB) / 3) * 4).toBeGreaterThan(constants.MAX_STRING_LENGTH);
	});

	it('is told once where only n8n knows its limit', async () => {
		await storeFilesIn('database', 300_000);
		const { items, errors } = await run();
		expect(items).toEqual([]);
		expect(errorOf(errors[0])).toMatchObject({
			message: "n8n couldn't store the file",
			hint: expect.stringContaining('too large for the way n8n stores files'),
		});
		expect(askedForFiles()).toBe(1);
	});
});

describe('a full disk', () => {
	/** The disk takes some of a file, and then no more; the next file finds room again. */
	const fillUp = () =>
		jest.spyOn(fs, 'writeFile').mockImplementationOnce(async (path, file) => {
			const half = await fs.open(String(path), 'w');
			for await (const piece of file as Readable) {
				await half.write(piece);
				await half.close();
				throw diskFull();
			}
		});

	it('is told of the item that it hits, and nothing half-written is left', async () => {
		await storeFilesIn('filesystem');
		fillUp();
		const rows = [{ id: SEED.over }, { id: uuid }];
		const { items, errors } = await run({ recordedEventId: byId('={{ $json.id }}') }, rows);
		const [failed] = errors;
		expect(errorOf(failed)).toMatchObject(DISK_FULL);
		expect(errors).toHaveLength(1);
		expect(items).toHaveLength(1);
		expect([failed, ...items].map((one) => one?.pairedItem)).toContainEqual({ item: 1 });
		// The whole file and its metadata.
		expect(await stored()).toHaveLength(2);
		// Nothing is fetched again: room on the disk doesn't come by itself.
		expect(askedForFiles()).toBe(rows.length);
	});

	/** Where n8n fails before it reads anything. */
	const noRoomForFolders = () => jest.spyOn(fs, 'mkdir').mockRejectedValue(diskFull());

	it('is told where not even a folder has room, and the connection is given back', async () => {
		await storeFilesIn('filesystem');
		const opened: Readable[] = [];
		const { [Symbol.asyncIterator]: read } = Readable.prototype;
		jest.spyOn(Readable.prototype, Symbol.asyncIterator).mockImplementation(function (
			this: Readable,
		) {
			opened.push(this);
			return read.call(this) as never;
		});
		fileOf(files.video).content = { size: 20_000_000 };
		noRoomForFolders();
		const { errors } = await run();
		expect(errorOf(errors[0])).toMatchObject(DISK_FULL);
		expect(askedForFiles()).toBe(1);
		// The sandbox's side of the requests is among them.
		expect(opened.length).toBeGreaterThan(1);
		expect(opened.filter(({ destroyed }) => !destroyed)).toEqual([]);
		expect(await stored()).toEqual([]);
	});

	it('is told while n8n is asked how it stores files', async () => {
		await storeFilesIn('filesystem');
		fileOf(files.video).content = { size: 500 * MIB };
		noRoomForFolders();
		const { errors } = await run();
		expect(errorOf(errors[0])).toMatchObject(DISK_FULL);
		expect(askedForFiles()).toBe(0);
	});
});
