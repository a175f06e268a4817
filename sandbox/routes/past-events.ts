import { toZoomTime } from '../clock';
import { ZoomApiError } from '../errors';
import type { Kind } from '../kinds';
import type { PastRefusals } from '../kinds/kind';
import { instancesQuery, participantsQuery, type ParticipantsQuery } from '../schemas/past-event';
import type { Meeting } from '../state/meeting';
import type { Participant } from '../state/participant';
import { headCount, pastInstances, type Instance } from '../state/past';
import { stayView, type Shown } from '../state/past-views';
import { byPerson } from '../state/responses';
import { endpoint, type Call } from './endpoint';
import { meetingIdOf, meetingOf, refuseWithoutPlan } from './references';

const DAY_MS = 86_400_000;
const DAYS_OF_A_YEAR = 365;
// "Data is not available for meetings older than 15 months."
const FIFTEEN_MONTHS_MS = 456 * DAY_MS;

/** What Zoom has under the same names of meetings and webinars that are over. */
export function pastEventEndpoints(kind: Kind) {
	const { root, pollScope, refusals } = kind.past;
	const path = `/${root}/{${kind.parameter}}`;
	const scopes = (granular: string) => ({
		granular: [`${kind.name}:read:${granular}`, `${kind.name}:read:${granular}:admin`],
		classic: [`${kind.name}:read:admin`, `${kind.name}:read`],
	});
	return [
		// Zoom API reference, Get past meeting participants, List webinar participants.
		endpoint({
			method: 'GET',
			path: `${path}/participants`,
			category: 'Medium',
			...scopes('list_past_participants'),
			query: participantsQuery,
			handle(call) {
				const { meeting, instance } = pastEventOf(kind, call, refusals.participants);
				const view = (shown: Shown, participant: Participant, index: number) => ({
					...stayView(shown, participant, index),
					// Not documented; recorded by others (github.com/airbytehq/airbyte, source-zoom, 2025).
					...(kind.name === 'meeting' && { groupId: '' }),
					internal_user: call.account.findUser(participant.user_email ?? '') !== undefined,
				});
				return { status: 200, body: participantsPage(call, 'past', meeting, instance, view) };
			},
		}),
		instancesEndpoint(kind, path, scopes('list_past_instances')),
		// Zoom API reference, List past meeting's poll results, List past webinar poll results.
		endpoint({
			method: 'GET',
			path: `${path}/polls`,
			category: 'Medium',
			...scopes(pollScope),
			handle(call) {
				const { meeting, instance } = pastEventOf(kind, call, refusals.responses);
				// "Instant meetings do not have polling features enabled."
				const polls = meeting.type === 1 ? [] : instance.polls;
				const questions = byPerson(polls, ({ question, answer, polling_id: id, at }) => ({
					question,
					answer,
					polling_id: id ?? '',
					date_time: at,
				}));
				return { status: 200, body: { ...headOf(meeting, instance), questions } };
			},
		}),
		// Zoom API reference, List past meetings' Q&A, List Q&As of a past webinar.
		endpoint({
			method: 'GET',
			path: `${path}/qa`,
			category: 'Medium',
			...scopes('past_qa'),
			handle(call) {
				const { meeting, instance } = pastEventOf(kind, call, refusals.responses);
				const details = byPerson(instance.questions, ({ question, answer }) => ({
					question,
					answer,
				}));
				return { status: 200, body: { ...headOf(meeting, instance), questions: details } };
			},
		}),
	];
}

/** Zoom API reference, List past meeting instances, List past webinar instances. */
const instancesEndpoint = (
	kind: Kind,
	path: string,
	scopes: { granular: string[]; classic: string[] },
) =>
	endpoint({
		method: 'GET',
		path: `${path}/instances`,
		category: kind.past.instancesCategory,
		...scopes,
		// Only the reference of meetings names it.
		...(kind.name === 'meeting' && { perSecondCode: 4001 as const }),
		query: instancesQuery,
		handle(call) {
			const { query, now } = call;
			const isAsked = ({ startsAt }: Instance) => {
				const day = toZoomTime(startsAt).slice(0, 10);
				// "Only takes effect when used together with" the other; webinars have neither.
				const isWhole = kind.name === 'webinar' || !query.from || !query.to;
				return isWhole || (query.from! <= day && day <= query.to!);
			};
			const instances = pastInstances(meetingOf(kind, call), now).filter(
				(instance) => instance.endsAt >= now - FIFTEEN_MONTHS_MS && isAsked(instance),
			);
			const shown = instances.map(({ uuid, startsAt, occurrenceId }) => ({
				uuid,
				start_time: toZoomTime(startsAt),
				// Of the reference since September 2026.
				...(occurrenceId !== undefined && { occurrence_id: occurrenceId }),
			}));
			return { status: 200, body: { [kind.root]: shown } };
		},
	});

const headOf = ({ id }: Meeting, { uuid, startsAt }: Instance) => ({
	id,
	uuid,
	start_time: toZoomTime(startsAt),
});

/**
 * The instance of a path: a UUID means one, an ID the latest.
 *
 * @param answers what this operation says where there is none
 * @param days after which Zoom says that it was too long ago. Participants are said to be there for
 *   15 months too, so a year is the stricter reading
 * @throws ZoomApiError for one that is unknown, of the other kind, not over, or too old
 */
export function pastEventOf(
	kind: Kind,
	call: Call<unknown, unknown>,
	answers: PastRefusals,
	days = DAYS_OF_A_YEAR,
): { meeting: Meeting; instance: Instance } {
	const { account, now } = call;
	const id = meetingIdOf(kind, call);
	const meeting =
		account.findMeeting(id) ??
		account
			.ofKind(kind)
			.find((one) => [...one.occurrences, ...one.restarts].some(({ uuid }) => uuid === id));
	if (meeting && meeting.kind !== kind) throw new ZoomApiError(kind.refusals.otherKind, { id });
	if (!meeting || meeting.deleted) throw new ZoomApiError(answers.unknown, { id });
	refuseWithoutPlan(kind, meeting.host, 'other');
	const instances = pastInstances(meeting, now);
	const isNumber = id === String(meeting.id);
	const instance = isNumber ? instances.at(-1) : instances.find(({ uuid }) => uuid === id);
	// A series has a UUID of its own as well, which is taken for its latest instance.
	const found = instance ?? (id === meeting.uuid ? instances.at(-1) : undefined);
	if (!found) throw new ZoomApiError(answers.notOver, { id });
	if (found.endsAt < now - days * DAY_MS) throw new ZoomApiError(answers.tooOld);
	return { meeting, instance: found };
}

/** One page of a list of participants. */
export function participantsPage<T>(
	call: Call<ParticipantsQuery, unknown>,
	list: 'past' | 'report',
	meeting: Meeting,
	instance: Instance,
	view: (shown: Shown, participant: Participant, index: number) => T,
) {
	const { account, query, paging, now, attendanceDelayMs, showsOnePerson } = call;
	// "Does not return participant data for meetings with only one participant."
	const isShown = headCount(instance) > 1 || showsOnePerson;
	const scope = `${account.id} ${meeting.id} ${instance.uuid} ${list} participants`;
	const stays = isShown ? [...instance.participants.entries()] : [];
	const { envelope, items } = paging.page(scope, query, stays);
	// eslint-disable-next-line @typescript-eslint/no-unused-vars -- this list has no page_number
	const { page_number: _, ...rest } = envelope;
	const shown: Shown = {
		account,
		withRegistrant: query.include_fields?.split(',').includes('registrant_id') === true,
		isReckoned: now >= instance.endsAt + attendanceDelayMs,
	};
	return { ...rest, participants: items.map(([index, one]) => view(shown, one, index)) };
}
