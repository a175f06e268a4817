import { SEED } from '../../../sandbox';
import { useSandbox } from './client';

export const JOIN_LINK = /^https:\/\/us02web\.zoom\.us\/w\/857\d{8}\?tk=/;

/** What the tests of registrants ask of a sandbox, over raw HTTP: of meetings or of webinars. */
export function useRegistrants(root: 'meetings' | 'webinars' = 'meetings') {
	const { sandbox, call, newToken } = useSandbox();
	const seed = root === 'meetings' ? SEED.meeting : SEED.webinar;
	const pathOf = (meetingId: string | number) => `/${root}/${meetingId}/registrants`;
	const add = async (json: object, meetingId: string | number = seed, query = '') =>
		await call('POST', pathOf(meetingId) + query, { json });
	const person = (name: string, more: object = {}) => ({
		email: `${name.toLowerCase()}@example.com`,
		first_name: name,
		...more,
	});
	const namesIn = async (meetingId: string, query = '') => {
		const { body } = await call('GET', pathOf(meetingId) + query);
		return (body.registrants as Array<{ first_name: string }>).map(({ first_name: name }) => name);
	};
	const setStatus = async (meetingId: string, action: string, registrants: object[]) =>
		await call('PUT', `${pathOf(meetingId)}/status`, { json: { action, registrants } });
	const batch = async (
		registrants: unknown,
		meetingId: string | number = seed,
		more: object = {},
	) =>
		await call('POST', `/${root}/${meetingId}/batch_registrants`, {
			json: { registrants, ...more },
		});
	const people = (count: number) => Array.from({ length: count }, (_, i) => person(`P${i}`));
	return { sandbox, call, newToken, pathOf, add, batch, person, people, namesIn, setStatus };
}
