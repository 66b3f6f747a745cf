import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { SAMPLE_RATE } from '../../src/domain/audio.ts'
import type { Recipe } from './recipes.ts'
import type { Role } from './spoken-consultations.ts'

export interface Line {
  role: Role
  voice: string
  sentences: string[]
}

interface SpokenLine extends Line {
  sentenceStartsMs: number[]
  startMs: number
  endMs: number
}

/** Between two people: often next to nothing, seldom a second (after Stivers 2009). */
const TURN_GAPS_MS = [20, 60, 120, 180, 200, 240, 300, 350, 450, 600, 800, 1000]
/** Between two sentences of one person. */
const SENTENCE_GAPS_MS = [150, 250, 350, 450, 600]
const LEAD_MS = 400
/** A room's two microphones: how loud each voice is in the one and in the other. */
const ROOM = [
  [1, 0.75],
  [0.7, 1],
]

/** Speaks lines one after the other into a recording, and tells when each was said. */
export async function speakLines(lines: readonly Line[], recipe: Recipe, wav: string) {
  const scratch = await mkdtemp(join(tmpdir(), 'osler-bench-speech-'))
  try {
    const track = openTrack(recipe)
    const spoken: SpokenLine[] = []
    for (const line of lines) {
      if (track.atMs() >= recipe.seconds * 1000) break
      const times: [startMs: number, endMs: number][] = []
      for (const sentence of line.sentences) times.push(track.add(await speak(sentence, line.voice, scratch), line))
      const sentenceStartsMs = times.map(([startMs]) => startMs)
      spoken.push({ ...line, sentenceStartsMs, startMs: times[0]?.[0] ?? 0, endMs: times.at(-1)?.[1] ?? 0 })
      track.pause(TURN_GAPS_MS)
    }
    const pcm = join(scratch, 'all.pcm')
    await writeFile(pcm, track.bytes())
    await record(pcm, recipe, wav)
    return { lines: spoken, durationMs: Math.round(track.atMs()) }
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** The samples of a sentence at 16 kHz, without the silence that flite puts around it. */
async function speak(sentence: string, voice: string, scratch: string): Promise<Int16Array> {
  const path = join(scratch, 'sentence.wav')
  await execa('flite', ['-voice', voice, '-t', sentence, '-o', path])
  const header = 44
  const samples = new Int16Array(new Uint8Array((await readFile(path)).subarray(header)).buffer)
  const isLoud = (sample: number) => Math.abs(sample) > 200
  return samples.subarray(Math.max(0, samples.findIndex(isLoud)), samples.findLastIndex(isLoud) + 1)
}

function openTrack({ channels, voices }: Recipe) {
  const sides: Int16Array[][] = channels === 'mono' ? [[]] : [[], []]
  const random = openRandom()
  let samples = 0

  function push(sound: Int16Array, gains: readonly number[]): void {
    for (const [side, parts] of sides.entries()) {
      const gain = gains[side] ?? 0
      parts.push(gain === 1 ? sound : sound.map((sample) => sample * gain))
    }
    samples += sound.length
  }
  const silence = (ms: number) => push(new Int16Array(Math.round((ms * SAMPLE_RATE) / 1000)), [1, 1])
  const atMs = () => (samples * 1000) / SAMPLE_RATE
  const pause = (gapsMs: readonly number[]) => silence(gapsMs[Math.floor(random() * gapsMs.length)] ?? 0)
  silence(LEAD_MS)

  return {
    atMs,
    pause,
    /** Adds a sentence and a pause; answers when it began and ended. */
    add(sound: Int16Array, { voice }: Line): [startMs: number, endMs: number] {
      const seat = Math.min(1, voices.indexOf(voice))
      const startMs = Math.round(atMs())
      const gains =
        channels === 'mono' ? [1] : channels === 'one room' ? ROOM[seat] : seat === 0 ? [1, 0.02] : [0.02, 1]
      push(sound, gains ?? [1, 1])
      const endMs = Math.round(atMs())
      pause(SENTENCE_GAPS_MS)
      return [startMs, endMs]
    },
    /** All of it, channels side by side. */
    bytes(): Buffer {
      const whole = sides.map((parts) =>
        Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
      )
      const [left = Buffer.alloc(0), right] = whole
      if (!right) return left
      const both = Buffer.alloc(left.length * 2)
      for (let at = 0; at < left.length; at += 2) {
        left.copy(both, at * 2, at, at + 2)
        right.copy(both, at * 2 + 2, at, at + 2)
      }
      return both
    },
  }
}

/** The same numbers in every run (Park and Miller's generator). */
function openRandom(): () => number {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** What flite's voices are loud at. */
const SPEECH_DB = -20

async function record(pcm: string, { channels, filters, noiseDb }: Recipe, wav: string): Promise<void> {
  const count = channels === 'mono' ? '1' : '2'
  const input = ['-f', 's16le', '-ar', String(SAMPLE_RATE), '-ac', count, '-i', pcm]
  const noise = noiseDb === undefined ? [] : ['-f', 'lavfi', '-i', `anoisesrc=color=pink:seed=1:r=${SAMPLE_RATE}`]
  // Pink noise of ffmpeg is at about -16 dB by itself.
  const mix = `[1]volume=${SPEECH_DB + 16 - (noiseDb ?? 0)}dB[n];[0][n]amix=inputs=2:duration=first:normalize=0`
  const graph = noise.length > 0 ? ['-filter_complex', mix] : filters ? ['-af', filters] : []
  await execa('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...input, ...noise, ...graph, wav])
}
