import { resources } from '../../nodes/Zoom/actions';
import { canDoSomething, MAIN_JOB, neededScopes, scopesIn } from '../../nodes/Zoom/methods/scopes';

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

describe('canDoSomething', () => {
	const operations = needed.filter((one) => one.resources.length > 0);

	it.each(operations)(
		'with $granular alone, or its other forms',
		({ granular: scope, classic }) => {
			for (const one of [scope, classic]) {
				expect(canDoSomething(['user:read:user:admin', one])).toBe(true);
				expect(canDoSomething([one.replace(/:admin$/, '')])).toBe(true);
			}
		},
	);

	it.each([
		[[]],
		[['user:read:user:admin']],
		// Hosts to choose from are of no use by themselves.
		[['user:read:list_users:admin']],
		[['meeting:write:meeting:adminx', 'meeting:admin:write:meeting', 'meeting']],
		[['dashboard:read:admin']],
	])('not with %j', (granted) => {
		expect(canDoSomething(granted)).toBe(false);
	});
});

it.each([' ', ',', ', ', '\n'])('reads scopes that %j separates', (separator) => {
	const granted = granular.join(separator);
	expect(scopesIn(`${granted}${separator}`)).toEqual(granular);
});

it.each(['', ' ', ',\n'])('reads no scope in %j', (granted) => {
	expect(scopesIn(granted)).toEqual([]);
});

it('needs the scopes of the main job for operations', () => {
	const scopes = MAIN_JOB.map(([endpoint]) => endpoint.scopes.granular);
	expect(granular).toEqual(expect.arrayContaining(scopes));
	expect(canDoSomething(scopes.slice(0, 1))).toBe(true);
});
