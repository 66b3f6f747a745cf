import { cleanAudio } from '../../audio/clean.ts'
import { decode } from '../../audio/decode.ts'
import { judgeAccuracy } from '../../domain/accuracy.ts'
import { NO_OVERLAP, type Overlap } from '../../domain/consultation.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { DurationLimits, HearingOptions } from '../../domain/submission.ts'
import { shiftItems, type Transcript } from '../../domain/transcript.ts'
import { labelOf } from '../../domain/voice.ts'
import { shiftWarning } from '../../domain/warning-places.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { Diarizer } from '../../engines/diarization/diarizer.ts'
import type { CorrectNames, Recognizer } from '../../engines/speech/recognizer.ts'
import type { VoiceActivityDetector } from '../../engines/voice-activity/detector.ts'
import { attribute } from './attribute.ts'
import { compose } from './compose.ts'
import { detectLanguage } from './detect-language.ts'
import { detectSpeech } from './detect-speech.ts'
import { diarize } from './diarize.ts'
import { dropLowConfidence } from './drop-low-confidence.ts'
import { joinNeighbors, type Neighbors } from './join-neighbors.ts'
import { nameSpeakers } from './name-speakers.ts'
import { recognize, type SegmentCheckpoint } from './recognize.ts'
import { timeSteps } from './time-steps.ts'
import { warnUnsupported } from './warn-unsupported.ts'

/** One recording to be worked on. */
export interface Work {
  /** The recording as it came, on this machine. */
  file: string
  /** The chunks before and behind it, where it is one of a series. */
  neighbors?: Neighbors
  /** A folder of this run alone, emptied by whoever made it. */
  scratch: string
  language: LanguageTag
  hearing?: HearingOptions
  limits: DurationLimits
}

export interface ChosenEngines {
  recognizer: Recognizer
  diarizers: readonly Diarizer[]
  /** Best first. */
  detectors: readonly VoiceActivityDetector[]
  correctNames: CorrectNames
}

/** What outlives a run that dies: the database, or the memory of `osler listen`. */
export interface Checkpoint extends SegmentCheckpoint {
  decoded(durationMs: number): Promise<void>
  /** Told as each step ends, for metrics. */
  step(name: string, seconds: number): void
}

export interface Result {
  transcript: Transcript
  overlap: Overlap
  /** Whether the engine wrote capitals and marks. */
  isPunctuated: boolean
}

/** The pipeline: a recording in, a transcript out. Each step takes the result of the one before. */
export async function run(
  work: Work,
  engines: ChosenEngines,
  checkpoint: Checkpoint,
  signal: AbortSignal,
): Promise<Result> {
  const { recognizer, diarizers } = engines
  const { neighbors, hearing = {} } = work
  const options = { language: work.language, vocabulary: hearing.vocabulary ?? [] }
  const timed = timeSteps(checkpoint.step)

  const own = await timed('decode', decode(work.file, work.scratch, work.limits, signal))
  await checkpoint.decoded(own.durationMs)
  const {
    audio: joined,
    overlap,
    ...heard
  } = neighbors
    ? await joinNeighbors(own, neighbors, work.scratch, signal)
    : { audio: own, overlap: NO_OVERLAP, warnings: [] }
  const { audio, warnings } = await timed('mend_sound', cleanAudio(joined, signal))
  const speech = await timed('find_speech', detectSpeech(audio, engines.detectors, signal))
  const { segments } = speech
  const [split, recognized] = await Promise.all([
    timed('split_speakers', diarize(diarizers, audio, segments, hearing.speakers, signal)),
    timed('recognize', recognize(recognizer, audio, segments, options, checkpoint, signal)),
  ])
  const understood = dropLowConfidence(recognized)
  const { language, ...told } = detectLanguage(work.language, understood.heard, recognizer)
  const corrected = await engines.correctNames(understood.heard, { ...options, language })
  const turns = attribute(corrected, {
    channels: audio.channels.length,
    firstChannel: neighbors && 0,
    turns: split.turns,
  })
  const isPunctuated = recognizer.capabilities.punctuation
  const items = shiftItems(compose(turns, { language, isPunctuated }), -overlap.beforeMs)
  const transcript: Transcript = judgeAccuracy({
    language,
    durationMs: own.durationMs,
    items: nameSpeakers(items),
    engine: recognizer.name,
    model: recognizer.model,
    voices: split.voices.map((voice, at) => ({ label: labelOf(at), ...voice })),
    warnings: [
      ...heard.warnings,
      ...warnings,
      ...speech.warnings,
      ...warnUnsupported(recognizer.capabilities, { ...options, language }),
      ...split.warnings,
      ...[...understood.warnings, ...told.warnings].map((warning) => shiftWarning(warning, -overlap.beforeMs)),
    ],
  })
  if (transcript.items.length === 0) transcript.warnings.push(NO_SPEECH)
  return { transcript, overlap, isPunctuated }
}

const NO_SPEECH: Warning = { code: 'no_speech', message: 'No speech was found in the recording.' }
