import type { IExecuteFunctions } from 'n8n-workflow';
import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import {
	chunkByGroup,
	mergeDuplicates,
	sendEach,
	sendTogether,
	settle,
} from '../../common/batches';
import type { Merged } from '../../common/batches';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { lookUpEach } from '../../common/sideBySide';
import { forEachItem } from '../../forEachItem';
import type { BatchOperation, Run } from '../../types';
import { panelistFields, readPanelist } from '../panelistFields';
import type { Panelist } from '../panelistFields';
import { asAdded, readPanelists } from '../panelistList';

const { addPanelists: endpoint, listPanelists } = webinarEndpoints;

interface AddItem extends Merged {
	eventId: string;
	panelist: Panelist;
}

/**
 * Adds a whole list, 30 panelists of a webinar in one call.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/panelists
 */
export const addMany: BatchOperation = {
	option: {
		name: 'Add Many',
		value: 'addMany',
		action: 'Add many panelists',
		description:
			'Add the people of all input items as panelists to their webinars, up to 30 people per request. Needs the webinar, an email address, and a name for each. Returns their personal join links.',
	},
	endpoints: [endpoint, listPanelists, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR), ...panelistFields],
	async executeBatch(itemIndexes, run) {
		const people = await mergeDuplicates(
			await readItems(this, itemIndexes, run),
			({ eventId, panelist }) => JSON.stringify([eventId, panelist.email.toLowerCase()]),
		);
		const calls = await chunkByGroup(people, ({ eventId }) => eventId);
		const added: AddItem[] = [];
		await sendEach(run, calls, async (call) => await sendCall(run, call, added));
		await tellLinks(run, added);
	},
};

async function readItems(context: IExecuteFunctions, itemIndexes: readonly number[], run: Run) {
	const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
	const read = await forEachItem(run, items, ({ itemIndex }) => ({
		itemIndex,
		event: readEvent(context, WEBINAR, itemIndex),
		panelist: readPanelist(context, itemIndex),
	}));
	return await lookUpEach(run, read, async ({ event, ...item }) => ({
		...item,
		eventId: await findEvent(run.zoom.forItem(item.itemIndex), WEBINAR, event),
	}));
}

/** Sends panelists of one webinar. Those that Zoom has taken are done, and noted in `added`. */
async function sendCall(run: Run, call: readonly AddItem[], added: AddItem[]): Promise<void> {
	await sendTogether(
		run,
		call,
		async (zoom, { eventId }, people) => {
			const panelists = people.map(({ panelist }) => panelist);
			return await zoom.attempt(endpoint, { eventId }, { body: { panelists } });
		},
		(one) => {
			const output = { webinar_id: Number(one.eventId), ...one.panelist };
			settle(run, one, output, duplicateWarning(one));
			added.push(one);
		},
	);
}

/** Adds their links to the results: each webinar's panelists are listed once, now that all are in. */
async function tellLinks(run: Run, added: readonly AddItem[]): Promise<void> {
	await lookUpEach(run, added, async (one) => {
		const { eventId, panelist, itemIndex } = one;
		const zoom = run.zoom.forItem(itemIndex);
		const output = await asAdded(eventId, panelist, async () =>
			zoom.once(
				`panelists of webinar ${eventId} after adding`,
				async (once) => await readPanelists(once, eventId),
			),
		);
		settle(run, one, output, duplicateWarning(one));
	});
}

/** Tells further items of the same person what was done for them. */
function duplicateWarning({ panelist }: AddItem): string {
	return `${panelist.email} is in the list more than once and was sent only once, with the first item's data.`;
}
