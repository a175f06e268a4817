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
		"This isn't a download link of Zoom",
		"A file's token is sent to Zoom only. Take the link from an event of Zoom Trigger or from Recording → Get of the same account.",
	);

export const insecureRedirect = ({ origin }: About): Failure =>
	fileFailure(
		`Zoom's download link leads to an insecure address: ${origin}`,
		'Files are fetched over https only. Check whether a proxy changes the connection to Zoom.',
	);

export const tooManyRedirects = (): Failure =>
	fileFailure(
		"Zoom's download link leads from one address to the next without end",
		"Try again later, and check whether a proxy or firewall answers in Zoom's place.",
	);

export const fileRefused = (about: About): Failure =>
	fileFailure(
		"Zoom doesn't give this file out",
		'Its link or token is no longer valid (24 hours after the event), or the role of the person who made the Zoom app lacks the permission to view the content of recordings. Download by the ID or UUID of the meeting to get a new link.',
		withStatus(about),
	);

export const fileGone = (about: About): Failure =>
	fileFailure(
		'Zoom no longer has this file',
		'It was deleted or moved to the trash since its link was made. Recording → Recover takes it out of the trash.',
		withStatus(about),
	);

export const webPage = (about: About): Failure =>
	fileFailure(
		'Zoom sent a web page instead of the file',
		"Nothing of it was saved. Its link or token is no longer valid, or the recording's settings let only some people see it. Download by the ID or UUID of the meeting to get a new link.",
		withStatus(about),
	);

export const emptyFile = (): Failure =>
	fileFailure(
		"Zoom's file is empty",
		'Most likely Zoom is still processing it. Try again later, or choose other file types.',
	);

export const wrongSize = ({ size, told }: About): Failure =>
	fileFailure(
		`The file has ${told} bytes, and Zoom's list says ${size}`,
		'Nothing of it was saved. Zoom may be writing it again, as it does after a recording was trimmed: try again later.',
	);

export const fileChanged = (): Failure =>
	fileFailure(
		'The file changed in Zoom while it was downloaded',
		'Nothing of it was saved. Try again once Zoom has finished processing the recording.',
	);

export const brokenOff = ({ told, size }: About): Failure =>
	fileFailure(
		"The download broke off and couldn't be taken up again",
		`${told}${size === undefined ? '' : ` of ${size}`} bytes had arrived after several tries; nothing was saved. Check the connection and try again.`,
	);

export const fileUnavailable = (about: About): Failure =>
	fileFailure(
		'Zoom has trouble giving this file out',
		'It answered so several times. See status.zoom.us and try again later.',
		withStatus(about),
	);

export const tooLargeForText = ({ size }: About): Failure =>
	fileFailure(
		'The transcript is too large to be read',
		`This node reads up to ${size} bytes. Recording → Download saves it as a file.`,
	);
