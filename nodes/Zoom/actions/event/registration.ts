import type { IDataObject } from 'n8n-workflow';
import { APPROVAL_TYPES, REGISTRATION } from '../../api/choices';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toChoice } from '../../mapping/values';
import { asObject } from '../../transport/answer';

/** Whether people can register, and whether each must be approved. */
export const registrationField = ({ name, license }: EventKind): ZoomField => ({
	to: 'settings.approval_type',
	convert: (value, label) =>
		APPROVAL_TYPES[toChoice(value, label, REGISTRATION) as keyof typeof APPROVAL_TYPES],
	property: {
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: REGISTRATION,
		default: 'off',
		description: `Whether people must register for the ${name}. Needs a host with ${license}, and a scheduled ${name} or a recurring one with fixed times.`,
	},
});

/** The same for a new event, which has none unless it is asked for: most hosts can't have it. */
export const newRegistrationField = (kind: EventKind): ZoomField => {
	const field = registrationField(kind);
	return {
		...field,
		property: {
			...field.property,
			options: [
				...REGISTRATION,
				{
					name: 'Default',
					value: '',
					description: 'Not required, unless a template requires it',
				},
			],
			default: '',
			description: `${field.property.description} Not required by default, as in Zoom: anyone with the link can join.`,
		},
	};
};

const NAMES = Object.fromEntries(
	REGISTRATION.map(({ name, value }) => [
		APPROVAL_TYPES[value as keyof typeof APPROVAL_TYPES],
		name,
	]),
);

/**
 * Zoom takes a wish for registration and silently keeps it off where the event or the host can't
 * have it; recurring webinars without fixed times have none either:
 * https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0062461
 *
 * @param asked the body that was sent
 * @param event Zoom's event after that
 * @returns a warning in words
 */
export function registrationDifference(
	kind: EventKind,
	asked: IDataObject,
	event: IDataObject,
): string | undefined {
	const { approval_type: wanted } = asObject(asked.settings);
	const { approval_type: kept, use_pmi: usesPersonalId } = asObject(event.settings);
	if (typeof wanted !== 'number' || typeof kept !== 'number' || wanted === kept) return undefined;
	const reason = reasonOf(kind, event.type, usesPersonalId);
	return `Zoom kept 'Registration' at '${NAMES[kept] ?? kept}' instead of '${NAMES[wanted] ?? wanted}'. ${reason}`;
}

function reasonOf({ name, types, whyKept }: EventKind, type: unknown, usesPersonalId: unknown) {
	if (type === types.noFixedTime) {
		return `A recurring ${name} without fixed times can't have registration. Choose a type with fixed times.`;
	}
	if (usesPersonalId) {
		return "A meeting with the personal meeting ID can't have registration. Turn off 'Use Personal Meeting ID'.";
	}
	return whyKept;
}
