import { missingScopes } from '../../nodes/Zoom/methods/scopes';

const GRANULAR = [
	'meeting:write:meeting:admin',
	'meeting:read:meeting:admin',
	'meeting:read:list_meetings:admin',
	'meeting:update:meeting:admin',
	'meeting:delete:meeting:admin',
	'meeting:update:status:admin',
	'meeting:read:invitation:admin',
	'meeting:read:past_meeting:admin',
	'meeting:read:list_past_participants:admin',
	'meeting:write:registrant:admin',
	'meeting:write:batch_registrants:admin',
	'meeting:read:registrant:admin',
	'meeting:read:list_registrants:admin',
	'meeting:update:registrant_status:admin',
	'meeting:delete:registrant:admin',
	'meeting:read:list_registration_questions:admin',
	'meeting:update:registration_question:admin',
	'user:read:list_users:admin',
];
const LACKS = [
	'meeting:write:meeting:admin (Meeting: Create)',
	'meeting:read:meeting:admin (Meeting: Get)',
	'meeting:read:list_meetings:admin (Meeting: Get Many)',
	'meeting:update:meeting:admin (Meeting: Update)',
	'meeting:delete:meeting:admin (Meeting: Delete)',
	'meeting:update:status:admin (Meeting: End)',
	'meeting:read:invitation:admin (Meeting: Get Invitation)',
	'meeting:read:past_meeting:admin (Past Meeting: Get)',
	'meeting:read:list_past_participants:admin (Past Meeting: Get Participants)',
	'meeting:write:registrant:admin (Registrant: Add)',
	'meeting:write:batch_registrants:admin (Registrant: Add Many, 30 in a call)',
	'meeting:read:registrant:admin (Registrant: Get)',
	'meeting:read:list_registrants:admin (Registrant: Get Many)',
	'meeting:update:registrant_status:admin (Registrant: Approve, Deny, Cancel)',
	'meeting:delete:registrant:admin (Registrant: Delete)',
	'meeting:read:list_registration_questions:admin (Registration Form: Get)',
	'meeting:update:registration_question:admin (Registration Form: Update)',
	'user:read:list_users:admin (choosing a host from the list)',
];

describe('missingScopes', () => {
	it('finds nothing missing with all granular scopes, however they are separated', () => {
		expect(missingScopes(GRANULAR.join(' '))).toEqual([]);
		expect(missingScopes(GRANULAR.join(', '))).toEqual([]);
		expect(missingScopes(`\n${GRANULAR.join('\n')} `)).toEqual([]);
	});

	it('finds nothing missing with the classic scopes', () => {
		expect(missingScopes('meeting:write:admin meeting:read:admin user:read:admin')).toEqual([]);
	});

	it('takes the forms for single users too', () => {
		expect(missingScopes('meeting:write meeting:read user:read')).toEqual([]);
		expect(missingScopes(GRANULAR.join(' ').replaceAll(':admin', ''))).toEqual([]);
	});

	it('names each lack and what it is needed for', () => {
		expect(missingScopes('report:read:admin')).toEqual(LACKS);
		expect(missingScopes('meeting:write:admin')).toEqual(
			LACKS.filter((lack) => lack.includes(':read:')),
		);
		expect(missingScopes('meeting:read:admin')).toEqual(
			LACKS.filter((lack) => !lack.startsWith('meeting:read:')),
		);
	});

	it.each(GRANULAR.map((scope, i) => [scope, LACKS[i]]))('misses %s alone', (scope, lack) => {
		expect(missingScopes(GRANULAR.filter((other) => other !== scope).join(' '))).toEqual([lack]);
	});

	it('does not take a scope for one that begins like it', () => {
		const almost = GRANULAR.join(' ').replace(
			'meeting:write:meeting:admin',
			'meeting:write:meeting:adminx',
		);
		expect(missingScopes(almost)).toEqual(['meeting:write:meeting:admin (Meeting: Create)']);
		const inside = GRANULAR.join(' ').replace(
			'meeting:write:meeting:admin',
			'meeting:admin:write:meeting',
		);
		expect(missingScopes(inside)).toEqual(['meeting:write:meeting:admin (Meeting: Create)']);
	});

	it.each(['', ' ', ',\n'])('knows nothing of lacks where Zoom names no scopes: %j', (granted) => {
		expect(missingScopes(granted)).toEqual([]);
	});
});
