import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { runZoom } from './run';
import { byId, credentialsFor } from './world';

/** Downloads the seed's video, or what other parameters say; failed items go to their own output. */
export const download = async (
	sandbox: Sandbox,
	more: INodeParameters = {},
	rows?: IDataObject[],
	onStart?: (stop: () => void) => void,
) =>
	await runZoom(
		{
			resource: 'recording',
			operation: 'download',
			recordedEventId: byId(SEED.over),
			fileTypes: ['MP4'],
			options: {},
			...more,
		},
		credentialsFor(sandbox),
		rows,
		{ onError: 'continueErrorOutput' },
		onStart,
	);

/** The recording that the seed has, to be changed. */
export function recordingIn(sandbox: Sandbox) {
	const found = sandbox.recordings().find(({ uuid }) => uuid === SEED.recorded.uuid);
	if (!found) throw new Error('The seed has no recording');
	return found;
}

/** One of its files, to be changed. */
export function fileIn(sandbox: Sandbox, id: string) {
	const file = recordingIn(sandbox).files.find((one) => one.id === id);
	if (!file) throw new Error(`The seed has no file ${id}`);
	return file;
}
