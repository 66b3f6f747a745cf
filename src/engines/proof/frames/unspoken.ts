import type { Evidence } from './evidence.ts'
import { mannerOf } from './manner.ts'
import type { Meaning, Passage } from './passage.ts'

/** Whether a word of a statement says what its evidence says without a word for it. */
export function goesWithoutSaying(passage: Passage, at: number, evidence: Evidence): boolean {
  const word = passage.words[at]
  if (word === undefined) return false
  // "Alcohol use", "use of tobacco".
  if (word.text === 'use') return passage.sentence.tokens[word.token]?.pos === 'NOUN'
  if (/^takes?$/.test(word.text)) return isDictated(passage, evidence, word.text === 'takes')
  if (/^avoids?$/.test(word.text)) return evidence.meanings.some((said) => isForbidden(said, passage))
  return /^(?:start|commence|initiate|prescribe|begin)$/.test(word.text) && isOrderedAnew(passage, evidence)
}

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
