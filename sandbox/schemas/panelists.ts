import { z } from 'zod';
import { refuseSameAddress } from './common';
import { email, text } from './settings';

/** "This value cannot exceed more than 12 Chinese characters." */
const MOST_CHINESE = 12;

const panelist = z
	.object({
		email,
		name: z
			.string()
			.min(1)
			.refine((name) => (name.match(/\p{Script=Han}/gu) ?? []).length <= MOST_CHINESE),
		virtual_background_id: text,
		name_tag_id: text,
		name_tag_name: text,
		name_tag_pronouns: text,
		name_tag_description: text,
	})
	.strict();

export type PanelistFields = z.infer<typeof panelist>;

// Zoom API reference, Add panelists: up to 30. It marks everything as optional; that a panelist
// without address or name, or an empty call, means nothing, and that nobody may be in it twice, is the
// stricter reading.
export const panelistsBody = z
	.object({ panelists: z.array(panelist).min(1).max(30).superRefine(refuseSameAddress) })
	.strict();
