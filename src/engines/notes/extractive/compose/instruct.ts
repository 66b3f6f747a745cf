import type { Sentence } from '../../../../clinical/en/facts/sentence.ts'
import { formatTokens } from '../../../../clinical/en/grammar/tokens.ts'
import { leadOfDecision } from './decision.ts'
import { finish } from './finish.ts'
import { plainSpeech } from './plain-speech.ts'

/** What the clinician asks for, said to the patient: "I want you to keep a diary" is "Keep a diary." */
export function instruct(spoken: Sentence): string {
  const sentence = plainSpeech(spoken)
  const { tokens } = sentence
  const lead = leadOfDecision(sentence)
  if (lead === undefined) return finish(formatTokens(tokens))
  const isWished = lead.opens.startsWith('the patient')
  const opens = lead.opens === '' || isWished ? '' : `we will ${lead.opens}`
  const before = formatTokens(tokens.slice(0, lead.start))
  return finish([before, opens, formatTokens(tokens.slice(lead.from))].filter(Boolean).join(' '))
}
