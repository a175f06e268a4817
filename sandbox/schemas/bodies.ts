import type { CreateMeetingBody, UpdateMeetingBody } from './meeting';
import type { MeetingSettings } from './settings';
import type { CreateWebinarBody, UpdateWebinarBody } from './webinar';
import type { WebinarSettings } from './webinar-settings';

/** `settings` of either kind: each schema sees to it that there are none of the other's. */
export type Settings = MeetingSettings & WebinarSettings;

type Shared<B> = Omit<B, 'type' | 'settings'>;

/** The body that creates a meeting or a webinar, as its kind's schema lets it through. */
export interface CreateBody extends Shared<CreateMeetingBody>, Shared<CreateWebinarBody> {
	type: CreateMeetingBody['type'] | CreateWebinarBody['type'];
	settings: Settings;
}

export interface UpdateBody extends Shared<UpdateMeetingBody>, Shared<UpdateWebinarBody> {
	type?: CreateBody['type'];
	settings?: Settings;
}
