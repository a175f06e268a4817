import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
	createMeetingBody,
	deleteMeetingQuery,
	listMeetingsQuery,
	meetingStatusBody,
	updateMeetingBody,
} from '../schemas/meeting';
import { meetingQuestionsBody } from '../schemas/questions';
import { addRegistrantBody, batchBody, listRegistrantsQuery } from '../schemas/registrant';
import { MEETING_SETTINGS } from '../state/default-settings';
import type { Kind } from './kind';

export const MEETING: Kind = {
	name: 'meeting',
	root: 'meetings',
	parameter: 'meetingId',
	topic: 'Zoom Meeting',
	types: { scheduled: 2, series: 8, untimed: [1, 3], unlisted: [1] },
	// Zoom's help, Requirements of meeting registration.
	capacity: 4999,
	severalDatesByType3: false,
	settings: MEETING_SETTINGS,
	// Zoom API reference, Update a meeting.
	settingsOfDate: [
		'host_video',
		'participant_video',
		'join_before_host',
		'mute_upon_entry',
		'waiting_room',
		'watermark',
		'auto_recording',
	],
	schemas: {
		list: listMeetingsQuery,
		create: createMeetingBody,
		update: updateMeetingBody,
		delete: deleteMeetingQuery,
		status: meetingStatusBody,
		addRegistrant: addRegistrantBody,
		batch: batchBody,
		listRegistrants: listRegistrantsQuery,
		getRegistrant: z.object({}),
		questions: meetingQuestionsBody,
	},
	statusChanged: 204,
	statusChangesOf: 'registrant',
	/**
	 * 36 characters from `tJ` on, or 22, as recorded (airbyte's and ZoomNet's tests); which meeting gets
	 * which is not known.
	 */
	registrationKey: (id) =>
		id % 2 === 0
			? `tJ${randomBytes(26).toString('base64url').slice(0, 34)}`
			: randomBytes(16).toString('base64url'),
	summary: () => ({}),
	view: ({ id, passcodeHash, preSchedule, status }) => ({
		assistant_id: '',
		encrypted_password: `${passcodeHash}.1`,
		pstn_password: String(id).slice(-6),
		h323_password: String(id).slice(-6),
		chat_join_url: `https://us02web.zoom.us/launch/jc/${id}`,
		pre_schedule: preSchedule,
		status,
	}),
	registration: () => ({}),
	ofRegistrant: ({ pin }) => ({ participant_pin_code: pin }),
	ofSingleRegistrant: () => ({}),
	refusals: {
		unknown: 'meetingDoesNotExist',
		malformed: 'meetingDoesNotExist',
		otherKind: 'isWebinar',
		scheduleFor: 'scheduleForInvalid',
		// Delete a meeting documents it; taken for every operation that names an occurrence.
		occurrence: 'invalidParameter',
		// Only deleting documents the answer; reading, approving and the questions get the one that adding
		// was seen to get.
		registrationOff: {
			add: 'registrationOff',
			batch: 'registrationOffOnBatch',
			delete: 'registrationOffOnDelete',
			status: 'registrationOff',
			other: 'registrationOff',
		},
		over: { add: 'meetingOver', batch: 'meetingOver' },
		full: { add: 'meetingFull', batch: 'meetingFull' },
		batchNotForType: 'batchNotForType',
		// Documented for deleting only; getting documents no answer of its own for an unknown one.
		registrantUnknown: { get: 'registrantInvalid', delete: 'registrantInvalid' },
		dailyLimit: { add: 'dailyAddLimit', batch: 'dailyAddLimit', status: 'dailyStatusLimit' },
	},
	past: {
		root: 'past_meetings',
		instancesCategory: 'Medium',
		pollScope: 'list_poll_results',
		// "A year ago" is what the answers say.
		report: { details: 'meeting', participants: 'list_meeting_participants', days: 365 },
		refusals: {
			// Of the documented answers only this one fits a meeting that has not taken place.
			participants: {
				unknown: 'meetingDoesNotExist',
				notOver: 'meetingDoesNotExist',
				tooOld: 'pastParticipantsTooOld',
			},
			// Documented of Q&A; that of polls has only the answer to one that is too old.
			responses: {
				unknown: 'pastMeetingNotOver',
				notOver: 'pastMeetingNotOver',
				tooOld: 'pastParticipantsTooOld',
			},
			report: {
				unknown: 'meetingReportUnavailable',
				notOver: 'meetingReportUnavailable',
				tooOld: 'meetingReportTooOld',
			},
		},
	},
};
