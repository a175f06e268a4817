import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/Zoom/actions';
import { runOptions } from '../../nodes/Zoom/actions/common/runOptions';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { errorMessage } from '../failedRow';
import { runZoom } from '../engine/run';
import { byEmail, byId } from '../engine/world';

/*
 * Every parameter of every operation, given by an expression as something that no field can take:
 * each item ends with a clear error that names the field, and Zoom gets no request. Built from the
 * node's own description, so that new operations and fields are in it by themselves.
 */

/** What no field takes, whatever its type. */
const REFUSED: Record<string, unknown> = {
	'an object': { a: 1 },
	'an object with a toString of its own': { toString: 1 },
	'an object with a toJSON of its own': { toJSON: 1, valueOf: null },
	'an object with prototype keys': JSON.parse('{"__proto__":{"x":1},"constructor":{"name":5}}'),
	'a list of objects': [{ a: 1 }, { toString: 1 }],
	'a list in a list': [[['a', 'b'], 'c'], 'd'],
	NaN: Number.NaN,
	Infinity: Infinity,
	'a lone surrogate': 'a\ud800b@example.com',
	'a megabyte of text': 'x'.repeat(1_048_576),
};

/** What may mean something: these must lead to no error of JavaScript, nor to a request gone wrong. */
const LOOSE: Record<string, unknown> = {
	null: null,
	undefined,
	'an empty text': '',
	'an empty list': [],
	'a list of texts': ['a', 'b'],
	'the name of a prototype key': '__proto__',
	'the name of a method': 'constructor',
};

/** Fields that hold JSON take objects, and some lists of objects. */
const TAKES_OBJECTS = ['otherFields', 'customQuestionsJson'];
/** Read from the first item only, for all items. */
const FOR_THE_RUN = ['maxConcurrency'];
/** What can't be read here is left out, with a warning. */
const MAY_BE_LEFT_OUT = registrantFields(MEETING)
	.filter(({ mayBeLeftOut }) => mayBeLeftOut)
	.map(({ property }) => property.displayName);
/** n8n takes no expression for these, or the node reads none: they only show something. */
const isPlain = ({ noDataExpression, type, disabledOptions }: INodeProperties) =>
	noDataExpression === true || ['hidden', 'notice'].includes(type) || disabledOptions !== undefined;

/** What an engine's error looks like when nobody caught it. */
const RAW =
	/TypeError|RangeError|URIError|SyntaxError|Cannot (read|convert|set|destructure)|is not (a function|iterable|defined)|undefined \(|malformed|\[object|Maximum call stack|Unexpected token/;

interface Place {
	name: string;
	labels: string[];
	/** The operation's parameters with an expression in this place. */
	parameters: INodeParameters;
}

const EXPRESSION = '={{ $json.v }}';
const schema = toMapperFields(
	registrantFields(MEETING),
	[
		{ field_name: 'last_name', required: false },
		{ field_name: 'country', required: true },
		{ field_name: 'phone', required: false },
	],
	[
		{ title: 'Diet', type: 'short', required: false },
		{ title: 'Size', type: 'single', required: false, answers: ['S', 'M'] },
	],
);

/** An expression in the place of a property, as n8n's panel would store it. */
function inPlaceOf(property: INodeProperties): unknown {
	if (property.type !== 'resourceLocator') return EXPRESSION;
	return { __rl: true, mode: 'id', value: EXPRESSION };
}

const WEEKLY = { repeats: 2, weekdays: [2], times: 3 };
const MONTHLY = { repeats: 3, times: 3 };
const BY_WEEK = { ...MONTHLY, monthlyBy: 'dayOfWeek' };
/** Where a field counts only together with others. */
const TOGETHER: Record<string, IDataObject> = {
	'recurrence.rule.dayOfMonth': MONTHLY,
	'recurrence.rule.monthlyBy': MONTHLY,
	'recurrence.rule.week': BY_WEEK,
	'recurrence.rule.weekday': BY_WEEK,
	'recurrence.rule.interval': WEEKLY,
	'recurrence.rule.repeats': WEEKLY,
	'recurrence.rule.ends': WEEKLY,
	'recurrence.rule.times': WEEKLY,
	'recurrence.rule.until': { ...WEEKLY, ends: 'by' },
	'recurrence.rule.weekdays': WEEKLY,
};

/** The places of a property: itself, or those inside of a collection. */
function placesOf(property: INodeProperties, base: INodeParameters): Place[] {
	const { name, displayName, type } = property;
	if (isPlain(property)) return [];
	if (type === 'collection') {
		return ((property.options ?? []) as INodeProperties[]).flatMap((inner) =>
			placesOf(inner, {}).map((place) => ({
				name: `${name}.${place.name}`,
				labels: place.labels,
				parameters: {
					...base,
					[name]: { ...(base[name] as INodeParameters), ...place.parameters },
				},
			})),
		);
	}
	if (type === 'fixedCollection') {
		return (property.options ?? []).flatMap((group) => {
			const { values, name: key } = group as { name: string; values: INodeProperties[] };
			return values.flatMap((inner) => {
				const others = Object.fromEntries(
					values.map((one) => [one.name, one.default === '' ? 'Text\nMore' : one.default]),
				);
				// Answers to choose from belong to questions with choices only.
				const [withChoices] = values.flatMap(
					({ displayOptions }) => displayOptions?.show?.type ?? [],
				);
				if (withChoices !== undefined) others.type = String(withChoices);
				return placesOf(inner, {}).map((place) => {
					const path = `${name}.${key}.${place.name}`;
					const entry = { ...others, ...TOGETHER[path], ...place.parameters };
					return {
						name: path,
						labels: [...place.labels, displayName],
						parameters: {
							...base,
							[name]: { [key]: property.typeOptions?.multipleValues ? [entry] : entry },
						} as INodeParameters,
					};
				});
			});
		});
	}
	const parameters = { ...base, [name]: inPlaceOf(property) } as INodeParameters;
	return [{ name, labels: [displayName], parameters }];
}

/** What an operation needs besides the value in question. */
const NEEDED: INodeParameters = {
	meetingId: byId('85746065432'),
	webinarId: byId('85746065490'),
	recordedEventId: byId('85746065437'),
	files: 'one',
	fileId: '72576a1f-4e66-4a77-87c4-f13f9808bd76',
	panelist: byEmail('ada@example.com'),
	panelistFrom: 'define',
	name: 'Ada',
	registrant: byEmail('ada@example.com'),
	registrantFrom: 'define',
	email: 'ada@example.com',
	firstName: 'Ada',
	topic: 'T',
	standardQuestions: { question: [{ question: 'city', state: 'optional' }] },
	recurrence: {},
	updateFields: { agenda: 'A' },
};

const operations = resources.flatMap(({ option: { value: resource }, operations: all }) =>
	all.map(({ option: { value: operation }, fields }) => ({ resource, operation, fields })),
);

const places: Place[] = operations.flatMap(({ resource, operation, fields }) => {
	const base = { ...NEEDED, resource, operation };
	const isAdding = fields.some(({ name }) => name === 'registrantFrom');
	const options = ((runOptions.options ?? []) as INodeProperties[]).filter(
		({ name, displayOptions }) => !FOR_THE_RUN.includes(name) && (isAdding || !displayOptions),
	);
	const plain = [...fields, { ...runOptions, options } as INodeProperties].flatMap((property) =>
		placesOf(property, base),
	);
	const answers = !isAdding
		? []
		: schema.map(({ id, displayName }) => ({
				name: `form.${id}`,
				labels: [displayName],
				parameters: {
					...base,
					registrantFrom: 'form',
					form: {
						mappingMode: 'defineBelow',
						matchingColumns: [],
						schema,
						value: Object.fromEntries([
							['email', 'ada@example.com'],
							['first_name', 'Ada'],
							['country', 'DE'],
							['last_name', 'L'],
							[id, EXPRESSION],
						]),
					},
				} as unknown as INodeParameters,
			}));
	return [...plain, ...answers].map((place) => ({
		...place,
		name: `${resource} ${operation}: ${place.name}`,
	}));
});

/** Nobody can sign in with it: an item that is read without an error says so, and asks Zoom nothing. */
const CREDENTIALS = {
	accountId: 'not one!',
	clientId: 'c',
	clientSecret: 's',
	environment: 'zoom',
};
const READ = "'Account ID' contains characters that Zoom never uses there";

async function run(parameters: INodeParameters, values: Record<string, unknown>) {
	const rows = Object.values(values).map((v) => ({ v }) as IDataObject);
	const onError = 'continueErrorOutput';
	const { items, errors, error } = await runZoom(parameters, CREDENTIALS, rows, { onError });
	expect(error).toBeUndefined();
	expect(items).toEqual([]);
	expect(errors).toHaveLength(rows.length);
	return errors.map((one) => String(errorMessage(one)));
}

const isLenient = ({ labels }: Place) => labels.some((label) => MAY_BE_LEFT_OUT.includes(label));

describe('values that no field can take', () => {
	it.each(places.map((place) => [place.name, place] as const))('%s', async (name, place) => {
		const { parameters, labels } = place;
		const takesObjects = TAKES_OBJECTS.some((one) => name.endsWith(one));
		const values = Object.entries(REFUSED).filter(
			([, value]) => !takesObjects || typeof value !== 'object',
		);
		const messages = await run(parameters, { ...Object.fromEntries(values), ...LOOSE });
		const refused = messages.slice(0, values.length);
		const isClear = (message: string) =>
			(!RAW.test(message) && labels.some((label) => message.includes(label))) ||
			(isLenient(place) && message === READ);
		expect(refused.filter((message) => !isClear(message))).toEqual([]);
		expect(messages.filter((message) => RAW.test(message))).toEqual([]);
	});

	it('has every operation in it', () => {
		expect(places.length).toBeGreaterThan(200);
		const seen = new Set(places.map(({ name }) => name.split(':')[0]));
		expect([...seen]).toEqual(operations.map((one) => `${one.resource} ${one.operation}`));
	});
});
