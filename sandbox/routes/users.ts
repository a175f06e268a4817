import { z } from 'zod';
import { pageQuery } from '../schemas/common';
import { userView } from '../state/user';
import { endpoint } from './endpoint';
import { userOf } from './references';

export const userEndpoints = [
	// Zoom API reference, List users. Its page_size may be 2000 today and was 300: the stricter.
	endpoint({
		method: 'GET',
		path: '/users',
		category: 'Medium',
		granular: ['user:read:list_users:admin'],
		classic: ['user:read', 'user:write', 'user:read:admin', 'user:write:admin'],
		query: pageQuery.extend({
			status: z.enum(['active', 'inactive', 'pending']).default('active'),
		}),
		handle({ account, query, paging }) {
			const users = query.status === 'active' ? account.users : [];
			const { envelope, items } = paging.page(`${account.id} users`, query, users);
			return { status: 200, body: { ...envelope, users: items.map(userView) } };
		},
	}),
	// Zoom API reference, Get a user.
	endpoint({
		method: 'GET',
		path: '/users/{userId}',
		category: 'Light',
		granular: ['user:read:user', 'user:read:user:admin'],
		classic: ['user:read', 'user:write', 'user:read:admin', 'user:write:admin'],
		handle(call) {
			const user = userOf(call);
			return {
				status: 200,
				body: {
					...userView(user),
					account_id: call.account.id,
					role_name: user.isOwner ? 'Owner' : 'Member',
					personal_meeting_url: `https://us02web.zoom.us/j/${user.pmi}`,
					use_pmi: false,
				},
			};
		},
	}),
];
