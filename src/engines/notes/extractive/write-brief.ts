import { isBodyPart, isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber, plainWords } from '../../../clinical/en/words.ts'
import type { Note, Statement } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import { stands } from '../../proof/prove.ts'

/** The documents that a general practitioner writes in telegrams. */
const BRIEF = new Set(['soap_note', 'history_and_physical', 'clerking'])

/** "The patient denies fever or cough" is "No fever or cough" where notes are brief, if the transcript carries it so. */
export function writeBrief(note: Note, items: readonly Item[]): void {
  if (!BRIEF.has(note.kind)) return
  const known = new Set<string>()
  for (const section of note.sections) {
    const isHistory = /subjective|history|review|complaint/.test(section.key)
    section.statements = section.statements
      .filter(({ text, attributes }) => attributes?.type === 'order' || tellsMore(text, known) || !isHistory)
      .map((statement) => {
        const text = toTelegram(statement.text)
        const brief: Statement = { ...statement, text }
        return text !== statement.text && stands(brief, note, items) ? brief : statement
      })
  }
}

/** What is written down whether or not it names anything of health that was not named before. */
const ALWAYS =
  /\b(?:allerg\w*|suicid\w*|harm\w*|worth living|plans|pills|joint|cannabis|coke|cocaine|drugs|voices|mood|sleep\w*|appetite|eat\w*|moving|stone|kilos?|massive|urine|sent|pregnan\w*|smok\w*|alcohol|drinks?|works?|job|lives?|if|weeks?|days|months?|review|call|back|refer\w*|worr\w+|concern\w*|years?|mum|mom|mother|father|dad|brother|sister)\b/i

/** Whether a statement names something clinical that none before it did. */
function tellsMore(text: string, known: Set<string>): boolean {
  const isDenial = /^The patient denies\b/.test(text)
  const terms = plainWords(text)
    .filter((word) => (isClinical(word) && (isDenial || !isBodyPart(word))) || isMedicine(word) || isNumber(word))
    .map((word) => word.replace(/(?:s|ing|ed)$/, ''))
  const isNew = terms.some((term) => !known.has(term))
  for (const term of terms) known.add(term)
  return isNew || ALWAYS.test(text)
}

const TELEGRAMS: [RegExp, string][] = [
  [/^The patient (?:denies|does not have|has not had|did not have|has no) (?:any )?(?=\w)/, 'No '],
  [/^The patient (?:reports|has been having|has been experiencing) (?=\w)/, ''],
  [/^Asked (?:about|whether the patient (?:has|had|is)) (.{3,40}?): "/, '$1: "'],
  [/^The patient said: "/, '"'],
  [/^The patient is to (?=\w)/, ''],
  [/^The patient (?=can\b)/, ''],
  [/^The clinician would like the patient to (?=\w)/, ''],
  [
    /^The patient (?=(?:has|had|takes|took|is|was|works|lives|smokes|drinks|feels|felt|noticed|does|did|vomited|started)\b)/,
    '',
  ],
  [
    /^The clinician (?:thinks|wonders|suspects) (?:that |whether )?the patient (?:likely )?(?:has|may have) /,
    'Likely ',
  ],
]

/** What a telegram leaves out inside a sentence: who is meant goes without saying. */
const WITHIN: [RegExp, string][] = [
  [
    /\b(if|when|once|until) (?:the patient|he|she|they) (?:is|are|gets?|has|have) (?=(?:still|not|getting|any|an?|in|more|worse|no|having|feeling)\b)/gi,
    '$1 ',
  ],
  [/, (?:the patient|he|she|they) (?:is|are) to (?=\w)/gi, ', '],
  [/\b(come back|book in|return) and see the clinician\b/gi, '$1'],
  [/, if (?:the patient|he|she|they) cans?\b/gi, ''],
  [
    / and (?:the patient|he|she|they) (?=(?:has|have|had|is|are|was|were|takes?|smokes?|drinks?|lives?|works?|feels?|does|do|did)\b)/gi,
    ', ',
  ],
]

function toTelegram(text: string): string {
  const found = TELEGRAMS.find(([form]) => form.test(text))
  const opened = found ? text.replace(...found) : text
  const short = opened.includes('"') ? opened : WITHIN.reduce((told, [form, by]) => told.replace(form, by), opened)
  return short.charAt(0).toUpperCase() + short.slice(1)
}
