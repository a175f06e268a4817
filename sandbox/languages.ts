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
	meetingDoesNotExist: "La réunion n'existe pas : {id}.",
	webinarDoesNotExist: "Le webinaire n'existe pas : {id}.",
	webinarIdInvalid: 'ID de webinaire non valide.',
	noPermission: 'Aucune autorisation.',
	webinarPlanMissing:
		'Le forfait webinaire est manquant. Vous devez vous abonner au forfait webinaire et activer les webinaires pour cet utilisateur afin de pouvoir effectuer cette action.',
	webinarPlanMissingOnCreate:
		"Le forfait webinaire est manquant. Vous devez vous abonner au forfait webinaire et activer les webinaires pour l'utilisateur {userId} afin de pouvoir effectuer cette action.",
	webinarPlanMissingOnGet:
		"Le forfait webinaire est manquant. Vous devez vous abonner au forfait webinaire et activer les webinaires pour l'utilisateur {userId} pour effectuer cette action.",
	webinarPlanMissingOnUpdate:
		'Le forfait webinaire est manquant. Vous devez vous abonner au forfait webinaire et activer les webinaires pour cet utilisateur afin de pouvoir effectuer cette action : {userId}.',
	simuliveOff: "Le compte n'a pas activé les webinaires simulive.",
	simuliveForOthers: "Impossible de programmer un webinaire simulive pour d'autres personnes.",
	simuliveUntimed: 'Un webinaire simulive ne peut pas être « Sans heure fixe ».',
	simuliveStarted:
		'Vous ne pouvez pas mettre à jour ni supprimer par cette méthode les webinaires simulive qui ont commencé.',
	recordingDoesNotExist: "Le fichier d'enregistrement n'existe pas.",
	isWebinar: "Impossible d'accéder aux informations du webinaire.",
	scheduleForInvalid:
		'La valeur que vous avez saisie dans le champ `schedule_for` est non valide. Saisissez une valeur valide et réessayez.',
	scheduleForInvalidOfWebinar:
		'La valeur que vous avez saisie pour le champ `schedule_for` est non valide. Saisissez une valeur valide et réessayez.',
	scheduleForInstant:
		'Les réunions instantanées ne prennent pas en charge le paramètre `schedule_for`, et vous ne pouvez pas programmer de réunion instantanée pour un autre utilisateur.',
	invalidParameter: 'Paramètre non valide : `{name}`.',
	registrationOff: "L'inscription n'a pas été activée pour cette réunion : {id}.",
	registrationOffOnDelete: "L'inscription n'a pas été activée pour cette réunion : {id}.",
	registrationOffOnBatch: "L'inscription n'a pas été activée pour cette réunion : {id}.",
	webinarOccurrenceDoesNotExist: "L'occurrence du webinaire n'existe pas.",
	webinarRegistrationOff: "L'inscription n'a pas été activée pour ce webinaire : {id}.",
	webinarRegistrationOffOnAdd: "Ce webinaire n'exige pas d'inscription : {id}.",
	batchNotForWebinarType:
		"Cette API ne peut être utilisée que pour des webinaires programmés (type 5). L'inscription par lot n'est pas prise en charge pour les autres types de webinaire.",
	batchNotForType:
		"Cette API ne peut être utilisée que pour une réunion programmée (type de réunion : 2). L'inscription par lot n'est pas prise en charge pour les autres types de réunion.",
	questionRequired: 'Le paramètre est requis dans custom_questions : {title}.',
	questionInvalid: 'Paramètre non valide : custom_questions.',
	hostCannotRegister: "L'animateur ne peut pas s'inscrire.",
	registrantIsPanelist:
		"Vous avez été invité en tant qu'intervenant à ce webinaire. Consultez votre messagerie pour en savoir plus sur ce webinaire.",
	workEmailNeeded: 'Si vous avez été invité, veuillez saisir votre adresse e-mail professionnelle.',
	paidRegistration: "L'API REST de Zoom ne prend pas en charge les inscriptions payantes.",
	webinarOver:
		"Le webinaire est terminé, vous ne pouvez plus vous inscrire. Si vous avez des questions, contactez l'animateur du webinaire.",
	webinarOverOnBatch:
		"Le webinaire est terminé. Vous ne pouvez plus vous inscrire. Si vous avez des questions, contactez l'animateur du webinaire.",
	attendeeLimit:
		"Vous avez atteint la limite du nombre de participants que vous pouvez ajouter. Contactez l'assistance Zoom pour en savoir plus.",
	webinarFull: 'Le webinaire a atteint le nombre maximal de participants.',
	webinarFullOnStatus: 'Le webinaire a atteint le nombre maximal de participants.',
	panelistLimit:
		"Vous avez atteint la limite du nombre d'intervenants que vous pouvez ajouter. Contactez l'assistance Zoom pour en savoir plus.",
	registrantDoesNotExist: "Cet inscrit n'existe pas : {registrantId}.",
	registrantNotFound: "L'inscrit {registrantId} est introuvable.",
	meetingOver:
		"La réunion est terminée, vous ne pouvez plus vous inscrire. Si vous avez des questions, veuillez contacter l'animateur de la réunion.",
	meetingFull: 'La réunion a atteint le nombre maximal de participants.',
	registrantInvalid:
		"La valeur que vous avez saisie dans le champ de l'identifiant de l'inscrit est non valide. Saisissez une valeur valide et réessayez.",
	noRecording: "Il n'y a pas d'enregistrement pour cette réunion.",
	recordingUnfinished: 'Vous ne pouvez pas supprimer une réunion inachevée.',
	storageFull:
		"L'espace de stockage cloud disponible est insuffisant. Achetez de l'espace supplémentaire ou supprimez des enregistrements cloud pour en libérer.",
	recordingInSimulive:
		'Cet enregistrement a été sélectionné pour un webinaire simulive. Vous ne pouvez pas le supprimer ni le mettre à la corbeille.',
	noTranscript: "La transcription de cette réunion n'existe pas.",
	summaryIdInvalid: 'ID de réunion non valide.',
	summariesOff:
		"Le résumé de réunion est désactivé. Pour activer cette fonctionnalité, activez le paramètre Résumé de réunion avec AI Companion dans l'interface Paramètres du portail Web Zoom.",
	summariesByEmail:
		"L'accès aux résumés de réunion est limité par les paramètres du compte. Pour utiliser cette fonctionnalité, désactivez le paramètre Partager les résumés de réunion uniquement par e-mail sur la page Paramètres du compte.",
	summaryTrashed: 'Le résumé de la réunion a été placé dans la corbeille et est inaccessible.',
	pastMeetingUnavailable: "Impossible d'accéder aux informations de la réunion.",
	pastMeetingTooOld: "Impossible d'accéder à une réunion datant d'il y a un an.",
	pastParticipantsTooOld: "Impossible d'accéder à une réunion datant d'il y a un an.",
	pastMeetingNotOver:
		"L'identifiant de la réunion est non valide ou la réunion n'est pas terminée.",
	pastWebinarNotOver:
		"L'identifiant du webinaire est non valide ou le webinaire n'est pas terminé.",
	pastWebinarDoesNotExist: "Le webinaire n'existe pas.",
	absenteesUnavailable: 'Le webinaire {id} est introuvable ou a expiré.',
	absenteesWithoutRegistration: "Ce webinaire ne requiert pas d'inscription : {id}.",
	absenteesOccurrenceInvalid:
		"La requête n'a pas pu aboutir, car vous avez fourni un identifiant d'occurrence non valide : {occurrenceId}.",
	meetingReportUnavailable: 'La réunion {id} est introuvable ou a expiré.',
	webinarReportUnavailable: 'Le webinaire « {id} » est introuvable ou a expiré',
	meetingReportTooOld: "Impossible d'accéder à une réunion datant d'il y a un an.",
	webinarReportTooOld: "Impossible d'accéder à un webinaire datant d'il y a un an.",
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
	dailyWebinarAddLimit:
		"Vous avez dépassé la limite quotidienne ({limit}) de requêtes API d'ajout d'inscrit à un webinaire pour l'inscrit ({email}). Vous pourrez reprendre ces requêtes API à 00:00:00 GMT.",
	dailyWebinarBatchLimit:
		"Vous avez dépassé la limite quotidienne ({limit}) de requêtes API d'inscription par lot à un webinaire autorisée pour ({email}), cet inscrit. Vous pourrez reprendre ces requêtes à 00:00:00 GMT.",
	dailyWebinarStatusLimit:
		"Vous avez dépassé la limite quotidienne ({limit}) de requêtes API de mise à jour du statut d'inscrit à un webinaire pour l'inscrit ({email}). Vous pourrez reprendre ces requêtes API à 00:00:00 GMT.",
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
	meetingDoesNotExist: 'ミーティングが存在しません:{id}。',
	webinarDoesNotExist: 'ウェビナーが存在しません:{id}。',
	webinarIdInvalid: '無効なウェビナーIDです。',
	noPermission: '権限がありません。',
	webinarPlanMissing:
		'ウェビナープランがありません。この操作を実行するには、ウェビナープランを購入し、このユーザーのウェビナーを有効にする必要があります。',
	webinarPlanMissingOnCreate:
		'ウェビナープランがありません。この操作を実行するには、ウェビナープランを購入し、ユーザー{userId}のウェビナーを有効にする必要があります。',
	webinarPlanMissingOnGet:
		'ウェビナープランがありません。この操作には、ウェビナープランを購入し、ユーザー{userId}のウェビナーを有効にする必要があります。',
	webinarPlanMissingOnUpdate:
		'ウェビナープランがありません。この操作を実行するには、ウェビナープランを購入し、このユーザーのウェビナーを有効にする必要があります:{userId}。',
	simuliveOff: 'アカウントでSimuliveウェビナーが有効になっていません。',
	simuliveForOthers: '他のユーザーのSimuliveウェビナーをスケジュールすることはできません。',
	simuliveUntimed: 'Simuliveでは「固定時刻なし」を選択できません。',
	simuliveStarted: '開始済みのSimuliveウェビナーをこの方法で更新または削除することはできません。',
	recordingDoesNotExist: 'レコーディングファイルが存在しません。',
	isWebinar: 'ウェビナー情報にアクセスできません。',
	scheduleForInvalid:
		'`schedule_for`フィールドに入力した値が無効です。有効な値を入力してもう一度お試しください。',
	scheduleForInvalidOfWebinar:
		'`schedule_for`フィールドに対して入力した値が無効です。有効な値を入力してもう一度お試しください。',
	scheduleForInstant:
		'即時ミーティングは`schedule_for`パラメータに対応していません。他のユーザーの即時ミーティングをスケジュールすることはできません。',
	invalidParameter: '無効なパラメータ:`{name}`。',
	registrationOff: 'このミーティングの登録は有効になっていません:{id}。',
	registrationOffOnDelete: 'このミーティングの登録は有効になっていません:{id}。',
	registrationOffOnBatch: 'このミーティングの登録は有効になっていません:{id}。',
	webinarOccurrenceDoesNotExist: 'ウェビナーの回が存在しません。',
	webinarRegistrationOff: 'このウェビナーの登録は有効になっていません:{id}。',
	webinarRegistrationOffOnAdd: 'このウェビナーでは登録が必須になっていません:{id}。',
	batchNotForWebinarType:
		'このAPIはスケジュール済みウェビナー(タイプ5)でのみ使用できます。他のウェビナータイプでは一括登録はサポートされていません。',
	batchNotForType:
		'このAPIはスケジュール済みミーティング(ミーティングタイプ:2)でのみ使用できます。他のミーティングタイプでは一括登録はサポートされていません。',
	questionRequired: 'custom_questionsに必須のパラメータがありません:{title}。',
	questionInvalid: '無効なパラメータ:custom_questions。',
	hostCannotRegister: 'ホストは登録できません。',
	registrantIsPanelist:
		'このウェビナーのパネリストとして招待されています。詳細についてはメールをご確認ください。',
	workEmailNeeded: '招待されている場合は、仕事用のメールアドレスを入力してください。',
	paidRegistration: 'Zoom REST APIは有料登録をサポートしていません。',
	webinarOver:
		'ウェビナーは終了しているため、登録できません。ご質問がある場合は、ウェビナーのホストにお問い合わせください。',
	webinarOverOnBatch:
		'ウェビナーは終了しました。登録できません。ご質問がある場合は、ウェビナーのホストにお問い合わせください。',
	attendeeLimit:
		'追加できる出席者数の上限に達しました。詳細については、Zoomサポートにお問い合わせください。',
	webinarFull: 'ウェビナーの出席者数が上限に達しました。',
	webinarFullOnStatus: 'ウェビナーの出席者数が上限に達しました。',
	panelistLimit:
		'追加できるパネリスト数の上限に達しました。詳細については、Zoomサポートにお問い合わせください。',
	registrantDoesNotExist: 'この登録者は存在しません:{registrantId}。',
	registrantNotFound: '登録者{registrantId}が見つかりませんでした。',
	meetingOver:
		'ミーティングは終了しているため、登録できません。ご質問がある場合は、ミーティングのホストにお問い合わせください。',
	meetingFull: 'ミーティングの出席者数が上限に達しました。',
	registrantInvalid:
		'登録者IDフィールドに入力した値が無効です。有効な値を入力してもう一度お試しください。',
	noRecording: 'このミーティングのレコーディングはありません。',
	recordingUnfinished: '完了していないミーティングは削除できません。',
	storageFull:
		'利用可能なクラウドストレージが不足しています。追加のストレージを購入するか、クラウドレコーディングを削除して空き容量を増やしてください。',
	recordingInSimulive:
		'このレコーディングはシミュライブウェビナーに選択されています。削除またはゴミ箱への移動はできません。',
	noTranscript: 'このミーティングの文字起こしは存在しません。',
	summaryIdInvalid: 'ミーティングIDが無効です。',
	summariesOff:
		'ミーティングの要約は無効になっています。この機能を有効にするには、Zoomウェブポータルの設定画面でAI Companionによるミーティングの要約の設定を有効にしてください。',
	summariesByEmail:
		'ミーティングの要約へのアクセスは、アカウント設定によって制限されています。この機能を使用するには、アカウント設定ページでミーティングの要約をメールのみで共有する設定を無効にしてください。',
	summaryTrashed: 'ミーティングの要約はゴミ箱に移動されており、アクセスできません。',
	pastMeetingUnavailable: 'ミーティング情報にアクセスできません。',
	pastMeetingTooOld: '1年前のミーティングにはアクセスできません。',
	pastParticipantsTooOld: '1年前のミーティングにはアクセスできません。',
	pastMeetingNotOver: 'ミーティングIDが無効であるか、ミーティングが終了していません。',
	pastWebinarNotOver: 'ウェビナーIDが無効であるか、ウェビナーが終了していません。',
	pastWebinarDoesNotExist: 'ウェビナーが存在しません。',
	absenteesUnavailable: 'ウェビナー{id}が見つからないか、有効期限が切れています。',
	absenteesWithoutRegistration: 'このウェビナーでは登録が必須ではありません:{id}。',
	absenteesOccurrenceInvalid:
		'無効な開催回IDが指定されたため、リクエストを完了できませんでした:{occurrenceId}。',
	meetingReportUnavailable: 'ミーティング{id}が見つからないか、有効期限が切れています。',
	webinarReportUnavailable: 'ウェビナー「{id}」が見つからないか、有効期限が切れています',
	meetingReportTooOld: '1年前のミーティングにはアクセスできません。',
	webinarReportTooOld: '1年前のウェビナーにはアクセスできません。',
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
	dailyWebinarAddLimit:
		'登録者({email})に対するウェビナー登録者追加APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	dailyWebinarBatchLimit:
		'この登録者({email})に許可されているウェビナー一括登録APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	dailyWebinarStatusLimit:
		'登録者({email})に対するウェビナー登録者ステータス更新APIリクエストの1日の上限({limit})を超えました。GMT 00:00:00以降に再開できます。',
	fieldInvalid: '無効なフィールドです。',
	fieldMissing: 'フィールドがありません。',
	parameterInvalid: '無効なパラメータ:{name}。',
};
