// A recording while it goes on: English, French, Spanish.
export const LIVE_TEXTS = {
  draft: ['Draft', 'Brouillon', 'Borrador'],
  draftHint: [
    'Of what was said so far. When the recording has ended the whole is heard once more, and the note is written from that.',
    'De ce qui a été dit jusqu’ici. À la fin de l’enregistrement, le tout est réécouté et la note en est rédigée.',
    'De lo dicho hasta ahora. Cuando la grabación termine, se vuelve a escuchar entera y la nota se escribe a partir de eso.',
  ],
  goOn: ['Record on', 'Reprendre l’enregistrement', 'Seguir grabando'],
  heardLater: [
    'The text comes when the recording has ended.',
    'Le texte vient à la fin de l’enregistrement.',
    'El texto llega cuando la grabación termina.',
  ],
  keptLive: [
    'A recording of {0} was not finished.',
    'Un enregistrement de {0} n’a pas été terminé.',
    'Una grabación de {0} quedó sin terminar.',
  ],
  liveText: ['Text while speaking', 'Texte pendant la parole', 'Texto mientras se habla'],
  pausedAt: ['Paused at {0}', 'Pause à {0}', 'Pausa en {0}'],
  savedAndHeard: [
    'saved to {0}, heard to {1}',
    'enregistré jusqu’à {0}, entendu jusqu’à {1}',
    'guardado hasta {0}, oído hasta {1}',
  ],
  unheard: [
    'The server is behind: the text comes when the recording has ended.',
    'Le serveur a pris du retard : le texte vient à la fin de l’enregistrement.',
    'El servidor va con retraso: el texto llega cuando la grabación termina.',
  ],
} satisfies Record<string, [english: string, french: string, spanish: string]>
