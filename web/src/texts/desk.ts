// What stands around a visit: questions about it, how it was heard, the microphone, words that are pasted: English, French,
// Spanish.
export const DESK_TEXTS = {
  answers: ['What was said about it', 'Ce qui en a été dit', 'Lo que se dijo'],
  ask: ['Ask about this visit', 'Interroger cette visite', 'Preguntar sobre esta visita'],
  askNow: ['Ask', 'Demander', 'Preguntar'],
  builtInHearing: [
    'Transcribed by the built-in engine, which mishears real rooms often: check every word that matters. Whoever runs the server can install a better model.',
    'Transcrit par le moteur intégré, qui se trompe souvent dans une vraie pièce : vérifiez chaque mot important. La personne qui gère le serveur peut installer un meilleur modèle.',
    'Transcrito por el motor integrado, que se equivoca a menudo en una sala real: compruebe cada palabra importante. Quien administra el servidor puede instalar un modelo mejor.',
  ],
  heardBy: [
    'Transcribed by {0} · words likely right: {1}',
    'Transcrit par {0} · mots probablement justes : {1}',
    'Transcrito por {0} · palabras probablemente correctas: {1}',
  ],
  microphone: ['Microphone', 'Microphone', 'Micrófono'],
  microphoneTest: ['Test the microphone', 'Tester le microphone', 'Probar el micrófono'],
  microphoneUsual: ['the usual one', 'celui par défaut', 'el habitual'],
  pasted: ['Text of a visit', 'Texte d’une visite', 'Texto de una visita'],
  pastedHint: [
    'Paste what was said, a line for each turn. Who speaks may stand in front: “Doctor: …”, “Patient: …”.',
    'Collez ce qui a été dit, une ligne par tour de parole. Qui parle peut figurer devant : « Médecin : … », « Patient : … ».',
    'Pegue lo que se dijo, una línea por turno. Puede indicarse delante quién habla: «Médico: …», «Paciente: …».',
  ],
  stopTest: ['Stop the test', 'Arrêter le test', 'Parar la prueba'],
  keptAll: [
    'Transcript and documents are kept',
    'La transcription et les documents sont gardés',
    'La transcripción y los documentos se guardan',
  ],
  keptDays: ['for {0} days.', 'pendant {0} jours.', 'durante {0} días.'],
  keptSound: ['The recording is kept', 'L’enregistrement est gardé', 'La grabación se guarda'],
  keptUntilDeleted: [
    'until somebody deletes it.',
    'jusqu’à ce que quelqu’un le supprime.',
    'hasta que alguien la elimine.',
  ],
  trail: [
    'Who read it, how long it is kept',
    'Qui l’a lu, combien de temps il est gardé',
    'Quién lo leyó, cuánto se guarda',
  ],
  trailChanged: ['changed', 'a modifié', 'modificó'],
  trailRead: ['read', 'a lu', 'leyó'],
  trailSigned: ['signed', 'a signé', 'firmó'],
  writeFromText: ['Write from this text', 'Rédiger d’après ce texte', 'Escribir a partir de este texto'],
} satisfies Record<string, [english: string, french: string, spanish: string]>
