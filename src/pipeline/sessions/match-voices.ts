import type { SessionEmbedding, SessionVoice } from '../../domain/session.ts'
import type { Transcript } from '../../domain/transcript.ts'
import { labelOf, type Voice } from '../../domain/voice.ts'

/** Of less speech an embedding says too little to found a voice: it is one of those that are known. */
const LEAST_SPEECH_MS = 8000

/**
 * How much each number of an embedding changes from one 45 s chunk to another of the same voice, measured on made
 * consultations. Two embeddings of one voice were 1.5 times that apart in 95 of 100, two voices 3.2 times and more.
 */
const CHANGES = [0.3, 0.17, 0.18, 0.11, 0.08, 0.07, 0.05, 0.07, 0.04, 0.04, 0.03, 0.03, 0.02, 0.02, 0.02, 0.02, 0.02]
const SAME_VOICE = 3

export interface MatchedVoices {
  /** By each voice's label in its recording, the label that it has in the session. */
  labels: Map<string, string>
  /** The voices that are new or known better now. */
  changed: KnownVoice[]
}

/** A voice of a session, as far as it is told by sound. */
export type KnownVoice = Pick<SessionVoice, 'label' | 'embedding'>

/** Gives the voices of a recording the labels that they have in the session, by what they sound like. */
export function matchVoices(known: readonly KnownVoice[], voices: readonly Voice[]): MatchedVoices {
  const labels = new Map<string, string>()
  const changed: KnownVoice[] = []
  const pairs = voices.flatMap((voice) =>
    known.flatMap(({ label, embedding }) =>
      embedding ? [{ voice, label, embedding, apart: distance(voice.embedding, embedding.mean) }] : [],
    ),
  )
  for (const { voice, label, embedding, apart } of pairs.sort((a, b) => a.apart - b.apart)) {
    const isTaken = labels.has(voice.label) || [...labels.values()].includes(label)
    const isSame = apart <= SAME_VOICE
    if (isTaken || !(isSame || voice.speechMs < LEAST_SPEECH_MS)) continue
    labels.set(voice.label, label)
    if (isSame) changed.push({ label, embedding: learn(embedding, voice.embedding) })
  }
  const taken = new Set(known.map(({ label }) => label))
  for (const { label, embedding } of voices) {
    if (labels.has(label)) continue
    const added = { label: firstFree(taken), embedding: { mean: [...embedding], recordings: 1 } }
    taken.add(added.label)
    changed.push(added)
    labels.set(label, added.label)
  }
  return { labels, changed }
}

function firstFree(taken: ReadonlySet<string>): string {
  let voice = 0
  while (taken.has(labelOf(voice))) voice++
  return labelOf(voice)
}

/** The mean of all recordings of the voice. */
function learn({ mean, recordings }: SessionEmbedding, heard: readonly number[]): SessionEmbedding {
  const learned = mean.map((value, at) => (value * recordings + (heard[at] ?? value)) / (recordings + 1))
  return { mean: learned, recordings: recordings + 1 }
}

function distance(left: readonly number[], right: readonly number[]): number {
  const sum = CHANGES.reduce((total, change, at) => total + (((left[at] ?? 0) - (right[at] ?? 0)) / change) ** 2, 0)
  return Math.sqrt(sum / CHANGES.length)
}

/** By the label of a voice in its recording, the one that it has in the session. */
export type Labels = ReadonlyMap<string, string>

/** The label of a voice that is alone in its recording, which had none there. */
export const onlyLabel = (labels: Labels | undefined) => (labels?.size === 1 ? [...labels.values()][0] : undefined)

/** The transcript with the labels that its voices have in the session. */
export function relabel(transcript: Transcript, labels: Labels | undefined): Transcript {
  if (labels === undefined || labels.size === 0) return transcript
  const items = transcript.items.map((item) => {
    const label = labels.get(item.speakerLabel ?? '') ?? onlyLabel(labels)
    return label === undefined ? item : { ...item, speakerLabel: label }
  })
  return { ...transcript, items }
}

/** The labels that are a transcript's own already. */
export const ownLabels = ({ voices = [] }: Transcript): Labels => new Map(voices.map(({ label }) => [label, label]))

/** The transcript of a recording in the labels of the session. What had no label has none. */
export function translateLabels({ voices, ...transcript }: Transcript, labels: Labels): Transcript {
  const items = transcript.items.map((item) => {
    const speakerLabel = labels.get(item.speakerLabel ?? '')
    return speakerLabel === undefined ? item : { ...item, speakerLabel }
  })
  const known = voices?.map((voice) => ({ ...voice, label: labels.get(voice.label) ?? voice.label }))
  return { ...transcript, items, ...(known && { voices: known }) }
}
