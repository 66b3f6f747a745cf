import type { LiveChange } from '../../../../domain/live.ts'
import { type FormattedWord, formatItemWords, formatWord } from '../format-words.ts'

type Heard = Extract<LiveChange, { type: 'partial' | 'final' }>

/** What was told of a channel so far. */
export class Channel {
  readonly #manner: { punctuate: boolean; speaker: number | undefined }
  /** Up to here all is told as final. */
  toldMs = 0
  /** Utterances that somebody says or that are not told yet. */
  readonly #open = new Set<string>()
  /** Where the last word ends behind which a gap may be told. */
  #lastWordEndMs: number | undefined

  /** @param speaker who speaks where each has a channel of their own */
  constructor(punctuate: boolean, speaker: number | undefined) {
    this.#manner = { punctuate, speaker }
  }

  begin(id: string): void {
    this.#open.add(id)
  }

  wordsOf(heard: Heard): FormattedWord[] {
    if (heard.type === 'partial') return heard.words.flatMap((word) => formatWord(word, this.#manner))
    return heard.items.flatMap((item) => formatItemWords(item, this.#manner))
  }

  /** An utterance is told as final. */
  end({ id, endMs }: Heard, words: readonly FormattedWord[]): void {
    this.#open.delete(id)
    this.toldMs = Math.max(this.toldMs, endMs)
    const last = words.at(-1)
    if (last) this.#lastWordEndMs = last.end * 1000
  }

  /** Where the last word ends, once: where a gap of `gapMs` is behind it. */
  takeGap(atMs: number, gapMs: number): number | undefined {
    const endMs = this.#lastWordEndMs
    if (endMs === undefined || this.#open.size > 0 || atMs - endMs < gapMs) return undefined
    this.#lastWordEndMs = undefined
    return endMs
  }
}
