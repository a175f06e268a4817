import { z } from 'zod';

/** What goes wrong with a request. */
const KINDS = [
	/** The connection is reset before the request is read: nothing was done. */
	'resetBefore',
	/** The connection is reset after the work is done: the answer is lost. */
	'resetAfter',
	/** The work is done, and the connection breaks in the middle of the answer. */
	'halfAnswer',
	/** The work is done, and the answer takes `ms`. */
	'slow',
	/** The work is done, and the answer comes a character every `ms`. */
	'drip',
	/** A proxy's page instead of the work, with `status`. */
	'htmlBefore',
	/** The work is done, and a proxy's page comes instead of the answer, with `status`. */
	'htmlAfter',
	/** 429, whatever the limits are; `retryAfterSeconds` goes along as an instant of Zoom's clock. */
	'tooMany',
	/** All tokens are revoked just before the request arrives. */
	'tokenKilled',
	/** A file breaks off after `at` bytes of an answer. */
	'cut',
	/** A page to sign in instead of a file. */
	'loginPage',
	/** A redirect to `location` instead of the work. */
	'redirect',
	/** `text` instead of the work, as an answer with 200. */
	'answer',
	/** `bytes` instead of the work: the whole of an HTTP answer, right or wrong. */
	'rawBefore',
	/** The work is done, and `bytes` come instead of the answer. */
	'rawAfter',
] as const;

export const faultSchema = z
	.object({
		kind: z.enum(KINDS),
		/**
		 * `token`, an operation such as `POST /meetings/{meetingId}/registrants`, `GET
		 * /rec/download/{fileId}` or `GET /rec/file/{fileId}`, or all of the API.
		 */
		on: z.string().default('api'),
		/** How many requests it hits; all of them where it is not given. */
		times: z.number().min(1).default(Infinity),
		/** How many requests are spared before. */
		after: z.number().int().min(0).default(0),
		/** How long it lasts, in milliseconds from when it is set. */
		forMs: z.number().positive().default(Infinity),
		status: z.number().int().min(500).max(599).default(503),
		ms: z.number().min(0).default(0),
		at: z.number().int().min(0).default(0),
		location: z.string().default(''),
		text: z.string().default('{}'),
		/** In base64. */
		bytes: z.string().default(''),
		/** What follows the bytes: the connection's end, or its reset. */
		ending: z.enum(['end', 'reset']).default('end'),
		retryAfterSeconds: z.number().min(0).optional(),
	})
	.strict();

export type Fault = z.output<typeof faultSchema>;
export type FaultKind = Fault['kind'];

/** A fault as it is asked for. */
export type FaultWish = z.input<typeof faultSchema>;

/** The faults that are set, and how often each was met. */
export class Faults {
	private faults: Array<{ fault: Fault; since: number; met: number }> = [];

	/** Replaces all faults. */
	set(wishes: readonly FaultWish[]): void {
		const since = Date.now();
		this.faults = wishes.map((wish) => ({ fault: faultSchema.parse(wish), since, met: 0 }));
	}

	/** @param operation `token`, or the operation as the fault's `on` names it */
	next(operation: string): Fault | undefined {
		for (const entry of this.faults) {
			const { on, after, times, forMs } = entry.fault;
			const isApi = operation !== 'token' && !operation.startsWith('GET /rec/');
			if (on !== operation && !(on === 'api' && isApi)) continue;
			if (Date.now() - entry.since > forMs) continue;
			entry.met++;
			if (entry.met > after && entry.met <= after + times) return entry.fault;
		}
		return undefined;
	}
}
