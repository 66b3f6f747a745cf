import type { Item } from '../../domain/transcript.ts'

/** What is said to a machine that writes, whoever says it. Written here. */
const TO_A_MACHINE =
  /\b(?:ignore|disregard|forget|override) (?:all |any |your |my |the |these |those |of |previous |prior |earlier |above )*(?:rules|instructions|prompts?|guidelines)\b|\b(?:system|developer) (?:prompt|message)\b|\byou are (?:now )?an? (?:ai|assistant|language model|chatbot|scribe)\b/i
/** What a patient wants to stand in the note: that it was said proves it to nobody. */
const INTO_THE_NOTE =
  /\b(?:write|record|document)(?: \w+){0,2} that (?:i|he|she|they|we|it|the|my|there)\b|\b(?:write|put|record|document|enter|add|note)\b(?: [\w']+){0,8} (?:in|into|on|to) (?:the|my|your|his|her) (?:medical |health )?(?:notes?|records?|chart|file|summary|documents?)\b/i

/**
 * True for words that order whoever writes the document about. They are no evidence of what they order. A clinician may
 * dictate into the note.
 */
export function isToScribe({ text, speaker }: Pick<Item, 'text' | 'speaker'>): boolean {
  const isPatient = speaker === 'patient' || speaker === 'other'
  return TO_A_MACHINE.test(text) || (isPatient && INTO_THE_NOTE.test(text))
}
