/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../clock';
import type { CloudRecording } from '../state/recording';

/** Gives out tokens for the files of a recording, and signs the links that Zoom redirects to. */
export class FileOffice {
	private readonly tokens = new Map<string, { uuid: string; expiresAt: number }>();
	private readonly key = randomBytes(32);

	constructor(
		private readonly clock: Clock,
		private readonly onToken: (token: string) => void,
	) {}

	/** A token for all files of a recording. */
	mint({ uuid }: CloudRecording, lifeSeconds: number): string {
		const token = `fil.${randomBytes(48).toString('base64url')}`;
		this.onToken(token);
		this.tokens.set(token, { uuid, expiresAt: this.clock.now() + lifeSeconds * 1000 });
		return token;
	}

	/** What a token is good for: undefined for one of somebody else, which may be an app's. */
	identify(token: string): { uuid: string; isExpired: boolean } | undefined {
		const known = this.tokens.get(token);
		return known && { uuid: known.uuid, isExpired: known.expiresAt <= this.clock.now() };
	}

	/** The path and query of a file, which need no token until they expire. */
	sign(fileId: string, lifeSeconds: number): string {
		const expires = String(this.clock.now() + lifeSeconds * 1000);
		return `/rec/file/${fileId}?Expires=${expires}&Signature=${this.signature(fileId, expires)}`;
	}

	isSigned(fileId: string, query: URLSearchParams): boolean {
		const expires = query.get('Expires') ?? '';
		const isRight = query.get('Signature') === this.signature(fileId, expires);
		return isRight && Number(expires) > this.clock.now();
	}

	clear(): void {
		this.tokens.clear();
	}

	private signature(fileId: string, expires: string): string {
		return createHmac('sha256', this.key).update(`${fileId} ${expires}`).digest('base64url');
	}
}
