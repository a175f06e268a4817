import type { z } from 'zod';
import type { ErrorName } from '../errors';
import type { CreateBody, Settings, UpdateBody } from '../schemas/bodies';
import type { PageQuery } from '../schemas/common';
import type { AddRegistrantBody, BatchBody } from '../schemas/registrant';
import type { Questions } from '../schemas/questions';
import type { Simulive } from '../schemas/webinar';

/** A schema that lets a type through, whatever it was before. */
type Schema<T> = z.ZodType<T, z.ZodTypeDef, unknown>;

/** Query of a list of meetings or webinars. */
export type ListQuery = PageQuery & {
	type: 'scheduled' | 'live' | 'upcoming' | 'upcoming_meetings' | 'previous_meetings';
	from?: string;
	to?: string;
};

/** Query of a list of registrants. */
export type RegistrantsQuery = PageQuery & {
	occurrence_id?: string;
	status: 'pending' | 'approved' | 'denied';
	tracking_source_id?: string;
};

/** Zoom's answers to what it refuses, where those of meetings and webinars differ. */
export interface Refusals {
	unknown: ErrorName;
	/** An ID that is neither a number nor a known UUID. */
	malformed: ErrorName;
	/** The ID is of one of the other kind. */
	otherKind: ErrorName;
	scheduleFor: ErrorName;
	occurrence: ErrorName;
	registrationOff: Record<'add' | 'batch' | 'delete' | 'status' | 'other', ErrorName>;
	over: Record<'add' | 'batch', ErrorName>;
	/** Its places are taken. */
	full: Record<'add' | 'batch', ErrorName>;
	/** The number of registrants that it is restricted to is reached; absent where it can't be. */
	restricted?: Record<'add' | 'batch' | 'status', ErrorName>;
	batchNotForType: ErrorName;
	registrantUnknown: Record<'get' | 'delete', ErrorName>;
	dailyLimit: Record<'add' | 'batch' | 'status', ErrorName>;
}

/** Zoom's answers about one that is not over, that it does not know, or that was too long ago. */
export interface PastRefusals {
	unknown: ErrorName;
	notOver: ErrorName;
	tooOld: ErrorName;
}

/** What the fields of one kind are made of. */
export interface Shown {
	id: number;
	passcodeHash: string;
	preSchedule: boolean;
	status: string;
	templateId: string | undefined;
	simulive: Simulive;
}

/** What the fields of a kind's registrant are made of. */
export interface ShownRegistrant {
	status: string;
	pin: number;
	language?: string;
}

/** The answers to a host without the add-on, which differ by operation. */
export type PlanRefusals = Record<'create' | 'get' | 'update' | 'other', ErrorName>;

/**
 * What meetings and webinars differ in: all else is the same to Zoom, and here. As in Zoom's
 * reference of either; where a rule has another source, it is named.
 */
export interface Kind {
	name: 'meeting' | 'webinar';
	/** First segment of its paths, and the key of its lists. */
	root: 'meetings' | 'webinars';
	/** The name of its ID in paths. */
	parameter: 'meetingId' | 'webinarId';
	/** The topic of one that was created without. */
	topic: string;
	types: {
		scheduled: 2 | 5;
		/** Recurring, with fixed times. */
		series: 8 | 9;
		/** Those without a time of their own. */
		untimed: readonly number[];
		/** Those that no list shows. */
		unlisted: readonly number[];
	};
	/** How many people may be registered. */
	capacity: number;
	/** Whether somebody can be added to several dates at once only where registration_type is 3. */
	severalDatesByType3: boolean;
	/** The add-on that its hosts need: what they are told without. */
	plan?: PlanRefusals;
	/** The settings of a plain one. */
	settings: Settings;
	/** The settings that one date of a series can have of its own. */
	settingsOfDate: readonly string[];
	schemas: {
		list: Schema<ListQuery>;
		create: Schema<CreateBody>;
		update: Schema<UpdateBody>;
		delete: Schema<{ occurrence_id?: string }>;
		status: Schema<{ action: 'end' | 'recover' }>;
		addRegistrant: Schema<AddRegistrantBody>;
		batch: Schema<BatchBody>;
		listRegistrants: Schema<RegistrantsQuery>;
		getRegistrant: Schema<{ occurrence_id?: string }>;
		questions: Schema<Partial<Questions>>;
	};
	/** HTTP status of an answer to a change of its status. */
	statusChanged: 200 | 204;
	/** What a day's status changes are counted by. */
	statusChangesOf: 'registrant' | 'all';
	/** What its registration link ends with. */
	registrationKey(id: number): string;
	/** Fields that lists show of this kind only. */
	summary(meeting: Shown): object;
	/** Fields that only this kind has when it is created or read. */
	view(meeting: Shown): object;
	/** Fields of this kind in the answer to an added registrant. */
	registration(registrant: ShownRegistrant): object;
	/** Fields of every answer that shows a registrant, or names one that was just added. */
	ofRegistrant(registrant: ShownRegistrant): { participant_pin_code?: number };
	/** Fields of an answer that shows a single registrant. */
	ofSingleRegistrant(registrant: ShownRegistrant): object;
	refusals: Refusals;
	/** What Zoom has of those that are over. */
	past: {
		/** First segment of the paths. */
		root: 'past_meetings' | 'past_webinars';
		instancesCategory: 'Light' | 'Medium';
		/** What reading poll results is called in scopes. */
		pollScope: 'list_poll_results' | 'list_past_polls';
		/** Scopes of the reports, and for how many days there are any. */
		report: { details: string; participants: string; days: number };
		refusals: Record<'participants' | 'responses' | 'report', PastRefusals>;
	};
}
