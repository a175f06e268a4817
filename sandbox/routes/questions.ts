import { questionsBody } from '../schemas/questions';
import { formOf } from '../state/meeting';
import { endpoint } from './endpoint';
import { registeringMeeting } from './references';

export const questionEndpoints = [
	// Zoom API reference, List registration questions.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/registrants/questions',
		category: 'Light',
		granular: [
			'meeting:read:list_registration_questions',
			'meeting:read:list_registration_questions:admin',
		],
		classic: ['meeting:read', 'meeting:read:admin'],
		handle(call) {
			return { status: 200, body: formOf(registeringMeeting(call)) };
		},
	}),
	// Zoom API reference, Update registration questions. Whether it adds to the lists or replaces them
	// is not documented: each list that is given replaces the whole one, the stricter reading, so that
	// who leaves a question out loses it.
	endpoint({
		method: 'PATCH',
		path: '/meetings/{meetingId}/registrants/questions',
		category: 'Light',
		granular: [
			'meeting:update:registration_question',
			'meeting:update:registration_question:admin',
		],
		classic: ['meeting:write', 'meeting:write:admin'],
		body: questionsBody,
		handle(call) {
			const meeting = registeringMeeting(call);
			meeting.questions = { ...meeting.questions, ...call.body };
			return { status: 204 };
		},
	}),
];
