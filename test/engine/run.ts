import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
} from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../credentials/ZoomServerToServerOAuth2Api.credentials';
// In full: tsx takes Zoom.node.json, the codex, for it otherwise.
import { Zoom } from '../../nodes/Zoom/Zoom.node.ts';
import { CredentialRows } from './credentialRows';
import { runInEngine, type NodeRun } from './engine';

export type { NodeRun } from './engine';

/** One for all runs, as n8n has it. */
const ZOOM = new Zoom();

/**
 * Runs the Zoom node in n8n-core's own engine, with real HTTP.
 *
 * @param parameters the node's parameters, expressions included
 * @param credentials decrypted data, or a store to share between runs (credential ID "1")
 * @param rows the json of the input items
 * @param settings of the node, such as onError
 * @param onStart gets what stops the run, as the Stop button does
 */
export async function runZoom(
	parameters: INodeParameters,
	credentials: ICredentialDataDecryptedObject | CredentialRows,
	rows: IDataObject[] = [{}],
	settings: Partial<INode> = {},
	onStart?: (stop: () => void) => void,
): Promise<NodeRun> {
	const store = credentials instanceof CredentialRows ? credentials : storeOf(credentials);
	const credential = { [store.type.name]: { id: '1', name: 'Zoom' } };
	const all = { credentials: credential, ...settings };
	return await runInEngine(ZOOM, parameters, store, rows, all, onStart);
}

/** A store with one credential, ID "1". */
export function storeOf(credentials: ICredentialDataDecryptedObject): CredentialRows {
	const store = new CredentialRows(new ZoomServerToServerOAuth2Api());
	store.rows.set('1', credentials);
	return store;
}
