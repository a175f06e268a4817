import { toZoomTime } from '../clock';
import { MEETING, WEBINAR, type Kind } from '../kinds';
import type { Account } from './account';
import type { Meeting } from './meeting';
import type { Participant } from './participant';
import { newRegistrant } from './registrant';
import { seedRecordings } from './seedRecordings';
import { SEED } from './seed-ids';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Meetings and a webinar that took place, for comparing who registered with who came. */
export function seedPast(account: Account, now: number): void {
	seedLastWeek(account, now - 7 * DAY_MS);
	seedWorkshop(account, now - 2 * DAY_MS);
	seedWebinar(account, now - DAY_MS);
}

interface Person {
	email: string;
	first_name: string;
	last_name: string;
	custom_questions?: Array<{ title: string; value: string }>;
}

/** Minutes after the start, and what is special about the stay. */
type Stay = [from: number, to: number, more?: Partial<Participant>];

/** Something that took place, to which people can be added. */
function heldEvent(
	account: Account,
	kind: Kind,
	startsAt: number,
	fields: { id: string; topic: string; duration: number },
) {
	const event = account.add(
		kind,
		{ ...fields, startsAt, settings: { approval_type: 0 } },
		startsAt,
	);
	const at = (minute: number) => toZoomTime(startsAt + minute * MINUTE_MS);
	const stay = (who: Pick<Participant, 'name' | 'user_email' | 'registrant_id'>, stays: Stay[]) =>
		event.participants.push(
			...stays.map(([from, to, more]) => ({
				...who,
				join_time: at(from),
				leave_time: at(to),
				...more,
			})),
		);
	stay({ name: 'Harriet Host', user_email: SEED.host.email }, [[0, fields.duration]]);
	return { event, at, stay, register: registering(event, startsAt, stay) };
}

const registering =
	(
		event: Meeting,
		startsAt: number,
		stay: (who: Pick<Participant, 'name' | 'user_email' | 'registrant_id'>, stays: Stay[]) => void,
	) =>
	/** Somebody who registered, with the stays by the personal link. */
	(person: Person, stays: Stay[] = []) => {
		const registrant = newRegistrant(event, person, startsAt - DAY_MS);
		registrant.status = 'approved';
		event.registrants.set(registrant.id, registrant);
		const name = `${person.first_name} ${person.last_name}`;
		stay({ name, user_email: person.email, registrant_id: registrant.id }, stays);
	};

const person = (email: string, name: string, company?: string): Person => {
	const [first_name = '', last_name = ''] = name.split(' ');
	const answers = [{ title: SEED.questions.companySize, value: company ?? '' }];
	return { email, first_name, last_name, ...(company && { custom_questions: answers }) };
};

function seedLastWeek(account: Account, startsAt: number): void {
	const { event, register } = heldEvent(account, MEETING, startsAt, {
		id: SEED.over,
		topic: 'Last week’s webinar',
		duration: 60,
	});
	seedRecordings(account, event, startsAt);
	const [ines, omar] = SEED.attendance.came;
	register(person(ines, 'Ines Vega'), [[1, 55]]);
	register(person(omar, 'Omar Haddad'), [[2, 55]]);
	register(person(SEED.attendance.stayedAway, 'Lea Blum'));
}

function seedWorkshop(account: Account, startsAt: number): void {
	const { event, at, stay, register } = heldEvent(account, MEETING, startsAt, {
		id: SEED.workshopOver,
		topic: 'Certificate workshop',
		duration: 100,
	});
	const room = { bo_mtg_id: 'rFBEAjhuSOaY6sPgBIMCBw==' };
	// A phone beside the computer, and half an hour in a breakout room: there for 95 of 100 minutes.
	register(person('nora@example.org', 'Nora Lind', '50'), [
		[2, 97],
		[10, 60],
		[40, 70, room],
	]);
	// Let in after waiting, gone and back again: 85 minutes.
	register(person('paul@example.org', 'Paul Meyer', '12'), [
		[0, 5, { status: 'in_waiting_room' }],
		[5, 45],
		[50, 95],
	]);
	register(person('rita@example.org', 'Rita Sousa'), [[10, 40]]);
	register(person('sven@example.org', 'Sven Olsen'), [[3, 8, { status: 'in_waiting_room' }]]);
	register(person('tara@example.org', 'Tara Quinn'));
	// Registered, and came by a link that was passed on: nothing but the name tells.
	register(person('uma@example.org', 'Uma Rao'));
	stay({ name: 'Uma Rao' }, [[0, 90]]);
	stay({ name: 'Viktor Held' }, [[15, 100]]);
	const response = { question: 'Was the pace right?', polling_id: 'QalIoKWLTJehBJ8e1xRrbQ' };
	event.pollResults.push(
		{ name: 'Nora Lind', email: 'nora@example.org', ...response, answer: 'Yes', at: at(80) },
		{ name: 'Paul Meyer', email: 'paul@example.org', ...response, answer: 'Too fast', at: at(81) },
		{ name: 'Anonymous Attendee', ...response, answer: 'Yes', at: at(81) },
	);
	event.questionsAsked.push(
		{
			name: 'Rita Sousa',
			email: 'rita@example.org',
			question: 'Will there be a recording?',
			answer: 'Yes, tomorrow.',
			at: at(20),
		},
		{ name: 'Anonymous Attendee', question: 'Where are the slides?', answer: '', at: at(30) },
	);
}

function seedWebinar(account: Account, startsAt: number): void {
	const { event, at, stay, register } = heldEvent(account, WEBINAR, startsAt, {
		id: SEED.webinarOver,
		topic: 'Summer recap',
		duration: 60,
	});
	register(person('bela@example.org', 'Bela Nagy', '200'), [[0, 60]]);
	register(person('cara@example.org', 'Cara Diaz'), [[20, 40]]);
	register(person('dave@example.org', 'Dave Ross'));
	stay({ name: 'Elio Conti' }, [[5, 60]]);
	const who = { name: 'Bela Nagy', email: 'bela@example.org' };
	event.pollResults.push({
		...who,
		question: 'Will you come again?',
		answer: 'Yes',
		polling_id: 'sBc1XNgRQzWd0E2vFOl1Qw',
		at: at(50),
	});
	event.questionsAsked.push({ ...who, question: 'When is the next one?', answer: '', at: at(55) });
}
