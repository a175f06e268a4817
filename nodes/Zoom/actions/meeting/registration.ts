import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { APPROVAL_TYPES } from '../../api/choices';
import type { ZoomField } from '../../mapping/body';
import { toChoice } from '../../mapping/values';

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
 * have it. Puts a warning in words into the result, and shows it in the editor.
 *
 * @param asked the body that was sent
 * @param meeting Zoom's meeting after that
 */
export function withRegistrationWarning(
	context: IExecuteFunctions,
	asked: IDataObject,
	meeting: IDataObject,
	result: IDataObject,
): IDataObject {
	const wanted = (asked.settings as IDataObject | undefined)?.approval_type;
	const kept = (meeting.settings as IDataObject | undefined)?.approval_type;
	if (typeof wanted !== 'number' || typeof kept !== 'number' || wanted === kept) return result;
	const warning = `Zoom kept Registration at "${NAMES[kept]}" although "${NAMES[wanted]}" was asked for. ${reason(meeting)}`;
	context.addExecutionHints({ message: warning, type: 'warning', location: 'outputPane' });
	return { ...result, warning };
}

function reason(meeting: IDataObject): string {
	if (meeting.type === 3) {
		return 'A recurring meeting without fixed times can not have registration: use the type "Recurring With Fixed Time".';
	}
	if ((meeting.settings as IDataObject).use_pmi) {
		return 'A meeting with the personal meeting ID can not have registration: turn "Use Personal Meeting ID" off.';
	}
	return "Most likely the host's Zoom plan is Basic: registration needs a Pro licence or higher.";
}
