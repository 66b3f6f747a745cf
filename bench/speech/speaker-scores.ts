import type { Item, Transcript } from '../../src/domain/transcript.ts'
import { normalizeWords } from '../word-errors.ts'
import { alignWords } from './align-words.ts'
import type { SpokenConsultation } from './spoken-consultations.ts'

export interface SpeakerScores {
  /** Heard words that are right, and those of them given to the right speaker. */
  words: number
  rightWords: number
  speakers: number
  rightRoles: number
  /** How far the start of each turn is from the nearest start that was found. */
  startErrorsMs: number[]
}

/** Who was given which words: labels are matched to speakers one to one in the best way there is. */
export function scoreSpeakers({ turns }: SpokenConsultation, { items }: Transcript): SpeakerScores {
  const spoken = turns.flatMap(({ speaker, text }) => normalizeWords(text).map((word) => ({ word, speaker })))
  const heard = items.flatMap((item) =>
    item.words.flatMap(({ text }) => normalizeWords(text).map((word) => ({ word, label: item.speakerLabel ?? '' }))),
  )
  const pairs = alignWords(
    spoken.map(({ word }) => word),
    heard.map(({ word }) => word),
  ).map(([at, found]) => ({ speaker: spoken[at]?.speaker ?? '', label: heard[found]?.label ?? '' }))
  const speakers = [...new Set(turns.map(({ speaker }) => speaker))]
  const labels = [...new Set(pairs.map(({ label }) => label))]
  const { right, labelOf } = bestMatch(speakers, labels, pairs)
  const roles = speakers.filter((speaker) => roleIsRight(speaker, labelOf.get(speaker), turns, items))
  return {
    words: pairs.length,
    rightWords: right,
    speakers: speakers.length,
    rightRoles: roles.length,
    startErrorsMs: startErrors(turns, items),
  }
}

/** Gives each speaker a label, so that most pairs are right. */
export function bestMatch(
  speakers: readonly string[],
  labels: readonly string[],
  pairs: readonly { speaker: string; label: string }[],
) {
  const count = (speaker: string, label: string) =>
    pairs.filter((pair) => pair.speaker === speaker && pair.label === label).length
  let best = { right: -1, labelOf: new Map<string, string>() }
  const place = (at: number, right: number, labelOf: Map<string, string>): void => {
    if (at === speakers.length) {
      if (right > best.right) best = { right, labelOf: new Map(labelOf) }
      return
    }
    const speaker = speakers[at] as string
    place(at + 1, right, labelOf)
    for (const label of labels) {
      if ([...labelOf.values()].includes(label)) continue
      place(at + 1, right + count(speaker, label), new Map(labelOf).set(speaker, label))
    }
  }
  place(0, 0, new Map())
  return best
}

/** A relative says what a patient would: anything but doctor is right. */
function roleIsRight(
  speaker: string,
  label: string | undefined,
  turns: SpokenConsultation['turns'],
  items: readonly Item[],
) {
  const role = turns.find((turn) => turn.speaker === speaker)?.role
  const given = items.find(({ speakerLabel }) => label !== undefined && speakerLabel === label)?.speaker
  if (role === 'relative') return given === 'other' || given === 'patient'
  // The relative may say more than the patient does, who then is the other.
  const hasRelative = turns.some((turn) => turn.role === 'relative')
  return given === role || (hasRelative && role === 'patient' && given === 'other')
}

function startErrors(turns: SpokenConsultation['turns'], items: readonly Item[]): number[] {
  const starts = items
    .filter((item, at) => item.speakerLabel !== items[at - 1]?.speakerLabel)
    .map(({ startMs }) => startMs)
  const changes = turns.filter((turn, at) => turn.speaker !== turns[at - 1]?.speaker)
  return changes.map(({ startMs }) => Math.min(...starts.map((start) => Math.abs(start - startMs))))
}
