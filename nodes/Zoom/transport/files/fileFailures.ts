import type { Failure, FailureDetails } from '../errors';

/** What the failures of a file tell of it: numbers of bytes, an address without its path, a status. */
interface About {
	httpCode?: number;
	origin?: string;
	size?: number;
	told?: number;
}

/** Nothing of a file that fails is kept by n8n; each of these is told with what to do. */
const fileFailure = (
	title: string,
	hint: string,
	details: Partial<FailureDetails> = {},
): Failure => ({
	kind: 'file',
	concerns: 'item',
	title,
	details: { hint, ...details },
});

const withStatus = ({ httpCode }: About) => (httpCode === undefined ? {} : { httpCode });

/** A link that isn't Zoom's never gets a token, nor any request. */
export const notZoomsLink = (): Failure =>
	fileFailure(
		"This isn't a Zoom download link",
		"A file's token is sent to Zoom only. Use the link from an event of Zoom Trigger or from Recording → Get of the same account.",
	);

export const insecureRedirect = ({ origin }: About): Failure =>
	fileFailure(
		`Zoom's download link leads to an insecure URL: ${origin}`,
		'Files are downloaded over HTTPS only. Check whether a proxy changes the connection to Zoom.',
	);

export const tooManyRedirects = (): Failure =>
	fileFailure(
		"Zoom's download link redirects without end",
		'Try again later, and check whether a proxy or firewall responds instead of Zoom.',
	);

export const fileRefused = (about: About): Failure =>
	fileFailure(
		'Zoom denied access to this file',
		'Its link or token is no longer valid (24 hours after the event), or the role of the person who created the Zoom app is missing the permission to view the content of recordings. To get a new link, download by the ID or UUID of the meeting.',
		withStatus(about),
	);

export const fileGone = (about: About): Failure =>
	fileFailure(
		'Zoom no longer has this file',
		'It was deleted or moved to the trash after its link was created. Recording → Recover restores it from the trash.',
		withStatus(about),
	);

export const webPage = (about: About): Failure =>
	fileFailure(
		'Zoom sent a web page instead of the file',
		"Nothing was saved. Its link or token is no longer valid, or the recording's settings let only some people see it. To get a new link, download by the ID or UUID of the meeting.",
		withStatus(about),
	);

export const emptyFile = (): Failure =>
	fileFailure(
		"Zoom's file is empty",
		'Zoom is probably still processing it. Try again later, or choose other file types.',
	);

export const wrongSize = ({ size, told }: About): Failure =>
	fileFailure(
		`The file has ${told} bytes, but Zoom's list says ${size}`,
		'Nothing was saved. Zoom may be rewriting it, as it does after a recording is trimmed. Try again later.',
	);

export const fileChanged = (): Failure =>
	fileFailure(
		'The file changed in Zoom during the download',
		'Nothing was saved. Try again once Zoom has finished processing the recording.',
	);

export const brokenOff = ({ told, size }: About): Failure =>
	fileFailure(
		"The download was interrupted and couldn't be resumed",
		`${told}${size === undefined ? '' : ` of ${size}`} bytes had arrived after several tries; nothing was saved. Check the connection and try again.`,
	);

export const fileUnavailable = (about: About): Failure =>
	fileFailure(
		'Zoom is having trouble with this file',
		'Several tries failed. Check status.zoom.us and try again later.',
		withStatus(about),
	);

export const tooLargeForText = ({ size }: About): Failure =>
	fileFailure(
		'The transcript is too large to be read',
		`This node reads up to ${size} bytes. Recording → Download saves it as a file.`,
	);
