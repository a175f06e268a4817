import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';

/** An answer as somebody with curl would see it. */
export interface Reply {
	status: number;
	// Tests look into Zoom's JSON, whose shape they are there to prove.
	body: Record<string, unknown> & { code?: number; message?: string };
	headers: Headers;
}

export interface Request {
	/** Sent as JSON. */
	json?: unknown;
	/** Sent as it is. */
	text?: string;
	headers?: Record<string, string>;
	/** Another token than the one of the default app; '' sends no Authorization header. */
	token?: string;
}

/** Raw HTTP to a sandbox that is reset before each test. */
export function useSandbox(options: SandboxOptions = {}) {
	let sandbox: Sandbox;
	let ownToken: string | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox(options);
	});
	beforeEach(() => {
		sandbox.reset();
		ownToken = undefined;
	});
	afterAll(async () => await sandbox.close());

	const send = async (url: string, init: RequestInit): Promise<Reply> => {
		const response = await fetch(`${sandbox.url}${url}`, init);
		const text = await response.text();
		const body = (text ? JSON.parse(text) : {}) as Reply['body'];
		return { status: response.status, body, headers: response.headers };
	};

	const askForToken = async (changes: RequestInit & { path?: string } = {}): Promise<Reply> => {
		const { path = '/oauth/token', ...init } = changes;
		return await send(path, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'account_credentials',
				account_id: sandbox.accountId,
			}),
			...init,
			headers: {
				Authorization: basic(sandbox.clientId, sandbox.clientSecret),
				...(init.headers as Record<string, string>),
			},
		});
	};

	const newToken = async (): Promise<string> => {
		const { body } = await askForToken();
		return String(body.access_token);
	};

	/** One API request, with a token of the default app that is fetched once per test. */
	const call = async (
		method: string,
		path: string,
		{ json, text, headers, token }: Request = {},
	): Promise<Reply> => {
		const bearer = token ?? (ownToken ??= await newToken());
		return await send(`/v2${path}`, {
			method,
			body: json === undefined ? text : JSON.stringify(json),
			headers: {
				...(bearer && { Authorization: `Bearer ${bearer}` }),
				...(json !== undefined && { 'Content-Type': 'application/json' }),
				...headers,
			},
		});
	};

	return { sandbox: () => sandbox, send, askForToken, newToken, call };
}

export function basic(id: string, secret: string): string {
	return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** The part of a reply that tells an error. */
export function errorOf({ status, body }: Reply) {
	return { status, code: body.code, message: body.message };
}

/** "Validation Failed." that calls these fields invalid. */
export function invalid(...fields: string[]) {
	return wrong('Invalid field.', fields);
}

/** "Validation Failed." for fields that have to be there. */
export function missing(...fields: string[]) {
	return wrong('Missing field.', fields);
}

function wrong(message: string, fields: string[]) {
	return {
		status: 400,
		body: {
			code: 300,
			message: 'Validation Failed.',
			errors: fields.map((field) => ({ field, message })),
		},
	};
}

export const NOT_AN_OBJECT = {
	status: 400,
	code: 300,
	message: 'Request Body should be a valid JSON object.',
};

/** The seconds of Zoom's limits, which last until the function is given the ms that pass. */
export function useStoppedSecond(): (ms: number) => void {
	let now = 0;
	beforeEach(() => {
		jest.spyOn(performance, 'now').mockImplementation(() => now);
	});
	afterEach(() => jest.restoreAllMocks());
	return (ms) => void (now += ms);
}
