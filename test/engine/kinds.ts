import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { addParameters, byId } from './world';

/** A kind of event and what the sandbox's seed has of it, for what must hold of every kind. */
export interface SeededKind {
	name: 'meeting' | 'webinar';
	/** Approves everybody. */
	event: string;
	/** People register for each occurrence of it. */
	series: string;
}

export const KINDS: readonly SeededKind[] = [
	{ name: 'meeting', event: SEED.meeting, series: SEED.series },
	{ name: 'webinar', event: SEED.webinar, series: SEED.webinarSeries },
];

/** The resource of a kind's registrants, and which event is meant. */
export const registrantsOf = ({ name }: SeededKind, id: string): INodeParameters => ({
	resource: `${name}Registrant`,
	[`${name}Id`]: byId(id),
});

/** Parameters of its Registrant → Add or Add Many, from columns `email` and `first` of the row. */
export const addTo = (kind: SeededKind, id: string, more: INodeParameters): INodeParameters => ({
	...addParameters('', more),
	...registrantsOf(kind, id),
});
