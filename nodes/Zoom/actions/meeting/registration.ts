import type { IDataObject } from 'n8n-workflow';
import { APPROVAL_TYPES } from '../../api/choices';
import type { ZoomField } from '../../mapping/body';
import { toChoice } from '../../mapping/values';
import { asObject } from '../../transport/answer';

const CHOICES = [
	{ name: 'Approve Automatically', value: 'automatic' },
	{ name: 'Approve by Hand', value: 'manual' },
	{ name: 'Off', value: 'off' },
];

/** Whether people can register, and whether each must be approved. */
export const registrationField: ZoomField = {
	to: 'settings.approval_type',
	convert: (value, label) =>
		APPROVAL_TYPES[toChoice(value, label, CHOICES) as keyof typeof APPROVAL_TYPES],
	property: {
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: CHOICES,
		default: 'off',
		description:
			'Whether people register for the meeting. Needs a host with a Pro licence or higher, and a scheduled meeting or a recurring one with fixed times.',
	},
};

/** The same for a new meeting, where nothing need be said. */
export const newRegistrationField: ZoomField = {
	...registrationField,
	property: {
		...registrationField.property,
		options: [
			...CHOICES,
			{ name: 'Default', value: '', description: 'Off, unless a template turns it on' },
		],
		default: '',
	},
};

const NAMES = ['Approve Automatically', 'Approve by Hand', 'Off'];

/**
 * Zoom takes a wish for registration and silently keeps it off where the meeting or the host can't
 * have it.
 *
 * @param asked the body that was sent
 * @param meeting Zoom's meeting after that
 * @returns a warning in words
 */
export function registrationDifference(
	asked: IDataObject,
	meeting: IDataObject,
): string | undefined {
	const { approval_type: wanted } = asObject(asked.settings);
	const { approval_type: kept, use_pmi: usesPersonalId } = asObject(meeting.settings);
	if (typeof wanted !== 'number' || typeof kept !== 'number' || wanted === kept) return undefined;
	const reason = reasonOf(meeting.type, usesPersonalId);
	return `Zoom kept Registration at "${NAMES[kept] ?? kept}" although "${NAMES[wanted] ?? wanted}" was asked for. ${reason}`;
}

function reasonOf(type: unknown, usesPersonalId: unknown): string {
	if (type === 3) {
		return 'A recurring meeting without fixed times cannot have registration: use the type "Recurring With Fixed Time".';
	}
	if (usesPersonalId) {
		return 'A meeting with the personal meeting ID cannot have registration: turn "Use Personal Meeting ID" off.';
	}
	return "Most likely the host's Zoom plan is Basic: registration needs a Pro licence or higher.";
}
