import { findOperation } from '../../nodes/Zoom/actions';
import { TABLE } from './operationTable';
import { runZoom } from './run';
import { apiRequests, credentialsFor, useSandbox } from './world';

const sandbox = useSandbox();

it.each(TABLE)('$name asks Zoom only for what it lists', async ({ parameters, prepare }) => {
	await prepare?.(sandbox());
	const before = apiRequests(sandbox()).length;
	const { error } = await runZoom(parameters, credentialsFor(sandbox()));
	expect(error).toBeUndefined();
	const { endpoints = [] } =
		findOperation(String(parameters.resource), String(parameters.operation)) ?? {};
	const asked = apiRequests(sandbox())
		.slice(before)
		.map(({ method, path }) =>
			endpoints.findIndex(
				(endpoint) =>
					endpoint.method === method &&
					new RegExp(`^/v2${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
			),
		);
	// The first is the one that the operation is there for.
	expect(asked).toContain(0);
	expect(asked).not.toContain(-1);
});
