import { SEED } from '../../../sandbox';
import { ERRORS, type ErrorName, ZoomApiError } from '../../../sandbox/errors';
import { errorOf, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const REGISTRANTS = `/meetings/${SEED.registrationOff}/registrants`;
const PERSON = { email: 'ada@example.com', first_name: 'Ada' };
const names = Object.keys(ERRORS) as ErrorName[];
/** Values that stand out in a text, for whatever it has places for. */
const VALUES = Object.fromEntries(
	names.flatMap((name) =>
		[...ERRORS[name].message.matchAll(/\{(\w+)\}/g)].map(([, place]) => [place, `<${place}>`]),
	),
) as Record<string, string>;

it.each([
	['en', `Registration has not been enabled for this meeting: ${SEED.registrationOff}.`],
	['fr', `L'inscription n'a pas été activée pour cette réunion : ${SEED.registrationOff}.`],
	['ja', `このミーティングの登録は有効になっていません:${SEED.registrationOff}。`],
] as const)('refuses in the language of the account: %s', async (language, message) => {
	sandbox().configure({ language });
	const reply = await call('POST', REGISTRANTS, { json: PERSON });
	expect(errorOf(reply)).toEqual({ status: 404, code: 404, message });
});

it.each([
	['fr', 'Échec de la validation.', 'Champ manquant.', 'Paramètre non valide : jbh_time.'],
	['ja', '検証に失敗しました。', 'フィールドがありません。', '無効なパラメータ:jbh_time。'],
] as const)('names fields as it does in English: %s', async (language, message, lack, wrong) => {
	sandbox().configure({ language });
	const json = { type: 8, recurrence: {}, settings: { jbh_time: 3 } };
	expect((await call('POST', '/users/me/meetings', { json })).body).toEqual({
		code: 300,
		message,
		errors: [
			{ field: 'recurrence.type', message: lack },
			{ field: 'settings.jbh_time', message: wrong },
		],
	});
});

it('a limit that a fault plays is told in it too', async () => {
	sandbox().configure({ language: 'fr', faults: [{ kind: 'tooMany', times: 1 }] });
	expect(errorOf(await call('GET', '/users/me'))).toEqual({
		status: 429,
		code: 429,
		message:
			'Vous avez atteint le nombre maximal de requêtes par seconde pour cette API. Réessayez plus tard.',
	});
});

it('tells what is done as in English', async () => {
	sandbox().configure({ language: 'ja' });
	const { status, body } = await call('GET', `/meetings/${SEED.meeting}`);
	expect([status, body.topic]).toEqual([200, 'Product webinar']);
});

describe.each(['fr', 'ja'] as const)('%s', (language) => {
	it.each(names)('has a text of its own for %s, with the same values in it', (name) => {
		const error = new ZoomApiError(name, VALUES);
		const english = error.body('en');
		const other = error.body(language);
		expect(other.code).toBe(english.code);
		expect(other.message).not.toBe(english.message);
		const valuesIn = (text: string) => text.match(/<\w+>/g) ?? [];
		expect(valuesIn(other.message).sort()).toEqual(valuesIn(english.message).sort());
	});
});
