import { byId, ours, pacedPool, pool, type NodeUse } from '../contestants';
import { runProgram } from '../programs';
import type { Arena, Contestant, Scenario } from '../types';
import { latencyAround, PLAN_NAMES, rateOf, type Plan } from './realistic';

const MEETINGS = 100;
const PARTICIPANTS_EACH = 30;

/** How a long list is read: by a plain program, and by Get Many. */
export const PAGE_BY_PAGE = pool({ kind: 'list', concurrency: 1 }, 'undici, page by page');
export const EVERYBODY = {
	parameters: ({ meetingId }: Arena) => ({ meetingId: byId(meetingId), returnAll: true }),
	counted: 'email',
};

/** Registers the arena's people 30 at a time, without any latency. */
export async function register(arena: Arena) {
	await runProgram('floor', arena, { kind: 'batch', concurrency: 5 });
}

/** Meetings that are over, with people who came. */
async function pastMeetings({ sandbox, app, count }: Arena) {
	const hour = 3_600_000;
	const startsAt = Date.now() - 2 * hour;
	const participants = Array.from({ length: PARTICIPANTS_EACH }, (_, i) => ({
		name: `Guest ${i}`,
		join_time: new Date(startsAt).toISOString(),
		leave_time: new Date(startsAt + hour / 2).toISOString(),
	}));
	const rows: Array<{ meeting: number }> = [];
	while (rows.length < count / PARTICIPANTS_EACH) {
		const fields = { topic: 'Over', startsAt, duration: 30, participants };
		rows.push({ meeting: await sandbox.addMeeting(app.accountId, fields) });
	}
	return rows;
}

/** Our node with the plan told and detected. */
const both = (plan: Plan, name: string, operation: string, use: NodeUse = {}): Contestant[] => [
	ours(`${name}, plan told`, operation, { ...use, plan }),
	ours(`${name}, plan detected`, operation, use),
];

/** What the operations beside Add take over https, where answers take their time. */
export function operations(plan: Plan, medianMs: number): Record<string, Scenario> {
	const where = `${PLAN_NAMES[plan]}, https, latency around ${medianMs} ms`;
	const shared = { https: true, sandbox: { plan, ...latencyAround(medianMs) } };
	const people = rateOf(plan, 'light') * 20;
	const approved = rateOf(plan, 'medium') * 15;
	return {
		addMany: {
			...shared,
			title: `${people.toLocaleString('en')} registrations with Add Many: ${where}`,
			rows: people,
			contestants: [
				pacedPool('batch', rateOf(plan, 'heavy')),
				...both(plan, 'Add Many', 'addMany'),
			],
		},
		approve: {
			...shared,
			title: `${approved.toLocaleString('en')} people approved by email: ${where}`,
			rows: approved,
			meeting: { settings: { approval_type: 1 } },
			prepare: register,
			contestants: [
				pacedPool('approve', rateOf(plan, 'medium')),
				...both(plan, 'Approve', 'approve', {
					parameters: ({ meetingId }) => ({
						meetingId: byId(meetingId),
						registrant: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
					}),
				}),
			],
		},
		getMany: {
			...shared,
			title: `A list of 10,000 registrants: ${where}`,
			rows: 10_000,
			rounds: 1,
			counts: 'listed',
			prepare: async (arena) => {
				await register(arena);
				return [{}];
			},
			contestants: [PAGE_BY_PAGE, ...both(plan, 'Get Many', 'getAll', EVERYBODY)],
		},
		participants: {
			...shared,
			title: `The participants of ${MEETINGS} past meetings: ${where}`,
			rows: MEETINGS * PARTICIPANTS_EACH,
			counts: 'listed',
			prepare: pastMeetings,
			contestants: [
				{
					name: `undici pool, ${rateOf(plan, 'medium')} a second`,
					run: async (arena) => {
						const meetingIds = arena.rows.map((row) => (row as { meeting: number }).meeting);
						const perSecond = rateOf(plan, 'medium');
						return await runProgram('floor', arena, {
							kind: 'participants',
							perSecond,
							meetingIds,
						});
					},
				},
				...both(plan, 'Get Participants', 'getParticipants', {
					resource: 'pastMeeting',
					parameters: () => ({ meetingId: byId('={{ $json.meeting }}'), returnAll: true }),
					counted: 'name',
				}),
			],
		},
	};
}
