import { randomBytes } from 'node:crypto';
import {
	createWebinarBody,
	deleteWebinarQuery,
	listWebinarsQuery,
	updateWebinarBody,
	webinarStatusBody,
} from '../schemas/webinar';
import { webinarQuestionsBody } from '../schemas/questions';
import {
	addWebinarRegistrantBody,
	listWebinarRegistrantsQuery,
	occurrenceQuery,
	webinarBatchBody,
} from '../schemas/registrant';
import { WEBINAR_SETTINGS } from '../state/default-settings';
import type { Kind } from './kind';

export const WEBINAR: Kind = {
	name: 'webinar',
	root: 'webinars',
	parameter: 'webinarId',
	topic: 'My Webinar',
	types: { scheduled: 5, series: 9, untimed: [6], unlisted: [] },
	// How many a host may add is not documented: the most that `registrants_restrict_number` takes.
	capacity: 20_000,
	// Zoom API reference, Add a webinar registrant, occurrence_ids: "Make sure the registration_type is 3
	// if updating multiple occurrences with this API."; what happens otherwise, it does not say.
	severalDatesByType3: true,
	plan: {
		create: 'webinarPlanMissingOnCreate',
		get: 'webinarPlanMissingOnGet',
		update: 'webinarPlanMissingOnUpdate',
		other: 'webinarPlanMissing',
	},
	settings: WEBINAR_SETTINGS,
	// Zoom API reference, Update a webinar, occurrence_id, which calls two of them `panelist_video` and
	// `watermark`; these are the names that settings have.
	settingsOfDate: ['host_video', 'panelists_video', 'hd_video', 'add_watermark', 'auto_recording'],
	schemas: {
		list: listWebinarsQuery,
		create: createWebinarBody,
		update: updateWebinarBody,
		delete: deleteWebinarQuery,
		status: webinarStatusBody,
		addRegistrant: addWebinarRegistrantBody,
		batch: webinarBatchBody,
		listRegistrants: listWebinarRegistrantsQuery,
		getRegistrant: occurrenceQuery,
		questions: webinarQuestionsBody,
	},
	// The only status that the reference has for it.
	statusChanged: 200,
	// Developer forum thread 122482: one request for each of 30 people, and always the eleventh was
	// refused, though the docs say "10 requests per day for the same registrant".
	statusChangesOf: 'all',
	// Recorded by others: `…/webinar/register/WN_` and 22 characters (github.com/Jericho/ZoomNet).
	registrationKey: () => `WN_${randomBytes(16).toString('base64url')}`,
	summary: ({ simulive }) => ({ is_simulive: simulive.is_simulive === true }),
	view: ({ id, passcodeHash, templateId, simulive }) => ({
		...(templateId !== undefined && { template_id: templateId }),
		encrypted_passcode: `${passcodeHash}.1`,
		h323_passcode: String(id).slice(-6),
		...simulive,
	}),
	// Of the reference since September 2026, with a `share_url` of which no example is known.
	registration: ({ status }) => ({ status }),
	ofRegistrant: () => ({}),
	ofSingleRegistrant: ({ language }) => ({ ...(language !== undefined && { language }) }),
	refusals: {
		unknown: 'webinarDoesNotExist',
		malformed: 'webinarIdInvalid',
		// What a meeting's ID gets is not documented; "Invalid webinar ID." is for what can't be one.
		otherKind: 'webinarDoesNotExist',
		scheduleFor: 'scheduleForInvalidOfWebinar',
		// Delete a webinar documents it; taken for every operation that names an occurrence.
		occurrence: 'webinarOccurrenceDoesNotExist',
		// Listing documents no answer: it gets that of reading one.
		registrationOff: {
			add: 'webinarRegistrationOffOnAdd',
			batch: 'webinarRegistrationOff',
			delete: 'webinarRegistrationOff',
			status: 'registrationOffOnDelete',
			other: 'webinarRegistrationOff',
		},
		over: { add: 'webinarOver', batch: 'webinarOverOnBatch' },
		// Seen on adding and on batches (developer forum thread 74518).
		full: { add: 'attendeeLimit', batch: 'attendeeLimit' },
		// Adding documents no answer of its own for it.
		restricted: { add: 'attendeeLimit', batch: 'webinarFull', status: 'webinarFullOnStatus' },
		batchNotForType: 'batchNotForWebinarType',
		registrantUnknown: { get: 'registrantDoesNotExist', delete: 'registrantNotFound' },
		dailyLimit: {
			add: 'dailyWebinarAddLimit',
			batch: 'dailyWebinarBatchLimit',
			status: 'dailyWebinarStatusLimit',
		},
	},
	past: {
		root: 'past_webinars',
		instancesCategory: 'Light',
		pollScope: 'list_past_polls',
		// Zoom API reference, Get webinar participant reports: for the last six months.
		report: { details: 'webinar', participants: 'list_webinar_participants', days: 183 },
		refusals: {
			// No answer is documented for one of long ago: that of the reports.
			participants: {
				unknown: 'pastWebinarDoesNotExist',
				notOver: 'pastWebinarDoesNotExist',
				tooOld: 'webinarReportTooOld',
			},
			responses: {
				unknown: 'pastWebinarNotOver',
				notOver: 'pastWebinarNotOver',
				tooOld: 'webinarReportTooOld',
			},
			report: {
				unknown: 'webinarReportUnavailable',
				notOver: 'webinarReportUnavailable',
				tooOld: 'webinarReportTooOld',
			},
		},
	},
};
