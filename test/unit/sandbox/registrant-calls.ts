import { SEED } from '../../../sandbox';
import { useSandbox } from './client';

export const JOIN_LINK = /^https:\/\/us02web\.zoom\.us\/w\/857\d{8}\?tk=/;

/** What the tests of registrants ask of a sandbox, over raw HTTP. */
export function useRegistrants() {
	const { sandbox, call } = useSandbox();
	const pathOf = (meetingId: string | number) => `/meetings/${meetingId}/registrants`;
	const add = async (json: object, meetingId: string | number = SEED.meeting, query = '') =>
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
	return { sandbox, call, pathOf, add, person, namesIn, setStatus };
}
