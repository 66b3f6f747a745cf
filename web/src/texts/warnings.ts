import type { WarningCode } from '../../../src/domain/warnings.ts'

/** What was wrong with a recording or document: French, Spanish. The English sentence is the server's. */
export const WARNING_TEXTS: Readonly<Record<WarningCode, readonly [french: string, spanish: string]>> = {
  no_speech: [
    'Aucune parole n’a été trouvée dans l’enregistrement : rien n’a été rédigé.',
    'No se encontró voz en la grabación: no se escribió nada.',
  ],
  audio_clipped: [
    'L’enregistrement sature : des mots peuvent être mal entendus.',
    'La grabación está saturada: puede haber palabras mal oídas.',
  ],
  audio_quiet: [
    'L’enregistrement est très faible ; il a été amplifié.',
    'La grabación es muy débil; se ha amplificado.',
  ],
  audio_hum: ['Le ronflement du secteur a été filtré.', 'Se filtró el zumbido de la red eléctrica.'],
  channel_silent: [
    'On n’entend rien dans l’un des deux canaux : un microphone est-il éteint ?',
    'En uno de los dos canales no se oye nada: ¿hay un micrófono apagado?',
  ],
  speech_found_simply: [
    'Le détecteur de parole a échoué ; un plus simple l’a remplacé : ce qui a été dit loin du microphone peut manquer.',
    'El detector de voz falló y lo sustituyó otro más simple: puede faltar lo dicho lejos del micrófono.',
  ],
  engine_fallback: [
    'Le moteur de transcription n’a pas répondu ; un autre a pris le relais.',
    'El motor de transcripción no respondió; otro lo sustituyó.',
  ],
  vocabulary_unheard: [
    'Le moteur ne prend pas de vocabulaire pendant l’écoute.',
    'El motor no usa vocabulario mientras escucha.',
  ],
  language_differs: ['Une autre langue que celle demandée est parlée.', 'Se habla otro idioma que el que se indicó.'],
  language_mixed: ['Des parties sont dans une autre langue.', 'Hay partes en otro idioma.'],
  speech_unclear: [
    'Des paroles n’ont pas été comprises et sont omises.',
    'Hay palabras que no se entendieron y se omiten.',
  ],
  speech_doubtful: [
    'Trop peu de mots sont sûrs : aucun document n’est rédigé.',
    'Muy pocas palabras son seguras: no se escriben documentos.',
  ],
  speakers_split_simply: [
    'La distinction des voix a échoué ; une méthode plus simple l’a remplacée : vérifiez qui parle.',
    'La distinción de voces falló y la sustituyó un método más simple: compruebe quién habla.',
  ],
  neighbor_unread: [
    'Une partie voisine n’a pas pu être lue : des mots peuvent être coupés à la limite.',
    'No se pudo leer una parte vecina: puede haber palabras cortadas en el límite.',
  ],
  speakers_unsplit: [
    'Les voix n’ont pas pu être distinguées : la transcription ne dit pas qui parle.',
    'No se pudieron distinguir las voces: la transcripción no dice quién habla.',
  ],
  speakers_swapped: [
    'Le médecin et le patient semblent avoir été pris l’un pour l’autre : à vérifier.',
    'Parece que se confundieron médico y paciente: compruébelo.',
  ],
  voices_unknown: [
    'Les voix n’ont pas été distinguées : qui parle est déduit des mots.',
    'Las voces no se distinguieron: quién habla se deduce de las palabras.',
  ],
  nothing_found: [
    'Rien de ce qui a été dit n’a sa place dans ce document.',
    'Nada de lo dicho corresponde a este documento.',
  ],
  unsupported_statements: [
    'Des phrases que la transcription ne fonde pas ont été omises.',
    'Se omitieron frases que la transcripción no sustenta.',
  ],
  said_not_written: [
    'Un point important a été dit et n’est dans aucune phrase du document.',
    'Algo importante se dijo y no está en ninguna frase del documento.',
  ],
  not_said: ['Trop peu de la liste a été entendu.', 'Se oyó muy poco de la lista.'],
  no_answer: ['Rien de ce qui a été dit ne répond à la question.', 'Nada de lo dicho responde a la pregunta.'],
  no_reference: [
    'Les tables de référence ne connaissent aucune des plaintes.',
    'Las tablas de referencia no conocen ninguna de las quejas.',
  ],
  more_complaints: [
    'D’autres plaintes ont été nommées que celles que le document développe.',
    'Se nombraron más quejas de las que el documento desarrolla.',
  ],
  code_left_out: [
    'Un code absent de la version importée de la CIM-10-CM, ou non facturable, a été omis.',
    'Se omitió un código que no está en la versión importada de la CIE-10-CM o no es facturable.',
  ],
  model_failed: [
    'Le modèle de langage a échoué : le rédacteur intégré l’a remplacé, ou rien n’a été rédigé.',
    'El modelo de lenguaje falló: lo sustituyó el redactor integrado, o no se escribió nada.',
  ],
  model_out_of_time: [
    'Le modèle de langage a dépassé le temps permis : ce qu’il avait fini a été gardé.',
    'El modelo de lenguaje superó el tiempo permitido: se conservó lo que había terminado.',
  ],
  built_in_filled: [
    'Ce que le modèle de langage a omis vient du rédacteur intégré.',
    'Lo que omitió el modelo de lenguaje procede del redactor integrado.',
  ],
  not_told: [
    'Une allergie, une dose, une prescription ou un signe d’alerte a été dit et n’est pas dans le document.',
    'Se dijo una alergia, una dosis, una orden o un signo de alarma que no está en el documento.',
  ],
  items_unread: [
    'Le modèle de langage n’a pas lu toute la transcription.',
    'El modelo de lenguaje no leyó toda la transcripción.',
  ],
  proof_english_only: [
    'Dans cette langue, seuls les nombres et les médicaments sont vérifiés.',
    'En este idioma solo se comprueban números y medicamentos.',
  ],
  wishes_unfollowed: [
    'Ce qui a été demandé en toutes lettres exige un modèle de langage et a été laissé de côté.',
    'Lo pedido con palabras exige un modelo de lenguaje y se dejó de lado.',
  ],
  language_in_part: [
    'Le rédacteur intégré ne connaît cette langue qu’en partie : ce qu’il n’a pas compris est cité ou omis.',
    'El redactor integrado conoce este idioma solo en parte: lo que no entendió se cita o se omite.',
  ],
  language_unavailable: [
    'Le document a été demandé dans une langue que son rédacteur n’écrit pas.',
    'El documento se pidió en un idioma que su redactor no escribe.',
  ],
  no_writer: ['Aucun rédacteur n’est installé pour cette langue.', 'No hay redactor instalado para este idioma.'],
  redacted: [
    'Les noms et numéros qui identifient quelqu’un ont été retirés.',
    'Se quitaron los nombres y números que identifican a alguien.',
  ],
}
