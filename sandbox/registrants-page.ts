import { upperFirst } from 'lodash';
import { MEETING, WEBINAR } from './kinds';
import { listMeetings, listRegistrants, type RegistrantOfMeeting } from './views';
import type { MeetingView } from './state/meeting';
import type { Zoom } from './zoom';

const STYLE = `
	body { font: 16px/1.5 system-ui, sans-serif; color: #1f2430; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
	h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
	p { margin: 0.25rem 0; color: #5a6272; }
	table { border-collapse: collapse; width: 100%; margin-top: 0.5rem; }
	th, td { text-align: left; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid #e3e6ec; overflow-wrap: anywhere; }
	th { font-weight: 600; white-space: nowrap; }
`;

/** Markup that needs no more escaping. */
class Html {
	constructor(readonly text: string) {}
}

/** A page for people: who is registered for what. */
export function registrantsPage(zoom: Zoom, accountId?: string): string {
	const meetings = [MEETING, WEBINAR].flatMap((kind) =>
		listMeetings(zoom, kind, accountId).map((meeting) => ({
			label: upperFirst(kind.name),
			meeting,
			registrants: listRegistrants(zoom, meeting.id, accountId),
		})),
	);
	const total = meetings.reduce((sum, { registrants }) => sum + registrants.length, 0);
	const { text } = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>Zoom sandbox: who is registered</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<h1>Who is registered</h1>
				<p>
					This is a stand-in for Zoom, in memory. ${total}
					${total === 1 ? 'person is' : 'people are'} registered. Reload the page to see who came.
				</p>
				${meetings.map(section)}
			</body>
		</html>`;
	return text;
}

const REGISTRATION = ['approves by itself', 'is approved by hand', 'is off'];

function section({
	label,
	meeting,
	registrants,
}: {
	label: string;
	meeting: MeetingView;
	registrants: RegistrantOfMeeting[];
}): Html {
	const registration = REGISTRATION[meeting.settings?.approval_type ?? 2];
	return html`<section>
		<h2>${meeting.topic}</h2>
		<p>
			${label} ${meeting.id} · ${meeting.start_time ?? 'no fixed time'} · registration
			${registration}
		</p>
		${registrants.length > 0 && table(registrants)}
	</section>`;
}

function table(registrants: RegistrantOfMeeting[]): Html {
	return html`<table>
		<thead>
			<tr>
				<th>Name</th>
				<th>Email</th>
				<th>Status</th>
				<th>Join link</th>
			</tr>
		</thead>
		<tbody>
			${registrants.map(
				({ first_name: first, last_name: last = '', email, status, join_url: link }) =>
					html`<tr>
						<td>${`${first} ${last}`}</td>
						<td>${email}</td>
						<td>${status}</td>
						<td>${link ?? 'after approval'}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
}

/** Puts values into markup; all but markup is escaped. */
function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
	return new Html(parts.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

function render(value: unknown): string {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(render).join('');
	if (value === false || value === undefined) return '';
	return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
