import type { Sentence } from './sentence.ts'

/** How a patient answers: of himself, of his relatives, of how it is. */
const OF_PATIENT =
  /^(?:(?:yes|yeah|no|nope|well|oh|um|uh) )*(?:i (?:have|had|feel|felt|am not|was|take|took|did|do not|cannot|get|got|do not think there|used|stopped|never|just)|my (?:mother|father|mom|mum|dad|brother|sister|son|daughter|aunt|uncle|grand\w+|pain|back|knee|stomach)|it (?:comes|goes|feels|hurts|burns|started|gets|has been|kind of|just)|a little|not really)\b/
/** What a clinician says of himself, or to the patient. */
const OF_CLINICIAN =
  /\b(?:you|your|we|let me|let us|i (?:am going|will|would like|want|see|hear|know|reviewed|ordered|did (?:review|order|look)|have (?:ordered|reviewed|got your|the|here|a question|some|two|a (?:few|couple))))\b/

/**
 * A turn may hold both voices under the clinician's name ("do you notice any blood i don't think there is any okay and"):
 * what answers his question in it is the patient's.
 */
export function tellVoicesApart(sentences: readonly Sentence[]): Sentence[] {
  let asked: string | undefined
  return sentences.map((sentence) => {
    if (sentence.speaker !== 'doctor') return sentence
    const isAnswer = asked === sentence.itemId && OF_PATIENT.test(sentence.said) && !OF_CLINICIAN.test(sentence.said)
    asked = sentence.isQuestion || isAnswer ? sentence.itemId : undefined
    return isAnswer && !sentence.isQuestion ? { ...sentence, speaker: 'patient' } : sentence
  })
}
