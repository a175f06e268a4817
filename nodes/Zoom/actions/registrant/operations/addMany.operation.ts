import { partition } from 'lodash';
import type { IExecuteFunctions } from 'n8n-workflow';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { toBoolean } from '../../../mapping/values';
import { eventLocator, findEvent, readEvent } from '../../common/event';
import { lookUpEach } from '../../common/sideBySide';
import { withWarnings } from '../../common/warnings';
import { forEachItem } from '../../forEachItem';
import type { BatchOperation, Run } from '../../types';
import { addEndpoints, addOne, readAddOptions } from '../adding/addOne';
import { personKey } from '../adding/peopleAdded';
import { duplicateWarning, sendBatch } from '../adding/sendBatch';
import type { AddItem } from '../adding/sendBatch';
import { chunkByGroup, fail, mergeDuplicates, sendEach, settle } from '../../common/batches';
import { extraFields, personFields, readRegistration } from '../registrantInput';

const CONFIRMED_ALL_THE_SAME =
	'Zoom decides on the confirmation email by the meeting: for this row it could not be left out.';

/**
 * Registers a whole list, 30 people of an event in one call. What that call can't carry goes out
 * person by person.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/batch_registrants
 */
export const addMany = (kind: EventKind): BatchOperation => ({
	option: {
		name: 'Add Many',
		value: 'addMany',
		action: `Add many ${kind.name} registrants`,
		description: `Register all input items for their ${kind.name}s, 30 people in one call. Needs the ${kind.name}, an email address and a first name for each; returns their personal join links.`,
	},
	endpoints: [eventEndpoints(kind).addRegistrants, ...addEndpoints(kind)],
	fields: [
		eventLocator(kind),
		...personFields(kind),
		{
			displayName: 'Confirmation Email',
			name: 'confirmationEmail',
			type: 'boolean',
			default: true,
			description: 'Whether Zoom sends each person an email that confirms the registration',
		},
		extraFields(kind),
	],
	async executeBatch(itemIndexes, run) {
		// Nothing here keeps the people: those of a call that is done are let go of.
		const calls = await planCalls(
			await mergeDuplicates(await readItems(this, kind, itemIndexes, run), personOf),
		);
		await sendEach(run, calls, async (call) => await sendCall(run, kind, call));
	},
});

/** Who is in the list twice is to be reported, too, where people who have registered are. */
function personOf({ eventId, registration, options, itemIndex }: Omit<AddItem, 'duplicates'>) {
	const own = options.ifRegistered === 'report' && itemIndex;
	return JSON.stringify([eventId, personKey(registration), own]);
}

async function readItems(
	context: IExecuteFunctions,
	kind: EventKind,
	itemIndexes: readonly number[],
	run: Run,
) {
	const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
	const read = await forEachItem(run, items, ({ itemIndex }) => {
		const confirmation = context.getNodeParameter('confirmationEmail', itemIndex);
		return {
			itemIndex,
			event: readEvent(context, kind, itemIndex),
			registration: readRegistration(context, itemIndex),
			options: readAddOptions(context, itemIndex),
			wantsConfirmation: toBoolean(confirmation ?? true, 'Confirmation Email'),
		};
	});
	return await lookUpEach(run, read, async ({ event, ...item }) => ({
		...item,
		eventId: await findEvent(run.zoom.forItem(item.itemIndex), kind, event),
	}));
}

/** People who go out in one call: together, or one alone. */
async function planCalls(people: readonly AddItem[]): Promise<AddItem[][]> {
	const [plain, others] = partition(people, isPlain);
	const batches = await chunkByGroup(
		plain,
		({ eventId, registration, wantsConfirmation, options }) =>
			JSON.stringify([eventId, registration.extra, wantsConfirmation, options]),
	);
	return [...batches, ...others.map((person) => [person])];
}

/** One person costs less of Zoom's limits by a call for single people, which always confirms. */
function goesAsBatch(people: readonly AddItem[]): boolean {
	const [first] = people;
	if (!first || !isPlain(first)) return false;
	return people.length > 1 || !first.wantsConfirmation;
}

/** The batch call carries email address and names, and for all of them whether to approve at once. */
function isPlain({ registration: { extra, occurrences }, options }: AddItem): boolean {
	return (
		Object.keys(extra).every((key) => key === 'auto_approve') &&
		occurrences.length === 0 &&
		options.ifRegistered === 'return'
	);
}

/** Sends people as a batch; those that Zoom does not take that way go out singly. */
async function sendCall(run: Run, kind: EventKind, people: readonly AddItem[]): Promise<void> {
	const result = goesAsBatch(people)
		? await run.limit(sendBatch, run, kind, people)
		: 'useSingleCalls';
	if (result === 'settled') return;
	await Promise.all(
		people.map(async (person) =>
			// Only the batch call can leave the confirmation email out.
			result === 'sendSingly' && !person.wantsConfirmation
				? await sendCall(run, kind, [person])
				: await run.limit(addSingle, run, kind, person),
		),
	);
}

async function addSingle(run: Run, kind: EventKind, person: AddItem): Promise<void> {
	if (run.stopped()) return;
	const { eventId, registration, options, itemIndex, wantsConfirmation } = person;
	try {
		const zoom = run.zoom.forItem(itemIndex);
		const output = await addOne(zoom, kind, eventId, registration, options);
		const warning = wantsConfirmation ? undefined : CONFIRMED_ALL_THE_SAME;
		settle(run, person, withWarnings(output, warning), duplicateWarning(person));
	} catch (error) {
		fail(run, person, error as Error);
	}
}
