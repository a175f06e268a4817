import { pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

const KEYS = [
	'id',
	'email',
	'first_name',
	'last_name',
	'status',
	'create_time',
	'join_url',
	'custom_questions',
];

/** A registrant's most used fields. */
export const simplifyRegistrant = (registrant: IDataObject): IDataObject => pick(registrant, KEYS);
