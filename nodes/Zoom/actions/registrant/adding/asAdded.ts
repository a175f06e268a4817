import type { IDataObject } from 'n8n-workflow';

/** A registrant of Zoom's list, with the names that Zoom's answer to adding has. */
export function asAdded(eventId: string, { id, ...rest }: IDataObject): IDataObject {
	return { ...rest, id: Number(eventId), registrant_id: id };
}
