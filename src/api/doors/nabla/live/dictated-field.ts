import { fitDictation } from '../../../../domain/dictation/fit-dictation.ts'
import { type Dictated, readDictation } from '../../../../domain/dictation/read-dictation.ts'
import type { LanguageTag } from '../../../../domain/language.ts'
import { formatPlain, type Item } from '../../../../domain/transcript.ts'
import type { Dictation } from './dialect.ts'

/** What one utterance added to the field. */
interface Added {
  id: string
  text: string
}

/** A field into which somebody dictates: what stands in it, utterance by utterance. */
export class DictatedField {
  readonly #dictation: Dictation
  readonly #language: LanguageTag
  readonly #added: Added[] = []

  constructor(dictation: Dictation, language: LanguageTag) {
    this.#dictation = dictation
    this.#language = language
  }

  /** What a text would add that is not final. */
  preview(text: string): string {
    return this.#fit(text).text
  }

  /** Adds an utterance: its text, and what it takes back of those before, the last first. */
  add(id: string, items: readonly Item[]): { text: string; takenBack: Added[] } {
    // A word in whose place a name was written keeps its capital.
    const names = new Set(items.flatMap(({ words }) => words.flatMap(({ heard, text }) => (heard ? [text] : []))))
    const { text, undone } = this.#fit(formatPlain(items), names)
    const takenBack = this.#takeBack(undone)
    // What is before may be another text now.
    const again = takenBack.length > 0 ? this.#fit(formatPlain(items), names).text : text
    if (again !== '') this.#added.push({ id, text: again })
    return { text: again, takenBack }
  }

  /** The space that is wanted before what stands behind the text. */
  end(): string {
    const { behind } = this.#dictation
    return this.#added.length > 0 && /^[\p{L}\p{N}(]/u.test(behind) && /\S$/.test(this.#text) ? ' ' : ''
  }

  get #text(): string {
    return this.#dictation.before + this.#added.map(({ text }) => text).join('')
  }

  #fit(text: string, names: ReadonlySet<string> = new Set()) {
    const { punctuation, isCorrected } = this.#dictation
    const read = readDictation(text, this.#language, punctuation)
    return fitDictation(isCorrected ? read : keepCommand(read), this.#text, (word) => names.has(word))
  }

  #takeBack(count: number): Added[] {
    if (!this.#dictation.isCorrected || count === 0) return []
    return this.#added.splice(-count).reverse()
  }
}

/** Who cannot take back what was added sees that it was asked for. */
function keepCommand([first, ...others]: Dictated[]): Dictated[] {
  if (first === undefined) return []
  return [first.type === 'undo' ? { type: 'word', text: first.text, beginsSentence: false } : first, ...others]
}
