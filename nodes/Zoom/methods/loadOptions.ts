import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

/** The IANA time zones that this machine knows; no request. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
		name: zone,
		value: zone,
	}));
}
