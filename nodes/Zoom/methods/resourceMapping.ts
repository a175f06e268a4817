import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { registrantFields } from '../actions/registrant/registrantFields';
import { eventEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { toMapperFields, toPlainMapperFields } from '../mapping/form';
import { questionsOf } from '../mapping/questions';
import { openZoom } from '../transport/client';
import { isNoneChosen, readCurrentEvent } from './currentEvent';

/** The questions that the event chosen above asks of people who register. */
const registrationFormOf = (kind: EventKind) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		if (isNoneChosen(this, kind)) {
			return { fields: [], emptyFieldsNotice: `Choose a ${kind.name} to see its questions` };
		}
		const table = registrantFields(kind);
		try {
			const eventId = readCurrentEvent(this, kind);
			const form = await openZoom(this).send(eventEndpoints(kind).getQuestions, { eventId });
			const { standard, custom } = questionsOf(form);
			return { fields: toMapperFields(table, standard, custom) };
		} catch (error) {
			return { fields: toPlainMapperFields(table, (error as Error).message) };
		}
	};

export const getMeetingRegistrationForm = registrationFormOf(MEETING);
export const getWebinarRegistrationForm = registrationFormOf(WEBINAR);
