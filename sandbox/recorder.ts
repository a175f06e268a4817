/** A request that the sandbox has seen, without its Authorization header and without secrets. */
export interface SeenRequest {
	/** When it arrived, ISO 8601 with milliseconds, by this machine's clock. */
	at: string;
	method: string;
	/** As it came, still encoded, without the query. */
	path: string;
	query: Record<string, string>;
	/** The JSON that was sent, the form of a token request, or text that is neither. */
	body: unknown;
	/** The app whose token came with it. */
	clientId?: string;
	/** HTTP status of the answer. */
	status: number;
	/** Zoom's code in the answer, if there is one. */
	code?: number;
	/** Of requests for files: whether a token came with it. */
	isSigned?: boolean;
}

export interface Counts {
	/** Tokens that were given out. */
	tokens: number;
	/** Token requests that were refused. */
	tokenFailures: number;
	/** API requests answered with 401. */
	unauthorized: number;
	/** API requests answered with 429. */
	tooMany: number;
	/** The most API requests that were under way at the same moment. */
	mostInFlight: number;
	/** All API requests by operation, refused ones too: `POST /meetings/{meetingId}/registrants`. */
	byEndpoint: Record<string, number>;
}

const LOG_LENGTH = 20_000;
const UNKNOWN_ENDPOINT = 'unknown';
const SECRET = /secret|token|password|assertion|signature/i;

/** Counts and remembers what comes in. */
export class Recorder {
	private log: SeenRequest[] = [];
	private current = noCounts();
	private inFlight = 0;

	arrived(): void {
		this.inFlight++;
		this.current.mostInFlight = Math.max(this.current.mostInFlight, this.inFlight);
	}

	left(): void {
		this.inFlight--;
	}

	countApi(endpoint: string = UNKNOWN_ENDPOINT, status: number): void {
		const { byEndpoint } = this.current;
		byEndpoint[endpoint] = (byEndpoint[endpoint] ?? 0) + 1;
		if (status === 401) this.current.unauthorized++;
		if (status === 429) this.current.tooMany++;
	}

	countToken(status: number): void {
		if (status === 200) this.current.tokens++;
		else this.current.tokenFailures++;
	}

	/** Remembers a request; the oldest are forgotten after 20,000. */
	remember(request: SeenRequest): void {
		this.log.push(request);
		if (this.log.length > LOG_LENGTH) this.log.shift();
	}

	counts(): Counts {
		return { ...this.current, byEndpoint: { ...this.current.byEndpoint } };
	}

	requests(): SeenRequest[] {
		return [...this.log];
	}

	/** Starts counting at 0; requests that are under way stay so. */
	resetCounts(): void {
		this.current = { ...noCounts(), mostInFlight: this.inFlight };
	}

	reset(): void {
		this.resetCounts();
		this.log = [];
	}
}

function noCounts(): Counts {
	return {
		tokens: 0,
		tokenFailures: 0,
		unauthorized: 0,
		tooMany: 0,
		mostInFlight: 0,
		byEndpoint: {},
	};
}

/** Parameters as the log may show them: `next_page_token` is no secret, an access token is. */
export function withoutSecrets(parameters: URLSearchParams): Record<string, string> {
	const entries = [...parameters].map(([name, value]) => [
		name,
		SECRET.test(name) && name !== 'next_page_token' ? '***' : value,
	]);
	return Object.fromEntries(entries) as Record<string, string>;
}
