import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { registrantFields } from '../actions/registrant/registrantFields';
import { eventEndpoints } from '../api/endpoints';
import { MEETING } from '../api/eventKinds';
import { toMapperFields, toPlainMapperFields } from '../mapping/form';
import { questionsOf } from '../mapping/questions';
import { openZoom } from '../transport/client';
import { readCurrentEvent } from './currentEvent';

/** The questions that the meeting chosen above asks of people who register. */
export async function getRegistrationForm(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	try {
		const eventId = readCurrentEvent(this, MEETING);
		const form = await openZoom(this).send(eventEndpoints(MEETING).getQuestions, { eventId });
		const { standard, custom } = questionsOf(form);
		return { fields: toMapperFields(registrantFields, standard, custom) };
	} catch (error) {
		return { fields: toPlainMapperFields(registrantFields, (error as Error).message) };
	}
}
