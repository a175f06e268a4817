import { fieldsOf, fillings, properties, requestsFor, shownFor } from './fillings';
import { CHOICE_ONLY_IN_REFERENCE, ONLY_IN_REFERENCE, OPERATIONS } from './operations';
import { mismatches, zoomEndpoints, zoomType } from './zoomTypes';

/*
 * Every request that the node can send fits Zoom's own types: path, query and body, for each
 * operation with nothing added, with everything added, and with every value of every field.
 */

const endpoints = zoomEndpoints();
/** The path with {} for IDs: whatever holds a digit, or is me. */
const endpointOf = (method: string | undefined, url: string) =>
	`${method} ${url.replace(/\/(?:me|[^/]*\d[^/]*)(?=\/|$)/g, '/{}')}`;

describe.each(
	OPERATIONS.map((contract) => [`${contract.resource}: ${contract.operation}`, contract] as const),
)('%s', (_, contract) => {
	const { endpoint, body, query, collections, wholes = {} } = contract;

	it("is one of Zoom's endpoints", () => {
		expect(endpoints).toContain(endpoint);
	});

	it("sends only what Zoom's types hold", async () => {
		let seen = 0;
		for (const filling of fillings(contract)) {
			const attempt = requestsFor(contract, filling);
			// Update refuses to send nothing.
			const requests = await attempt.catch((error: Error) => {
				if (error.message === 'There is nothing to update') return [];
				throw new Error(`${JSON.stringify(filling)}: ${error.message}`);
			});
			for (const request of requests) {
				expect(endpoints).toContain(endpointOf(request.method, request.url));
				// Update reads the meeting after it: that request is checked with Get.
				if (endpointOf(request.method, request.url) !== endpoint) continue;
				seen++;
				const told = JSON.stringify(filling);
				const sent = (part: object | undefined) => JSON.parse(JSON.stringify(part ?? {})) as object;
				const found = mismatches(body ? zoomType(body) : NOTHING, sent(request.body as object));
				expect([told, found.filter((one) => !isKnown(one))]).toEqual([told, []]);
				const asked = mismatches(query ? zoomType(query) : NOTHING, sent(request.qs));
				expect([told, asked.filter((one) => !ONLY_IN_WORDS.includes(one))]).toEqual([told, []]);
			}
		}
		expect(seen).toBeGreaterThan(0);
	});

	it('offers fields in the collections that are filled here', () => {
		for (const collection of collections) {
			expect(fieldsOf(contract, collection).length).toBeGreaterThan(0);
		}
		const offered = properties
			.filter(({ type }) => type === 'collection')
			.filter((property) => shownFor(property, contract.resource, contract.operation))
			.map(({ name }) => name)
			.filter((name) => !(name in wholes));
		expect(offered.sort()).toEqual([...collections].sort());
	});

	const { recurrence } = wholes;
	if (recurrence) {
		it('is tried with every field of the recurrence', () => {
			const filled = new Set(
				recurrence.flatMap((whole) => Object.keys((whole as { rule: object }).rule)),
			);
			const offered = fieldsOf(contract, 'recurrence').map(({ name }) => name);
			expect(offered.sort()).toEqual([...filled].sort());
		});
	}
});

/** "Only returns if you pass the registrant_id value for the include_fields query parameter." */
const ONLY_IN_WORDS = [
	'.include_fields is unknown to Zoom',
	// In the reference's list of parameters, and not in the types of the SDK.
	'.time_filter_field is unknown to Zoom',
];
/** The type has 500-1,000; the API takes what its answers have. */
const MEASURED = '.no_of_employees is "501-1,000", not ';
const NEWER = `.${CHOICE_ONLY_IN_REFERENCE.to} is "${CHOICE_ONLY_IN_REFERENCE.value}", not `;
const isKnown = (mismatch: string) =>
	mismatch.startsWith(MEASURED) ||
	mismatch.startsWith(NEWER) ||
	ONLY_IN_REFERENCE.some((key) => mismatch === `.${key} is unknown to Zoom`);
const NOTHING = { kind: 'object' as const, keys: new Map() };

describe('the check itself', () => {
	const type = zoomType('MeetingsAddMeetingRegistrantRequestBody');
	const good = { email: 'a@x.org', first_name: 'A' };

	it.each([
		[good, []],
		[{ first_name: 'A' }, ['.email is missing']],
		[{ ...good, mail: 'x' }, ['.mail is unknown to Zoom']],
		[{ ...good, city: 5 }, ['.city is no string']],
		[{ ...good, auto_approve: 'true' }, ['.auto_approve is no boolean']],
		[{ ...good, custom_questions: {} }, ['.custom_questions is no list']],
		[{ ...good, custom_questions: ['x'] }, ['.custom_questions[0] is no object']],
		[{ ...good, custom_questions: [{ title: 1 }] }, ['.custom_questions[0].title is no string']],
		[
			{ ...good, purchasing_time_frame: 'soon' },
			[
				'.purchasing_time_frame is "soon", not  | Within a month | 1-3 months | 4-6 months | More than 6 months | No timeframe',
			],
		],
		[[], [' is no object']],
	])('finds in %j: %j', (value, found) => {
		expect(mismatches(type, value)).toEqual(found);
	});

	it('reads both sides of an endpoint', () => {
		expect(endpoints.size).toBeGreaterThan(150);
		expect(endpoints).not.toContain('POST /meetings/{}/registrants/status');
		expect(endpointOf('GET', '/meetings/85746065432/registrants/9tboDi')).toBe(
			'GET /meetings/{}/registrants/{}',
		);
		expect(endpointOf('GET', '/users/me/meetings')).toBe('GET /users/{}/meetings');
	});
});
