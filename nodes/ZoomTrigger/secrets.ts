import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { dropOldest } from './bounded';
import { verify } from './verify';
import type { Delivery, Verdict } from './verify';
import { trimPasted } from '../../credentials/token/settings';

/** n8n takes about 20 ms to open a credential, most of what an event costs in a burst. */
const KEPT_MS = 10_000;
/** So a flood of forged requests opens it no more than once in that time. */
const READ_AGAIN_MS = 5_000;
const MOST_CREDENTIALS = 1_000;

/** What is known of a credential. */
interface Kept {
	/** Undefined until they have been read for the first time. */
	secrets?: readonly string[];
	/** While they are being read. */
	reading?: Promise<readonly string[]>;
	/** A signature that does not fit has them read again from then on; on performance.now(). */
	readAgainFrom: number;
}

/** By credential. */
const kept = new Map<string, Kept>();

/** The secret tokens of a credential: one, or two while a new one replaces an old one. */
export function readSecrets({ webhookSecretToken }: ICredentialDataDecryptedObject): string[] {
	const texts = typeof webhookSecretToken === 'string' ? webhookSecretToken.split(/[\s,;]+/) : [];
	return texts.map(trimPasted).filter((text) => text !== '');
}

function entryOf(credentialId: string): Kept {
	const entry = kept.get(credentialId) ?? { readAgainFrom: 0 };
	kept.set(credentialId, entry);
	dropOldest(kept, MOST_CREDENTIALS);
	return entry;
}

/** Reads the secrets and keeps them for 10 seconds, then no more. */
async function read(
	credentialId: string,
	entry: Kept,
	open: () => Promise<ICredentialDataDecryptedObject>,
) {
	try {
		const secrets = readSecrets(await open());
		entry.secrets = secrets;
		void sleep(KEPT_MS).then(() => {
			if (kept.get(credentialId)?.secrets === secrets) kept.delete(credentialId);
		});
		return secrets;
	} finally {
		entry.reading = undefined;
	}
}

/**
 * Verifies a request with the credential's secrets, which are read again every 10 seconds, and where
 * they do not fit: a new secret holds from the moment it is saved, or within 5 seconds of it while
 * wrong signatures come. Requests that come together share one reading; those that fit what is known
 * wait for none.
 *
 * @param credentialId tells the credential from others; undefined for none that is saved
 * @param open reads the credential
 * @throws what `open` throws
 */
export async function verifyWithCredential(
	delivery: Delivery,
	credentialId: string | undefined,
	open: () => Promise<ICredentialDataDecryptedObject>,
): Promise<Verdict> {
	if (credentialId === undefined) return verify(delivery, readSecrets(await open()));
	const entry = entryOf(credentialId);
	if (entry.secrets) {
		const verdict = verify(delivery, entry.secrets);
		if ('secret' in verdict) return verdict;
		if (!entry.reading) {
			const now = performance.now();
			if (now < entry.readAgainFrom) return verdict;
			entry.readAgainFrom = now + READ_AGAIN_MS;
		}
	}
	entry.reading ??= read(credentialId, entry, open);
	return verify(delivery, await entry.reading);
}
