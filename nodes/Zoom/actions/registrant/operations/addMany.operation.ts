import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { toBoolean } from '../../../mapping/values';
import { detailsOf } from '../../../transport/errors';
import { isScopeMissing } from '../../../transport/retry';
import { findMeeting, meetingField, readMeeting } from '../../common/event';
import { eachRow } from '../../forEachItem';
import type { ListOperation, ListRun } from '../../types';
import { addOne, asAdded, isRegistrationOff, readAddOptions, shownId } from '../adding/addOne';
import type { AddOptions } from '../adding/addOne';
import { findLost, FOUND_NOTE, notRegistered } from '../adding/lostAnswers';
import { additionalFields, personFields, readPerson } from '../registrantInput';
import type { Person } from '../registrantInput';
import { intoCalls, sendTogether } from '../batches';
import { turnOnRegistration } from '../adding/turnOn';

interface AddRow extends Person {
	itemIndex: number;
	meetingId: string;
	options: AddOptions;
	/** What the whole call says: approve at once, send a confirmation. */
	forAll: IDataObject;
	/** Further items with the same address and meeting: sent once, all get the result. */
	twins: number[];
}

/** Zoom's batch call is for meetings of type 2 only: code 303. */
const NOT_FOR_THIS_MEETING = 303;

/**
 * Registers a whole list, 30 people of a meeting in one call. What that call can't carry goes out
 * person by person.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/batch_registrants
 */
export const addMany: ListOperation = {
	option: {
		name: 'Add Many',
		value: 'addMany',
		action: 'Add many registrants',
		description:
			'Register all input items for their meetings, 30 people in one call. Needs the meeting, an email address and a first name for each; returns their personal join links.',
	},
	fields: [
		meetingField,
		...personFields,
		{
			displayName: 'Confirmation Email',
			name: 'confirmationEmail',
			type: 'boolean',
			default: true,
			description: 'Whether Zoom sends each person an email that confirms the registration',
		},
		additionalFields,
	],
	async executeAll(items, run) {
		const { zoom, limit } = run;
		const read = await eachRow(run, items, ({ itemIndex }) => {
			const { more, ...person } = readPerson(this, itemIndex);
			const { auto_approve: autoApprove, ...others } = more;
			return {
				...person,
				more: others,
				itemIndex,
				meeting: readMeeting(this, itemIndex),
				options: readAddOptions(this, itemIndex),
				forAll: {
					...(autoApprove !== undefined && { auto_approve: autoApprove }),
					registrants_confirmation_email: toBoolean(
						this.getNodeParameter('confirmationEmail', itemIndex),
						'Confirmation Email',
					),
				},
				twins: [],
			};
		});
		const rows = await eachRow<(typeof read)[number], AddRow>(run, read, async (row) => {
			const meetingId = await findMeeting(zoom, row.meeting, row.itemIndex);
			return { ...row, meetingId };
		});
		const people = mergeTwins(rows);
		const { together, alone } = split(people);
		const refuse = (row: AddRow, error: unknown) => fail(run, row, error);
		const addAlone = async (row: AddRow) => await limit(async () => await addSingle(run, row));
		const sendAlone = async (row: AddRow): Promise<void> => {
			if (wantsConfirmation(row)) return await addAlone(row);
			// Only the batch call can leave the confirmation out.
			const left: AddRow[] = [];
			const send = async (rows: readonly AddRow[]) => await sendBatch(run, rows, left);
			await sendTogether(run, [row], { send, refuse, sendAlone });
			await Promise.all(left.map(addAlone));
		};
		const calls = intoCalls(together, ({ meetingId, forAll, options }) =>
			JSON.stringify([meetingId, forAll, options]),
		);
		await Promise.all([
			...calls.map(async (call) => {
				const [first] = call;
				// One person alone costs less of Zoom's limits by a single call.
				if (first && call.length === 1) return await sendAlone(first);
				const left: AddRow[] = [];
				const send = async (rows: readonly AddRow[]) => await sendBatch(run, rows, left);
				await sendTogether(run, call, { send, refuse, sendAlone });
				return await Promise.all(left.map(addAlone));
			}),
			...alone.map(addAlone),
		]);
	},
};

const wantsConfirmation = ({ forAll }: AddRow) => forAll.registrants_confirmation_email === true;

/** The same address twice for a meeting is one person: the first row's data are sent. */
function mergeTwins(rows: readonly AddRow[]): AddRow[] {
	const people = new Map<string, AddRow>();
	for (const row of rows) {
		const key = JSON.stringify([row.meetingId, row.person.email.toLowerCase(), row.occurrences]);
		const first = people.get(key);
		if (first) first.twins.push(row.itemIndex);
		else people.set(key, row);
	}
	return [...people.values()];
}

/** The batch call carries email address and names only. */
function split(people: readonly AddRow[]) {
	const isPlain = ({ more, occurrences, options }: AddRow) =>
		Object.keys(more).length === 0 && occurrences.length === 0 && options.ifRegistered === 'return';
	return {
		together: people.filter(isPlain),
		alone: people.filter((row) => !isPlain(row)),
	};
}

function settle(run: ListRun, { itemIndex, twins, person }: AddRow, output: IDataObject) {
	run.done(itemIndex, output);
	const note = `${person.email} is in the list more than once and was sent once, with the first row's data`;
	for (const twin of twins) run.done(twin, { ...output, note });
}

function fail(run: ListRun, { itemIndex, twins }: AddRow, error: unknown) {
	for (const item of [itemIndex, ...twins]) run.failed(item, error);
}

async function addSingle(run: ListRun, row: AddRow) {
	if (run.stopped()) return;
	const { meetingId, options, itemIndex, forAll } = row;
	const { auto_approve: autoApprove } = forAll;
	const more = { ...row.more, ...(autoApprove !== undefined && { auto_approve: autoApprove }) };
	try {
		const output = await addOne(run.zoom, meetingId, { ...row, more }, options, itemIndex);
		const note =
			'Zoom decides on the confirmation email by the meeting: for this row it could not be left out';
		settle(run, row, wantsConfirmation(row) ? output : { ...output, note });
	} catch (error) {
		fail(run, row, error);
	}
}

/**
 * Sends rows of one meeting in a batch call and settles them.
 *
 * @param left gets the rows that must go out one by one after all
 * @throws NodeApiError where Zoom refuses the call
 */
async function sendBatch(run: ListRun, rows: readonly AddRow[], left: AddRow[]): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const { meetingId, itemIndex, options, forAll } = first;
	const call = {
		method: 'POST' as const,
		path: ['meetings', meetingId, 'batch_registrants'],
		body: { ...forAll, registrants: rows.map(({ person }) => person) },
		itemIndex,
	};
	const request = async () => await run.zoom.request(call);
	let answer: IDataObject;
	try {
		answer = await request().catch(async (error: unknown) => {
			if (!isRegistrationOff(error) || options.turnOnRegistration === 'no') {
				return await Promise.reject(error);
			}
			await turnOnRegistration(run.zoom, meetingId, options.turnOnRegistration, itemIndex);
			return await request();
		});
	} catch (error) {
		const { code, zoomMessage = '', unknown } = detailsOf(error) ?? {};
		if (code === NOT_FOR_THIS_MEETING || isScopeMissing(zoomMessage)) {
			left.push(...rows);
			return;
		}
		if (!unknown || !options.checkBeforeReporting) return await Promise.reject(error);
		const find = await findLost(run.zoom, meetingId, {}, error, itemIndex);
		for (const row of rows) {
			const found = find(row.person.email);
			if (found) settle(run, row, { ...asAdded(meetingId, found), note: FOUND_NOTE });
			else fail(run, row, notRegistered(row.person.email));
		}
		return;
	}
	const answers = new Map(
		((answer.registrants ?? []) as IDataObject[]).map((one) => [
			String(one.email).toLowerCase(),
			one,
		]),
	);
	for (const row of rows) {
		const own = answers.get(row.person.email.toLowerCase());
		if (own) {
			const status = own.join_url ? 'approved' : 'pending';
			settle(run, row, { status, id: shownId(meetingId), ...row.person, ...own });
		} else {
			fail(run, row, missingInAnswer(row.person.email));
		}
	}
}

function missingInAnswer(email: string) {
	return new UserError(`Zoom's answer does not name ${email}`, {
		description: 'Look whether the person is registered: Registrant → Get Many, status "Any".',
	});
}
