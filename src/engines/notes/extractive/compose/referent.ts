import { findNames } from '../../../../clinical/en/conditions.ts'
import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { readClauses } from '../../../../clinical/en/grammar/clauses.ts'
import type { Referent } from '../../../../clinical/en/grammar/referents.ts'
import type { Token } from '../../../../clinical/en/grammar/tokens.ts'
import { isClinical, isMedicine } from '../../../../clinical/en/terms.ts'

/** What a sentence is about, so that the next one may call it "it": its last clinical noun with what stands before it. */
export function referentOf(sentence: Sentence): Referent | undefined {
  const { tokens } = sentence
  const names = findNames(sentence.said)
  const isNamed = (word: string) =>
    names.some(({ start, end }) => sentence.said.slice(start, end).split(' ').includes(word))
  const subject = readClauses(tokens).find((clause) => clause.subject)?.subject
  const nouns = tokens.flatMap(({ pos, word }, at) =>
    /^(?:NOUN|PROPN)$/.test(pos) && !isBeyond(tokens, at) && (isClinical(word) || isMedicine(word) || isNamed(word))
      ? [at]
      : [],
  )
  const own = subject && nouns.find((at) => at >= subject.start && at < subject.end)
  const at =
    own ??
    nouns.find(
      (noun) =>
        !/^(?:symptoms?|medications?|medicines?|exams?|examinations?|tests?|results?)$/.test(tokens[noun]?.word ?? ''),
    )
  const referent = at === undefined ? undefined : nameAt(tokens, at)
  return referent && SERVICE.test(referent.name) ? undefined : referent
}

/** "I'll refer you to the chest clinic. If it gets worse": the clinic does not. */
const SERVICE =
  /\b(?:clinics?|hospital|unit|ward|team|department|cent(?:re|er)|service|surgery|practice|nurse|doctor|specialist|consultant|surgeons?|appointment|pathway)$/

/** "Over my head", "around the house": no part of the body that "it" would stand for. */
const isBeyond = (tokens: readonly Token[], at: number) =>
  tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ word, pos }) => pos === 'ADP' && /^(?:over|above|under|around|past|beyond)$/.test(word))

/** "Does the pain move": no name goes on with it. */
const MOVES = /^(?:move|go|come|radiate|travel|spread|wake|feel|get|start|stop|hurt|help|change|last|stay)$/
const FORM = /^(?:tablets?|pills?|capsules?|puffs?|drops?|patch(?:es)?|inhalers?|injections?|doses?)$/

function nameAt(tokens: readonly Token[], noun: number): Referent {
  let start = noun
  while (
    start > 0 &&
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[start - 1]?.pos ?? '') &&
    !/^(?:last|next|other|bad|terrible|awful|horrible|nasty|worst)$/.test(tokens[start - 1]?.word ?? '')
  )
    start--
  let end = noun + 1
  while (/^(?:NOUN|PROPN)$/.test(tokens[end]?.pos ?? '') && !MOVES.test(tokens[end]?.word ?? '')) end++
  const words = tokens.slice(start, end).map(({ text, isSpaced }, at) => (at > 0 && isSpaced ? ' ' : '') + text)
  const last = tokens[end - 1] as Token
  const isPlural = last.word !== last.lemma && last.word.endsWith('s') && !/(?:ss|us|is|itis|betes)$/.test(last.word)
  return {
    name: `the ${words.join('')}`,
    isPlural,
    isMedicine: tokens.slice(start, end).some(({ word }) => isMedicine(word) || FORM.test(word)),
  }
}
