/** The files that recordings have: https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording */
export const FILE_TYPES = [
	{ name: 'Audio (M4A)', value: 'M4A' },
	{ name: 'Audio of Each Participant', value: 'PARTICIPANT_AUDIO' },
	{ name: 'Bookmarks (JSON)', value: 'TB' },
	{ name: 'Chat (TXT)', value: 'CHAT' },
	{ name: 'Chat Messages (JSON)', value: 'CHAT_MESSAGE' },
	{ name: 'Closed Captions (VTT)', value: 'CC' },
	{ name: 'Poll Results (CSV)', value: 'CSV' },
	{ name: 'Summary (JSON)', value: 'SUMMARY' },
	{ name: 'Timeline (JSON)', value: 'TIMELINE' },
	{ name: 'Transcript (VTT)', value: 'TRANSCRIPT' },
	{ name: 'Video (MP4)', value: 'MP4' },
];

/** Why Zoom does not let a transcript be downloaded, and what to do. */
export const TRANSCRIPT_RESTRICTIONS: Record<string, { title: string; hint: string }> = {
	NOT_READY: {
		title: "The transcript isn't ready yet",
		hint: "Zoom creates it after the recording, for long meetings some hours later. Try again later, or start the workflow with the event 'Recording: Transcript Completed' of Zoom Trigger.",
	},
	NO_TRANSCRIPT_DATA: {
		title: 'The transcript is empty',
		hint: 'Nobody spoke, or nothing was understood in the language of the transcript.',
	},
	DELETED_OR_TRASHED: {
		title: 'The transcript was deleted or is in the trash',
		hint: 'Recording → Recover restores a recording and its transcript from the trash, for 30 days.',
	},
	UNSUPPORTED: {
		title: "Zoom doesn't provide this transcript",
		hint: 'Recordings with end-to-end encryption have none to download, and some account settings withhold it.',
	},
};
