import { cleanAudio } from '../../audio/clean.ts'
import { decode } from '../../audio/decode.ts'
import { judgeAccuracy } from '../../domain/accuracy.ts'
import type { CodeRelease } from '../../domain/code-release.ts'
import { NO_OVERLAP, type Overlap } from '../../domain/consultation.ts'
import type { LanguageTag } from '../../domain/language.ts'
import type { Note } from '../../domain/note.ts'
import type { DurationLimits, HearingOptions, NoteOptions } from '../../domain/submission.ts'
import { shiftItems, type Transcript } from '../../domain/transcript.ts'
import { labelOf } from '../../domain/voice.ts'
import type { Warning } from '../../domain/warnings.ts'
import type { Diarizer } from '../../engines/diarization/diarizer.ts'
import type { NoteWriter } from '../../engines/notes/note-writer.ts'
import type { Recognizer } from '../../engines/speech/recognizer.ts'
import type { VoiceActivityDetector } from '../../engines/voice-activity/detector.ts'
import { type Prove, writeNotes } from '../documents/write-notes.ts'
import { attribute } from './attribute.ts'
import { compose } from './compose.ts'
import type { CorrectNames } from './correct-names.ts'
import { detectLanguage } from './detect-language.ts'
import { detectSpeech } from './detect-speech.ts'
import { diarize } from './diarize.ts'
import { dropLowConfidence } from './drop-low-confidence.ts'
import { joinNeighbors, type Neighbors } from './join-neighbors.ts'
import { nameSpeakers } from './name-speakers.ts'
import { recognize, type SegmentCheckpoint } from './recognize.ts'
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
  kinds: readonly string[]
  noteOptions?: NoteOptions
  limits: DurationLimits & { minWords?: number }
  codes?: CodeRelease | undefined
}

export interface ChosenEngines {
  recognizer: Recognizer
  diarizers: readonly Diarizer[]
  /** Best first. */
  detectors: readonly VoiceActivityDetector[]
  writers: readonly NoteWriter[]
  correctNames: CorrectNames
  /** Where the proof is to be made elsewhere than in this thread. */
  prove?: Prove
}

/** What outlives a run that dies: the database, or the memory of `osler listen`. */
export interface Checkpoint extends SegmentCheckpoint {
  decoded(durationMs: number): Promise<void>
  /** Told as each step ends, for metrics. */
  step(name: string, seconds: number): void
}

export interface Result {
  transcript: Transcript
  notes: Note[]
  overlap: Overlap
  /** Whether the engine wrote capitals and marks. */
  isPunctuated: boolean
}

/** The pipeline: a recording in, a transcript and notes out. Each step takes the result of the one before. */
export async function run(
  work: Work,
  engines: ChosenEngines,
  checkpoint: Checkpoint,
  signal: AbortSignal,
): Promise<Result> {
  const { recognizer, diarizers, writers } = engines
  const { neighbors, hearing = {} } = work
  const options = { language: work.language, vocabulary: hearing.vocabulary ?? [] }
  const timed = timeSteps(checkpoint)

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
      ...understood.warnings,
      ...told.warnings,
    ],
  })
  if (transcript.items.length === 0) transcript.warnings.push(NO_SPEECH)
  const notes = await timed('write_notes', writeNotes(transcript, work, writers, signal, engines.prove))
  return { transcript, notes, overlap, isPunctuated }
}

const NO_SPEECH: Warning = { code: 'no_speech', message: 'No speech was found in the recording.' }

function timeSteps(checkpoint: Checkpoint) {
  return async <Value>(name: string, step: Promise<Value>): Promise<Value> => {
    const startedMs = performance.now()
    try {
      return await step
    } finally {
      checkpoint.step(name, (performance.now() - startedMs) / 1000)
    }
  }
}
