import type { LiveChange } from '../../../../domain/live.ts'

type Heard = Extract<LiveChange, { type: 'partial' | 'final' }>

/** All that was said in a stream, as far as it is heard. */
export class TextSoFar {
  /** By the utterance's id. */
  readonly #heard = new Map<string, Heard>()

  hear(heard: Heard): void {
    this.#heard.set(heard.id, heard)
  }

  toString(): string {
    const inOrder = [...this.#heard.values()].sort((a, b) => a.startMs - b.startMs)
    return inOrder.flatMap(textsOf).join(' ')
  }
}

const textsOf = (heard: Heard) => (heard.type === 'final' ? heard.items : heard.words).map(({ text }) => text)
