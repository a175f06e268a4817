import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { prepareToken, signRequest } from './token/session';

const shownForCustom = { show: { environment: ['custom'] } };

/**
 * A Zoom Server-to-Server OAuth app.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export class ZoomServerToServerOAuth2Api implements ICredentialType {
	name = 'zoomServerToServerOAuth2Api';

	displayName = 'Zoom Server-to-Server OAuth2 API';

	icon: Icon = { light: 'file:../icons/zoom.svg', dark: 'file:../icons/zoom.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-zoom/n8n-nodes-zoom#connect-zoom';

	httpRequestNode = {
		name: 'Zoom',
		docsUrl: 'https://developers.zoom.us/docs/api/',
		apiBaseUrl: 'https://api.zoom.us/v2/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. aBcDeFgHiJkLmNoPqRsTuV',
			description:
				'From the App Credentials page of your Server-to-Server OAuth app, as are the two values below',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Custom',
					value: 'custom',
					description: 'Other base URLs, such as those of a proxy',
				},
				{ name: 'Zoom', value: 'zoom' },
				{ name: 'Zoom for Government', value: 'zoomGov' },
			],
			default: 'zoom',
		},
		{
			displayName: 'OAuth Base URL',
			name: 'oauthBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://zoom.us',
			description: 'Where tokens are requested, without /oauth/token at the end',
			displayOptions: shownForCustom,
		},
		{
			displayName: 'API Base URL',
			name: 'apiBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.zoom.us/v2',
			displayOptions: shownForCustom,
		},
		{
			displayName: 'Zoom Plan',
			name: 'plan',
			type: 'options',
			options: [
				{ name: 'Basic (Free)', value: 'free' },
				{ name: 'Business or Higher', value: 'business' },
				{
					name: 'Detect Automatically',
					value: 'auto',
					description: "Finds Zoom's rate limit by one or two requests that Zoom rejects",
				},
				{ name: 'Pro', value: 'pro' },
			],
			default: 'auto',
			description:
				"Sets how many requests are sent per second, so that Zoom doesn't reject any. All apps of the account share its limits.",
		},
		{
			displayName: 'Secret Token',
			name: 'webhookSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the Zoom Trigger. Copy it from the Feature page of your app. While you replace it, enter the old and the new one, separated by a comma.',
		},
		// n8n calls preAuthentication before each request while this stays empty: see token/session.ts.
		{
			displayName: 'Session Gate',
			name: 'sessionGate',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
		// Masked, because n8n would show a plain hidden field to the browser.
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return await prepareToken(this, credentials);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return signRequest(credentials, requestOptions);
	}
}
