import { randomBytes } from 'node:crypto';
import type { PanelistFields } from '../schemas/panelists';

export interface Panelist {
	id: string;
	fields: PanelistFields;
	joinUrl: string;
}

export function newPanelist(
	webinar: { id: number; passcodeHash: string },
	fields: PanelistFields,
): Panelist {
	const key = randomBytes(24).toString('base64url');
	return {
		id: randomBytes(16).toString('base64url'),
		fields,
		joinUrl: `https://us02web.zoom.us/w/${webinar.id}?tk=${key}&pwd=${webinar.passcodeHash}.1`,
	};
}

/** By ID or address. */
export function findPanelist(
	{ panelists }: { panelists: readonly Panelist[] },
	idOrEmail: string,
): Panelist | undefined {
	const address = idOrEmail.toLowerCase();
	return panelists.find(
		({ id, fields }) => id === idOrEmail || fields.email.toLowerCase() === address,
	);
}

/** A panelist as Zoom's API lists it. */
export type PanelistView = PanelistFields & { id: string; join_url: string };

export function panelistView({ id, fields, joinUrl }: Panelist): PanelistView {
	return { id, ...fields, join_url: joinUrl };
}
