import { z } from 'zod'
import type { SpeechSegment } from '../../../domain/audio.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { LanguageTag } from '../../../domain/language.ts'
import type { Word } from '../../../domain/transcript.ts'
import { spreadWords } from '../spread-words.ts'
import { codeOf, isOtherLanguage } from './language-names.ts'

const Seconds = z.number().nonnegative()
const SpokenWord = z.object({ word: z.string(), start: Seconds, end: Seconds, probability: z.number().optional() })
const Segment = z.object({
  text: z.string(),
  start: Seconds,
  end: Seconds,
  avg_logprob: z.number().optional(),
  words: z.array(SpokenWord).nullish(),
})
/** What servers answer to `verbose_json`, more or less of it; `json` is the text alone. */
const Answer = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z.array(Segment).nullish(),
  words: z.array(SpokenWord).nullish(),
})
type Answer = z.infer<typeof Answer>

/** A text with its times within the segment, in seconds. */
interface Timed {
  text: string
  start: number
  end: number
  confidence?: number | undefined
}

/**
 * The words of a transcription's answer in the recording's time, with the marks of its text. Where it has no words its
 * segments, or the whole text, are spread over their time by the length of each word. Throws `engine_refused` when the
 * answer is no transcription or in another language than was asked for.
 */
export function readAnswer(body: unknown, { startMs, endMs }: SpeechSegment, language: LanguageTag): Word[] {
  const { data: answer } = Answer.safeParse(body)
  if (!answer) throw refused('answered, but not with a transcription in the form of OpenAI')
  if (isOtherLanguage(answer.language ?? '', language)) throw refused('heard another language than was asked for')
  const seconds = (endMs - startMs) / 1000
  return timedWords(answer, seconds)
    .filter(({ text, start }) => text !== '' && start < seconds)
    .map(({ text, start, end, confidence }) => {
      const fromMs = startMs + Math.round(start * 1000)
      const toMs = Math.min(endMs, Math.max(fromMs + 1, startMs + Math.round(end * 1000)))
      return { text, startMs: fromMs, endMs: toMs, ...(confidence !== undefined && { confidence }) }
    })
    .sort((a, b) => a.startMs - b.startMs)
}

/** The language that the answer names. */
export const readToldLanguage = (body: unknown): LanguageTag | undefined =>
  codeOf(Answer.safeParse(body).data?.language ?? '')

function timedWords({ text, words, segments }: Answer, seconds: number): Timed[] {
  const apart = segments?.flatMap((segment) => segment.words ?? []) ?? []
  const said = words?.length ? words : apart
  if (said.length > 0) return withMarks(text, said.map(readWord))
  if (segments?.length) return segments.flatMap(spread)
  return spread({ text, start: 0, end: seconds })
}

const readWord = ({ word, start, end, probability }: z.infer<typeof SpokenWord>): Timed => ({
  ...{ text: word.trim(), start, end, confidence: probability },
})

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Words come bare; where the text has the same in a row, it gives their capitals and marks. */
function withMarks(text: string, words: readonly Timed[]): Timed[] {
  const printed = text.split(/\s+/).filter((word) => plain(word) !== '')
  const isSame =
    printed.length === words.length && printed.every((word, at) => plain(word) === plain(words[at]?.text ?? ''))
  return isSame ? words.map((word, at) => ({ ...word, text: printed[at] ?? '' })) : [...words]
}

function spread({ text, start, end, avg_logprob }: Omit<z.infer<typeof Segment>, 'words'>): Timed[] {
  const confidence = avg_logprob && Math.min(1, Math.exp(avg_logprob))
  return spreadWords(text, start * 1000, end * 1000).map((word) => ({
    ...{ text: word.text, start: word.startMs / 1000, end: word.endMs / 1000, confidence },
  }))
}

const refused = (what: string) => new OslerError('engine_refused', `The speech server ${what}.`)
