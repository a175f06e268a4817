/** Where an app's Zoom lives; `custom` has base URLs of its own. */
export type ZoomEnvironment = 'zoom' | 'zoomGov' | 'custom';

export const ENVIRONMENTS = {
	zoom: {
		oauthBaseUrl: 'https://zoom.us',
		apiBaseUrl: 'https://api.zoom.us/v2',
		trustedHosts: ['zoom.us', '*.zoom.us'],
	},
	zoomGov: {
		oauthBaseUrl: 'https://zoomgov.com',
		apiBaseUrl: 'https://api.zoomgov.com/v2',
		trustedHosts: ['zoomgov.com', '*.zoomgov.com'],
	},
} as const;
