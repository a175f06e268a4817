import type { Kind } from '../kinds';
import { reportQuery } from '../schemas/past-event';
import type { Participant } from '../state/participant';
import { detailsView, stayView, type Shown } from '../state/past-views';
import { endpoint } from './endpoint';
import { participantsPage, pastEventOf } from './past-events';

/** Zoom's reports on one meeting or webinar. All of them need an `:admin` scope. */
export function reportEndpoints(kind: Kind) {
	const { report, refusals } = kind.past;
	const path = `/report/${kind.root}/{${kind.parameter}}`;
	const classic = ['report:read:admin'];
	return [
		// Zoom API reference, Get meeting detail reports, Get webinar detail reports.
		endpoint({
			method: 'GET',
			path,
			category: 'Heavy',
			granular: [`report:read:${report.details}:admin`],
			classic,
			handle(call) {
				const { meeting, instance } = pastEventOf(kind, call, refusals.report, report.days);
				const body = {
					...detailsView(meeting, instance),
					custom_keys: [],
					tracking_fields: meeting.trackingFields,
				};
				return { status: 200, body };
			},
		}),
		// Zoom API reference, Get meeting participant reports, Get webinar participant reports.
		endpoint({
			method: 'GET',
			path: `${path}/participants`,
			category: 'Heavy',
			granular: [`report:read:${report.participants}:admin`],
			classic,
			query: reportQuery,
			handle(call) {
				const { meeting, instance } = pastEventOf(kind, call, refusals.report, report.days);
				const view = (shown: Shown, participant: Participant, index: number) => {
					const stay = stayView(shown, participant, index);
					const { bo_mtg_id: room } = participant;
					return {
						...stay,
						customer_key: '',
						participant_user_id: stay.id,
						...(room !== undefined && { bo_mtg_id: room }),
					};
				};
				return { status: 200, body: participantsPage(call, 'report', meeting, instance, view) };
			},
		}),
	];
}
