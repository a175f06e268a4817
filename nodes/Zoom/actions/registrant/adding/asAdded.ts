import { assign, pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { Zoom } from '../../../transport/client';
import type { Registration } from '../registrantInput';

const PENDING =
	"Registrants with the status 'pending' have no join link yet: Zoom emails it once the host approves them.";

/** What is looked for first, so that n8n's tables show it without scrolling. */
const FIRST = ['status', 'email', 'first_name', 'last_name', 'join_url'];

const inOrder = (output: IDataObject): IDataObject => assign(pick(output, FIRST), output);

/** A registrant of Zoom's list, with the names that Zoom's answer to adding has. */
export function asAdded(eventId: string, { id, ...rest }: IDataObject): IDataObject {
	return inOrder({ ...rest, id: Number(eventId), registrant_id: id });
}

/**
 * Somebody who is registered, as Zoom said. Zoom gives the join link once the person is
 * approved, and no other sign of it.
 */
export function asAnswered(
	zoom: Zoom,
	eventId: string,
	{ registrant }: Registration,
	answer: IDataObject,
): IDataObject {
	const status = answer.join_url ? 'approved' : 'pending';
	if (status === 'pending') zoom.tell(PENDING);
	return inOrder({ status, ...registrant, id: Number(eventId), ...answer });
}
