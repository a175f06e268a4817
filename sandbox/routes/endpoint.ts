import type { z } from 'zod';
import type { ZoomEvent } from '../events/build';
import type { FileOffice } from '../files/office';
import type { Category, DailyLimits } from '../limits';
import type { Settings } from '../options';
import type { Paging } from '../paging';
import type { Account } from '../state/account';
import { parse } from '../validate';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an endpoint works on. */
export interface World {
	account: Account;
	/** The sandbox's clock, in milliseconds since 1970. */
	now: number;
	/** By which Zoom was asked; links in answers lead there. */
	origin: string;
	files: FileOffice;
	settings: Settings;
	/** Whether the account may have webinars that play a recording. */
	hasSimulive: boolean;
	/** How long after the end of a meeting it is not known how long people were there. */
	attendanceDelayMs: number;
	/** Whether the account shows meetings that one person alone was in. */
	showsOnePerson: boolean;
	daily: DailyLimits;
	paging: Paging;
	/** Tells the app's subscriptions what happened. */
	announce: (event: ZoomEvent) => void;
}

export interface Call<Q, B> extends World {
	/** Decoded path parameters by name. */
	path: Record<string, string>;
	query: Q;
	body: B;
}

export interface Answer {
	status: 200 | 201 | 204;
	body?: unknown;
}

/** One operation of Zoom's API, as its reference has it. */
export interface Endpoint {
	method: Method;
	/** Below `/v2`, with parameters in braces: `/meetings/{meetingId}`. */
	path: string;
	category: Category;
	granular: string[];
	classic: string[];
	/** The code of a 429 for too many requests per second. */
	perSecondCode: 429 | 4001;
	/** @throws ZoomApiError where Zoom refuses */
	run(world: World, path: Record<string, string>, query: unknown, body: unknown): Answer;
}

interface Definition<Q extends z.ZodTypeAny, B extends z.ZodTypeAny>
	extends Omit<Endpoint, 'run' | 'perSecondCode'> {
	/** Operations whose reference names 4001; the others answer with the older 429. */
	perSecondCode?: 4001;
	query?: Q;
	body?: B;
	handle(call: Call<z.infer<Q>, z.infer<B>>): Answer;
}

/** An endpoint whose query and body are checked by their schemas before it handles the call. */
export function endpoint<Q extends z.ZodTypeAny, B extends z.ZodTypeAny>({
	query: querySchema,
	body: bodySchema,
	handle,
	...rest
}: Definition<Q, B>): Endpoint {
	return {
		perSecondCode: 429,
		...rest,
		run: (world, path, query, body) =>
			handle({
				...world,
				path,
				query: querySchema && parse(querySchema, query),
				body: bodySchema && parse(bodySchema, body),
			}),
	};
}
