import type { Visit } from '../../src/domain/visit.ts'
import type { Following } from './send-file.ts'

/** A file on its way. */
export interface Sending {
  id: number
  name: string
  file: File
  /** Whose it is, where that was told. */
  visit: Visit
  /** 0 to 1. */
  share: number
  stop: AbortController
  /** What holds it up; it goes on by itself. */
  trouble?: string
  /** What went wrong: it can be sent again. */
  error?: string
}

/** Sends files one after the other; what is refused stays, and can be sent again or put away. */
export class UploadQueue {
  #sendings: readonly Sending[] = []
  #count = 0
  readonly #send: (file: File, visit: Visit, following: Following) => Promise<void>
  readonly #onChange: (sendings: readonly Sending[]) => void
  readonly #onSent: (name: string) => void

  constructor(
    send: (file: File, visit: Visit, following: Following) => Promise<void>,
    onChange: (sendings: readonly Sending[]) => void,
    onSent: (name: string) => void,
  ) {
    this.#send = send
    this.#onChange = onChange
    this.#onSent = onSent
  }

  async add(files: Iterable<File>, visit: Visit = {}): Promise<void> {
    const added = [...files].map((file) => ({
      id: this.#count++,
      name: file.name,
      file,
      visit,
      share: 0,
      stop: new AbortController(),
    }))
    this.#set([...this.#sendings, ...added])
    for (const sending of added) await this.start(sending)
  }

  /** Sends one, or sends it again; what it throws stands at it. */
  async start({ id, file, visit, name, stop: { signal } }: Sending): Promise<void> {
    this.#change(id, { error: '' })
    try {
      await this.#send(file, visit, {
        signal,
        onShare: (share) => this.#change(id, { share, trouble: '' }),
        onTrouble: (trouble) => this.#change(id, { trouble }),
      })
      this.#remove(id)
      this.#onSent(name)
    } catch (error) {
      this.#change(id, { error: (error as Error).message })
    }
  }

  discard({ id, stop }: Sending): void {
    stop.abort()
    this.#remove(id)
  }

  #change(id: number, changes: Partial<Sending>): void {
    this.#set(this.#sendings.map((sending) => (sending.id === id ? { ...sending, ...changes } : sending)))
  }

  #remove(id: number): void {
    this.#set(this.#sendings.filter((sending) => sending.id !== id))
  }

  #set(sendings: readonly Sending[]): void {
    this.#sendings = sendings
    this.#onChange(sendings)
  }
}
