import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { registrantFields } from '../actions/registrant/registrantFields';
import { toMapperFields, toPlainMapperFields } from '../mapping/form';
import type { CustomQuestion, StandardQuestion } from '../mapping/questions';
import { openZoom } from '../transport/client';
import { readCurrentMeeting } from './currentEvent';

/** The questions that the meeting chosen above asks of people who register. */
export async function getRegistrationForm(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	try {
		const path = ['meetings', readCurrentMeeting(this), 'registrants', 'questions'];
		const form = await openZoom(this).request({ method: 'GET', path });
		return {
			fields: toMapperFields(
				registrantFields,
				(form.questions ?? []) as StandardQuestion[],
				(form.custom_questions ?? []) as CustomQuestion[],
			),
		};
	} catch (error) {
		return { fields: toPlainMapperFields(registrantFields, (error as Error).message) };
	}
}
