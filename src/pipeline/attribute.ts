import type { Word } from '../domain/transcript.ts'
import type { RecognizedStretch } from '../engines/speech/recognizer.ts'

/** The words of one speaker up to a change of speaker or the end of a stretch. */
export interface Turn {
  /** `SPEAKER_01`, when voices could be told apart. */
  speakerLabel?: string
  words: Word[]
}

/** People take turns after about 200 ms (Stivers 2009); a longer gap is where another channel may come in between. */
const TURN_GAP_MS = 300

interface Phrase {
  stretch: RecognizedStretch
  words: Word[]
}

/**
 * Who says which words, in time order. With two channels the one that speaks first is `SPEAKER_01`, or `firstChannel`
 * where that must be the same over several recordings; with one channel the voices are not told apart and turns carry
 * no label. Pure: the order of the stretches does not matter.
 */
export function attribute(stretches: readonly RecognizedStretch[], channels: number, firstChannel?: number): Turn[] {
  const ordered = stretches.toSorted((a, b) => a.startMs - b.startMs || a.channel - b.channel)
  const phrases = ordered.flatMap((stretch) => cutPhrases(stretch)).sort(byStart)
  const first = firstChannel ?? phrases[0]?.stretch.channel
  return joinPhrases(phrases).map(({ stretch, words }) =>
    channels > 1 ? { speakerLabel: stretch.channel === first ? 'SPEAKER_01' : 'SPEAKER_02', words } : { words },
  )
}

function cutPhrases(stretch: RecognizedStretch): Phrase[] {
  const phrases: Phrase[] = []
  let lastEndMs = Number.NEGATIVE_INFINITY
  for (const word of stretch.words) {
    if (word.startMs - lastEndMs >= TURN_GAP_MS) phrases.push({ stretch, words: [] })
    phrases.at(-1)?.words.push(word)
    lastEndMs = word.endMs
  }
  return phrases
}

function byStart(a: Phrase, b: Phrase): number {
  return startOf(a) - startOf(b) || a.stretch.channel - b.stretch.channel
}

function startOf({ words }: Phrase): number {
  return words[0]?.startMs ?? 0
}

function joinPhrases(phrases: readonly Phrase[]): Phrase[] {
  const joined: Phrase[] = []
  for (const { stretch, words } of phrases) {
    const last = joined.at(-1)
    if (last?.stretch === stretch) last.words.push(...words)
    else joined.push({ stretch, words: [...words] })
  }
  return joined
}
