import { ACCOUNT_TEXTS } from './texts/accounts.ts'
import { DELETION_TEXTS } from './texts/deletion.ts'
import { DESK_TEXTS } from './texts/desk.ts'
import { LIVE_TEXTS } from './texts/live.ts'
import { REVIEW_TEXTS } from './texts/review.ts'
import { SEARCH_TEXTS } from './texts/search.ts'
import { TEMPLATE_TEXTS } from './texts/templates.ts'
import { VISIT_TEXTS } from './texts/visit.ts'

// Every text of the workbench: English, French, Spanish. `{0}` stands for a value.
const TEXTS = {
  ...DESK_TEXTS,
  ...ACCOUNT_TEXTS,
  ...DELETION_TEXTS,
  ...LIVE_TEXTS,
  ...REVIEW_TEXTS,
  ...SEARCH_TEXTS,
  ...TEMPLATE_TEXTS,
  ...VISIT_TEXTS,
  addDocument: ['Document', 'Document', 'Documento'],
  cancel: ['Cancel', 'Annuler', 'Cancelar'],
  copied: ['Copied at {0}.', 'Copié à {0}.', 'Copiado a las {0}.'],
  copy: ['Copy', 'Copier', 'Copiar'],
  copyFormatted: ['Copy formatted', 'Copier avec mise en forme', 'Copiar con formato'],
  dark: ['dark', 'sombre', 'oscuro'],
  dataKinds: ['Data', 'Données', 'Datos'],
  light: ['light', 'clair', 'claro'],
  mayDo: ['Permissions', 'Autorisations', 'Permisos'],
  menu: ['Menu', 'Menu', 'Menú'],
  moreActions: ['More', 'Plus', 'Más'],
  noResults: ['No results.', 'Aucun résultat.', 'Sin resultados.'],
  note: ['Note', 'Note', 'Nota'],
  noteKinds: ['Notes', 'Notes', 'Notas'],
  notes: ['writes', 'rédige', 'escribe'],
  otherKinds: ['Calls, meetings, hearings', 'Appels, réunions, audiences', 'Llamadas, reuniones, audiencias'],
  ownKinds: ['My templates', 'Mes modèles', 'Mis plantillas'],
  letterheads: ['Letter head', 'En-tête des lettres', 'Membrete de las cartas'],
  letterheadsHint: [
    'What stands above letters: name, address, telephone, a line each. The newest is printed.',
    'Ce qui figure au-dessus des lettres : nom, adresse, téléphone, une ligne chacun. Le plus récent est imprimé.',
    'Lo que encabeza las cartas: nombre, dirección, teléfono, una línea cada uno. Se imprime el más reciente.',
  ],
  letterheadExample: [
    'Hill Street Practice\n1 Hill Street, Leeds',
    'Cabinet des Lilas\n1 rue des Lilas, Lyon',
    'Consulta del Río\nCalle del Río 1, Soria',
  ],
  letterKinds: ['Letters', 'Lettres', 'Cartas'],
  patientKinds: ['For the patient', 'Pour le patient', 'Para el paciente'],
  signInHint: [
    'The key was shown when the server started for the first time. Your name stands on what you change and sign; the key is kept until this window is closed.',
    'La clé a été affichée au premier démarrage du serveur. Votre nom figure sur ce que vous modifiez et signez ; la clé est gardée jusqu’à la fermeture de cette fenêtre.',
    'La clave se mostró al iniciar el servidor por primera vez. Su nombre figura en lo que cambie y firme; la clave se guarda hasta cerrar esta ventana.',
  ],
  speech: ['transcribes', 'transcrit', 'transcribe'],
  system: ['as the system', 'comme le système', 'como el sistema'],
  takeAway: ['Copy, export', 'Copier, exporter', 'Copiar, exportar'],
  theme: ['Appearance', 'Apparence', 'Apariencia'],
  views: ['What is shown', 'Ce qui est affiché', 'Lo que se muestra'],
  whatOslerIs: [
    'Notes from what was said, each sentence with the words behind it. Nothing leaves this server.',
    'Des notes d’après ce qui a été dit, chaque phrase avec les mots qui la fondent. Rien ne quitte ce serveur.',
    'Notas a partir de lo que se dijo, cada frase con las palabras que la sustentan. Nada sale de este servidor.',
  ],
  add: ['Add …', 'Ajouter …', 'Añadir …'],
  addTo: ['Add to {0}', 'Ajouter à {0}', 'Añadir a {0}'],
  addMine: ['Add mine', 'Ajouter le mien', 'Añadir el mío'],
  again: ['Try again', 'Réessayer', 'Reintentar'],
  all: ['all', 'tous', 'todos'],
  allLanguages: ['all', 'toutes', 'todos'],
  apiKeys: ['Keys', 'Clés', 'Claves'],
  apiKeysHint: [
    'Your key may not manage keys. Who runs the server makes them there:',
    'Votre clé ne peut pas gérer les clés. La personne qui gère le serveur les crée là-bas :',
    'Su clave no puede administrar claves. Quien administra el servidor las crea allí:',
  ],
  changedMeanwhile: [
    'The statement that you were changing reads otherwise now. You had written:',
    'La phrase que vous modifiiez a changé entre-temps. Vous aviez écrit :',
    'La frase que estaba cambiando ahora dice otra cosa. Usted había escrito:',
  ],
  check: ['check: {0}', 'à vérifier : {0}', 'comprobar: {0}'],
  close: ['Close', 'Fermer', 'Cerrar'],
  consultation: ['Consultation', 'Consultation', 'Consulta'],
  consultations: ['Consultations', 'Consultations', 'Consultas'],
  copyMarkdown: ['Copy as Markdown', 'Copier en Markdown', 'Copiar como Markdown'],
  copyText: ['Copy as text', 'Copier le texte', 'Copiar como texto'],
  delete: ['Delete', 'Supprimer', 'Eliminar'],
  discard: ['Discard', 'Abandonner', 'Descartar'],
  doctor: ['Doctor', 'Médecin', 'Médico'],
  document: ['Document', 'Document', 'Documento'],
  documents: ['Documents', 'Documents', 'Documentos'],
  documentsToWrite: ['Documents to write: {0}', 'Documents à rédiger : {0}', 'Documentos por escribir: {0}'],
  doubtDecides: [
    'Words that decide and were not heard surely: check them against the recording.',
    'Mots décisifs qui n’ont pas été entendus avec certitude : à vérifier dans l’enregistrement.',
    'Palabras decisivas que no se oyeron con certeza: compruébelas con la grabación.',
  ],
  doubtful: ['Doubtful: listen to it', 'Douteux : à réécouter', 'Dudoso: conviene escucharlo'],
  down: ['Move down', 'Descendre', 'Bajar'],
  edit: ['Edit', 'Modifier', 'Editar'],
  engine: ['Engine', 'Moteur', 'Motor'],
  engines: ['Engines', 'Moteurs', 'Motores'],
  enginesHint: [
    'The first that serves a language does the work.',
    'Le premier qui sert une langue fait le travail.',
    'El primero que sirve un idioma hace el trabajo.',
  ],
  fixed: ['fixed text', 'texte fixe', 'texto fijo'],
  entered: ['entered by hand', 'saisi à la main', 'escrito a mano'],
  failed: ['failed', 'échec', 'fallida'],
  failedWith: [
    'The server answered with status {0}.',
    'Le serveur a répondu avec le statut {0}.',
    'El servidor respondió con el estado {0}.',
  ],
  keepMine: ['Keep mine', 'Garder le mien', 'Conservar el mío'],
  kept: [
    'A recording of {0} was not sent yet.',
    'Un enregistrement de {0} n’a pas encore été envoyé.',
    'Una grabación de {0} aún no se ha enviado.',
  ],
  heardAs: ['Heard as “{0}”: listen to it', 'Entendu « {0} » : à réécouter', 'Se oyó «{0}»: conviene escucharlo'],
  key: ['API key', 'Clé d’API', 'Clave de API'],
  keyMade: [
    'The key “{0}”, shown now and never again:',
    'La clé « {0} », affichée cette seule fois :',
    'La clave «{0}», que no se mostrará más:',
  ],
  keys: ['Keyboard', 'Clavier', 'Teclado'],
  language: ['Language', 'Langue', 'Idioma'],
  languages: ['Languages', 'Langues', 'Idiomas'],
  lastUsed: ['last used {0}', 'dernier usage {0}', 'último uso {0}'],
  level: ['Loudness', 'Volume', 'Volumen'],
  lines: ['One a line', 'Un par ligne', 'Uno por línea'],
  loading: ['Loading …', 'Chargement …', 'Cargando …'],
  makeKey: ['Make a key', 'Créer une clé', 'Crear una clave'],
  merge: ['Merge with next', 'Fusionner avec le suivant', 'Unir con el siguiente'],
  microphoneRefused: [
    'The browser may not use the microphone: allow it beside the address, then try again.',
    'Le navigateur n’a pas accès au microphone : autorisez-le à côté de l’adresse, puis réessayez.',
    'El navegador no puede usar el micrófono: permítalo junto a la dirección y vuelva a intentarlo.',
  ],
  model: ['Model', 'Modèle', 'Modelo'],
  spoken: ['Spoken language', 'Langue parlée', 'Idioma hablado'],
  mostSpeakers: ['Speakers', 'Locuteurs', 'Hablantes'],
  found: ['as found', 'à déterminer', 'según se oiga'],
  more: ['Show more', 'Afficher plus', 'Mostrar más'],
  name: ['Name', 'Nom', 'Nombre'],
  noConsultations: [
    'Nothing here yet: send a recording, or record one.',
    'Rien encore : envoyez un enregistrement ou faites-en un.',
    'Aún no hay nada: envíe una grabación o haga una.',
  ],
  noDocuments: ['No documents were asked for.', 'Aucun document n’a été demandé.', 'No se pidió ningún documento.'],
  noEvidence: [
    'Rests on no words of the recording',
    'Ne repose sur aucun mot de l’enregistrement',
    'No se apoya en ninguna palabra de la grabación',
  ],
  neverUsed: ['never used', 'jamais utilisée', 'nunca usada'],
  noMicrophone: [
    'No microphone was found, or this page is not reached by https.',
    'Aucun microphone trouvé, ou page hors https.',
    'No hay micrófono, o la página no se abrió por https.',
  ],
  noSound: [
    'The recording cannot be played: {0}',
    'L’enregistrement ne peut pas être lu : {0}',
    'La grabación no se puede reproducir: {0}',
  ],
  notHeard: ['Not heard: {0}.', 'Non entendu : {0}.', 'No se oyó: {0}.'],
  nothingHeard: ['nothing heard yet', 'rien entendu encore', 'nada oído aún'],
  nowThere: ['Meanwhile it reads: {0}', 'Entre-temps, il est écrit : {0}', 'Mientras tanto dice: {0}'],
  offline: [
    'The server cannot be reached. What you have stays here: try again in a moment.',
    'Le serveur est injoignable. Ce que vous avez reste ici : réessayez dans un instant.',
    'No se puede alcanzar el servidor. Lo suyo sigue aquí: reinténtelo en un momento.',
  ],
  ongoing: ['in progress', 'en cours', 'en curso'],
  other: ['Other', 'Autre', 'Otra persona'],
  otherWindow: [
    'Another window of this browser records or sends: go on there.',
    'Une autre fenêtre de ce navigateur enregistre ou envoie : continuez là-bas.',
    'Otra ventana de este navegador graba o envía: continúe allí.',
  ],
  outdated: [
    'its words were corrected since',
    'ses mots ont été corrigés depuis',
    'sus palabras se corrigieron después',
  ],
  outdatedStatements: [
    'Statements whose words were corrected after they were written: {0}. Write again, change them, or say that they are still right.',
    'Phrases dont les mots ont été corrigés après leur rédaction : {0}. Rédigez à nouveau, modifiez-les ou confirmez-les.',
    'Frases cuyas palabras se corrigieron después de escribirlas: {0}. Escriba de nuevo, cámbielas o confírmelas.',
  ],
  pages: ['Pages', 'Pages', 'Páginas'],
  patient: ['Patient', 'Patient', 'Paciente'],
  pause: ['Pause', 'Pause', 'Pausa'],
  play: ['Play', 'Écouter', 'Reproducir'],
  playEvidence: [
    'Play the words it rests on',
    'Écouter les mots sur lesquels elle repose',
    'Escuchar las palabras en que se apoya',
  ],
  print: ['Print', 'Imprimer', 'Imprimir'],
  record: ['Record', 'Enregistrer', 'Grabar'],
  recording: ['Recording', 'Enregistrement', 'Grabación'],
  reference: ['reference, not said', 'référence, non dit', 'referencia, no dicho'],
  reject: ['Remove', 'Retirer', 'Quitar'],
  removeSure: ['Delete {0}?', 'Supprimer {0} ?', '¿Eliminar {0}?'],
  restore: ['Restore version {0}', 'Rétablir la version {0}', 'Restaurar la versión {0}'],
  revoke: ['Revoke', 'Révoquer', 'Revocar'],
  revokeSure: [
    'Revoke the key “{0}”? What uses it stops working.',
    'Révoquer la clé « {0} » ? Ce qui l’utilise cessera de fonctionner.',
    '¿Revocar la clave «{0}»? Lo que la usa dejará de funcionar.',
  ],
  rewrite: [
    'Write again from the transcript',
    'Rédiger à nouveau d’après la transcription',
    'Escribir de nuevo desde la transcripción',
  ],
  save: ['Save', 'Enregistrer', 'Guardar'],
  saved: ['Saved.', 'Enregistré.', 'Guardado.'],
  search: ['Search', 'Chercher', 'Buscar'],
  send: ['Send', 'Envoyer', 'Enviar'],
  sending: ['Being sent', 'Envoi en cours', 'Enviando'],
  sent: ['{0} was sent.', '{0} a été envoyé.', '{0} se ha enviado.'],
  settings: ['Settings', 'Réglages', 'Ajustes'],
  sign: ['Sign', 'Signer', 'Firmar'],
  signIn: ['Sign in', 'Se connecter', 'Entrar'],
  signOut: ['Sign out', 'Se déconnecter', 'Salir'],
  signSure: [
    'Sign “{0}” as {1}? It is fixed then.',
    'Signer « {0} » en tant que {1} ? Le document sera figé.',
    '¿Firmar «{0}» como {1}? Quedará fijo.',
  ],
  signed: ['signed', 'signé', 'firmado'],
  signedBy: ['Signed by {0}, {1}', 'Signé par {0}, {1}', 'Firmado por {0}, {1}'],
  skip: ['Skip to the content', 'Aller au contenu', 'Ir al contenido'],
  speaker: ['Speaker', 'Locuteur', 'Hablante'],
  speed: ['Speed', 'Vitesse', 'Velocidad'],
  split: ['Split here', 'Couper ici', 'Dividir aquí'],
  state: ['State', 'État', 'Estado'],
  stillRight: ['Still right', 'Toujours exact', 'Sigue siendo correcto'],
  stopAndSend: ['Stop and send', 'Arrêter et envoyer', 'Parar y enviar'],
  succeeded: ['ready', 'prêt', 'lista'],
  takeTheirs: ['Take theirs', 'Prendre le leur', 'Tomar el suyo'],
  task: ['Task', 'Tâche', 'Tarea'],
  templates: ['Templates', 'Modèles de document', 'Plantillas'],
  templatesHint: [
    'Kinds of document of your own, for any visit by + Document.',
    'Vos propres types de document, pour toute consultation par + Document.',
    'Tipos de documento propios, para cualquier consulta con + Documento.',
  ],
  vocabularyExample: [
    'Xarelto: zah rel toe\nDr Okonkwo',
    'Xarelto : gza rel to\nDr Lefèvre',
    'Xarelto: sa rel to\nDra. Ibáñez',
  ],
  text: ['Text', 'Texte', 'Texto'],
  transcript: ['Transcript', 'Transcription', 'Transcripción'],
  triedAgain: ['{0} It is tried again by itself.', '{0} Un nouvel essai suit de lui-même.', '{0} Se reintenta solo.'],
  undo: ['Undo', 'Annuler la modification', 'Deshacer'],
  unsaved: [
    'A statement has a change that is not saved: save it with Enter or leave it with Escape, then sign.',
    'Une phrase contient une modification non enregistrée : enregistrez-la avec Entrée ou quittez-la avec Échap, puis signez.',
    'Una frase tiene un cambio sin guardar: guárdelo con Intro o déjelo con Escape, y luego firme.',
  ],
  unspecified: ['Unknown', 'Inconnu', 'Desconocido'],
  unsupported: ['not found in the recording', 'absent de l’enregistrement', 'no está en la grabación'],
  up: ['Move up', 'Monter', 'Subir'],
  upload: ['Send recordings', 'Envoyer des enregistrements', 'Enviar grabaciones'],
  uploadHint: [
    'Drop recordings here, or choose them',
    'Déposez des enregistrements ici, ou choisissez-les',
    'Suelte grabaciones aquí o elíjalas',
  ],
  versions: ['Versions: {0}', 'Versions : {0}', 'Versiones: {0}'],
  vocabularies: ['Vocabularies', 'Vocabulaires', 'Vocabularios'],
  vocabulariesHint: [
    'Words that may be said in recordings: one a line, and behind a colon what it sounds like.',
    'Mots qui peuvent être dits : un par ligne, et après deux-points comment il se prononce.',
    'Palabras que pueden decirse: una por línea y, tras dos puntos, cómo suena.',
  ],
  wholeVoice: ['This whole voice: {0}', 'Toute cette voix : {0}', 'Toda esta voz: {0}'],
  writtenAgain: ['written again by {0}', 'rédigé à nouveau par {0}', 'escrito de nuevo por {0}'],
  zoomIn: ['Zoom in', 'Agrandir', 'Acercar'],
  zoomOut: ['Zoom out', 'Réduire', 'Alejar'],
  yourName: ['Your name', 'Votre nom', 'Su nombre'],
} satisfies Record<string, [english: string, french: string, spanish: string]>

export type TextName = keyof typeof TEXTS

/** The languages, each by its own name. */
export const languages = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['es', 'Español'],
] as const

const LANGUAGE = 'osler-language'
const codes: readonly string[] = languages.map(([code]) => code)
const wanted = [localStorage.getItem(LANGUAGE) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))]

/** What the person chose, else what the browser asks for, else English. */
export const language = wanted.find((code) => codes.includes(code)) ?? 'en'
const at = codes.indexOf(language) as 0 | 1 | 2

/** Where lines begin: the page is laid out by it, so that a language from right to left needs its texts and nothing else. */
export const directionOf = (tag: string) => (/^(ar|fa|he|ur)/.test(tag) ? 'rtl' : 'ltr')

export function setLanguage(code: string): void {
  localStorage.setItem(LANGUAGE, code)
  location.reload()
}

/** The text in the person's language, with its values. */
export const t = (name: TextName, ...values: (string | number)[]) =>
  TEXTS[name][at].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''))
