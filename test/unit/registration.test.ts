import type { IDataObject } from 'n8n-workflow';
import {
	registrationDifference,
	registrationField,
} from '../../nodes/Zoom/actions/meeting/registration';
import { toBody } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

describe('registrationField', () => {
	it.each([
		['automatic', 0],
		['manual', 1],
		['off', 2],
		['Approve by Hand', 1],
		['Approve Automatically', 0],
		['Off', 2],
	])('maps %s to approval_type %i', (registration, approval_type) => {
		expect(toBody([registrationField], { registration })).toEqual({ settings: { approval_type } });
	});

	it('refuses anything else', () => {
		expect(thrownBy(() => toBody([registrationField], { registration: 'on' }))).toEqual({
			message: '"Registration" is not one of Zoom\'s choices: "on"',
			description: 'Zoom takes: Approve Automatically, Approve by Hand, Off.',
		});
	});
});

describe('registrationDifference', () => {
	const compare = (wanted: unknown, meeting: IDataObject) =>
		registrationDifference({ settings: { approval_type: wanted } } as IDataObject, meeting);

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
		expect(registrationDifference({ topic: 'A' }, kept)).toBeUndefined();
	});

	it.each([
		[
			0,
			{ type: 3, settings: { approval_type: 2 } },
			'Zoom kept Registration at "Off" although "Approve Automatically" was asked for. A recurring meeting without fixed times cannot have registration: use the type "Recurring With Fixed Time".',
		],
		[
			1,
			{ type: 2, settings: { approval_type: 2, use_pmi: true } },
			'Zoom kept Registration at "Off" although "Approve by Hand" was asked for. A meeting with the personal meeting ID cannot have registration: turn "Use Personal Meeting ID" off.',
		],
		[
			0,
			{ type: 2, settings: { approval_type: 2, use_pmi: false } },
			'Zoom kept Registration at "Off" although "Approve Automatically" was asked for. Most likely the host\'s Zoom plan is Basic: registration needs a Pro licence or higher.',
		],
	])('tells a difference in words, case %#', (wanted, meeting, warning) => {
		expect(compare(wanted, meeting)).toBe(warning);
	});

	it.each([
		[2, 0, 'Zoom kept Registration at "Approve Automatically" although "Off" was asked for.'],
		[
			0,
			1,
			'Zoom kept Registration at "Approve by Hand" although "Approve Automatically" was asked for.',
		],
		[0, 7, 'Zoom kept Registration at "7" although "Approve Automatically" was asked for.'],
	])('names both when %i was asked and %i kept', (wanted, kept, start) => {
		const warning = compare(wanted, { type: 2, settings: { approval_type: kept } });
		expect(warning?.startsWith(start)).toBe(true);
	});
});
