import { resources } from '../../nodes/Zoom/actions';
import type { Operation } from '../../nodes/Zoom/actions/types';
import { missingScopes, neededScopes } from '../../nodes/Zoom/methods/scopes';

const needed = neededScopes();
const granular = needed.map((one) => one.granular);

it('knows what each operation is there for', () => {
	for (const { option, operations } of resources) {
		for (const { option: operation, endpoints } of operations) {
			const scope = needed.find((one) => one.granular === endpoints[0]?.scopes.granular);
			expect([option.name, scope?.neededFor]).toEqual([
				option.name,
				expect.stringContaining(`${option.name}: `),
			]);
			expect(scope?.neededFor).toContain(operation.name);
		}
	}
});

it('finds nothing missing with all granular scopes, however they are separated', () => {
	expect(missingScopes(granular.join(' '))).toEqual([]);
	expect(missingScopes(granular.join(', '))).toEqual([]);
	expect(missingScopes(`\n${granular.join('\n')} `)).toEqual([]);
});

it('finds nothing missing with the classic scopes, or with the forms for single users', () => {
	expect(
		missingScopes(
			'meeting:write:admin meeting:read:admin webinar:write:admin webinar:read:admin user:read:admin recording:write:admin recording:read:admin meeting_summary:read:admin',
		),
	).toEqual([]);
	expect(
		missingScopes(
			'meeting:write meeting:read webinar:write webinar:read user:read recording:write recording:read meeting_summary:read',
		),
	).toEqual([]);
	expect(missingScopes(granular.join(' ').replaceAll(':admin', ''))).toEqual([]);
});

it('names each lack and what it is needed for', () => {
	const writes = missingScopes('meeting:write:admin webinar:write:admin recording:write:admin');
	expect(writes.length).toBeGreaterThan(10);
	expect(writes.every((lack) => lack.includes(':read:'))).toBe(true);
	const without = (scope: string) => granular.filter((other) => other !== scope).join(' ');
	expect(missingScopes(without('meeting:update:registrant_status:admin'))).toEqual([
		'meeting:update:registrant_status:admin (Meeting Registrant: Approve, Cancel, Deny)',
	]);
	expect(missingScopes(without('user:read:list_users:admin'))).toEqual([
		'user:read:list_users:admin (Choosing a host from the list)',
	]);
	for (const scope of granular) {
		expect(missingScopes(without(scope))).toEqual([expect.stringContaining(`${scope} (`)]);
	}
});

it('takes one line for all that an app has nothing to do with', () => {
	const resourcesOf = (kind: string) => {
		const endpointOf = ({ endpoints }: Operation) => endpoints[0]?.scopes.granular ?? '';
		return resources
			.filter(({ operations }) => operations.some((one) => endpointOf(one).startsWith(kind)))
			.map(({ option }) => option.name)
			.join(', ');
	};
	const meetings = `all of meeting:… (${resourcesOf('meeting:')})`;
	const webinars = `all of webinar:… (${resourcesOf('webinar:')})`;
	expect(resourcesOf('webinar:')).toContain('Webinar Registrant');
	const recordings = 'all of cloud_recording:… (Recording)';
	const rest = 'user:read recording:write recording:read';
	expect(missingScopes(`meeting:write meeting:read meeting_summary:read ${rest}`)).toEqual([
		webinars,
	]);
	expect(missingScopes(`webinar:write:admin webinar:read:admin ${rest}`)).toEqual([meetings]);
	expect(missingScopes('report:read:admin').toSorted()).toEqual([
		recordings,
		meetings,
		webinars,
		'user:read:list_users:admin (Choosing a host from the list)',
	]);
	// One scope of webinars shows that the app is meant for them.
	const some = missingScopes(
		`meeting:write meeting:read meeting_summary:read ${rest} webinar:write:registrant`,
	);
	expect(some.length).toBeGreaterThan(5);
	expect(some.every((lack) => lack.startsWith('webinar:'))).toBe(true);
});

it.each(['meeting:write:meeting:adminx', 'meeting:admin:write:meeting'])(
	'does not take %s for the scope that it looks like',
	(other) => {
		const almost = granular.join(' ').replace('meeting:write:meeting:admin', other);
		expect(missingScopes(almost)).toEqual(['meeting:write:meeting:admin (Meeting: Create)']);
	},
);

it.each(['', ' ', ',\n'])('knows nothing of lacks where Zoom names no scopes: %j', (granted) => {
	expect(missingScopes(granted)).toEqual([]);
});
