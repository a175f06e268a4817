import { isPlainObject } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Attempt } from '../../../transport/client';
import type { Failure } from '../../../transport/errors';
import { withWarnings } from '../../common/warnings';
import type { Run } from '../../types';
import { fail, isWorthSendingSingly, settle } from '../../common/batches';
import type { Merged } from '../../common/batches';
import type { Registration } from '../registrantInput';
import type { AddOptions } from './addOne';
import { asAnswered } from './asAdded';
import { settleLost } from './lostAnswers';
import { peopleAdded, personKey } from './peopleAdded';
import { attemptTurningOn } from './turnOn';

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
			await settleAnswered(run, kind, people, attempt.body);
			return 'settled';
		}
		const { failure } = attempt;
		if (failure.kind === 'batchUnsupported' || failure.kind === 'missingScope') {
			return 'useSingleCalls';
		}
		if (isWorthSendingSingly(failure, people.length)) return 'sendSingly';
		await Promise.all(people.map(async (one) => await settleFailed(run, kind, one, failure)));
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
		...(kind.batchFields.includes('registrants_confirmation_email') && {
			registrants_confirmation_email: wantsConfirmation,
		}),
		registrants: people.map(({ registration: { registrant } }) => registrant),
	};
	return await attemptTurningOn(
		zoom,
		kind,
		eventId,
		options.turnOnRegistration,
		async () => await zoom.attempt(eventEndpoints(kind).addRegistrants, { eventId }, { body }),
	);
}

async function settleAnswered(
	run: Run,
	kind: EventKind,
	people: readonly AddItem[],
	{ registrants }: IDataObject,
) {
	const entries = (Array.isArray(registrants) ? registrants : []).filter(isPlainObject);
	const answers = new Map(
		(entries as IDataObject[]).map((one) => [String(one.email).toLowerCase(), one]),
	);
	await Promise.all(
		people.map(async (person) => {
			const { registrant, warnings } = person.registration;
			const answer = answers.get(registrant.email.toLowerCase());
			if (!answer?.registrant_id) {
				await settleFailed(run, kind, person, unnamedFailure(kind, registrant.email));
				return;
			}
			const output = asAnswered(run.zoom, person.eventId, person.registration, answer);
			const added = await peopleAdded(run.zoom, kind, person.eventId);
			added.set(personKey(person.registration), output);
			settle(run, person, withWarnings(output, ...warnings), duplicateWarning(person));
		}),
	);
}

/** Looks up what became of a person where that is unknown and the user wants it. */
async function settleFailed(run: Run, kind: EventKind, person: AddItem, failure: Failure) {
	const { eventId, itemIndex, options, registration } = person;
	if (!failure.details.unknown || !options.lookUpLostResponses) {
		fail(run, person, failure);
		return;
	}
	try {
		const zoom = run.zoom.forItem(itemIndex);
		const output = await settleLost(zoom, kind, eventId, registration, failure);
		settle(run, person, withWarnings(output, ...registration.warnings), duplicateWarning(person));
	} catch (error) {
		fail(run, person, error as Error);
	}
}

/** Tells further items of the same person what was done for them. */
export function duplicateWarning({ registration }: AddItem): string {
	return `${registration.registrant.email} is in the list more than once and was sent only once, with the first item's data.`;
}

/** The failure of somebody who is missing from Zoom's answer to the batch. */
function unnamedFailure(kind: EventKind, email: string): Failure {
	return {
		kind: 'noAnswer',
		concerns: 'person',
		title: `Zoom's response doesn't include ${email}, so it's unknown whether the person is registered`,
		details: {
			hint: `Look it up before you send the item again: ${kind.label} Registrant → Get Many with 'Status' set to 'All'.`,
			unknown: true,
		},
	};
}
