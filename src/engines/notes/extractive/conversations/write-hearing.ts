import { plainWords } from '../../../../clinical/en/words.ts'
import type { Statement } from '../../../../domain/note.ts'
import type { Item } from '../../../../domain/transcript.ts'
import type { Material, Written } from '../fill-sections.ts'
import { CASE, COURT, EXHIBIT, NO_RULING, RULING } from './hearing-cues.ts'
import { type Appearance, speakerKey, tellAppearances } from './hearing-voices.ts'
import { quote, readSentencesOf, unique, voiceOf } from './sentences.ts'

/** How far into a hearing case and court are named. */
const OPENING_ITEMS = 20
const MOST_LINES = 2

/** The record of a hearing: everything quoted in order, and before it who appeared, for what, with which exhibits. */
export function writeHearing({ items }: Material): Written {
  const appearances = tellAppearances(items)
  const opening = items.slice(0, OPENING_ITEMS)
  const find = (among: readonly Item[], cue: RegExp) => among.filter(({ text }) => cue.test(plainWords(text).join(' ')))
  const cite = (item: Item) => quote(item, speakerOf(item, appearances))
  return {
    sections: {
      case: find(opening, CASE).slice(0, MOST_LINES).map(cite),
      court: find(opening, COURT).slice(0, MOST_LINES).map(cite),
      appearances: [...appearances.values()].map(({ item }) => cite(item)),
      exhibits: unique(items.flatMap((item) => readExhibit(item, appearances))),
      rulings: items
        .filter((item) => mayRule(item, appearances) && rules(item))
        .map((item) => quote(item, { ...speakerOf(item, appearances), ...exhibitOf(item) })),
      proceedings: items.map(cite),
    },
  }
}

function readExhibit(item: Item, appearances: ReadonlyMap<string, Appearance>): Statement[] {
  const named = exhibitOf(item)
  return named ? [quote(item, { ...speakerOf(item, appearances), ...named })] : []
}

function exhibitOf({ text }: Item): Record<string, string> | undefined {
  const number = text.match(EXHIBIT)?.[1]
  return number ? { exhibit: number } : undefined
}

/** True when one of its sentences decides something; a question, a request and what was decided on another day do not. */
const rules = (item: Item) =>
  readSentencesOf([item]).some(({ said, isQuestion }) => !isQuestion && RULING.test(said) && !NO_RULING.test(said))

/** A ruling is the judge's; where nobody is known to be the judge, anyone's whose office is not known. */
function mayRule(item: Item, appearances: ReadonlyMap<string, Appearance>): boolean {
  if (voiceOf(item) === undefined) return true
  const office = appearances.get(speakerKey(item))?.office
  const isJudgeKnown = [...appearances.values()].some((each) => each.office === 'Judge')
  return isJudgeKnown ? office === 'Judge' : office === undefined
}

/** The office that was told, or else the label of the voice. */
function speakerOf(item: Item, appearances: ReadonlyMap<string, Appearance>): Record<string, string> {
  const voice = voiceOf(item)
  const speaker = appearances.get(speakerKey(item))?.office ?? voice
  return { ...(speaker && { speaker }), ...(voice && voice !== speaker && { voice }) }
}
