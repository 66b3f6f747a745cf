import type { SpeechSegment } from '../../src/domain/audio.ts'
import type { SpeakerTurn } from '../../src/engines/diarization/diarizer.ts'
import { voiceAt } from '../../src/pipeline/transcribe/attribute.ts'
import { alignWords } from '../speech/align-words.ts'
import { hearByOsler } from '../speech/hear.ts'
import { bestMatch } from '../speech/speaker-scores.ts'
import { normalizeWords } from '../word-errors.ts'
import type { People } from './people.ts'

/** A time at which one person is known to speak. */
export interface Moment {
  timeMs: number
  speaker: string
}

const STEP_MS = 20

/**
 * When who speaks: every 20 ms of the speech that was found in which one person alone does; where only words are known,
 * the middle of each word that Osler hears rightly.
 */
export async function momentsOf(people: People, segments: readonly SpeechSegment[]): Promise<Moment[]> {
  if (people.said.length > 0) return momentsOfWords(people)
  const times = segments.flatMap(({ startMs, endMs }) =>
    Array.from({ length: Math.floor((endMs - startMs) / STEP_MS) }, (_, at) => startMs + (at + 0.5) * STEP_MS),
  )
  if (people.speakers === 1 && people.turns.length === 0) return times.map((timeMs) => ({ timeMs, speaker: 'one' }))
  return times.flatMap((timeMs) => {
    const speaking = people.turns.filter(({ start, end }) => timeMs >= start * 1000 && timeMs < end * 1000)
    const speakers = [...new Set(speaking.map(({ speaker }) => speaker))]
    return speakers.length === 1 ? speakers.map((speaker) => ({ timeMs, speaker })) : []
  })
}

async function momentsOfWords({ path, said }: People): Promise<Moment[]> {
  const spoken = said.flatMap(({ speaker, text }) => normalizeWords(text).map((word) => ({ word, speaker })))
  const heard = (await hearByOsler(path)).items.flatMap(({ words }) =>
    words.flatMap(({ text, startMs, endMs }) =>
      normalizeWords(text).map((word) => ({ word, timeMs: (startMs + endMs) / 2 })),
    ),
  )
  const pairs = alignWords(
    spoken.map(({ word }) => word),
    heard.map(({ word }) => word),
  )
  return pairs.flatMap(([at, found]) => {
    const [{ speaker } = { speaker: '' }, time] = [spoken[at], heard[found]]
    return time ? [{ timeMs: time.timeMs, speaker }] : []
  })
}

/** The share of moments (0…1) given to the right speaker, voices being matched to speakers in the best way there is. */
export function shareRight(moments: readonly Moment[], turns: readonly SpeakerTurn[]): number {
  if (turns.length === 0) return 0
  const pairs = moments.map(({ timeMs, speaker }) => ({ speaker, label: String(voiceAt(turns, timeMs)) }))
  const speakers = [...new Set(pairs.map(({ speaker }) => speaker))]
  const labels = [...new Set(pairs.map(({ label }) => label))]
  return bestMatch(speakers, labels, pairs).right / pairs.length
}
