import type { Changes } from '../sandbox/options';
import type { MeetingFields } from '../sandbox/state/account';
import type { MeasuredN8n } from './n8n';
import type { App, SandboxProcess } from './sandboxProcess';
import type { Usage } from './usage';

/** What all scenarios share. */
export interface Bench {
	n8n: MeasuredN8n;
	sandbox: SandboxProcess;
	log: (line: string) => void;
	/** Each scenario has its rows divided by this: more than 1, and one round, to try the bench. */
	divisor: number;
}

/** Where one run takes place: an account that n8n has never met, with a meeting to work on. */
export interface Arena extends Pick<Bench, 'n8n' | 'sandbox'> {
	app: App;
	/** The sandbox's address, http or https. */
	url: string;
	meetingId: number;
	/** How many rows the scenario is about. */
	count: number;
	/** What is posted to workflows. */
	rows: object[];
}

/**
 * Where rows that are done are seen: at Zoom, in what the contestant got back, in the answers to
 * events, or in n8n's engine without the rest of n8n.
 */
export type Counts = 'sent' | 'listed' | 'events' | 'engine';

export interface Contestant {
	name: string;
	run: (arena: Arena) => Promise<Usage>;
	/** Whose time its own is divided by; the first contestant's where none is named. */
	floor?: string;
	/** How often it runs, where that differs from the scenario's number. */
	rounds?: number;
	/** Over https, where not all of the scenario's contestants are. */
	https?: boolean;
	/** Where its rows are seen, if that differs from the scenario. */
	counts?: Counts;
}

/** What one run gave. What a scenario has no figure for is absent. */
export interface Figures {
	wallMs: number;
	cpuMsPerRow: number;
	/** Growth of the process's memory, in megabytes. */
	rssMb: number;
	/** Requests to the API. */
	calls: number;
	tokenCalls: number;
	tooMany: number;
	/** Rows that should have been done and were not. */
	lost: number;
	/** How often Zoom did a row once more. */
	doubled: number;
	/** Of answers to events: so long took all but one in a hundred, and the longest. */
	p99Ms?: number;
	longestMs?: number;
	/** The longest time without a turn of the event loop. */
	blockMs?: number;
}

/** One line of a table: what all runs of a contestant gave. */
export interface Row extends Figures {
	scenario: string;
	contestant: string;
	/** Wall time over that of the floor. */
	ratio: number;
	/** Wall time over what the rate limit allows, where there is one. */
	overBound?: number;
	/** How much the runs differ in wall time, over the median. */
	spread: number;
	/** In the order of the rounds. */
	runs: readonly Figures[];
}

/** Something that the project promises, and what was measured. */
export interface Bound {
	text: string;
	value: number;
	bound: string;
	holds: boolean;
}

export interface Scenario {
	title: string;
	/** How many rows, items or events it is about. */
	rows: number;
	contestants: Contestant[];
	/** What the sandbox is like; LATENCY_MS where no latency is given. */
	sandbox?: Changes;
	https?: boolean;
	/** How often each contestant runs, in turns; 3 where it is not given. */
	rounds?: number;
	meeting?: MeetingFields;
	/** How many rows a second the rate limit allows. */
	perSecond?: number;
	/** Where rows that are done are seen; at Zoom where it is not given. */
	counts?: Counts;
	/** Fills the arena before the clock runs; what it returns becomes the arena's rows. */
	prepare?: (arena: Arena) => Promise<object[] | void>;
	/** What must hold, by the row of a contestant. */
	bounds?: (row: (contestant: string) => Row) => Bound[];
}
