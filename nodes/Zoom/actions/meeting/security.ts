import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { REGION_METHODS, WAITING_ROOM_MODES, WAITING_ROOM_PEOPLE } from '../../api/settingChoices';
import type { ZoomField } from '../../mapping/body';
import { asObject } from '../../transport/answer';
import { choice, text, toCountries, toggle } from '../event/setting';

const REGIONS = 'approved_or_denied_countries_or_regions';
const COUNTRIES = { placeholder: 'e.g. US, DE' };

/** From where people can join. */
// prettier-ignore
export const regions: ZoomField[] = [
	toggle(`${REGIONS}.enable`, 'Approve or Block Countries/Regions',
		'Whether to allow or block people by country or region'),
	text(`${REGIONS}.approved_list`, 'Approved Countries/Regions',
		'Codes or names of the countries from which people can join, separated by commas',
		COUNTRIES, toCountries),
	text(`${REGIONS}.denied_list`, 'Blocked Countries/Regions',
		"Codes or names of the countries from which people can't join, separated by commas",
		COUNTRIES, toCountries),
	choice(`${REGIONS}.method`, 'Countries/Regions Rule', REGION_METHODS,
		"Needs 'Approve or Block Countries/Regions' on"),
];

// prettier-ignore
export const waitingRoom: ZoomField[] = [
	toggle('waiting_room', 'Waiting Room',
		'Whether participants wait until the host lets them in. Turns off joining before the host.'),
	choice('waiting_room_options.mode', 'Waiting Room Rule', WAITING_ROOM_MODES,
		"How Zoom decides who goes to the waiting room. 'Custom' needs 'Who Goes to the Waiting Room'."),
	choice('waiting_room_options.who_goes_to_waiting_room', 'Who Goes to the Waiting Room',
		WAITING_ROOM_PEOPLE, "Needs 'Waiting Room Rule' set to 'Custom'"),
];

/**
 * Zoom requires each of the two with the other: its reference of `waiting_room_options`.
 *
 * @throws UserError that names the fields
 */
export function checkWaitingRoom({ settings }: IDataObject): void {
	const { waiting_room_options: options } = asObject(settings);
	if (options === undefined) return;
	const { mode, who_goes_to_waiting_room: people } = asObject(options);
	if (mode === 'custom' && people === undefined) {
		throw new UserError("'Waiting Room Rule' Custom requires 'Who Goes to the Waiting Room'", {
			description: "Add it under 'Security'.",
		});
	}
	if (mode === undefined) {
		throw new UserError("'Who Goes to the Waiting Room' requires 'Waiting Room Rule' Custom", {
			description: "Add 'Waiting Room Rule' under 'Security' and set it to Custom.",
		});
	}
}

/** A label of the account's data protection, which stands beside the settings in Zoom's body. */
export const sensitivityLabel: ZoomField = {
	to: 'sensitivity_label_id',
	property: {
		displayName: 'Sensitivity Label ID',
		name: 'sensitivityLabelId',
		type: 'string',
		default: '',
		description: 'Zoom Support must turn the feature on',
	},
};

/** https://developers.zoom.us/changelog/meetings/november-16-2026/ */
export const sensitivityDowngrade: ZoomField = {
	to: 'sensitivity_label_downgrade_reason',
	property: {
		displayName: 'Sensitivity Label Downgrade Reason',
		name: 'sensitivityLabelDowngradeReason',
		type: 'string',
		default: '',
		description: 'Why the meeting gets a less restrictive label',
	},
};
