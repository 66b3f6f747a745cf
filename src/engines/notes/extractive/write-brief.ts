import { isBodyPart, isClinical, isMedicine } from '../../../clinical/en/terms.ts'
import { isNumber, plainWords } from '../../../clinical/en/words.ts'
import type { Note, Statement } from '../../../domain/note.ts'
import type { Item } from '../../../domain/transcript.ts'
import { stands } from '../../proof/prove.ts'

/** The documents that a general practitioner writes in telegrams. */
const BRIEF = new Set(['soap_note', 'history_and_physical', 'clerking'])

/** "The patient denies fever or cough" is "No fever or cough" where notes are brief, if the transcript carries it so. */
export function writeBrief(note: Note, items: readonly Item[], isSelective: boolean): void {
  if (!BRIEF.has(note.kind)) return
  const known = new Set<string>()
  const said: string[][] = []
  const isProved = (statement: Statement) => stands(statement, note, items)
  for (const section of note.sections) {
    const isHistory = /subjective|history|review|complaint/.test(section.key)
    const kept = section.statements.filter(
      ({ text, attributes }) =>
        !isSaid(text, said) &&
        (attributes?.type === 'order' ||
          attributes?.is_present === 'false' ||
          !isSelective ||
          tellsMore(text, known) ||
          !isHistory),
    )
    const shortened = kept.map((statement) => shorten(statement, isProved))
    section.statements = LISTED.test(section.key) ? joinLines(shortened, isProved) : shortened
  }
  joinAllDenials(note, isProved)
}

/** Whether a statement before it has all of its words, denied as often: "does not smoke" behind "does not smoke at all". */
function isSaid(text: string, said: string[][]): boolean {
  const words = plainWords(text).filter((word) => !SMALL.test(word))
  const isRepeated = said.some(
    (before) => words.every((word) => before.includes(word)) && denialsIn(before) === denialsIn(words),
  )
  if (!isRepeated) said.push(words)
  return isRepeated && !text.includes('"')
}
const SMALL =
  /^(?:the|an?|is|are|was|were|has|have|had|been|does|do|did|patient|they|he|she|their|his|her|of|in|to|and|at|all|any|some|that|it|much|way|just|really)$/
const denialsIn = (words: readonly string[]) =>
  words.filter((word) => /^(?:no|not|never|denies|without|cannot)$/.test(word)).length

/** The shortest of its forms that the transcript carries. */
function shorten(statement: Statement, isProved: (statement: Statement) => boolean): Statement {
  const opened = toTelegram(statement.text)
  const forms = [withoutArticles(opened), opened].filter((text) => text !== statement.text)
  return forms.map((text) => ({ ...statement, text })).find(isProved) ?? statement
}

/** What a general practitioner writes on one line: medicines, habits, relatives, what was before. */
const LISTED =
  /^(?:medications|current_medications|social_history|family_history|past_medical_history|past_surgical_history)$/
const MOST_WORDS_OF_LINE = 40

/** Statements of a list on one line, where the transcript carries them so. */
function joinLines(statements: readonly Statement[], isProved: (statement: Statement) => boolean): Statement[] {
  const lines: Statement[] = []
  for (const statement of statements) {
    const before = lines.at(-1)
    const line = before && isPlain(before) && isPlain(statement) ? joinTwo(before, statement) : undefined
    if (line && line.text.split(' ').length <= MOST_WORDS_OF_LINE && isProved(line)) lines[lines.length - 1] = line
    else lines.push(statement)
  }
  return lines
}

const joinTwo = (before: Statement, { text, evidence }: Statement): Statement => ({
  ...before,
  text: `${before.text.replace(/[.]$/, '')}; ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  evidence: [...new Set([...before.evidence, ...evidence])],
})

const isPlain = ({ text, attributes, support }: Statement) =>
  support === 'derived' && !text.includes('"') && Object.keys(attributes ?? {}).length === 0

/** All that was denied on one line, where it was first denied. */
function joinAllDenials(note: Note, isProved: (statement: Statement) => boolean): void {
  const isDenied = ({ text, attributes }: Statement) => attributes?.is_present === 'false' && /^No \w/.test(text)
  const denied = note.sections.flatMap(({ statements }) => statements.filter(isDenied))
  const [first] = denied
  if (first === undefined || denied.length < 2) return
  const names = denied.map(({ text }) =>
    text
      .replace(/^No /, '')
      .replace(/[.]$/, '')
      .replace(/,? or (?=[^,]*$)/, ', '),
  )
  const line: Statement = {
    ...first,
    text: `No ${names.join(', ').replace(/, (?=[^,]*$)/, ' or ')}.`,
    evidence: [...new Set(denied.flatMap(({ evidence }) => evidence))],
    attributes: { ...first.attributes, finding: denied.map(({ attributes }) => attributes?.finding).join('; ') },
  }
  if (!isProved(line)) return
  for (const section of note.sections) {
    section.statements = section.statements.flatMap((each) => (each === first ? [line] : isDenied(each) ? [] : [each]))
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

/** What goes without saying between clinicians, where nothing is quoted: "the pain is in the back" is "pain in back". */
function withoutArticles(text: string): string {
  if (text.includes('"')) return text
  const short = WORDLESS.reduce((told, [form, by]) => told.replace(form, by), text)
    .replace(/\s+/g, ' ')
    .trim()
  return short.charAt(0).toUpperCase() + short.slice(1)
}
const WORDLESS: [RegExp, string][] = [
  [
    /^The patient's (?=(?:father|mother|dad|mum|mom|brother|sister|son|daughter|aunt|uncle|grand\w+|parents|wife|husband|partner)\b)/,
    '',
  ],
  [/^(?:The diagnosis is|The patient (?:likely|probably) has|Likely has)(?= (?:an? |the )?\w)/, 'Likely'],
  [/^(?:The patient is|Is) advised to /, ''],
  [/^Has got\b/, 'Has'],
  [/\b(?:get in touch with|give) the clinician a call\b|\bcall the clinician\b/g, 'call'],
  [
    /\b(?:the|an?) (?!(?:day|week|month|year|night|time|hour|bit|few|couple|lot|little|pill|coil|one|same|other|last|past|next|first|second|clinician)\b)(?=[a-z])/g,
    '',
  ],
  [/^(?:The|An?) (?=[a-z]+\b)(?!(?:patient|clinician|one|same|other|last|past|next)\b)/, ''],
  [/\b(?:quite|really|generally|basically|just|essentially|obviously|kind of|sort of|in terms of)\b ?/g, ''],
  [/\b(?:some|such) (?=[a-z])/g, ''],
  [/\bin order to\b/g, 'to'],
  [/,? (?:which is|which are|something) called\b/g, ''],
  [/ (?:at all|as well|for sure)(?=[.,])/g, ''],
]

function toTelegram(text: string): string {
  const found = TELEGRAMS.find(([form]) => form.test(text))
  const opened = found ? text.replace(...found) : text
  if (!opened.trim().includes(' ')) return text
  const short = opened.includes('"') ? opened : WITHIN.reduce((told, [form, by]) => told.replace(form, by), opened)
  return short.charAt(0).toUpperCase() + short.slice(1)
}
