import type { IDataObject } from 'n8n-workflow';
import { answered, locator, ok, runNode } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';

const meetingId = locator('id', '857 4606 5432');
const LINK = 'https://zoom.us/meeting/register/tJMscuioqjgoH9Bk';

async function run(operation: string, parameters: IDataObject, respond?: Respond) {
	const result = await runNode({
		parameters: { resource: 'meeting', operation, meetingId, ...parameters } as never,
		respond,
	});
	return { sent: result.sent, json: result.items.map(({ json }) => json) };
}

describe('Meeting: Get Registration Link', () => {
	it('gives the link and what names the meeting, and nothing else', async () => {
		const meeting = {
			topic: 'T',
			start_time: '2099-03-05T10:00:00Z',
			timezone: 'UTC',
			registration_url: LINK,
			start_url: 'secret',
		};
		const { json } = await run('getRegistrationLink', {}, () => ok(meeting));
		expect(json).toEqual([
			{
				id: 85746065432,
				topic: 'T',
				start_time: '2099-03-05T10:00:00Z',
				timezone: 'UTC',
				registration_url: LINK,
			},
		]);
	});

	it.each([{}, { registration_url: null }, { registration_url: 5 }])(
		'says how to get one where there is none: %j',
		async (meeting) => {
			await expect(run('getRegistrationLink', {}, () => ok(meeting))).rejects.toMatchObject({
				message: "Registration isn't turned on for this meeting",
				description: 'Turn it on with Meeting → Update → Registration.',
			});
		},
	);
});

describe('Meeting: Update Registration Form', () => {
	it.each([{}, { removedQuestions: null }, { removedQuestions: ' \n ' }])(
		'is refused where nothing is to change, before a request: %j',
		async (parameters) => {
			const respond = jest.fn(() => ok());
			await expect(run('updateRegistrationForm', parameters, respond)).rejects.toMatchObject({
				message: 'There is nothing to update',
				description: 'Add a question, or enter the title of one to remove.',
			});
			expect(respond).not.toHaveBeenCalled();
		},
	);

	it.each([
		[{ standardQuestions: 5 }, "'Standard Questions' isn't a list of entries"],
		[{ customQuestions: 5 }, "'Custom Questions' isn't a list of entries"],
		[{ removedQuestions: {} }, "'Custom Questions to Remove' must be text or a number"],
		[
			{ standardQuestions: { question: [{ question: 'shoe size', state: 'required' }] } },
			"must be one of Zoom's choices",
		],
		[{ customQuestions: { question: [{ title: '', type: 'short' }] } }, 'is required'],
	])('names what is wrong before a request: %j', async (given, message) => {
		const respond = jest.fn(() => ok());
		const running = runNode({
			parameters: { resource: 'meeting', operation: 'updateRegistrationForm', meetingId } as never,
			perItem: () => given as IDataObject,
			respond,
		});
		await expect(running).rejects.toThrow(message);
		expect(respond).not.toHaveBeenCalled();
	});

	it('removes the questions that are named, a line each, and keeps the others', async () => {
		const custom = ['Diet?', 'Hotel, or flat?', 'Why?'].map((title) => ({
			title,
			type: 'short',
			required: false,
			answers: [],
		}));
		const { sent } = await run(
			'updateRegistrationForm',
			{ removedQuestions: 'Hotel, or flat?\n Diet? \n' },
			({ method }) =>
				method === 'GET' ? answered({ questions: [], custom_questions: custom }) : ok(),
		);
		expect(sent[1]).toMatchObject({
			method: 'PATCH',
			body: {
				questions: [],
				custom_questions: [{ title: 'Why?', type: 'short', required: false }],
			},
		});
	});
});
