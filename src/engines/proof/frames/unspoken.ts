import type { Evidence } from './evidence.ts'
import { mannerOf } from './manner.ts'
import type { Meaning, Passage } from './passage.ts'

/** Whether a word of a statement says what its evidence says without a word for it. */
export function goesWithoutSaying(passage: Passage, at: number, evidence: Evidence): boolean {
  const word = passage.words[at]
  if (word === undefined) return false
  // "Alcohol use", "use of tobacco".
  if (word.text === 'use') return passage.sentence.tokens[word.token]?.pos === 'NOUN'
  // "Negative for fever", "positive family history": the finding itself is denied, or there.
  if (/^(?:negative|positive)$/.test(word.text))
    return /^(?:for|family|history)$/.test(passage.words[at + 1]?.text ?? '')
  if (NARROWS.test(word.text)) return isDeniedBehind(passage, at)
  if (/^(?:previously|previous|prior|formerly|was)$/.test(word.text)) return isFromBehind(passage, at, evidence)
  if (/^takes?$/.test(word.text)) return isDictated(passage, evidence, word.text === 'takes')
  if (/^avoids?$/.test(word.text)) return evidence.meanings.some((said) => isForbidden(said, passage))
  return /^(?:start|commence|initiate|prescribe|begin)$/.test(word.text) && isOrderedAnew(passage, evidence)
}

/** "No acute fracture", where there is none at all. */
const NARROWS =
  /^(?:acute|obvious|overt|gross|focal|frank|palpable|appreciable|discernible|visible|clinical|definite|recent)$/
const isDeniedBehind = ({ meanings, words }: Passage, at: number) =>
  meanings.some(
    (each) =>
      each.start > at &&
      each.start <= at + 2 &&
      each.segment === words[at]?.segment &&
      each.sorts.has('finding') &&
      mannerOf(each).isDenied,
  )

/** "A1c 8.2, previously 7.5", where it is up from 7.5. */
const isFromBehind = ({ meanings }: Passage, at: number, evidence: Evidence) =>
  meanings.some(
    (each) =>
      each.amount !== undefined &&
      each.start === at + 1 &&
      evidence.meanings.some(
        ({ amount, passage: { words }, start }) =>
          amount?.value === each.amount?.value && words[start - 1]?.text === 'from',
      ),
  )

/** "No contact sport": to be avoided. */
const isForbidden = (said: Meaning, { meanings }: Passage) =>
  said.passage.sentence.speaker === 'doctor' &&
  NO.test(said.passage.sentence.said) &&
  mannerOf(said).isDenied &&
  isShared(said, meanings)
const NO = /\b(?:no|nothing)\b/

const isShared = (said: Meaning, meanings: Passage['meanings']) =>
  meanings.some(({ keys }) => !keys.isDisjointFrom(said.keys))

/** "Take one at night", of what the doctor does not stop or change: it is started. */
const isOrderedAnew = ({ meanings }: Passage, evidence: Evidence) =>
  evidence.meanings.some(
    (said) =>
      said.sorts.has('medicine') &&
      said.passage.sentence.speaker === 'doctor' &&
      mannerOf(said).isFuture &&
      !mannerOf(said).isDenied &&
      isShared(said, meanings) &&
      said.passage.sentence.clauses.every(({ verb }) => !verb?.isNegated) &&
      said.passage.meanings.every(({ poles }) =>
        poles.every(({ key }) => !/^action: (?!take|start|accept|avoid)/.test(key)),
      ),
  )

/** "Nitrofurantoin 100 mg twice daily", dictated without a verb, is to be taken; what stands under "current medication" is. */
function isDictated({ meanings }: Passage, evidence: Evidence, isCurrent: boolean): boolean {
  const medicines = new Set(meanings.filter(({ sorts }) => sorts.has('medicine')).flatMap(({ keys }) => [...keys]))
  return evidence.meanings.some(
    ({ sorts, keys, passage }) =>
      sorts.has('medicine') &&
      !medicines.isDisjointFrom(keys) &&
      !passage.isAsked &&
      (!isCurrent || LISTED.test(passage.sentence.said)) &&
      passage.sentence.speaker !== 'patient' &&
      passage.sentence.clauses.every(({ verb }) => verb === undefined),
  )
}

const LISTED = /^(?:(?:his|her|the|current|regular|usual) )*(?:medications?|medicines?|drug history)\b/
