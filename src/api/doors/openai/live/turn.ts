import type { LiveChange } from '../../../../domain/live.ts'
import { formatPlain, printedWords, type Word } from '../../../../domain/transcript.ts'
import { idOf } from './format-session.ts'
import { GrowingText } from './growing-text.ts'

type Heard = Extract<LiveChange, { type: 'partial' | 'final' }>

/** What is said up to a silence, or up to the client's `commit`: one item of the conversation. */
export class Turn {
  readonly itemId = idOf('item')
  /** Ended by silence; else by the client alone. */
  readonly isDetected: boolean
  readonly startMs: number
  endMs = Number.POSITIVE_INFINITY
  /** The client wants to hear no more of it. */
  isDropped = false
  #isTold = false
  readonly #told = new Map<string, GrowingText>()
  readonly #finals = new Map<string, Extract<LiveChange, { type: 'final' }>>()

  constructor(isDetected: boolean, startMs: number) {
    this.isDetected = isDetected
    this.startMs = startMs
  }

  /** What an utterance of it says now; answers what may be added to what was told. */
  hear(heard: Heard): string {
    if (heard.type === 'final') this.#finals.set(heard.id, heard)
    const told = this.#told.get(heard.id) ?? new GrowingText()
    this.#told.set(heard.id, told)
    const added = told.grow(heard.type === 'final' ? this.#wordsOf(heard.id) : stableOf(heard)).join(' ')
    const delta = added && this.#isTold ? ` ${added}` : added
    this.#isTold ||= added !== ''
    return delta
  }

  get transcript(): string {
    return formatPlain([...this.#finals.values()].flatMap(({ items }) => items))
  }

  /** Those of the transcript, with their confidence. */
  get words(): Word[] {
    return [...this.#finals.values()].flatMap(({ items }) => items.flatMap(printedWords))
  }

  #wordsOf(id: string): string[] {
    const text = formatPlain(this.#finals.get(id)?.items ?? [])
    return text === '' ? [] : text.split(' ')
  }
}

const stableOf = ({ words, stable }: Extract<LiveChange, { type: 'partial' }>) =>
  words.slice(0, stable).map(({ text }) => text)
