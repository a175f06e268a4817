import { z } from 'zod';
import { MEETING, WEBINAR, type Kind } from './kinds';
import { changesSchema } from './options';
import { registrantsPage } from './registrants-page';
import type { Reply } from './reply';
import { explain } from './validate';
import { listMeetings, listRegistrants } from './views';
import type { Zoom } from './zoom';

const appSchema = z
	.object({
		accountId: z.string().min(1),
		clientId: z.string().min(1),
		clientSecret: z.string().min(1),
		scopes: changesSchema.shape.scopes,
		state: changesSchema.shape.appState,
	})
	.strict();

const subscriptionSchema = z
	.object({
		url: z.string().url(),
		events: z.union([z.literal('all'), z.array(z.string())]).default('all'),
	})
	.strict();

const clockSchema = z.object({ seconds: z.number() }).strict();

interface ControlCall {
	zoom: Zoom;
	body: unknown;
	/** Of another account than the default app's. */
	accountId: string | undefined;
	meetingId: string;
}

/** Steers the sandbox from another process. Those that return nothing answer 204. */
const CONTROLS: Record<string, (call: ControlCall) => unknown> = {
	'GET /': ({ zoom, accountId }) => registrantsPage(zoom, accountId),
	'GET /counts': ({ zoom }) => zoom.recorder.counts(),
	'GET /requests': ({ zoom }) => zoom.recorder.requests(),
	'GET /meetings': ({ zoom, accountId }) => listMeetings(zoom, MEETING, accountId),
	'GET /webinars': ({ zoom, accountId }) => listMeetings(zoom, WEBINAR, accountId),
	'GET /meetings/{id}/registrants': ({ zoom, meetingId, accountId }) =>
		listRegistrants(zoom, meetingId, accountId),
	'GET /webinars/{id}/registrants': ({ zoom, meetingId, accountId }) =>
		listRegistrants(zoom, meetingId, accountId),
	'POST /meetings': (call) => add(MEETING, call),
	'POST /webinars': (call) => add(WEBINAR, call),
	'POST /configure': ({ zoom, body }) => zoom.configure(changesSchema.parse(body)),
	'POST /revoke-tokens': ({ zoom }) => zoom.tokens.revokeAll(),
	'POST /expire-tokens': ({ zoom }) => zoom.tokens.expireAll(),
	'POST /advance-clock': ({ zoom, body }) => zoom.clock.advance(clockSchema.parse(body).seconds),
	'POST /subscriptions': async ({ zoom, body }) => {
		const { url, events } = subscriptionSchema.parse(body);
		return await zoom.subscriptions.subscribe(url, zoom.webhookSecret, events);
	},
	'POST /reset': ({ zoom }) => zoom.reset(),
	'POST /reset-counts': ({ zoom }) => zoom.recorder.resetCounts(),
	'POST /apps': ({ zoom, body }) => zoom.addApp(appSchema.parse(body)),
};

function add(kind: Kind, { zoom, body, accountId }: ControlCall) {
	const { id } = zoom.account(accountId).add(kind, body as object, zoom.clock.now());
	return { id };
}

/** Answers a request below `/__sandbox`; anything else gets a 404 that says where things are. */
export async function answerControl(
	zoom: Zoom,
	method: string,
	path: string,
	query: URLSearchParams,
	body: unknown,
): Promise<Reply> {
	const below = /^\/__sandbox(?:\/|$)/.test(path) ? path.slice('/__sandbox'.length) : undefined;
	const [, root, meetingId = ''] =
		/^\/(meetings|webinars)\/(\d+)\/registrants$/.exec(below ?? '') ?? [];
	const name = root ? `/${root}/{id}/registrants` : below?.replace(/\/$/, '') || '/';
	const control = below === undefined ? undefined : CONTROLS[`${method} ${name}`];
	if (!control) {
		const message = `Nothing here. The API is below /v2, the sandbox's controls are: ${Object.keys(CONTROLS).join(', ')} below /__sandbox`;
		return { status: 404, body: { message } };
	}
	try {
		const accountId = query.get('account') ?? undefined;
		const answer = await control({ zoom, body, accountId, meetingId });
		return answer === undefined ? { status: 204 } : { status: 200, body: answer };
	} catch (error) {
		return { status: 400, body: { message: explain(error) } };
	}
}
