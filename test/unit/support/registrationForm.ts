import { registrantFields } from '../../../nodes/Zoom/actions/registrant/registrantFields';
import { MEETING } from '../../../nodes/Zoom/api/eventKinds';
import { toMapperFields } from '../../../nodes/Zoom/mapping/form';

/** What it asks for of Zoom's fields, and of its own. */
export const STANDARD = [
	{ field_name: 'last_name', required: true },
	{ field_name: 'purchasing_time_frame', required: false },
	{ field_name: 'org', required: false },
];
export const OWN = [
	{ title: 'Company size', type: 'short', required: true, answers: [] },
	{ title: 'How?', type: 'single', required: false, answers: ['Friend', 'Search'] },
];

/** The fields of a form that asks for some of Zoom's fields and has two questions of its own. */
export const formFields = () => toMapperFields(registrantFields(MEETING), STANDARD, OWN);
