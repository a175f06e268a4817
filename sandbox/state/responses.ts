/** What somebody answered in a poll, or asked in Q&A, during a meeting or webinar. */
export interface Response {
	name: string;
	/** As the sandbox knows it; Zoom shows none for who is anonymous. */
	email?: string;
	question: string;
	/** Of a question in Q&A, '' until somebody answers. */
	answer: string;
	/** UTC, ISO 8601. */
	at: string;
	/** Of polls. */
	polling_id?: string;
}

const whoOf = ({ name, email = '' }: Response) => JSON.stringify([email, name]);

/** Responses by person, as Zoom's answers have them, with the details that the caller picks. */
export function byPerson<T>(responses: readonly Response[], detailsOf: (one: Response) => T) {
	const people = new Map<string, { email: string; name: string; question_details: T[] }>();
	for (const response of responses) {
		const { name, email = '' } = response;
		const person = people.get(whoOf(response)) ?? { email, name, question_details: [] };
		people.set(whoOf(response), person);
		person.question_details.push(detailsOf(response));
	}
	return [...people.values()];
}
