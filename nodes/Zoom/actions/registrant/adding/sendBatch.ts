import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Attempt } from '../../../transport/client';
import type { Failure } from '../../../transport/errors';
import { withWarning } from '../../common/warning';
import type { Run } from '../../types';
import { fail, isWorthSendingSingly, settle } from '../batches';
import type { Merged } from '../batches';
import type { Registration } from '../registrantInput';
import { asAdded, shownId } from './addOne';
import type { AddOptions } from './addOne';
import { findLost, FOUND_NOTE, notFoundAfterwards } from './lostAnswers';
import { turnOnRegistration } from './turnOn';

/** An input item, or several for the same person, on its way to Zoom. */
export interface AddItem extends Merged {
	eventId: string;
	registration: Registration;
	options: AddOptions;
	wantsConfirmation: boolean;
}

/**
 * What became of a batch: all its people have their results, or they go out singly, or by Zoom's
 * call for single people, since this event or app takes no batches.
 */
export type BatchResult = 'settled' | 'sendSingly' | 'useSingleCalls';

/** Sends people of one event, who share all options, in one call. */
export async function sendBatch(
	run: Run,
	kind: EventKind,
	people: readonly AddItem[],
): Promise<BatchResult> {
	const [first] = people;
	if (!first || run.stopped()) return 'settled';
	try {
		const attempt = await attemptBatch(run, kind, people, first);
		if (attempt.ok) {
			settleAnswered(run, kind, people, attempt.body);
			return 'settled';
		}
		const { failure } = attempt;
		if (failure.kind === 'batchUnsupported' || failure.kind === 'missingScope') {
			return 'useSingleCalls';
		}
		if (isWorthSendingSingly(failure, people.length)) return 'sendSingly';
		if (failure.details.unknown && first.options.checkBeforeReporting) {
			await settleLost(run, kind, people, first, failure);
		} else {
			for (const person of people) fail(run, person, failure);
		}
	} catch (error) {
		for (const person of people) fail(run, person, error as Error);
	}
	return 'settled';
}

async function attemptBatch(
	run: Run,
	kind: EventKind,
	people: readonly AddItem[],
	{ eventId, itemIndex, options, registration, wantsConfirmation }: AddItem,
): Promise<Attempt> {
	const zoom = run.zoom.forItem(itemIndex);
	const body: IDataObject = {
		...registration.extra,
		registrants_confirmation_email: wantsConfirmation,
		registrants: people.map(({ registration: { registrant } }) => registrant),
	};
	const send = async () =>
		await zoom.attempt(eventEndpoints(kind).addRegistrants, { eventId }, { body });
	const attempt = await send();
	if (attempt.ok || attempt.failure.kind !== 'registrationOff') return attempt;
	if (options.turnOnRegistration === 'no') return attempt;
	await turnOnRegistration(zoom, kind, eventId, options.turnOnRegistration);
	return await send();
}

function settleAnswered(run: Run, kind: EventKind, people: readonly AddItem[], body: IDataObject) {
	const answers = new Map(
		((body.registrants ?? []) as IDataObject[]).map((one) => [
			String(one.email).toLowerCase(),
			one,
		]),
	);
	for (const person of people) {
		const { registrant, warnings } = person.registration;
		const answer = answers.get(registrant.email.toLowerCase());
		if (answer) {
			const status = answer.join_url ? 'approved' : 'pending';
			const output = { status, id: shownId(person.eventId), ...registrant, ...answer };
			settle(run, person, withWarning(output, ...warnings), duplicateNote(person));
		} else {
			fail(run, person, missingInAnswer(kind, registrant.email));
		}
	}
}

/** Looks up what became of people whose batch got no answer. */
async function settleLost(
	run: Run,
	kind: EventKind,
	people: readonly AddItem[],
	{ eventId, itemIndex }: AddItem,
	failure: Failure,
) {
	const find = await findLost(run.zoom.forItem(itemIndex), kind, eventId, {}, failure);
	for (const person of people) {
		const { registrant, warnings } = person.registration;
		const { email } = registrant;
		const found = find(email);
		if (found) {
			const output = { ...asAdded(eventId, found), note: FOUND_NOTE };
			settle(run, person, withWarning(output, ...warnings), duplicateNote(person));
		} else {
			fail(run, person, notFoundAfterwards(email));
		}
	}
}

/** Tells further items of the same person what was done for them. */
export function duplicateNote({ registration }: AddItem): string {
	return `${registration.registrant.email} is in the list more than once and was sent once, with the first row's data`;
}

function missingInAnswer(kind: EventKind, email: string) {
	return new UserError(`Zoom's answer does not name ${email}`, {
		description: `Look whether the person is registered: ${kind.label} Registrant → Get Many, status "Any".`,
	});
}
