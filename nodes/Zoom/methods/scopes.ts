/** What each operation needs of the app: any one of its scopes, granular or classic. */
const NEEDED: Array<{ for: string; anyOf: string[] }> = [
	{ for: 'Meeting: Create', anyOf: ['meeting:write:meeting:admin', 'meeting:write:admin'] },
	{ for: 'Meeting: Get', anyOf: ['meeting:read:meeting:admin', 'meeting:read:admin'] },
	{ for: 'Meeting: Get Many', anyOf: ['meeting:read:list_meetings:admin', 'meeting:read:admin'] },
	{ for: 'Meeting: Update', anyOf: ['meeting:update:meeting:admin', 'meeting:write:admin'] },
	{ for: 'Meeting: Delete', anyOf: ['meeting:delete:meeting:admin', 'meeting:write:admin'] },
	{ for: 'Meeting: End', anyOf: ['meeting:update:status:admin', 'meeting:write:admin'] },
	{
		for: 'Meeting: Get Invitation',
		anyOf: ['meeting:read:invitation:admin', 'meeting:read:admin'],
	},
	{ for: 'Past Meeting: Get', anyOf: ['meeting:read:past_meeting:admin', 'meeting:read:admin'] },
	{
		for: 'Past Meeting: Get Participants',
		anyOf: ['meeting:read:list_past_participants:admin', 'meeting:read:admin'],
	},
	{ for: 'Registrant: Add', anyOf: ['meeting:write:registrant:admin', 'meeting:write:admin'] },
	{
		for: 'Registrant: Add Many, 30 in a call',
		anyOf: ['meeting:write:batch_registrants:admin', 'meeting:write:admin'],
	},
	{ for: 'Registrant: Get', anyOf: ['meeting:read:registrant:admin', 'meeting:read:admin'] },
	{
		for: 'Registrant: Get Many',
		anyOf: ['meeting:read:list_registrants:admin', 'meeting:read:admin'],
	},
	{
		for: 'Registrant: Approve, Deny, Cancel',
		anyOf: ['meeting:update:registrant_status:admin', 'meeting:write:admin'],
	},
	{ for: 'Registrant: Delete', anyOf: ['meeting:delete:registrant:admin', 'meeting:write:admin'] },
	{
		for: 'Registration Form: Get',
		anyOf: ['meeting:read:list_registration_questions:admin', 'meeting:read:admin'],
	},
	{
		for: 'Registration Form: Update',
		anyOf: ['meeting:update:registration_question:admin', 'meeting:write:admin'],
	},
	{
		for: 'choosing a host from the list',
		anyOf: ['user:read:list_users:admin', 'user:read:admin'],
	},
];

/**
 * Names what an app can't do for want of scopes.
 *
 * @param granted scopes separated by spaces, as Zoom's token answer has them; user-level forms
 *   (without `:admin`) count too
 * @returns one line for each lack; none where Zoom named no scopes at all, as it does for minutes
 *   after an app was made
 */
export function missingScopes(granted: string): string[] {
	const have = new Set(granted.split(/[\s,]+/).filter(Boolean));
	if (have.size === 0) return [];
	const owns = (scope: string) => have.has(scope) || have.has(scope.replace(/:admin$/, ''));
	return NEEDED.filter(({ anyOf }) => !anyOf.some(owns)).map(
		({ for: operation, anyOf }) => `${anyOf[0]} (${operation})`,
	);
}
