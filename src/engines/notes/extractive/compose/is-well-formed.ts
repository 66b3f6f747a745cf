import { readSentence, type Sentence } from '../../../../clinical/en/facts/sentence.ts'

/** "If you get palpitations come in straight away." */
const RETURNS = /^(?:come|call|ring|go|see|return|seek|stop)$/

const HITHER = /^(?:in|back|straight|to|us|me|right|here|the|at)$/

/** "The urine." says nothing. */
const LEAST_WITHOUT_VERB = 3

const HANGING =
  /^(?:if|when|unless|because|although|while|since|whether|that|which|who|before|after|until|where|what|how)$/

/** Whether a sentence is one by its grammar; what stands in quotation marks is the speaker's. */
export function isWellFormed(text: string): boolean {
  if (text.includes('"')) return true
  // "Right over the heart, the patient thinks" has no more of a clause than "right over the heart".
  const sentence = readSentence(
    text.replace(/,? the patient (?:thinks|believes|guesses|supposes|reckons|knows)\.$/i, '.'),
    { id: '', speaker: 'unspecified' },
  )
  return (/^no\b/i.test(text) || hasMain(sentence)) && !BREAKS.some((breaks) => breaks(sentence))
}

/**
 * Whether it has a clause that stands by itself, with its subject, or an order that opens it or follows a mark: "If next week
 * the patient is still not better." and "Not getting any better, then always." have none.
 */
function hasMain({ clauses, tokens }: Sentence): boolean {
  // The tagger sees no verb in "light bothers the patient".
  if (clauses.every(({ verb }) => verb === undefined))
    return (
      tokens.filter(({ pos }) => pos !== 'PUNCT').length >= LEAST_WITHOUT_VERB &&
      /^(?:NOUN|PROPN|DET|ADJ|NUM|PRON)$/.test(tokens[0]?.pos ?? '')
    )
  let isHeld = /^(?:if|when|unless|once|until|although|because)$/.test(clauses[0]?.opener ?? '')
  return clauses.some(({ verb, opener, subject, shares, start }) => {
    if (verb === undefined || HANGING.test(opener ?? '')) return false
    // "If it spreads, or you feel unwell.": another clause of the condition.
    if (isHeld && opener === 'or' && !(RETURNS.test(verb.lemma) && HITHER.test(tokens[verb.end]?.word ?? '')))
      return false
    isHeld &&= opener === 'and'
    if (isHeld && subject !== undefined) return false
    if (subject !== undefined || shares !== undefined) return true
    const before = tokens[verb.start - 1]
    return (
      verb.start === start &&
      (before === undefined || before.pos === 'PUNCT' || /^(?:and|then|do|please)$/.test(before.word))
    )
  })
}

/** How speech breaks off inside a sentence. */
const BREAKS: readonly ((sentence: Sentence) => boolean)[] = [
  // "An will help", "the, and": an article without its noun.
  ({ tokens }) =>
    tokens.some(
      ({ word, pos }, at) =>
        pos === 'DET' &&
        /^(?:a|an|the)$/.test(word) &&
        tokens[at + 1]?.word !== 'while' &&
        /^(?:AUX|PUNCT|CCONJ|SCONJ)$/.test(tokens[at + 1]?.pos ?? 'PUNCT'),
    ),
  // "Was diagnosed with a 4."
  ({ tokens }) =>
    tokens.some(
      ({ pos, word }, at) =>
        pos === 'ADP' &&
        word !== 'like' &&
        /^an?$/.test(tokens[at + 1]?.word ?? '') &&
        tokens[at + 2]?.pos === 'NUM' &&
        tokens[at + 3]?.pos === 'PUNCT',
    ),
  // "Has so the inflammation", "has been getting and the cough": a verb without what it has.
  ({ tokens, clauses }) =>
    clauses.some(
      ({ verb }) =>
        verb !== undefined &&
        /^(?:have|get|take|use|give|need)$/.test(verb.lemma) &&
        /^(?:so|and|but|what|because|or)$/.test(tokens[verb.end]?.word ?? ''),
    ),
  // "The clinician thinks in the meantime."
  ({ tokens, clauses }) =>
    clauses.some(
      ({ verb }, at) =>
        verb !== undefined &&
        /^(?:think|wonder|suspect|believe)$/.test(verb.lemma) &&
        at === clauses.length - 1 &&
        /^(?:in|at|on|for|then|now|so|that)$/.test(tokens[verb.end]?.word ?? ''),
    ),
  // "Anyone is in the family had kidney stones": a question told as it stands.
  ({ said }) => /^any(?:one|body|thing)? (?:\w+ )?(?:is|are|was|has|have)\b/.test(said),
  // "The patient has an will help", "is a they do work": two verbs, and nothing that joins them.
  ({ tokens, clauses }) =>
    clauses.some(({ verb, subject, opener, start, parent }, at) => {
      if (at === 0 || verb === undefined || subject !== undefined || opener !== undefined || parent !== undefined)
        return false
      const first = tokens[verb.start]
      // "The symptoms the patient has got may be …"
      const before = clauses[at - 1]?.subject
      if (before && /^(?:NOUN|PROPN)$/.test(tokens[before.start - 1]?.pos ?? '')) return false
      const isOwnVerb = first?.pos === 'AUX' && !/^(?:be|been|being|have|do)$/.test(first.word)
      const isJoined =
        tokens.slice(start, verb.start + 1).some(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ') ||
        /^(?:PUNCT|CCONJ)$/.test(tokens[start - 1]?.pos ?? '')
      return isOwnVerb && !isJoined
    }),
]
