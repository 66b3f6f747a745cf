import type { ErrorCode } from '../../../src/domain/errors.ts'

const OPERATOR = ['prévenez la personne qui gère le serveur', 'avise a quien administra el servidor'] as const

/** What the server refuses or cannot do: French, Spanish. The English sentence is the server's. */
export const ERROR_TEXTS: Readonly<Partial<Record<ErrorCode, readonly [french: string, spanish: string]>>> = {
  request_invalid: [
    'Le serveur n’accepte pas ce qui a été saisi : vérifiez les champs.',
    'El servidor no acepta lo introducido: compruebe los campos.',
  ],
  field_missing: ['Il manque un champ obligatoire.', 'Falta un campo obligatorio.'],
  audio_empty: ['L’enregistrement est vide.', 'La grabación está vacía.'],
  audio_unreadable: [
    'Ce fichier n’est dans aucun format pris en charge, ou il est endommagé : envoyez WAV, MP3, M4A, FLAC, Ogg ou WebM.',
    'El archivo no está en un formato admitido o está dañado: envíe WAV, MP3, M4A, FLAC, Ogg o WebM.',
  ],
  audio_truncated: [
    'L’enregistrement s’arrête avant sa fin annoncée : envoyez-le de nouveau.',
    'La grabación termina antes de lo anunciado: envíela de nuevo.',
  ],
  audio_missing: ['Le fichier ne contient pas de son.', 'El archivo no tiene sonido.'],
  audio_too_short: ['L’enregistrement est trop court.', 'La grabación es demasiado corta.'],
  audio_too_long: ['L’enregistrement est trop long.', 'La grabación es demasiado larga.'],
  audio_too_large: ['Le fichier est trop grand.', 'El archivo es demasiado grande.'],
  body_too_large: [
    'C’est plus que le serveur n’accepte en une fois.',
    'Es más de lo que el servidor admite de una vez.',
  ],
  kind_unknown: [
    'Aucun rédacteur n’est installé pour ce type de document.',
    'No hay redactor instalado para este tipo de documento.',
  ],
  key_missing: ['Aucune clé n’a été envoyée : connectez-vous.', 'No se envió ninguna clave: entre de nuevo.'],
  key_wrong: ['La clé est inconnue, révoquée ou expirée.', 'La clave es desconocida, está revocada o ha caducado.'],
  password_wrong: ['Le nom ou le mot de passe est incorrect.', 'El nombre o la contraseña no es correcto.'],
  passkey_refused: [
    'La clé d’accès n’a pas été acceptée : réessayez, ou connectez-vous autrement.',
    'La llave de acceso no se aceptó: inténtelo de nuevo o entre de otro modo.',
  ],
  proof_needed: ['Connectez-vous de nouveau pour faire cela.', 'Entre de nuevo para hacerlo.'],
  passwords_off: [
    'Ce serveur n’accepte pas de mot de passe : connectez-vous avec votre organisation.',
    'Este servidor no admite contraseñas: entre con su organización.',
  ],
  person_unknown: [
    'Votre organisation vous a reconnu, mais vous n’avez pas accès à Osler : demandez à un administrateur.',
    'Su organización le ha reconocido, pero no tiene acceso a Osler: pídaselo a un administrador.',
  ],
  provider_refused: [
    'Votre organisation ne vous a pas connecté : réessayez ou demandez-lui l’accès à Osler.',
    'Su organización no le ha dejado entrar: inténtelo de nuevo o pídale acceso a Osler.',
  ],
  provider_failed: [
    `La réponse de votre organisation n’est pas valable : réessayez ; sinon, ${OPERATOR[0]}.`,
    `La respuesta de su organización no es válida: inténtelo de nuevo; si no, ${OPERATOR[1]}.`,
  ],
  provider_down: [
    'La connexion de votre organisation ne répond pas : réessayez, ou connectez-vous autrement.',
    'El acceso de su organización no responde: inténtelo de nuevo o entre de otro modo.',
  ],
  session_ended: ['La session est terminée : connectez-vous de nouveau.', 'La sesión terminó: entre de nuevo.'],
  scope_missing: ['Vos autorisations ne le permettent pas.', 'Sus permisos no lo autorizan.'],
  not_found: ['Cela n’existe pas ou a été supprimé.', 'No existe o se ha eliminado.'],
  not_ready: ['Le résultat n’est pas encore là : attendez un instant.', 'El resultado aún no está: espere un momento.'],
  name_taken: ['Un autre compte a déjà ce nom de connexion.', 'Otra cuenta ya tiene ese nombre de entrada.'],
  link_ended: [
    'Le lien a servi, a expiré ou a été remplacé : demandez-en un nouveau.',
    'El enlace ya se usó, caducó o se sustituyó: pida otro.',
  ],
  changed_elsewhere: [
    'Quelqu’un d’autre l’a modifié entre-temps : comparez, puis enregistrez à nouveau.',
    'Otra persona lo cambió entretanto: compare y guarde de nuevo.',
  ],
  document_signed: [
    'Le document est signé et figé : ajoutez un addendum.',
    'El documento está firmado y fijo: añada una adenda.',
  ],
  transcript_signed: [
    'Un document est signé, et la transcription est figée avec lui : ajoutez un addendum au document.',
    'Hay un documento firmado, y la transcripción queda fija con él: añada una adenda al documento.',
  ],
  document_unsigned: [
    'Le document n’est pas signé : modifiez-le directement.',
    'El documento no está firmado: cámbielo directamente.',
  ],
  request_reused: ['Cette demande a déjà été envoyée.', 'Esta petición ya se envió.'],
  stream_ended: ['L’enregistrement en cours est terminé.', 'La grabación en curso ha terminado.'],
  stream_taken_over: ['Une autre fenêtre poursuit l’enregistrement.', 'Otra ventana continúa la grabación.'],
  stream_idle: ['Plus rien n’arrivait du microphone.', 'No llegaba nada del micrófono.'],
  stream_too_long: ['L’enregistrement a atteint sa durée maximale.', 'La grabación alcanzó su duración máxima.'],
  streams_full: [
    'Le serveur écoute déjà autant de personnes qu’il peut : réessayez dans un instant.',
    'El servidor ya escucha a cuantas personas puede: reinténtelo en un momento.',
  ],
  transcript_too_short: [
    'La transcription est trop courte pour une note.',
    'La transcripción es demasiado corta para una nota.',
  ],
  transcript_doubtful: [
    'Trop de mots de la transcription sont douteux pour un document : corrigez-la d’abord.',
    'Demasiadas palabras de la transcripción son dudosas para un documento: corríjala primero.',
  ],
  no_writer: ['Aucun rédacteur n’est installé pour cette langue.', 'No hay redactor instalado para este idioma.'],
  no_recognizer: [
    'Aucun moteur de transcription n’est installé pour cette langue.',
    'No hay motor de transcripción instalado para este idioma.',
  ],
  too_many_requests: [
    'Trop de demandes en une minute : réessayez dans un instant.',
    'Demasiadas peticiones en un minuto: reinténtelo en un momento.',
  ],
  queue_full: [
    'Trop d’enregistrements sont déjà en cours : attendez que l’un soit terminé.',
    'Ya hay demasiadas grabaciones en curso: espere a que termine una.',
  ],
  processing_slow: [
    'Le traitement est plus long que prévu ; il continue.',
    'El proceso tarda más de lo previsto; continúa.',
  ],
  client_gone: ['La demande a été abandonnée avant la réponse.', 'La petición se abandonó antes de la respuesta.'],
  internal: [`Erreur interne : ${OPERATOR[0]}.`, `Error interno: ${OPERATOR[1]}.`],
  engine_failed: [
    'Le moteur s’est arrêté pendant le travail : réessayez.',
    'El motor se detuvo durante el trabajo: reinténtelo.',
  ],
  engine_missing: [`Un programme nécessaire manque : ${OPERATOR[0]}.`, `Falta un programa necesario: ${OPERATOR[1]}.`],
  engine_down: ['Le moteur distant ne répond pas : réessayez.', 'El motor remoto no responde: reinténtelo.'],
  engine_refused: [`Le moteur distant a refusé : ${OPERATOR[0]}.`, `El motor remoto lo rechazó: ${OPERATOR[1]}.`],
  model_damaged: [`Un modèle est endommagé : ${OPERATOR[0]}.`, `Un modelo está dañado: ${OPERATOR[1]}.`],
  work_too_heavy: [
    'Ce travail demande plus de temps ou de mémoire que permis.',
    'El trabajo exige más tiempo o memoria de lo permitido.',
  ],
  blob_damaged: [
    `Un enregistrement stocké est endommagé : ${OPERATOR[0]}.`,
    `Una grabación guardada está dañada: ${OPERATOR[1]}.`,
  ],
  key_lost: [`La clé de chiffrement manque : ${OPERATOR[0]}.`, `Falta la clave de cifrado: ${OPERATOR[1]}.`],
  database_down: [
    'La base de données ne répond pas en ce moment : réessayez dans quelques secondes.',
    'La base de datos no responde en este momento: reinténtelo en unos segundos.',
  ],
  store_down: [
    'Le stockage ne répond pas en ce moment : réessayez dans quelques secondes.',
    'El almacenamiento no responde en este momento: reinténtelo en unos segundos.',
  ],
  stopping: [
    'Le serveur s’arrête : réessayez dans un instant.',
    'El servidor se está parando: reinténtelo en un momento.',
  ],
  storage_full: [
    `Il n’y a plus de place pour vos enregistrements : ${OPERATOR[0]}.`,
    `No queda espacio para sus grabaciones: ${OPERATOR[1]}.`,
  ],
  disk_full: [`Le disque est plein : ${OPERATOR[0]}.`, `El disco está lleno: ${OPERATOR[1]}.`],
}
