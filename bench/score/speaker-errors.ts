/** In seconds. */
export interface SpokenTurn {
  start: number
  end: number
  speaker: string
}

const FRAMES_A_SECOND = 100
/** With more voices the best pairs would take too long to find; the quietest are then nobody. */
const MOST_VOICES = 14

const frameOf = (seconds: number) => Math.round(seconds * FRAMES_A_SECOND)

/** Who speaks in each frame of 10 ms. */
function framesOf(turns: readonly SpokenTurn[], count: number): Set<string>[] {
  const frames = Array.from({ length: count }, () => new Set<string>())
  for (const { start, end, speaker } of turns) {
    for (const frame of frames.slice(Math.max(0, frameOf(start)), frameOf(end))) frame.add(speaker)
  }
  return frames
}

/**
 * The diarization error rate: the share of speech that is missed, invented or given to another, with the pairs of voices
 * that fit best. Nothing is counted within `collarSeconds` of where a turn begins or ends; speech of several counts for each.
 */
export function diarizationErrorRate(
  given: readonly SpokenTurn[],
  found: readonly SpokenTurn[],
  durationSeconds: number,
  collarSeconds: number,
): number {
  const count = frameOf(durationSeconds)
  const [said, heard] = [framesOf(given, count), framesOf(found, count)]
  const isLeftOut = new Uint8Array(count)
  for (const border of given.flatMap(({ start, end }) => [start, end])) {
    isLeftOut.fill(1, Math.max(0, frameOf(border - collarSeconds)), Math.max(0, frameOf(border + collarSeconds)))
  }
  const frames = said.flatMap((who, at) => (isLeftOut[at] ? [] : [{ said: who, heard: heard[at] as Set<string> }]))
  const speakerOf = pairVoices(frames)
  let [speech, errors] = [0, 0]
  for (const { said: who, heard: voices } of frames) {
    const right = [...voices].filter((voice) => who.has(speakerOf.get(voice) ?? '')).length
    speech += who.size
    errors += Math.max(who.size, voices.size) - right
  }
  return errors / (speech || 1)
}

/** By each voice, the speaker that it is: each one at most, so that most of the time is right. */
function pairVoices(frames: readonly { said: Set<string>; heard: Set<string> }[]): Map<string, string> {
  const together = new Map<string, number>()
  const lengths = new Map<string, number>()
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  const speakers = new Set<string>()
  for (const { said, heard } of frames) {
    for (const speaker of said) speakers.add(speaker)
    for (const voice of heard) {
      for (const speaker of said) {
        add(together, `${speaker}\n${voice}`)
        add(lengths, voice)
      }
    }
  }
  const voices = [...lengths.keys()].sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0)).slice(0, MOST_VOICES)
  // By the set of voices that are taken, as bits, the best that the speakers so far can have of it.
  let best = new Map([[0, { frames: 0, speakerOf: new Map<string, string>() }]])
  for (const speaker of speakers) {
    const next = new Map(best)
    for (const [taken, { frames: sum, speakerOf }] of best) {
      for (const [at, voice] of voices.entries()) {
        if ((taken >> at) & 1) continue
        const made = sum + (together.get(`${speaker}\n${voice}`) ?? 0)
        const key = taken | (1 << at)
        if (made > (next.get(key)?.frames ?? -1)) {
          next.set(key, { frames: made, speakerOf: new Map(speakerOf).set(voice, speaker) })
        }
      }
    }
    best = next
  }
  const all = [...best.values()].sort((a, b) => b.frames - a.frames)
  return all[0]?.speakerOf ?? new Map()
}
