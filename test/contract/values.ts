import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { occurrenceId } from './operations';

const SERIES = '{"recurrence":{"type":1,"end_times":3}}';

/** Values for fields whose property does not tell what they take. */
const SPECIAL: Record<string, unknown> = {
	additionalDataCenterRegions: 'US, Germany',
	approvedOrDeniedCountriesOrRegionsApprovedList: 'US, Germany',
	approvedOrDeniedCountriesOrRegionsDeniedList: 'US, Germany',
	authenticationException: { participant: [{ name: 'Ann', email: 'ann@example.com' }] },
	breakoutRooms: { room: [{ name: 'Group 1', participants: 'ann@example.com' }] },
	contactEmail: 'ann@example.com',
	customKeys: { key: [{ key: 'K', value: 'V' }] },
	customQuestions: { question: [{ title: 'Why?', value: 'Because' }] },
	from: '2027-03-05T00:00:00',
	fileIds: 'abc',
	meetingId: '85746065432',
	meetingInvitees: 'ann@example.com, ben@example.com',
	occurrenceId,
	occurrenceIds: `${occurrenceId}, 1648799160000`,
	otherFields: SERIES,
	customQuestionsJson: '{"How?":"By train"}',
	globalDialInCountries: 'US, Germany',
	interpreters: { interpreter: [{ email: 'ann@example.com', languages: 'English, Spanish' }] },
	signLanguageInterpreters: { interpreter: [{ email: 'ann@example.com', language: 'American' }] },
	sourceId: 'Newsletter',
	startTime: '2027-03-05T10:00:00',
	timezone: 'Europe/Berlin',
	trackingSourceId: 'Newsletter',
	to: '2027-03-06T00:00:00',
	videoChannels: { channel: [{ id: 'C1', name: 'Talks' }] },
	whiteboards: { whiteboard: [{ id: 'W1', permission: 'viewer' }] },
	trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
};

/** Fields that exclude another one: tried by themselves only. */
export const BY_THEMSELVES = ['requestPermissionToUnmuteParticipants'];

/** What the node asks for beside a value. */
export function neededWith(field: string, value: unknown): IDataObject {
	if (field === 'videoChannels') return { autoAddRecordingToVideoManagementEnable: true };
	if (field === 'waitingRoomOptionsMode' && value === 'custom') {
		return { waitingRoomOptionsWhoGoesToWaitingRoom: 'everyone' };
	}
	if (field === 'waitingRoomOptionsWhoGoesToWaitingRoom')
		return { waitingRoomOptionsMode: 'custom' };
	if (field === 'type' && (value === 8 || value === 9)) return { otherFields: SERIES };
	return field === 'isSimulive' && value === true ? { recordFileId: 'F1' } : {};
}

/** Every value that a field of the panel can have in a test: each choice, both switches, bounds. */
export function valuesOf({ name, type, options, typeOptions }: INodeProperties): unknown[] {
	if (name in SPECIAL) return [SPECIAL[name]];
	if (type === 'boolean') return [true, false];
	if (type === 'number') return [typeOptions?.minValue ?? 0, typeOptions?.maxValue ?? 9];
	if (type === 'options') return (options ?? []).map((option) => 'value' in option && option.value);
	return ['abc'];
}
