import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { AppTokens } from './appTokens';
import { RecentMap } from './recentMap';
import { readSettings } from './settings';
import type { ZoomAppSettings } from './settings';

const APPS_KEPT = 100;

/** By fingerprint. One that is fetching stays: a second request could make its token invalid. */
const apps = new RecentMap<string, AppTokens>(APPS_KEPT, (app) => !app.isFetching());

/**
 * The app of a credential, and what this process knows of its tokens.
 *
 * @throws UserError where the settings can't be right
 */
export function appOf(credentials: ICredentialDataDecryptedObject): {
	settings: ZoomAppSettings;
	app: AppTokens;
} {
	const settings = readSettings(credentials);
	const known = apps.get(settings.fingerprint);
	if (known) return { settings, app: known };
	const app = new AppTokens(settings.fingerprint);
	apps.set(settings.fingerprint, app);
	return { settings, app };
}
