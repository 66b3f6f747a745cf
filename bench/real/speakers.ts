import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from '../../src/audio/decode.ts'
import type { PcmAudio, SpeechSegment } from '../../src/domain/audio.ts'
import type { Diarizer, SpeakerTurn } from '../../src/engines/diarization/diarizer.ts'
import { openVoiceFeatures } from '../../src/engines/diarization/voice-features.ts'
import { detectSpeech } from '../../src/pipeline/transcribe/detect-speech.ts'
import { closeWith, openEngines } from '../../src/server/open-engines.ts'
import { readConfig } from '../../src/server/settings.ts'
import { diarizationErrorRate } from '../score/speaker-errors.ts'
import { type Moment, momentsOf, shareRight } from './moments.ts'
import { type People, readPeople } from './people.ts'

/** Around a change of speakers nothing is counted. */
const COLLAR_SECONDS = 0.25
const { signal } = new AbortController()

interface Heard {
  kind: People['kind']
  isCounted: boolean
  found: number
  right: number
}

async function measure(
  diarizer: Diarizer,
  people: People,
  audio: PcmAudio,
  segments: readonly SpeechSegment[],
  moments: readonly Moment[],
): Promise<Heard & { row: string }> {
  const { turns } = await diarizer.diarize(audio, segments, {}, signal)
  const found = new Set(turns.map(({ voice }) => voice)).size
  const right = shareRight(moments, turns)
  const errors = people.turns.length > 0 ? percent(countErrors(people, audio, turns)) : '-'
  const row = `${String(found).padStart(3)} ${percent(right)} ${errors.padStart(6)}`
  return { kind: people.kind, isCounted: found === people.speakers, found, right, row }
}

function countErrors(people: People, audio: PcmAudio, turns: readonly SpeakerTurn[]): number {
  const found = turns.map(({ startMs, endMs, voice }) => ({
    ...{ start: startMs / 1000, end: endMs / 1000, speaker: String(voice) },
  }))
  return diarizationErrorRate(people.turns, found, audio.durationMs / 1000, COLLAR_SECONDS)
}

const percent = (share: number) => (share * 100).toFixed(1).padStart(6)

function printKind(kind: string, before: readonly Heard[], after: readonly Heard[]): void {
  const tell = (heard: readonly Heard[]) => {
    const mean = heard.reduce((sum, { right }) => sum + right, 0) / heard.length
    return `${heard.filter(({ isCounted }) => isCounted).length} of ${heard.length} counted, ${percent(mean)} % right`
  }
  console.log(`${kind.padEnd(14)} without: ${tell(before)}; with the encoder: ${tell(after)}`)
}

/** A row for each recording: voices found, time (or words) given to the right speaker, diarization errors; then by kind. */
export async function measureSpeakers(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'osler-speakers-'))
  await using stack = new AsyncDisposableStack()
  const engines = await openEngines(readConfig(process.env))
  closeWith(stack, engines)
  const [best = openVoiceFeatures()] = engines.diarizers
  const [before, after]: [Heard[], Heard[]] = [[], []]
  for (const people of await readPeople()) {
    const audio = await decode(people.path, scratch, { minMs: 0, maxMs: 3_600_000 }, signal)
    const { segments } = await detectSpeech(audio, engines.detectors, signal)
    const moments = segments.length > 0 ? await momentsOf(people, segments) : []
    if (moments.length === 0) continue
    const without = await measure(openVoiceFeatures(), people, audio, segments, moments)
    const withEncoder = await measure(best, people, audio, segments, moments)
    before.push(without)
    after.push(withEncoder)
    console.log(
      `${people.kind.padEnd(13)} ${people.id.padEnd(30)} ${people.speakers} |${without.row} |${withEncoder.row}`,
    )
  }
  for (const kind of new Set(before.map(({ kind }) => kind))) {
    const own = (heard: readonly Heard[]) => heard.filter((one) => one.kind === kind)
    printKind(kind, own(before), own(after))
  }
  await rm(scratch, { recursive: true })
}
