import { genericOf } from '../../clinical/en/medicines.ts'
import { readQuantities, readUnits, unitOf } from '../../clinical/en/quantities.ts'
import { isNegator, plainWords } from '../../clinical/en/words.ts'
import type { Section, Statement } from '../../domain/note.ts'
import { isTurnedIn, stem, tellingOf } from './alike.ts'
import { medicinesIn } from './derived.ts'
import { sidesIn } from './sides.ts'

/**
 * The words of an item that decide what a statement which rests on it says of medicines and doses, allergies, habits,
 * sides and denials: name, number and unit, substance, side, negation; and a bare yes to a question about the first
 * three. Plain words, in the item's order. Empty for a statement about anything else. Tables of words are English.
 */
export function decidingWords(statement: Statement, section: Pick<Section, 'key'>, said: string): string[] {
  const stated = read(statement, section)
  const words = plainWords(said).flatMap((word) => [...new Set([word, ...word.split(/[-/]/)])])
  const sides = sidesIn(said).filter((side) => carriesSide(stated.sides, side))
  const found = words.filter((word) => decides(word, stated) || sides.includes(word))
  const isBareYes = found.length === 0 && isWeighed(stated) && !stated.isDenied && YES.test(words[0] ?? '')
  return isBareYes ? words.slice(0, 1) : found
}

/** What a statement says, as far as single words decide it. */
interface Stated {
  words: ReadonlySet<string>
  names: ReadonlySet<string>
  substances: ReadonlySet<string>
  sides: readonly string[]
  isHabit: boolean
  isDenied: boolean
  /** Numbers and units, where they are of a dose or a habit. */
  amounts?: { values: ReadonlySet<number>; units: ReadonlySet<string> }
}

const YES = /^(yes|yeah|yep|yup)$/
const DOSE_UNITS = ['mg', 'mcg', 'g', 'mL', 'U', 'tablet', 'capsule', 'pill', 'puff', 'drop']
/** Written here, after the topic of social history (`clinical/topics.ts`). */
const HABIT =
  /^(smok|cigar|tobacco|nicotine|vap(e|es|ed|ing)$|alcohol|beer|wine|whisk|liquor|cannabis|marijuana|weed$|cocaine|heroin|drugs$|non-?smok)/
const DRINKING = /^(drink|drank$|drunk$)/
/** "Drink plenty of water" is no habit. */
const HARMLESS = /\b(water|fluids?|liquids?|tea|coffee|juice|milk|plenty)\b/
/** What a habit is over by: "I quit ten years ago". */
const CEASED = /^(quit|stopped|gave|never|former|formerly)$/

function read({ text, attributes = {} }: Statement, { key }: Pick<Section, 'key'>): Stated {
  const words = plainWords(text)
  const isMedicine = attributes.type === 'medication'
  const names = [...medicinesIn(text), ...(isMedicine ? plainWords(attributes.name ?? '') : [])]
  const isDrinking = words.some((word) => DRINKING.test(word)) && !HARMLESS.test(words.join(' '))
  const isHabit = isDrinking || words.some((word) => HABIT.test(word))
  const units = readUnits(text)
  const isDosed = names.length > 0 || isMedicine || DOSE_UNITS.some((unit) => units.has(unit))
  const isAllergy = key === 'allergies' || attributes.type === 'allergy' || /\ballerg/i.test(text)
  return {
    words: new Set(words),
    names: new Set(names.flatMap((name) => [name, genericOf(name)])),
    substances: new Set(isAllergy ? substancesIn(text).map(stem) : []),
    sides: sidesIn(text),
    isHabit,
    isDenied: isTurnedIn(words) || attributes.is_present === 'false' || words.some((word) => /^non-?smok/.test(word)),
    ...((isDosed || isHabit) && {
      amounts: { values: new Set(readQuantities(text).map(({ value }) => value)), units },
    }),
  }
}

const ALLERGIC_TO = /\ballerg\w+ to (.+)$/i
/** Where the names end: "penicillin, he got a rash". */
const BEHIND = /[,;]?\s(?:and |but )?(?:which|that|it|because|since|when|i|he|she|they)\b.*$/i
const OF_ALLERGIES = /^(allerg|known|drugs?$|food$|yes$|yeah$)/

/** What somebody is allergic to. */
function substancesIn(text: string): string[] {
  const words = plainWords((ALLERGIC_TO.exec(text)?.[1] ?? text).replace(BEHIND, ''))
  return tellingOf(words).filter((word) => !OF_ALLERGIES.test(word) && !isNegator(word))
}

const isWeighed = ({ names, substances, isHabit }: Stated) => names.size > 0 || substances.size > 0 || isHabit

function decides(word: string, { names, substances, isHabit, isDenied, ...stated }: Stated): boolean {
  if (names.has(word) || names.has(genericOf(word)) || substances.has(stem(word))) return true
  if (isDenied && isNegator(word)) return true
  if (isHabit && [HABIT, DRINKING, CEASED].some((cue) => cue.test(word))) return true
  return isStatedAmount(word, stated)
}

function isStatedAmount(word: string, { words, amounts }: Pick<Stated, 'words' | 'amounts'>): boolean {
  if (!amounts) return false
  const quantities = readQuantities(word)
  const unit = unitOf(word)
  if (quantities.length === 0 && unit === undefined) return false
  return words.has(word) || quantities.some(({ value }) => amounts.values.has(value)) || amounts.units.has(unit ?? '')
}

/** "Both knees" may have been said as the left and the right one. */
const carriesSide = (stated: readonly string[], side: string) =>
  stated.includes(side) || stated.some((one) => one !== 'left' && one !== 'right')
