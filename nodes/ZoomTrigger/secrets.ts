import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { verify } from './verify';
import type { Delivery, Verdict } from './verify';
import { trimPasted } from '../../credentials/token/settings';

/** n8n takes about 20 ms to open a credential, most of what an event costs in a burst. */
const KEPT_MS = 10_000;

/** By credential. */
const kept = new Map<string, readonly string[]>();

/** The secret tokens of a credential: one, or two while a new one replaces an old one. */
export function readSecrets({ webhookSecretToken }: ICredentialDataDecryptedObject): string[] {
	const texts = typeof webhookSecretToken === 'string' ? webhookSecretToken.split(/[\s,;]+/) : [];
	return texts.map(trimPasted).filter((text) => text !== '');
}

/** Keeps the secrets for 10 seconds, then no more. */
function keep(credentialId: string, secrets: readonly string[]) {
	kept.set(credentialId, secrets);
	void sleep(KEPT_MS).then(() => {
		if (kept.get(credentialId) === secrets) kept.delete(credentialId);
	});
}

/**
 * Verifies a request with the credential's secrets, which are read again every 10 seconds, and at
 * once where they do not fit: a new secret holds from the moment it is saved.
 *
 * @param credentialId tells the credential from others; undefined for none that is saved
 * @param open reads the credential
 * @param windowMs how old a request may be, in milliseconds
 * @param now milliseconds since 1970
 */
export async function verifyWithCredential(
	delivery: Delivery,
	credentialId: string | undefined,
	open: () => Promise<ICredentialDataDecryptedObject>,
	windowMs: number,
	now: number,
): Promise<Verdict> {
	const known = credentialId === undefined ? undefined : kept.get(credentialId);
	if (known) {
		const verdict = verify(delivery, known, windowMs, now);
		if ('secret' in verdict) return verdict;
	}
	const secrets = readSecrets(await open());
	if (credentialId !== undefined) keep(credentialId, secrets);
	return verify(delivery, secrets, windowMs, now);
}
