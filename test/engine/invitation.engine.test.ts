import type { INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import {
	addParameters,
	apiRequests,
	byId,
	byUrl,
	credentialsFor,
	meetingOf,
	people,
	useSandbox,
} from './world';

describe('what guests of a meeting get, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, meetingId: INodeParameters) =>
		await runZoom(
			{ resource: 'meeting', operation, meetingId, options: {} },
			credentialsFor(sandbox()),
			[{}],
			{ onError: 'continueErrorOutput' },
		);

	describe('Get Invitation', () => {
		it('gets the text with the join link', async () => {
			const { items, errors } = await run('getInvitation', byId(SEED.meeting));
			expect(errors).toEqual([]);
			expect(items).toHaveLength(1);
			expect(items[0]?.json).toEqual({
				id: Number(SEED.meeting),
				invitation: expect.stringContaining('Topic: Product webinar'),
				sip_links: [`${SEED.meeting}@zoomcrc.com`],
			});
			expect(items[0]?.json.invitation).toContain(meetingOf(sandbox(), SEED.meeting)?.join_url);
		});

		it("works for a meeting that isn't turned on for this meeting", async () => {
			const { items } = await run('getInvitation', byId(SEED.registrationOff));
			expect(items[0]?.json.invitation).toContain('Topic: Team meeting');
		});
	});

	describe('Get Registration Link', () => {
		it('gets the link, and what it is for', async () => {
			const { items, errors } = await run('getRegistrationLink', byId(SEED.meeting));
			expect(errors).toEqual([]);
			const meeting = meetingOf(sandbox(), SEED.meeting);
			expect(items.map(({ json }) => json)).toEqual([
				{
					id: Number(SEED.meeting),
					topic: 'Product webinar',
					start_time: meeting?.start_time,
					timezone: 'Europe/Berlin',
					registration_url: meeting?.registration_url,
				},
			]);
			expect(meeting?.registration_url).toContain('/register/');
		});

		it('gets one that names the meeting for other operations', async () => {
			const { items } = await run('getRegistrationLink', byId(SEED.manual));
			const link = String(items[0]?.json.registration_url);
			await runZoom(
				addParameters('', { meetingId: byUrl(link) }),
				credentialsFor(sandbox()),
				people(1),
			);
			expect(sandbox().registrants(SEED.manual)).toHaveLength(1);
		});

		it("explains that a meeting isn't turned on for this meeting", async () => {
			const { items, errors } = await run('getRegistrationLink', byId(SEED.registrationOff));
			expect(items).toEqual([]);
			expect(errors.map(({ json }) => json)).toEqual([
				{
					error: {
						message: "Registration isn't turned on for this meeting",
						hint: 'Turn it on with Meeting → Update → Registration.',
					},
				},
			]);
			expect(apiRequests(sandbox()).map(({ method }) => method)).toEqual(['GET']);
		});
	});

	describe.each(['getInvitation', 'getRegistrationLink'])('%s', (operation) => {
		it('says that Zoom does not know a meeting', async () => {
			const { errors } = await run(operation, byId('99999999999'));
			expect(errors[0]?.json).toMatchObject({
				error: { message: "Zoom couldn't find this meeting", code: 3001 },
			});
		});

		it("refuses what isn't a meeting before any request", async () => {
			const { errors } = await run(operation, byId('next'));
			expect(errorMessage(errors[0])).toBe("'Meeting' isn't a meeting ID or link: \"next\"");
			expect(sandbox().counts().tokens).toBe(0);
		});
	});
});
