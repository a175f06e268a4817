/**
 * What refusals mean that only recordings, transcripts and summaries have: rows of the table of
 * refusals, before those that hold for everything.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording
 */
// prettier-ignore
export const RECORDING_REFUSALS = [
	{ kind: 'planMissing', concerns: 'host',
		when: { codes: [200], text: /paid/i, endpoint: /recordings|transcript|summar/ },
		title: "The host's Zoom plan doesn't include this",
		hint: "Cloud recordings need a Pro license or higher, and summaries need a plan with AI Companion. Check the host's license in Zoom's User Management." },
	{ kind: 'noRecording', concerns: 'event', when: { codes: [3301] },
		title: "Zoom couldn't find this recording in its cloud",
		hint: "Zoom may still be processing it, which takes up to twice the length of the meeting. Or it's in the trash (Recording → Get Many with the filter 'Trash'), was deleted, or was never recorded in the cloud." },
	{ kind: 'recordingUnfinished', concerns: 'item', when: { codes: [3303] },
		title: "The recording isn't finished, so it can't be deleted yet",
		hint: 'Delete it once the meeting has ended and Zoom has processed the recording.' },
	{ kind: 'storageFull', concerns: 'account', when: { codes: [3309] },
		title: "The account's cloud storage is full",
		hint: 'Delete recordings permanently to make room, or get more storage from Zoom.' },
	{ kind: 'recordingInUse', concerns: 'item', when: { codes: [3310] },
		title: "Something in Zoom uses this recording, so it can't be deleted",
		hint: 'A simulive webinar plays it, or Zoom Revenue Accelerator needs it. Choose another recording there first.' },
	{ kind: 'noTranscript', concerns: 'event', when: { codes: [3322] },
		title: 'This meeting or webinar has no transcript',
		hint: "Zoom creates one if 'Create audio transcript' is turned on for cloud recordings, or if AI Companion keeps transcripts. It can't be created afterward." },
	// In another language a summary in the trash gets the next row, whose hint names the trash too.
	{ kind: 'summaryInTrash', concerns: 'event', when: { codes: [2305], text: /trash/i },
		title: 'This summary is in the trash',
		hint: 'Restore it in the Zoom portal, under Summaries.' },
	{ kind: 'summaryRestricted', concerns: 'account', when: { codes: [2305] },
		title: 'An account setting holds this summary back',
		hint: "Check 'Only share meeting summaries by email' and the allowed IP addresses in the account settings of the Zoom portal. A summary in the trash is held back too." },
	{ kind: 'summaryOff', concerns: 'account', when: { codes: [3000], endpoint: /summar/ },
		title: "AI Companion's meeting summary is turned off",
		hint: "Turn on 'Meeting summary with AI Companion' in the settings of the Zoom portal. It applies to meetings from then on." },
	{ kind: 'eventUnknown', concerns: 'event', when: { codes: [300], endpoint: /meeting_summary$/ },
		title: "Zoom couldn't find this meeting or webinar",
		hint: 'Check the ID or UUID. Meeting Summary → Get Many lists those that have a summary.' },
] as const;
