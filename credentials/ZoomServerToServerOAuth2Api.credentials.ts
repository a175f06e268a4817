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
				'From the App Credentials page of your Server-to-Server OAuth app, like the two below',
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
				{ name: 'Custom', value: 'custom', description: 'Own base URLs, for example of a proxy' },
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
			description: 'Where tokens are fetched from: /oauth/token is added to it',
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
				{ name: 'Business or Higher', value: 'business' },
				{
					name: 'Find Out',
					value: 'auto',
					description: "Zoom's limits are found out with a request or two that Zoom refuses",
				},
				{ name: 'Free', value: 'free' },
				{ name: 'Pro', value: 'pro' },
			],
			default: 'auto',
			description:
				'Decides how many requests a second go out, so that Zoom need not refuse any. All apps of the account share its limits.',
		},
		{
			displayName: 'Webhook Secret Token',
			name: 'webhookSecretToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only for the Zoom Trigger: the Secret Token on the Feature page of your app. While you replace it, the old and the new one separated by a comma.',
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
