import { isMedicineName } from '../medicines.ts'
import { IMAGING, LABORATORY } from '../tests.ts'
import type { Mention } from './mentions.ts'
import { clauseAt } from './sentence.ts'

/** Right in front of a symptom: what a medicine is for, what one watches for or does about it. */
const PURPOSE = /\b(?:for|with|against)(?: (?:the|any|a|an|some|that|mild|moderate|severe|further|more))*$/
const EASES =
  /\b(?:relieves?|helps?|helping|manage|control|reduces?|treats?|eases?|soothes?|prevent)(?: with| against)?(?: (?:the|any|a|an|some|that|mild|moderate|severe|further|more))*$/
const OF_PATIENT = /\b(?:your|his|her|my|their)\b/
const TREATS =
  /\b(?:take|taking|use|using|good|works?|best|prescri\w+|medicine|medication|tablets?|therapy|exercises?|something|drops|spray|cream|needed|required|pharmacy)\b/
/** "Rhonchi that clear with cough": part of the examination. */
const EXAMINED = /\bclears?(?: up)? with(?: an?)?$/
/** Openers of what may come. */
const WHENEVER = /^(?:when|whenever|once|until|in case|as soon as)$/

/** True where a condition is only named: as that for which a medicine is, or as something that may come. */
export function isOnlyNamed({ named, sentence, start }: Mention<{ sort: string }>): boolean {
  const { said, offsets, clauses, tokens } = sentence
  if (sentence.speaker === 'patient' || named.sort === 'lasting') return false
  const clause = clauses[clauseAt(sentence, start)]
  const before = said.slice(offsets[clause?.start ?? 0], offsets[start])
  const own = said.slice(offsets[clause?.start ?? 0], offsets[clause?.end ?? tokens.length])
  const isTreated =
    TREATS.test(own) || own.split(' ').some(isMedicineName) || own.search(IMAGING) >= 0 || own.search(LABORATORY) >= 0
  if (named.sort === 'symptom' && EXAMINED.test(before.trim())) return true
  if (EASES.test(before.trim()) && !OF_PATIENT.test(before.split(' ').slice(-2).join(' '))) return true
  if (PURPOSE.test(before.trim()) && isTreated && !OF_PATIENT.test(before.split(' ').slice(-2).join(' '))) return true
  return named.sort === 'symptom' && WHENEVER.test(clause?.opener ?? '')
}
