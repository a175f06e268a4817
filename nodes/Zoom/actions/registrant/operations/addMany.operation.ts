import { difference, omit, partition, pick, without } from 'lodash';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
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
import { labelsOf, listedFields } from '../registrantFields';
import { extraFields, personFields, readRegistration } from '../registrantInput';
import type { Registration } from '../registrantInput';

const CONFIRMED_ALL_THE_SAME =
	"For this item, the confirmation email couldn't be left out: it follows the meeting's own setting.";

const confirmationField: INodeProperties = {
	displayName: 'Send Confirmation Email',
	name: 'confirmationEmail',
	type: 'boolean',
	default: true,
	description: 'Whether Zoom sends each person an email that confirms the registration',
};

/** Whether Zoom's call for several people can leave the confirmation email out. */
const hasConfirmationSwitch = ({ batchFields }: EventKind) =>
	batchFields.includes('registrants_confirmation_email');

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
		description: `Register the people of all input items for their ${kind.name}s, up to 30 people per request. Needs the ${kind.name}, an email address, and a first name for each. Returns their personal join links. Items with answers or other details are sent one by one, because such a request accepts only email addresses and names.`,
	},
	endpoints: [eventEndpoints(kind).addRegistrants, ...addEndpoints(kind)],
	fields: [
		eventLocator(kind),
		...personFields(kind),
		...(hasConfirmationSwitch(kind) ? [confirmationField] : []),
		extraFields(kind, listedFields(kind)),
	],
	async executeBatch(itemIndexes, run) {
		// Nothing here keeps the people: those of a call that is done are let go of.
		const calls = await planCalls(
			run,
			kind,
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
		const confirmation = hasConfirmationSwitch(kind)
			? context.getNodeParameter('confirmationEmail', itemIndex)
			: undefined;
		return {
			itemIndex,
			event: readEvent(context, kind, itemIndex),
			registration: readRegistration(context, itemIndex, listedFields(kind)),
			options: readAddOptions(context, itemIndex),
			wantsConfirmation: toBoolean(confirmation ?? true, 'Send Confirmation Email'),
		};
	});
	return await lookUpEach(run, read, async ({ event, ...item }) => ({
		...item,
		eventId: await findEvent(run.zoom.forItem(item.itemIndex), kind, event),
	}));
}

/** People who go out in one call: together, or one alone. */
async function planCalls(
	run: Run,
	kind: EventKind,
	people: readonly AddItem[],
): Promise<AddItem[][]> {
	const singly = people.filter(({ registration }) => isMoreThanPlain(kind, registration)).length;
	if (singly > 0) run.zoom.tell(tellSingly(singly, people.length));
	const [plain, others] = partition(people, (person) => isPlain(kind, person));
	const batches = await chunkByGroup(
		plain,
		({ eventId, registration, wantsConfirmation, options }) =>
			JSON.stringify([eventId, registration.extra, wantsConfirmation, options]),
	);
	return [...batches, ...others.map((person) => [person])];
}

/** One person costs less of Zoom's limits by a call for single people. */
function goesAsBatch(kind: EventKind, people: readonly AddItem[]): boolean {
	const [first] = people;
	if (!first || !isPlain(kind, first)) return false;
	return people.length > 1 || needsBatch(kind, first);
}

/** The batch call carries email address and names, and what else is the same for all of them. */
function isPlain(kind: EventKind, { registration, options }: AddItem): boolean {
	return !isMoreThanPlain(kind, registration) && options.ifRegistered === 'return';
}

function isMoreThanPlain({ batchFields }: EventKind, { extra, occurrences }: Registration) {
	return occurrences.length > 0 || without(Object.keys(extra), ...batchFields).length > 0;
}

const tellSingly = (singly: number, all: number) =>
	`${singly} of ${all} people were sent one by one, because Zoom's request for several people accepts only email addresses and names.`;

/** Only the batch call can leave the confirmation email out, and take some of the fields. */
function needsBatch(kind: EventKind, { registration, wantsConfirmation }: AddItem): boolean {
	return !wantsConfirmation || fieldsOfBatch(kind, registration).length > 0;
}

/** The fields of a registration that Zoom takes in its batch call only. */
function fieldsOfBatch({ addFields, batchFields }: EventKind, { extra }: Registration): string[] {
	return Object.keys(pick(extra, difference(batchFields, addFields)));
}

/** Sends people as a batch; those that Zoom does not take that way go out singly. */
async function sendCall(run: Run, kind: EventKind, people: readonly AddItem[]): Promise<void> {
	const result = goesAsBatch(kind, people)
		? await run.limit(sendBatch, run, kind, people)
		: 'useSingleCalls';
	if (result === 'settled') return;
	await Promise.all(
		people.map(async (person) =>
			result === 'sendSingly' && needsBatch(kind, person)
				? await sendCall(run, kind, [person])
				: await run.limit(addSingle, run, kind, person),
		),
	);
}

async function addSingle(run: Run, kind: EventKind, person: AddItem): Promise<void> {
	if (run.stopped()) return;
	const { eventId, options, itemIndex, wantsConfirmation } = person;
	const { registration, leftOut } = forOne(kind, person.registration);
	try {
		const zoom = run.zoom.forItem(itemIndex);
		const output = await addOne(zoom, kind, eventId, registration, options);
		const confirmed = wantsConfirmation ? undefined : CONFIRMED_ALL_THE_SAME;
		settle(run, person, withWarnings(output, leftOut, confirmed), duplicateWarning(person));
	} catch (error) {
		fail(run, person, error as Error);
	}
}

/** A registration without what Zoom's call for single people does not take, which is told. */
function forOne(kind: EventKind, registration: Registration) {
	const names = fieldsOfBatch(kind, registration);
	if (names.length === 0) return { registration };
	return {
		registration: { ...registration, extra: omit(registration.extra, names) },
		leftOut: `${labelsOf(names).join(', ')} was left out: Zoom accepts it only in requests with nothing but email addresses and names, and this item was sent on its own.`,
	};
}
