import type { Word } from '../../domain/transcript.ts'
import { labelOf } from '../../domain/voice.ts'
import type { SpeakerTurn } from '../../engines/diarization/diarizer.ts'
import type { RecognizedSegment } from '../../engines/speech/recognizer.ts'

/** The words of one speaker up to a change of speaker. */
export interface Turn {
  /** `SPEAKER_01`, when voices could be told apart. */
  speakerLabel?: string
  words: Word[]
}

/** What is known of who speaks: by channel where there are two, by voice where a diarizer told them apart. */
export interface KnownSpeakers {
  channels: number
  /** The channel of the first speaker, where that must be the same over several recordings; else who speaks first. */
  firstChannel?: number | undefined
  /** Who speaks when, in time order; fewer than two voices tell nothing apart. */
  turns: readonly SpeakerTurn[]
}

/** People take turns after about 200 ms (Stivers 2009); a longer gap is where another channel may come in between. */
const TURN_GAP_MS = 300

interface Phrase extends Turn {
  channel: number
}

/** Whose a word is. */
type Labeler = (segment: RecognizedSegment, word: Word) => string | undefined

/**
 * Who says which words, in time order. With two channels each is a speaker's; with one, the voices that were told apart;
 * else turns carry no label. Pure: the order of the segments does not matter.
 */
export function attribute(segments: readonly RecognizedSegment[], known: KnownSpeakers): Turn[] {
  const ordered = segments.toSorted((a, b) => a.startMs - b.startMs || a.channel - b.channel)
  const labelerFor = known.channels > 1 ? byChannel(ordered, known.firstChannel) : byVoice(known.turns)
  const phrases = ordered.flatMap((segment) => cutPhrases(segment, labelerFor)).sort(byStart)
  return joinPhrases(phrases).map(({ speakerLabel, words }) => ({ ...(speakerLabel && { speakerLabel }), words }))
}

function byChannel(ordered: readonly RecognizedSegment[], firstChannel?: number): Labeler {
  const starts = ordered.flatMap(({ channel, words }) => (words[0] ? [{ channel, startMs: words[0].startMs }] : []))
  const first = firstChannel ?? starts.toSorted((a, b) => a.startMs - b.startMs || a.channel - b.channel)[0]?.channel
  return ({ channel }) => labelOf(channel === first ? 0 : 1)
}

function byVoice(turns: readonly SpeakerTurn[]): Labeler {
  if (new Set(turns.map(({ voice }) => voice)).size < 2) return () => undefined
  return (_, { startMs, endMs }) => labelOf(voiceAt(turns, (startMs + endMs) / 2))
}

/** Whose turn it is; between two turns, that of the nearer one. */
export function voiceAt(turns: readonly SpeakerTurn[], timeMs: number): number {
  let [low, high] = [0, turns.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const border = ((turns[middle] as SpeakerTurn).endMs + (turns[middle + 1] as SpeakerTurn).startMs) / 2
    if (timeMs < border) high = middle
    else low = middle + 1
  }
  return (turns[low] as SpeakerTurn).voice
}

function cutPhrases(segment: RecognizedSegment, labeler: Labeler): Phrase[] {
  const phrases: Phrase[] = []
  let lastEndMs = Number.NEGATIVE_INFINITY
  for (const word of segment.words) {
    const speakerLabel = labeler(segment, word)
    const isSame = phrases.at(-1)?.speakerLabel === speakerLabel
    if (!isSame || word.startMs - lastEndMs >= TURN_GAP_MS) {
      phrases.push({ channel: segment.channel, ...(speakerLabel && { speakerLabel }), words: [] })
    }
    phrases.at(-1)?.words.push(word)
    lastEndMs = word.endMs
  }
  return phrases
}

function byStart(a: Phrase, b: Phrase): number {
  return startOf(a) - startOf(b) || a.channel - b.channel
}

function startOf({ words }: Phrase): number {
  return words[0]?.startMs ?? 0
}

function joinPhrases(phrases: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = []
  for (const phrase of phrases) {
    const last = joined.at(-1)
    if (last?.channel === phrase.channel && last.speakerLabel === phrase.speakerLabel) last.words.push(...phrase.words)
    else joined.push({ ...phrase, words: [...phrase.words] })
  }
  return joined
}
