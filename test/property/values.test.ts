import fc from 'fast-check';
import { uniq } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { LANGUAGES } from '../../nodes/Zoom/api/choices';
import { COUNTRIES } from '../../nodes/Zoom/api/countries';
import { EVENT_KINDS, MEETING } from '../../nodes/Zoom/api/eventKinds';
import {
	listedFields,
	readCustomQuestionsJson,
	registrantFields,
} from '../../nodes/Zoom/actions/registrant/registrantFields';
import { fieldsOfGroups } from '../../nodes/Zoom/actions/event/eventFields';
import { groups } from '../../nodes/Zoom/actions/meeting/settingsGroups';
import { meetingFields } from '../../nodes/Zoom/actions/meeting/meetingFields';
import { convertField } from '../../nodes/Zoom/mapping/body';
import { matchColumns } from '../../nodes/Zoom/mapping/columns';
import { toEntries } from '../../nodes/Zoom/mapping/entries';
import { toMapperFields } from '../../nodes/Zoom/mapping/form';
import { toCountry, toLanguage } from '../../nodes/Zoom/mapping/names';
import { toRecurrence } from '../../nodes/Zoom/mapping/recurrence';
import {
	parseEvent,
	parseHost,
	parseOccurrences,
	parseRegistrant,
} from '../../nodes/Zoom/mapping/references';
import { alike, evenSpaces, lettersOf, tidy, tidyToken } from '../../nodes/Zoom/mapping/text';
import { toDate, toZoomTime } from '../../nodes/Zoom/mapping/time';
import { TIMEZONES, toTimezone } from '../../nodes/Zoom/mapping/timezones';
import {
	isEmpty,
	quote,
	toBoolean,
	toChoice,
	toEmail,
	toInteger,
	toLines,
	toMinutes,
	toObject,
	toText,
} from '../../nodes/Zoom/mapping/values';

/** Whatever JavaScript knows, with its worst objects and texts. */
const anything = fc.oneof(
	fc.anything({
		withBigInt: true,
		withBoxedValues: true,
		withDate: true,
		withMap: true,
		withNullPrototype: true,
		withObjectString: true,
		withSet: true,
		withSparseArray: true,
	}),
	fc.string({ unit: 'binary' }),
	fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', ' ', '\u200b', '@', '.') }),
	fc.record({ toString: fc.anything(), valueOf: fc.anything(), toJSON: fc.anything() }),
	fc.record({ isLuxonDateTime: fc.constant(true), toISO: fc.anything() }),
);

const LABEL = 'Field';
const READERS: Array<[string, (value: unknown) => unknown]> = [
	['toText', (value) => toText(value, LABEL, 100)],
	['toEmail', (value) => toEmail(value, LABEL)],
	['toLines', (value) => toLines(value, LABEL)],
	['toInteger', (value) => toInteger(value, LABEL)],
	['toMinutes', (value) => toMinutes(value, LABEL, 1, 60)],
	['toBoolean', (value) => toBoolean(value, LABEL)],
	['toChoice', (value) => toChoice(value, LABEL, LANGUAGES)],
	['toObject', (value) => toObject(value, LABEL)],
	['toEntries', (value) => toEntries(value, LABEL, 'entry')],
	['toCountry', (value) => toCountry(value, LABEL)],
	['toLanguage', (value) => toLanguage(value, LABEL)],
	['toTimezone', (value) => toTimezone(value, LABEL)],
	['toDate', (value) => toDate(value, LABEL)],
	['toZoomTime', (value) => toZoomTime(value, LABEL, { workflow: 'Europe/Berlin' })],
	['parseOccurrences', (value) => parseOccurrences(value, LABEL)],
	...EVENT_KINDS.map((kind): [string, (value: unknown) => unknown] => [
		`parseEvent of a ${kind.name}`,
		(value) => parseEvent(value, { ...kind, label: LABEL as never }),
	]),
	...[
		...uniq(EVENT_KINDS.flatMap(listedFields)),
		...fieldsOfGroups(groups, true),
		...meetingFields.fields,
	].map((field): [string, (value: unknown) => unknown] => [
		field.to,
		(value) =>
			convertField({ ...field, property: { ...field.property, displayName: LABEL } }, value),
	]),
];

describe('whatever it is given, it gives a value or says in words which field is wrong', () => {
	it.each<[string, (value: unknown) => unknown, RegExp]>([
		...READERS.map(
			([name, read]) => [name, read, new RegExp(LABEL)] as [string, typeof read, RegExp],
		),
		['parseRegistrant', parseRegistrant, /^'Registrant' /],
		['parseHost', parseHost, /^'Host' /],
		[
			'readCustomQuestionsJson',
			readCustomQuestionsJson,
			/'(Answers to Custom Questions \(JSON\)|Answer to .*)'/,
		],
		[
			'toRecurrence',
			(value) =>
				toRecurrence(
					{ repeats: 2, times: 1, weekdays: value as string },
					{ workflow: 'UTC' },
					MEETING.maxInterval,
				),
			/^'Occurs On' /,
		],
	])('%s', (_, read, words) => {
		fc.assert(
			fc.property(anything, (value) => {
				try {
					read(value);
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
					expect((error as Error).message).toMatch(words);
				}
			}),
		);
	});

	it('quote', () => {
		fc.assert(
			fc.property(anything, (value) => {
				const shown = quote(value);
				expect(shown).toMatch(/^"[^]*"$/);
				expect(shown).not.toMatch(/\p{Surrogate}/u);
				expect([...shown].length).toBeLessThanOrEqual(63);
			}),
		);
	});
});

describe('what comes out', () => {
	it('is a code of the list, for a country and a language', () => {
		const codes = COUNTRIES.map(({ value }) => value);
		const languages = LANGUAGES.map(({ value }) => value);
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.string({ maxLength: 3 }), fc.lorem()), (text) => {
				for (const [read, list] of [
					[toCountry, codes],
					[toLanguage, languages],
				] as const) {
					try {
						expect(list).toContain(read(text, LABEL));
					} catch (error) {
						expect(error).toBeInstanceOf(UserError);
					}
				}
			}),
		);
	});

	it('is the same country for its name in any case and spaces', () => {
		const country = fc.constantFrom(...COUNTRIES);
		const blur = fc.func(fc.boolean());
		fc.assert(
			fc.property(
				country,
				blur,
				fc.constantFrom(' ', '\u00a0', '\n', '\u200b '),
				(one, up, space) => {
					const written = [...one.name]
						.map((letter, at) => (up(at) ? letter.toUpperCase() : letter.toLowerCase()))
						.join('')
						.replace(/ /g, ` ${space}`);
					expect(toCountry(`${space}${written}${space}`, LABEL)).toBe(one.value);
				},
			),
		);
	});

	it('is a zone of the list for its name in any case', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TIMEZONES), fc.boolean(), (zone, up) => {
				expect(toTimezone(up ? zone.toUpperCase() : zone.toLowerCase(), LABEL)).toBe(zone);
			}),
		);
	});

	it('stays as it is when it is read again', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				for (const spell of [tidy, tidyToken, evenSpaces, alike, lettersOf]) {
					expect(spell(spell(text))).toBe(spell(text));
				}
				expect(tidyToken(text)).not.toMatch(/[\u200b-\u200f\u2060\ufeff\u00ad\t\r]/);
			}),
		);
	});
});

describe('matchColumns', () => {
	const titles = fc.constantFrom(
		'Diet',
		'diet ',
		'Size',
		'Email',
		'E-Mail',
		'Vorname',
		'phone',
		'!?',
	);
	const heading = fc.oneof(
		titles,
		fc.constantFrom('email', 'first_name', 'First Name', 'PHONE', 'Telefon', '__proto__', ''),
		fc.string({ maxLength: 5 }),
	);
	const cell = fc.constantFrom<unknown>('x', '', null, ' ', 0, ['a'], []);

	it('gives each column that holds something to one question, or names it as left', () => {
		fc.assert(
			fc.property(fc.uniqueArray(titles), fc.array(fc.tuple(heading, cell)), (own, cells) => {
				const fields = toMapperFields(
					registrantFields(MEETING),
					[{ field_name: 'phone', required: false }],
					own.map((title) => ({ title, type: 'short', required: false })),
				);
				const columns = Object.fromEntries(cells) as IDataObject;
				const { answers, left } = matchColumns(fields, columns);
				const full = Object.keys(columns).filter((column) => !isEmpty(columns[column]));
				expect(answers.size + left.length).toBe(full.length);
				expect(left.filter((column) => !full.includes(column))).toEqual([]);
				const ids = fields.map(({ id }) => id);
				for (const [id, value] of answers) {
					expect(ids).toContain(id);
					expect(Object.values(columns)).toContain(value);
				}
				// An exact name is never given to another question.
				for (const id of ids.filter((one) => full.includes(one))) {
					expect(answers.get(id)).toBe(columns[id]);
				}
			}),
		);
	});
});
