import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { fieldsOfGroups } from '../../nodes/Zoom/actions/event/eventFields';
import { groups } from '../../nodes/Zoom/actions/meeting/settingsGroups';
import { listedFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toBody } from '../../nodes/Zoom/mapping/body';
import type { ZoomField } from '../../nodes/Zoom/mapping/body';
import { EVENT_KINDS, MEETING } from '../../nodes/Zoom/api/eventKinds';
import { parseEvent } from '../../nodes/Zoom/mapping/references';
import { toChoice, toEmail, toInteger } from '../../nodes/Zoom/mapping/values';
import type { Choice } from '../../nodes/Zoom/mapping/values';

const REGISTRANT = EVENT_KINDS.flatMap(listedFields);

/** A table of plain fields, and values for some of them. */
const KEYS = ['a', 'b', 'c', 'settings.a', 'settings.b', 'd_e'];
const TYPES = ['string', 'number', 'boolean'] as const;
const tableWithValues = fc
	.tuple(
		fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1 }),
		fc.array(fc.constantFrom(...TYPES), { minLength: KEYS.length, maxLength: KEYS.length }),
		fc.array(fc.option(fc.tuple(fc.string(), fc.integer(), fc.boolean())), {
			minLength: KEYS.length,
			maxLength: KEYS.length,
		}),
	)
	.map(([keys, types, drawn]) => {
		const fields = keys.map((to, i): ZoomField => {
			const property = { displayName: to, name: `name of ${to}`, default: '' };
			return { to, property: { ...property, type: types[i] ?? 'string' } };
		});
		const added = fields.flatMap((field, i) => {
			const values = drawn[i];
			const value = values?.[TYPES.indexOf(field.property.type as (typeof TYPES)[number])];
			return value === undefined ? [] : [{ field, value }];
		});
		return { fields, added };
	});

describe('toBody', () => {
	it('gives exactly the keys that were added, with equal values', () => {
		fc.assert(
			fc.property(tableWithValues, fc.dictionary(fc.string(), fc.anything()), (table, noise) => {
				const { fields, added } = table;
				const values = Object.fromEntries(
					added.map(({ field, value }) => [field.property.name, value]),
				);
				const top = added.filter(({ field }) => !field.to.startsWith('settings.'));
				const nested = added.filter(({ field }) => field.to.startsWith('settings.'));
				const expected = {
					...Object.fromEntries(top.map(({ field, value }) => [field.to, value])),
					...(nested.length > 0 && {
						settings: Object.fromEntries(
							nested.map(({ field, value }) => [field.to.replace('settings.', ''), value]),
						),
					}),
				};
				expect(toBody(fields, { ...noise, ...values } as IDataObject)).toEqual(expected);
			}),
		);
	});

	it('takes nothing from the prototype, whatever the row is called', () => {
		const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
		const keys = new Set([...REGISTRANT, ...fieldsOfGroups(groups, true)].map(({ to }) => to));
		fc.assert(
			fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
				const row = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as IDataObject;
				const body = toBody([...REGISTRANT, ...fieldsOfGroups(groups, true)], row);
				expect(Object.keys(body).filter((key) => !keys.has(key))).toEqual([]);
				expect(body).toEqual({});
				expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
			}),
		);
	});
});

/** A meeting number of 9 to 11 digits, and the ways in which people write it. */
const meetingNumber = fc.stringMatching(/^[1-9]\d{8,10}$/);
const WAYS: Array<(id: string) => unknown> = [
	(id) => id,
	(id) => Number(id),
	(id) => `  ${id}\n`,
	(id) => id.replace(/^(\d{3})(\d{3,4})(\d+)$/, '$1 $2 $3'),
	(id) => id.replace(/^(\d{3})(\d{3,4})(\d+)$/, '$1-$2-$3'),
	(id) => [...id].join(' '),
	(id) => `https://zoom.us/j/${id}`,
	(id) => `https://us02web.zoom.us/j/${id}?pwd=abc.1`,
	(id) => `https://zoom.us/w/${id}?tk=x&uuid=WN_1`,
	(id) => `https://zoom.us/s/${id}?zak=x#y`,
	(id) => `https://zoom.us/wc/${id}/join`,
	(id) => `https://zoom.us/wc/join/${id}`,
	(id) => `https://company.zoom.us/meeting/${id}`,
];

describe('parseEvent', () => {
	it('reads a meeting number in each of its written forms', () => {
		fc.assert(
			fc.property(meetingNumber, fc.constantFrom(...WAYS), (id, write) => {
				expect(parseEvent(write(id), MEETING)).toEqual({ type: 'id', id });
			}),
		);
	});

	it('gives an ID that is safe and stands in the input, or throws', () => {
		const pieces = fc.oneof(
			fc.string(),
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^[\d\s-]{0,20}$/),
			fc.webUrl({ withQueryParameters: true, withFragments: true }),
			fc.tuple(meetingNumber, fc.string({ maxLength: 5 })).map((parts) => parts.join('')),
			fc.tuple(fc.webPath(), meetingNumber).map(([path, id]) => `https://zoom.us${path}/${id}`),
		);
		fc.assert(
			fc.property(pieces, (text) => {
				let found: ReturnType<typeof parseEvent>;
				try {
					found = parseEvent(text, MEETING);
				} catch (error) {
					expect((error as Error).message).toMatch(
						/^'Meeting' (is|isn't|names|must|accepts|contains) /,
					);
					return;
				}
				const [id, shape] =
					found.type === 'id'
						? [found.id, /^(\d{9,11}|[A-Za-z0-9+/]{20,24}={1,2})$/]
						: [found.code, /^[\w.~-]+$/];
				expect(id).toMatch(shape);
				expect(text.replace(/[\s-]/g, '')).toContain(id.replace(/-/g, ''));
			}),
		);
	});

	it('refuses numbers of any other length', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{1,8}$|^\d{12,18}$/), (digits) => {
				expect(() => parseEvent(digits, MEETING)).toThrow("'Meeting' isn't a meeting ID or link");
			}),
		);
	});
});

describe('toChoice', () => {
	const choice: fc.Arbitrary<Choice> = fc.record({
		name: fc.string({ minLength: 1 }),
		value: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
	});

	it('gives a listed value or throws, whatever it is asked', () => {
		fc.assert(
			fc.property(
				fc.array(choice, { minLength: 1 }),
				fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
				(choices, value) => {
					let found: unknown;
					try {
						found = toChoice(value, 'Field', choices);
					} catch (error) {
						expect((error as Error).message).toMatch(
							/^'Field' must be one of Zoom's choices, but is /,
						);
						return;
					}
					expect(choices.map((one) => one.value)).toContain(found);
				},
			),
		);
	});

	it('finds each listed value by itself', () => {
		fc.assert(
			fc.property(fc.array(choice, { minLength: 1 }), fc.nat(), (choices, at) => {
				const { value } = choices[at % choices.length] as Choice;
				expect(toChoice(value, 'Field', choices)).toBe(value);
			}),
		);
	});
});

describe('toInteger', () => {
	it('gives a whole number within the bounds or throws', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.integer(), fc.double(), fc.string(), fc.integer().map(String)),
				fc.integer(),
				fc.nat(),
				(value, min, span) => {
					let number: number;
					try {
						number = toInteger(value, 'Field', min, min + span);
					} catch (error) {
						expect((error as Error).message).toMatch(/^'Field' (is|isn't|must|accepts) /);
						return;
					}
					expect(Number.isInteger(number)).toBe(true);
					expect(number >= min && number <= min + span).toBe(true);
					expect(number).toBe(Number(value));
				},
			),
		);
	});
});

describe('toEmail', () => {
	it("takes every address that fast-check's RFC 1123 and 5322 generator makes", () => {
		// Characters that Zoom's form takes; the generator also makes quotes and the like.
		const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9+_'.-]{0,20}$/);
		fc.assert(
			fc.property(name, fc.domain(), (local, domain) => {
				fc.pre(local.length + domain.length < 128);
				expect(toEmail(` ${local}@${domain} `, 'Email')).toBe(`${local}@${domain}`);
			}),
		);
	});

	it('never gives more than one address, nor one with room around it', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.emailAddress()), fc.string(), (a, b) => {
				let email: string;
				try {
					email = toEmail(`${a}${b}`, 'Email');
				} catch {
					return;
				}
				expect(email).toMatch(/^[^\s,;<>@]+@[^\s,;<>@]+$/);
			}),
		);
	});
});
