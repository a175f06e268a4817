import { sleep } from 'n8n-workflow';
import { dropOldest } from './bounded';

/** For each trigger: whoever floods one must neither flood n8n's log nor hide what others tell. */
const LINES = 10;
const PERIOD_MS = 10_000;
const MOST_TRIGGERS = 1_000;

/** How many requests each trigger has refused in the last seconds. */
const refused = new Map<string, { count: number }>();

/**
 * Tells why a request is refused: ten lines in ten seconds, then how many more there were.
 *
 * @param trigger tells one trigger from others, in this process
 * @param write writes a line to n8n's log
 */
export function tellRefusal(trigger: string, write: (text: string) => void, reason: string): void {
	const period = refused.get(trigger) ?? begin(trigger, write);
	period.count++;
	if (period.count <= LINES) write(`refused a request: ${reason}`);
}

function begin(trigger: string, write: (text: string) => void) {
	const period = { count: 0 };
	refused.set(trigger, period);
	dropOldest(refused, MOST_TRIGGERS);
	void sleep(PERIOD_MS).then(() => {
		if (refused.get(trigger) === period) refused.delete(trigger);
		const more = period.count - LINES;
		if (more > 0) write(`refused ${more} more ${more === 1 ? 'request' : 'requests'}`);
	});
	return period;
}
