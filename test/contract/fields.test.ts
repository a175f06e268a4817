import type { INodeProperties } from 'n8n-workflow';
import { fieldsOfGroups } from '../../nodes/Zoom/actions/event/eventFields';
import type { EventFields } from '../../nodes/Zoom/actions/event/eventFields';
import { meetingFields } from '../../nodes/Zoom/actions/meeting/meetingFields';
import { brandingFields } from '../../nodes/Zoom/actions/panelist/panelistFields';
import {
	listedFields,
	registrantFields,
} from '../../nodes/Zoom/actions/registrant/registrantFields';
import { webinarFields } from '../../nodes/Zoom/actions/webinar/webinarFields';
import {
	REGISTRANT_STATUSES,
	REPEATS,
	STANDARD_QUESTIONS,
	WEEKDAYS,
	WEEKS,
} from '../../nodes/Zoom/api/choices';
import { MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import type { ZoomField } from '../../nodes/Zoom/mapping/body';
import type { Choice } from '../../nodes/Zoom/mapping/values';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { CHOICE_ONLY_IN_REFERENCE, ONLY_IN_REFERENCE } from './operations';
import { typeAt, zoomType } from './zoomTypes';

/*
 * The tables of fields against Zoom's types: each field is one of Zoom's, of the type that the
 * panel draws, and lists offer exactly Zoom's choices.
 */

type ZoomType = ReturnType<typeof zoomType>;
type Table = [string, readonly ZoomField[], ZoomType];

/** The tables of Create and Update. */
function tablesOf(of: EventFields, createType: string, updateType: string): Table[] {
	const { name } = of.kind;
	const [create, update] = [zoomType(createType), zoomType(updateType)];
	return [
		[`${name} fields of Create`, of.fields, create],
		[`${name} fields of Update`, of.fields, update],
		[`${name} fields of Create only`, of.createOnly, create],
		[`${name} settings of Create`, fieldsOfGroups(of.groups, true), create],
		[`${name} settings of Update`, fieldsOfGroups(of.groups, false), update],
	];
}

/** Zoom's types for what is asked of each kind of event. */
const OF_KINDS = [
	{ kind: MEETING, of: 'Meetings' },
	{ kind: WEBINAR, of: 'Webinars' },
].map(({ kind, of }) => ({
	kind,
	add: zoomType(`${of}Add${kind.label}RegistrantRequestBody`),
	addMany: zoomType(`${of}PerformBatchRegistrationRequestBody`),
	form: zoomType(`${of}UpdateRegistrationQuestionsRequestBody`),
	list: zoomType(`${of}List${kind.label}RegistrantsQueryParams`),
}));

const PANELISTS = typeAt(zoomType('WebinarsAddPanelistsRequestBody'), 'panelists');

const TABLES: Table[] = [
	...tablesOf(
		meetingFields,
		'MeetingsCreateMeetingRequestBody',
		'MeetingsUpdateMeetingRequestBody',
	),
	...tablesOf(
		webinarFields,
		'WebinarsCreateWebinarRequestBody',
		'WebinarsUpdateWebinarRequestBody',
	),
	...OF_KINDS.map(
		({ kind, add }): Table => [`${kind.name} registrant fields`, registrantFields(kind), add],
	),
	['panelist fields', brandingFields, (PANELISTS as { of: ZoomType }).of],
];

/** Which of Zoom's types fit a property of the panel; fields that convert on their own, any. */
const DRAWN: Record<string, string[]> = {
	boolean: ['boolean'],
	number: ['number'],
	options: ['literals', 'string'],
	string: ['string'],
};

/**
 * Zoom's form has a "nothing chosen" ('') in these lists. The node leaves such a field out instead.
 */
const EMPTY_CHOICE = ['no_of_employees', 'purchasing_time_frame', 'role_in_purchase_process'];

/** Zoom's API takes what its answers have, not what its types for requests say. */
const OTHERWISE = new Map<unknown, string>([['500-1,000', '501-1,000']]);

/** Zoom types these as plain text; its documentation names the values, or the account has them. */
const TYPED_AS_TEXT = ['country', 'settings.email_language', 'source_id', 'timezone'];

const choicesOf = ({ options }: INodeProperties) =>
	(options ?? []).map((option) => ('value' in option ? option.value : undefined));

describe.each(TABLES)('%s', (_, fields, type) => {
	it.each(fields.map((field) => [field.to, field] as const))(
		"%s is one of Zoom's",
		(key, field) => {
			const at = typeAt(type, key);
			if (!at && ONLY_IN_REFERENCE.includes(key)) return;
			expect(at).toBeDefined();
			if (!field.convert) expect(DRAWN[field.property.type]).toContain(at?.kind);
		},
	);

	const lists = fields.filter(({ property }) => property.type === 'options');
	if (lists.length > 0) {
		it.each(lists.map((field) => [field.to, field] as const))(
			"%s has Zoom's choices",
			(key, field) => {
				const at = typeAt(type, key);
				if (TYPED_AS_TEXT.includes(key)) {
					expect(at).toEqual({ kind: 'string' });
					return;
				}
				// Lists of days are `{ enable, type }`.
				const chosen = at?.kind === 'object' ? at.keys.get('type')?.schema : at;
				const zooms = chosen?.kind === 'literals' ? chosen.values : [];
				const newer = key === CHOICE_ONLY_IN_REFERENCE.to ? [CHOICE_ONLY_IN_REFERENCE.value] : [];
				const wanted = [...zooms, ...newer]
					.filter((value) => value !== '' || !EMPTY_CHOICE.includes(key))
					.map((value) => OTHERWISE.get(value) ?? value);
				expect(choicesOf(field.property).map(String).sort()).toEqual(wanted.map(String).sort());
				expect(choicesOf(field.property).map((value) => typeof value)).toEqual(
					wanted.map((value) => typeof value),
				);
				expect(choicesOf(field.property)).toContain(field.property.default);
			},
		);
	}

	it('maps no two fields to the same key', () => {
		expect(new Set(fields.map(({ to }) => to)).size).toBe(fields.length);
		expect(new Set(fields.map(({ property }) => property.name)).size).toBe(fields.length);
	});
});

describe.each(OF_KINDS)("Zoom's fields for a $kind.name registrant", ({ kind, ...zoom }) => {
	const keysOf = (type: ReturnType<typeof zoomType>) =>
		type.kind === 'object' ? [...type.keys.keys()].sort() : [];

	it('are all there', () => {
		const own = registrantFields(kind).map(({ to }) => to);
		expect(['email', 'first_name', 'last_name', ...own].sort()).toEqual(keysOf(zoom.add));
	});

	it('are told apart from those of its call for several people', () => {
		expect([...kind.batchFields, 'registrants'].sort()).toEqual(keysOf(zoom.addMany));
		const listed = listedFields(kind).map(({ to }) => to);
		const inBatches = kind.batchFields.filter((one) => one !== 'registrants_confirmation_email');
		expect(listed).toEqual(expect.arrayContaining(inBatches));
	});

	it('include those that lists go by', () => {
		const paging = ['page_size', 'page_number', 'next_page_token'];
		const here = [...kind.listFilters, 'occurrence_id', 'status', ...paging];
		expect(here.sort()).toEqual(keysOf(zoom.list));
	});
});

it("has Zoom's list types and statuses", () => {
	const { properties } = new Zoom().description;
	const filter = (resource: string, name: string) => {
		const collection = properties.find(
			(property) =>
				property.name === 'filters' && property.displayOptions?.show?.resource?.[0] === resource,
		);
		const found = (collection?.options as INodeProperties[]).find((field) => field.name === name);
		return choicesOf(found as INodeProperties).sort();
	};
	const literals = (type: string, key: string) => {
		const at = typeAt(zoomType(type), key);
		return at?.kind === 'literals' ? [...at.values].sort() : [];
	};
	expect(filter('meeting', 'type')).toEqual(literals('MeetingsListMeetingsQueryParams', 'type'));
	expect(filter('webinar', 'type')).toEqual(literals('WebinarsListWebinarsQueryParams', 'type'));
	const statuses = literals('MeetingsListMeetingRegistrantsQueryParams', 'status');
	expect([...REGISTRANT_STATUSES].sort()).toEqual(statuses);
	// 'any' is the node's own: it asks for each.
	expect(filter('meetingRegistrant', 'status')).toEqual(['any', ...statuses]);
});

describe("Zoom's choices", () => {
	const form = zoomType('MeetingsUpdateRegistrationQuestionsRequestBody');
	/** The choices of a key, also within a list. */
	const within = (type: ReturnType<typeof zoomType>, ...keys: string[]) => {
		let at = type as ReturnType<typeof typeAt>;
		for (const key of keys) {
			at = at && typeAt(at, key);
			if (at?.kind === 'array') at = at.of;
		}
		return at?.kind === 'literals' ? at.values.map(String).sort() : [];
	};
	const recurrence = (type: string, key: string) => within(zoomType(type), 'recurrence', key);

	it.each([
		['standard questions', STANDARD_QUESTIONS, within(form, 'questions', 'field_name')],
		...OF_KINDS.map(({ kind, form: of }): [string, readonly Choice[], string[]] => [
			`types of own questions in the form of a ${kind.name}`,
			kind.questionTypes,
			within(of, 'custom_questions', 'type'),
		]),
		...[
			'MeetingsCreateMeetingRequestBody',
			'MeetingsUpdateMeetingRequestBody',
			'WebinarsUpdateWebinarRequestBody',
		].flatMap(
			(type): Array<[string, readonly Choice[], string[]]> => [
				['repetitions', REPEATS, recurrence(type, 'type')],
				['weeks of a month', WEEKS, recurrence(type, 'monthly_week')],
				['days of a week', WEEKDAYS, recurrence(type, 'monthly_week_day')],
				['days of a week, as text', WEEKDAYS, recurrence(type, 'weekly_days')],
			],
		),
	])('%s', (_, choices, zooms) => {
		expect(zooms.length).toBeGreaterThan(1);
		expect(choices.map(({ value }) => String(value)).sort()).toEqual(zooms);
	});
});
