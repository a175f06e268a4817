import type { IDataObject } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { toMapperFields } from '../../nodes/Zoom/mapping/form';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { errorMessage } from '../failedRow';
import { runZoom } from './run';
import { addParameters, byId, credentialsFor, useSandbox } from './world';

const STANDARD = [{ field_name: 'last_name', required: true }];
const OWN = [
	{ title: 'Company size', type: 'short', required: true, answers: [] },
	{ title: 'How?', type: 'single', required: false, answers: ['Friend', 'Search'] },
];

describe("Registrant: Add with the meeting's own form, in n8n-core against the sandbox", () => {
	const sandbox = useSandbox();
	const run = async (mappingMode: string, value: IDataObject | null, rows: IDataObject[]) => {
		const meeting = sandbox().addMeeting({
			settings: { approval_type: 0 },
			questions: { questions: STANDARD, custom_questions: OWN } as never,
		});
		const schema = toMapperFields(registrantFields(MEETING), STANDARD, OWN);
		const form = { mappingMode, value, matchingColumns: [], schema };
		const result = await runZoom(
			{
				...addParameters(String(meeting.id)),
				meetingId: byId(meeting.id),
				registrantFrom: 'form',
				form: form as never,
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
		return { ...result, registered: sandbox().registrants(meeting.id) };
	};

	const CUSTOM = [
		{ title: 'Company size', value: '12' },
		{ title: 'How?', value: 'Friend' },
	];

	it('sends the answers as Zoom wants them', async () => {
		const { error, items, registered } = await run(
			'defineBelow',
			{
				email: '={{ $json.mail }}',
				first_name: 'Ada',
				last_name: 'Lovelace',
				'Company size': '12',
				'How?': 'Friend',
			},
			[{ mail: 'ada@example.com' }],
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ email: 'ada@example.com', status: 'approved' });
		expect(registered).toMatchObject([
			{ email: 'ada@example.com', last_name: 'Lovelace', custom_questions: CUSTOM },
		]);
	});

	it('maps incoming columns by name, and tells of each row that lacks an answer', async () => {
		const row = { first_name: 'A', last_name: 'L', 'Company size': '12', 'How?': 'Friend' };
		const { items, errors, registered } = await run('autoMapInputData', null, [
			{ ...row, email: 'a@example.com', seat: 4 },
			{ ...row, email: 'b@example.com', 'Company size': '' },
			{ ...row, email: 'c@example.com', 'How?': 'TV' },
		]);
		expect(items.map(({ json }) => json.email)).toEqual(['a@example.com']);
		expect(errors.map(errorMessage)).toEqual([
			"'Company size' is required",
			"'How?' must be one of Zoom's choices, but is \"TV\"",
		]);
		expect(registered).toMatchObject([{ email: 'a@example.com', custom_questions: CUSTOM }]);
		expect(sandbox().counts().byEndpoint).toEqual({ 'POST /meetings/{meetingId}/registrants': 1 });
	});
});
