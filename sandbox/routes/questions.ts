import type { Kind } from '../kinds';
import { formOf } from '../state/meeting';
import { endpoint } from './endpoint';
import { registeringMeeting } from './references';

export const questionEndpoints = (kind: Kind) => [
	// Zoom API reference, List registration questions.
	endpoint({
		method: 'GET',
		path: `/${kind.root}/{${kind.parameter}}/registrants/questions`,
		category: 'Light',
		granular: [
			`${kind.name}:read:list_registration_questions`,
			`${kind.name}:read:list_registration_questions:admin`,
		],
		classic: [`${kind.name}:read`, `${kind.name}:read:admin`],
		handle(call) {
			return { status: 200, body: formOf(registeringMeeting(kind, call)) };
		},
	}),
	// Zoom API reference, Update registration questions. Whether it adds to the lists or replaces them
	// is not documented: each list that is given replaces the whole one, the stricter reading, so that
	// who leaves a question out loses it.
	endpoint({
		method: 'PATCH',
		path: `/${kind.root}/{${kind.parameter}}/registrants/questions`,
		category: 'Light',
		granular: [
			`${kind.name}:update:registration_question`,
			`${kind.name}:update:registration_question:admin`,
		],
		classic: [`${kind.name}:write`, `${kind.name}:write:admin`],
		body: kind.schemas.questions,
		handle(call) {
			const meeting = registeringMeeting(kind, call);
			meeting.questions = { ...meeting.questions, ...call.body };
			return { status: 204 };
		},
	}),
];
