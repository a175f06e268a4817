import { ok, refusal } from './support/fakeN8n';
import { byId, run } from './support/meetings';

describe('Meeting: Update Registration Form', () => {
	it('is done where the form cannot be read afterwards', async () => {
		let reads = 0;
		const { json, sent } = await run(
			'updateRegistrationForm',
			{
				meetingId: byId,
				standardQuestions: { question: [{ question: 'city', state: 'optional' }] },
			},
			({ method }) => {
				if (method !== 'GET') return { statusCode: 204, body: '' };
				return ++reads === 1
					? ok({ questions: [], custom_questions: [] })
					: refusal(404, 3001, 'Meeting does not exist: 1.');
			},
		);
		expect(sent.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET']);
		expect(json).toEqual([
			{
				id: 85746065432,
				warning:
					"The registration form was updated, but couldn't be read afterward: Zoom couldn't find this meeting.",
			},
		]);
	});

	it('changes nothing where the form cannot be read before', async () => {
		const failing = run(
			'updateRegistrationForm',
			{
				meetingId: byId,
				standardQuestions: { question: [{ question: 'city', state: 'optional' }] },
			},
			({ method }) => {
				if (method !== 'GET') throw new Error('A form was changed that was not read');
				return refusal(404, 3001, 'Meeting does not exist: 1.');
			},
		);
		await expect(failing).rejects.toThrow("Zoom couldn't find this meeting");
	});
});
