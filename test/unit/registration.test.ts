import type { IDataObject } from 'n8n-workflow';
import {
	registrationDifference,
	registrationField,
} from '../../nodes/Zoom/actions/event/registration';
import { MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

describe('registrationField', () => {
	it.each([
		['automatic', 0],
		['manual', 1],
		['off', 2],
		['Manually Approve', 1],
		['Automatically Approve', 0],
		['Not required', 2],
	])('maps %s to approval_type %i', (registration, approval_type) => {
		expect(toBody([registrationField(MEETING)], { registration })).toEqual({
			settings: { approval_type },
		});
	});

	it('refuses anything else', () => {
		expect(thrownBy(() => toBody([registrationField(MEETING)], { registration: 'on' }))).toEqual({
			message: "'Registration' must be one of Zoom's choices, but is \"on\"",
			description: 'Choose one of: Automatically Approve, Manually Approve, Not Required.',
		});
	});
});

describe('registrationDifference', () => {
	const compare = (wanted: unknown, meeting: IDataObject) =>
		registrationDifference(
			MEETING,
			{ settings: { approval_type: wanted } } as IDataObject,
			meeting,
		);

	it('says nothing where Zoom did as it was asked, or where there is nothing to compare', () => {
		for (const [wanted, meeting] of [
			[0, { settings: { approval_type: 0 } }],
			[2, { settings: { approval_type: 2 } }],
			[undefined, { settings: { approval_type: 2 } }],
			[0, { settings: {} }],
			[0, { settings: null }],
			[0, {}],
			['0', { settings: { approval_type: 2 } }],
			[0, { settings: { approval_type: '2' } }],
		] as Array<[unknown, IDataObject]>) {
			expect(compare(wanted, meeting)).toBeUndefined();
		}
		const kept = { settings: { approval_type: 2 } };
		expect(registrationDifference(MEETING, { topic: 'A' }, kept)).toBeUndefined();
	});

	it.each([
		[
			0,
			{ type: 3, settings: { approval_type: 2 } },
			"Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'. A recurring meeting without fixed times can't have registration. Choose a type with fixed times.",
		],
		[
			1,
			{ type: 2, settings: { approval_type: 2, use_pmi: true } },
			"Zoom kept 'Registration' at 'Not Required' instead of 'Manually Approve'. A meeting with the personal meeting ID can't have registration. Turn off 'Use Personal Meeting ID'.",
		],
		[
			0,
			{ type: 2, settings: { approval_type: 2, use_pmi: false } },
			"Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'. Most likely the host's Zoom plan is Basic: registration needs a Pro license or higher.",
		],
	])('tells a difference in words, case %#', (wanted, meeting, warning) => {
		expect(compare(wanted, meeting)).toBe(warning);
	});

	it.each([
		[2, 0, "Zoom kept 'Registration' at 'Automatically Approve' instead of 'Not Required'."],
		[0, 1, "Zoom kept 'Registration' at 'Manually Approve' instead of 'Automatically Approve'."],
		[0, 7, "Zoom kept 'Registration' at '7' instead of 'Automatically Approve'."],
	])('names both when %i was asked and %i kept', (wanted, kept, start) => {
		const warning = compare(wanted, { type: 2, settings: { approval_type: kept } });
		expect(warning?.startsWith(start)).toBe(true);
	});

	it.each([
		[
			6,
			"A recurring webinar without fixed times can't have registration. Choose a type with fixed times.",
		],
		[
			5,
			'A template or a locked account setting may override it. Check the webinar in the Zoom portal.',
		],
	])('tells why a webinar of type %i has none', (type, reason) => {
		const asked = { settings: { approval_type: 0 } };
		const kept = { type, settings: { approval_type: 2 } };
		expect(registrationDifference(WEBINAR, asked, kept)).toBe(
			`Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'. ${reason}`,
		);
	});
});
