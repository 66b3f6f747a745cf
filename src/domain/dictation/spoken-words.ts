/** What is written for words that were spoken for it. */
export type Spoken =
  /** Stands at the word before it: `.`, `)`. */
  | { type: 'close'; mark: string }
  /** Stands at the word behind it: `(`. */
  | { type: 'open'; mark: string }
  /** Stands between two words without a space: `/`. */
  | { type: 'join'; mark: string }
  | { type: 'break'; mark: string }
  /** Takes back what was said before it. */
  | { type: 'undo' }

/** How a mark or command is said, and where the same words are no more than words. */
export interface Phrase {
  says: readonly string[]
  means: Spoken
  unlessAfter?: readonly string[]
  unlessBefore?: readonly string[]
}

const close = (mark: string, ...says: string[]): Phrase => ({ says, means: { type: 'close', mark } })
const open = (mark: string, ...says: string[]): Phrase => ({ says, means: { type: 'open', mark } })
const join = (mark: string, ...says: string[]): Phrase => ({ says, means: { type: 'join', mark } })
const lines = (mark: string, ...says: string[]): Phrase => ({ says, means: { type: 'break', mark } })
const undo = (...says: string[]): Phrase => ({ says, means: { type: 'undo' } })

const ENGLISH: Phrase[] = [
  close('.', 'full stop'),
  {
    ...close('.', 'period'),
    unlessAfter: [
      'a',
      'the',
      'her',
      'my',
      'last',
      'first',
      'menstrual',
      'each',
      'this',
      'that',
      'long',
      'short',
      'trial',
    ],
    unlessBefore: ['of', 'pain', 'pains', 'is', 'was'],
  },
  close(',', 'comma'),
  close(';', 'semicolon', 'semi colon'),
  {
    ...close(':', 'colon'),
    unlessAfter: [
      'the',
      'a',
      'her',
      'his',
      'sigmoid',
      'transverse',
      'ascending',
      'descending',
      'of',
      'whole',
      'right',
      'left',
    ],
    unlessBefore: ['cancer', 'polyp', 'polyps', 'carcinoma', 'resection', 'screening', 'wall', 'is', 'was'],
  },
  close('?', 'question mark'),
  close('!', 'exclamation mark', 'exclamation point'),
  open('(', 'open bracket', 'open brackets', 'open parenthesis', 'open paren', 'left parenthesis'),
  close(')', 'close bracket', 'close brackets', 'close parenthesis', 'close paren', 'right parenthesis'),
  open('“', 'open quote', 'open quotes', 'open quotation marks'),
  close('”', 'close quote', 'close quotes', 'close quotation marks', 'unquote'),
  join('-', 'hyphen'),
  join('/', 'forward slash', 'slash'),
  lines('\n', 'new line', 'next line', 'newline'),
  lines('\n\n', 'new paragraph', 'next paragraph'),
  undo('scratch that', 'delete that', 'strike that'),
]

const FRENCH: Phrase[] = [
  close('.', 'point final'),
  {
    ...close('.', 'point'),
    unlessAfter: ['un', 'le', 'ce', 'au', 'du', 'de', 'aucun', 'chaque', 'premier', 'dernier'],
    unlessBefore: ['de', 'du', 'des', 'douloureux', 'sensible', 'cardinal'],
  },
  close(',', 'virgule'),
  close('\u00a0;', 'point virgule'),
  close('\u00a0:', 'deux points'),
  close('\u00a0?', 'point d interrogation'),
  close('\u00a0!', 'point d exclamation'),
  open('(', 'ouvrir la parenthese', 'ouvrez la parenthese', 'ouvre la parenthese', 'parenthese ouvrante'),
  close(')', 'fermer la parenthese', 'fermez la parenthese', 'ferme la parenthese', 'parenthese fermante'),
  open('«\u00a0', 'ouvrir les guillemets', 'ouvrez les guillemets', 'ouvre les guillemets'),
  close('\u00a0»', 'fermer les guillemets', 'fermez les guillemets', 'ferme les guillemets'),
  join('-', 'trait d union'),
  join('/', 'barre oblique'),
  lines('\n', 'a la ligne', 'nouvelle ligne'),
  lines('\n\n', 'nouveau paragraphe'),
  undo('efface ca', 'effacez ca', 'efface cela', 'effacez cela', 'supprime ca', 'supprimez cela'),
]

const SPANISH: Phrase[] = [
  close('.', 'punto y seguido', 'punto final'),
  {
    ...close('.', 'punto'),
    unlessAfter: ['un', 'el', 'este', 'ese', 'al', 'del', 'algun', 'ningun', 'cada'],
    unlessBefore: ['de', 'del', 'doloroso'],
  },
  {
    ...close(',', 'coma'),
    unlessAfter: ['en', 'el', 'un', 'del', 'de', 'al'],
    unlessBefore: ['diabetico', 'etilico', 'profundo', 'hiperosmolar', 'mixedematoso'],
  },
  close(';', 'punto y coma'),
  close(':', 'dos puntos'),
  open('¿', 'abrir interrogacion', 'abre interrogacion', 'abra interrogacion'),
  close('?', 'cerrar interrogacion', 'cierra interrogacion', 'cierre interrogacion', 'signo de interrogacion'),
  open('¡', 'abrir exclamacion', 'abre exclamacion', 'abra exclamacion'),
  close('!', 'cerrar exclamacion', 'cierra exclamacion', 'cierre exclamacion', 'signo de exclamacion'),
  open('(', 'abrir parentesis', 'abre parentesis', 'abra parentesis'),
  close(')', 'cerrar parentesis', 'cierra parentesis', 'cierre parentesis'),
  open('«', 'abrir comillas', 'abre comillas', 'abra comillas'),
  close('»', 'cerrar comillas', 'cierra comillas', 'cierre comillas'),
  join('-', 'guion'),
  join('/', 'barra oblicua', 'barra'),
  lines('\n', 'nueva linea', 'linea nueva'),
  lines('.\n\n', 'punto y aparte'),
  lines('\n\n', 'nuevo parrafo', 'parrafo nuevo'),
  undo('borra eso', 'borrar eso', 'borre eso', 'elimina eso', 'elimine eso'),
]

/** By the language's first part; of others nothing is known, and what is said is words. */
export const PHRASES: Readonly<Record<string, readonly Phrase[]>> = { en: ENGLISH, fr: FRENCH, es: SPANISH }
