/*
 * What Zoom's refusals say to accounts in other languages: Zoom answers in that of the account
 * (github.com/jrchamp/moodle-mod_zoom, issue 84: a French text beside the usual code), and status,
 * code and the names of fields stay. The French texts of `registrationOff` and `dailyHostLimit`
 * begin as recorded ones do; the others are translations that Zoom could have made.
 */

export const FRENCH = {
	tokenMissing: "Un jeton d'accès est requis.",
	tokenInvalid: "Jeton d'accès non valide.",
	tokenExpired: "Le jeton d'accès a expiré.",
	scopeMissing: "Jeton d'accès non valide, il ne contient pas les portées :[{scopes}].",
	endpointUnknown: "Ce point de terminaison de l'API n'est pas reconnu.",
	bodyInvalid: 'Le corps de la requête doit être un objet JSON valide.',
	bodyTooLarge: 'Entité de requête trop volumineuse',
	validationFailed: 'Échec de la validation.',
	pageTokenInvalid: 'Le jeton de la page suivante est non valide ou a expiré.',
	userDoesNotExist: "L'utilisateur n'existe pas : {userId}.",
	meetingDoesNotExist: "La réunion n'existe pas : {meetingId}.",
	isWebinar: "Impossible d'accéder aux informations du webinaire.",
	scheduleForInvalid:
		'La valeur que vous avez saisie dans le champ `schedule_for` est non valide. Saisissez une valeur valide et réessayez.',
	scheduleForInstant:
		'Les réunions instantanées ne prennent pas en charge le paramètre `schedule_for`, et vous ne pouvez pas programmer de réunion instantanée pour un autre utilisateur.',
	occurrenceInvalid: 'Paramètre non valide : `{name}`.',
	registrationOff: "L'inscription n'a pas été activée pour cette réunion : {meetingId}.",
	registrationOffOnDelete: "L'inscription n'a pas été activée pour cette réunion : {meetingId}.",
	registrationOffOnBatch: "L'inscription n'a pas été activée pour cette réunion : {meetingId}.",
	batchNotForType:
		"Cette API ne peut être utilisée que pour une réunion programmée (type de réunion : 2). L'inscription par lot n'est pas prise en charge pour les autres types de réunion.",
	questionRequired: 'Le paramètre est requis dans custom_questions : {title}.',
	questionInvalid: 'Paramètre non valide : custom_questions.',
	hostCannotRegister: "L'animateur ne peut pas s'inscrire.",
	meetingOver:
		"La réunion est terminée, vous ne pouvez plus vous inscrire. Si vous avez des questions, veuillez contacter l'animateur de la réunion.",
	meetingFull: 'La réunion a atteint le nombre maximal de participants.',
	registrantInvalid:
		"La valeur que vous avez saisie dans le champ de l'identifiant de l'inscrit est non valide. Saisissez une valeur valide et réessayez.",
	pastMeetingUnavailable: "Impossible d'accéder aux informations de la réunion.",
	pastMeetingTooOld: "Impossible d'accéder à une réunion datant d'il y a un an.",
	pastParticipantsTooOld: "Impossible d'accéder à une réunion datant d'il y a un an.",
	perSecondLimit:
		'Vous avez atteint le nombre maximal de requêtes par seconde pour cette API. Réessayez plus tard.',
	dailyAccountLimit:
		"Vous avez atteint le nombre maximal de requêtes par jour pour cette API. Consultez l'en-tête de la réponse pour savoir quand vous pourrez effectuer une autre requête.",
	dailyHostLimit:
		'Vous avez dépassé la limite quotidienne ({limit}) de requêtes API de création/mise à jour de réunions autorisée pour cet utilisateur. Vous pourrez reprendre ces requêtes à 00:00:00 GMT.',
	dailyAddLimit:
		"Vous avez dépassé la limite quotidienne ({limit}) de requêtes API d'ajout d'inscrit à une réunion pour l'inscrit ({email}). Vous pourrez reprendre ces requêtes API à 00:00:00 GMT.",
	dailyStatusLimit:
		"Vous avez dépassé la limite quotidienne ({limit}) de requêtes API de mise à jour du statut d'inscrit à une réunion pour l'inscrit ({email}). Vous pourrez reprendre ces requêtes API à 00:00:00 GMT.",
	fieldInvalid: 'Champ non valide.',
	fieldMissing: 'Champ manquant.',
	parameterInvalid: 'Paramètre non valide : {name}.',
};

export const JAPANESE = {
	tokenMissing: 'アクセストークンが必要です。',
	tokenInvalid: 'アクセストークンが無効です。',
	tokenExpired: 'アクセストークンの有効期限が切れています。',
	scopeMissing: 'アクセストークンが無効です。スコープ:[{scopes}]が含まれていません。',
	endpointUnknown: 'このAPIエンドポイントは認識されません。',
	bodyInvalid: 'リクエスト本文は有効なJSONオブジェクトである必要があります。',
	bodyTooLarge: 'リクエストが大きすぎます',
	validationFailed: '検証に失敗しました。',
	pageTokenInvalid: '次のページのトークンが無効か、有効期限が切れています。',
	userDoesNotExist: 'ユーザーが存在しません:{userId}。',
	meetingDoesNotExist: 'ミーティングが存在しません:{meetingId}。',
	isWebinar: 'ウェビナー情報にアクセスできません。',
	scheduleForInvalid:
		'`schedule_for`フィールドに入力した値が無効です。有効な値を入力してもう一度お試しください。',
	scheduleForInstant:
		'即時ミーティングは`schedule_for`パラメータに対応していません。他のユーザーの即時ミーティングをスケジュールすることはできません。',
	occurrenceInvalid: '無効なパラメータ:`{name}`。',
	registrationOff: 'このミーティングの登録は有効になっていません:{meetingId}。',
	registrationOffOnDelete: 'このミーティングの登録は有効になっていません:{meetingId}。',
	registrationOffOnBatch: 'このミーティングの登録は有効になっていません:{meetingId}。',
	batchNotForType:
		'このAPIはスケジュール済みミーティング(ミーティングタイプ:2)でのみ使用できます。他のミーティングタイプでは一括登録はサポートされていません。',
	questionRequired: 'custom_questionsに必須のパラメータがありません:{title}。',
	questionInvalid: '無効なパラメータ:custom_questions。',
	hostCannotRegister: 'ホストは登録できません。',
	meetingOver:
		'ミーティングは終了しているため、登録できません。ご質問がある場合は、ミーティングのホストにお問い合わせください。',
	meetingFull: 'ミーティングの出席者数が上限に達しました。',
	registrantInvalid:
		'登録者IDフィールドに入力した値が無効です。有効な値を入力してもう一度お試しください。',
	pastMeetingUnavailable: 'ミーティング情報にアクセスできません。',
	pastMeetingTooOld: '1年前のミーティングにはアクセスできません。',
	pastParticipantsTooOld: '1年前のミーティングにはアクセスできません。',
	perSecondLimit:
		'このAPIの1秒あたりの最大リクエスト数に達しました。しばらくしてからもう一度お試しください。',
	dailyAccountLimit:
		'このAPIの1日あたりの最大リクエスト数に達しました。次にリクエストできる時刻については、応答ヘッダーを参照してください。',
	dailyHostLimit:
		'このユーザーに許可されているミーティング作成・更新APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	dailyAddLimit:
		'登録者({email})に対するミーティング登録者追加APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	dailyStatusLimit:
		'登録者({email})に対するミーティング登録者ステータス更新APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	fieldInvalid: '無効なフィールドです。',
	fieldMissing: 'フィールドがありません。',
	parameterInvalid: '無効なパラメータ:{name}。',
};
