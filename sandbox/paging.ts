import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';
import { ZoomApiError } from './errors';
import type { Settings } from './options';
import type { PageQuery } from './schemas/common';

interface PageToken {
	/** The request it continues: it dies when other parameters change. */
	request: string;
	offset: number;
	expiresAt: number;
}

/** Zoom's lists: `next_page_token`, valid for 15 minutes and for the same parameters only. */
export class Paging {
	private readonly tokens = new Map<string, PageToken>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: () => Settings,
	) {}

	/**
	 * One page of a list, with Zoom's envelope around it.
	 *
	 * @param scope what the list is of: account and path
	 * @param query all parameters, already read by the endpoint's schema
	 * @throws ZoomApiError 300 for a page token that is unknown, too old, or of another request
	 */
	page<T>(scope: string, query: PageQuery & Record<string, unknown>, all: T[]) {
		const { next_page_token: token, page_number: pageNumber, ...rest } = query;
		const request = JSON.stringify([scope, rest]);
		const size = query.page_size;
		const offset = token ? this.offsetOf(token, request) : ((pageNumber || 1) - 1) * size;
		const more = offset + size < all.length;
		return {
			envelope: {
				next_page_token: more ? this.issue(request, offset + size) : '',
				page_count: Math.ceil(all.length / size),
				page_number: Math.floor(offset / size) + 1,
				page_size: size,
				total_records: all.length,
			},
			items: all.slice(offset, offset + size),
		};
	}

	clear(): void {
		this.tokens.clear();
	}

	private offsetOf(token: string, request: string): number {
		const known = this.tokens.get(token);
		if (!known || known.request !== request || known.expiresAt <= this.clock.now()) {
			throw new ZoomApiError('pageTokenInvalid');
		}
		return known.offset;
	}

	private issue(request: string, offset: number): string {
		const token = randomBytes(24).toString('base64url');
		const expiresAt = this.clock.now() + this.settings().pageTokenLifeSeconds * 1000;
		this.tokens.set(token, { request, offset, expiresAt });
		return token;
	}
}
