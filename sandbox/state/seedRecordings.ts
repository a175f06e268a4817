import type { Account } from './account';
import type { Meeting } from './meeting';
import { newRecording } from './recording';
import { newSummary } from './summary';

/** What was recorded of the meeting that is over. */
export const RECORDED = {
	/** Of the recording and the summary; it must be encoded twice. */
	uuid: '/oVeRp112QmuoKj485487g==',
	files: {
		video: '5f0f4d2e-5a3b-4c9e-8f0e-0b1f6a7d9c01',
		audio: '5f0f4d2e-5a3b-4c9e-8f0e-0b1f6a7d9c02',
		transcript: '5f0f4d2e-5a3b-4c9e-8f0e-0b1f6a7d9c03',
		chat: '5f0f4d2e-5a3b-4c9e-8f0e-0b1f6a7d9c04',
		timeline: '5f0f4d2e-5a3b-4c9e-8f0e-0b1f6a7d9c05',
	},
} as const;

// As Zoom writes it: a number, the times with hours, and the name before each text.
const TRANSCRIPT = `WEBVTT

1
00:00:02.570 --> 00:00:05.700
Harriet Host: Welcome everybody, let us begin.

2
00:00:06.100 --> 00:00:09.340
Harriet Host: Today is about what is new.

3
00:00:12.000 --> 00:00:15.500
Ines Vega: Will there be a recording?

4
00:00:16.000 --> 00:00:18.250
Harriet Host: Yes, you will get it by email.
`;

const CHAT = '00:00:14\t Omar Haddad:\tHello from Cairo\n00:00:20\t Ines Vega:\tThank you!\n';

const SUMMARY = `# Last week’s webinar

## Quick recap

Harriet showed what is new and promised the recording.

## Next steps

- Harriet: send the recording to all who registered
- Ines: collect the open questions

## Summary

### What is new

The product has a new start page.

### Questions

Ines asked for the recording.
`;

export function seedRecordings(account: Account, meeting: Meeting, startsAt: number): void {
	const { uuid, files } = RECORDED;
	const text = (content: string) => ({ text: content });
	account.cloudRecordings.push(
		newRecording(meeting, {
			uuid,
			startsAt,
			files: [
				{ id: files.video, file_type: 'MP4', content: { size: 400_000 } },
				{ id: files.audio, file_type: 'M4A', content: { size: 90_000 } },
				{ id: files.transcript, file_type: 'TRANSCRIPT', content: text(TRANSCRIPT) },
				{ id: files.chat, file_type: 'CHAT', content: text(CHAT) },
				{ id: files.timeline, file_type: 'TIMELINE', content: text('{"timeline":[]}') },
			],
		}),
	);
	account.summaries.push(newSummary(meeting, { uuid, startsAt, content: SUMMARY }));
}
