import type { Told } from './conversation.ts'
import { meaningsOf } from './meanings.ts'
import type { RomanceLanguage } from './romance-language.ts'
import { isNumber, isWord, type Token } from './words.ts'

/** A medicine that the patient takes or is to take. */
export interface Medicine {
  /** As it was said, with its dose and how often. */
  text: string
  name: string
  dose: string
  frequency: string
  evidence: string[]
}

/**
 * The patient's medicines, each once as it was told most fully: none that is denied, stopped, refused, supposed, a relative's
 * or the name of an allergy, and none whose sentence is not understood.
 */
export function findMedicines(told: readonly Told[], language: RomanceLanguage): Medicine[] {
  const found = told.flatMap((one) => medicinesOf(one, language))
  const stopped = new Set(told.flatMap((one) => stoppedIn(one, language)))
  const byName = Map.groupBy(
    found.filter(({ key }) => !stopped.has(key)),
    ({ key }) => key,
  )
  return [...byName.values()].map((named) => {
    const [{ key: _, ...fullest }] = named.toSorted((a, b) => b.text.length - a.text.length) as [(typeof named)[number]]
    return fullest
  })
}

function medicinesOf(
  { sentence, questions, corrections, antecedent }: Told,
  language: RomanceLanguage,
): (Medicine & { key: string })[] {
  const { tokens, said, isForeign, isUnmarked, itemId } = sentence
  const isAboutAllergy = [sentence, ...questions].some((one) => language.allergy.cue.test(one.said))
  if (isForeign || isUnmarked || corrections.length > 0 || isAboutAllergy || language.stops.test(said)) return []
  const named = meaningsOf(sentence, language, antecedent?.person).filter(({ sort }) => sort === 'medicine')
  return named.flatMap(({ start, denial, person, isOpen, keys }, index) => {
    if (denial !== 'stated' || isOpen || person !== 'patient') return []
    const rest = tokens.slice(start, named[index + 1]?.start ?? tokens.length)
    const { dose, frequency } = directionsIn(rest, language)
    const name = tokens[start]?.text ?? ''
    const text = [name, dose, frequency].filter(Boolean).join(' ')
    return [{ key: [...keys][0] ?? '', text, name, dose, frequency, evidence: [itemId] }]
  })
}

/** Medicines of sentences that end them. */
const stoppedIn = ({ sentence, antecedent }: Told, language: RomanceLanguage): string[] =>
  language.stops.test(sentence.said) && !sentence.isQuestion
    ? meaningsOf(sentence, language, antecedent?.person).flatMap(({ sort, keys }) =>
        sort === 'medicine' ? [...keys] : [],
      )
    : []

/** The first dose behind a name, and how often; words as they are printed. */
function directionsIn(
  tokens: readonly Token[],
  { doseUnits, frequency }: RomanceLanguage,
): { dose: string; frequency: string } {
  const at = tokens.findIndex((token, index) => isNumber(token) && doseUnits.test(tokens[index + 1]?.word ?? ''))
  const dose = at < 0 ? '' : `${tokens[at]?.text} ${tokens[at + 1]?.text}`
  const words = tokens.filter(isWord)
  const said = words.map(({ word }) => word).join(' ')
  const found = frequency.exec(said)
  if (!found) return { dose, frequency: '' }
  const before = said.slice(0, found.index).split(' ').filter(Boolean).length
  const count = found[0].split(' ').length
  return {
    dose,
    frequency: words
      .slice(before, before + count)
      .map(({ text }) => text)
      .join(' '),
  }
}
