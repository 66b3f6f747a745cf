import { t } from './texts.ts'

/** What is to be sent. */
export interface Take {
  /** Sends it until it is over; answers the consultation that it became, where there is one. */
  send(onSent: (sent: Sent) => void, onTrouble: (sentence: string) => void): Promise<string | undefined>
}

/** What the microphone hears, until it is stopped or taken away. */
export interface OpenTake extends Take {
  readonly stream: MediaStream
  /** Resolves when nothing more comes and all of it is kept. */
  readonly ended: Promise<void>
  pause(): void
  resume(): void
  stop(): void
}

/** One of two ways to record: heard while somebody speaks, or later. */
export interface Way {
  readonly name: 'live' | 'later'
  /** Opens the microphone; where something was kept that may be gone on with, it follows that. */
  record(): Promise<OpenTake>
  /** What a closed window left. */
  readKept(): Promise<Take>
  /** How much was not sent yet; undefined when nothing is left to do. */
  countSeconds(): Promise<number | undefined>
  forgetAll(): Promise<void>
}

/** What of the recording has reached the server. */
interface Sent {
  consultationId: string
  savedMs?: number
  heardMs?: number
  pausesMs?: readonly number[]
}

/** What a person sees of the recorder. */
export interface RecorderView {
  state: 'idle' | 'recording' | 'paused' | 'sending'
  way?: Way['name']
  take?: OpenTake
  sent?: Sent | undefined
  /** What a closed window left behind. */
  kept?: { way: Way['name']; seconds: number } | undefined
}

/** What the recorder works with: the browser's own in the page. */
export interface RecorderTools {
  ways: readonly Way[]
  /** The way that the person wishes, as far as the server has a place. */
  choose(): Promise<Way>
  /** Runs while no other window records; throws where one does. */
  alone<Value>(action: () => Promise<Value>): Promise<Value>
  /** Tells what went wrong, and resolves all the same. */
  attempt(action: () => Promise<unknown>): Promise<unknown>
  say(sentence: string): void
  /** The page that is shown, and how to go to another. */
  page: { read(): string; open(hash: string): void }
  onView(view: RecorderView): void
  /** The server has a consultation more, or all of one. */
  onSent(): void
}

/** Records, sends while it records, and shows what comes of it; what could not be sent is kept and offered. */
export class Recorder {
  #view: RecorderView = { state: 'idle' }
  /** The page on which the person began, and on which they asked for the result. */
  #begunOn: string | undefined
  #askedOn: string | undefined
  readonly #tools: RecorderTools

  constructor(tools: RecorderTools) {
    this.#tools = tools
  }

  async readKept(): Promise<void> {
    const kept = await this.#findKept()
    this.#show({ kept: kept && { way: kept.way.name, seconds: kept.seconds } })
  }

  record(): Promise<void> {
    return this.#run(async () => {
      // A window that was closed since this page came has left something: it is offered first.
      if (await this.#findKept()) return
      await this.#recordBy(await this.#tools.choose())
    })
  }

  /** Records on, behind what a closed window left. */
  goOnKept(): Promise<void> {
    return this.#run(async () => {
      const kept = await this.#findKept()
      if (kept) await this.#recordBy(kept.way)
    })
  }

  pause(): void {
    this.#view.take?.pause()
    this.#show({ state: 'paused' })
  }

  goOn(): void {
    this.#view.take?.resume()
    this.#show({ state: 'recording' })
  }

  /** Ends the recording; its result is opened when it is there, unless the person goes elsewhere. */
  stop(): void {
    this.#askedOn = this.#tools.page.read()
    this.leave()
  }

  /** Ends the recording and opens nothing. */
  leave(): void {
    this.#view.take?.stop()
  }

  sendKept(): Promise<void> {
    return this.#run(async () => {
      const kept = await this.#findKept()
      if (!kept) return
      this.#begunOn = undefined
      this.#askedOn = this.#tools.page.read()
      this.#show({ state: 'sending', sent: undefined })
      await this.#send(await kept.way.readKept())
    })
  }

  discard(): Promise<void> {
    return this.#run(async () => (await this.#findKept())?.way.forgetAll())
  }

  #show(changes: Partial<RecorderView>): void {
    this.#view = { ...this.#view, ...changes }
    this.#tools.onView(this.#view)
  }

  async #findKept(): Promise<{ way: Way; seconds: number } | undefined> {
    for (const way of this.#tools.ways) {
      const seconds = await way.countSeconds()
      if (seconds !== undefined) return { way, seconds }
    }
    return undefined
  }

  /** Alone in this browser; whatever comes in between, what is left is offered. */
  async #run(action: () => Promise<unknown>): Promise<void> {
    const { attempt, alone } = this.#tools
    await attempt(() => alone(() => action().finally(() => this.readKept())))
    this.#show({ state: 'idle' })
  }

  async #recordBy(way: Way): Promise<void> {
    this.#begunOn = this.#tools.page.read()
    this.#askedOn = undefined
    const take = await way.record()
    this.#show({ take, way: way.name, state: 'recording', kept: undefined, sent: undefined })
    const ended = take.ended.finally(() => this.#show({ state: 'sending' }))
    // What hinders the sending does not end the recording.
    await Promise.all([ended, this.#tools.attempt(() => this.#send(take))])
  }

  async #send(take: Take): Promise<void> {
    const { say, page, onSent } = this.#tools
    const open = (id: string) => page.open(`#/consultations/${id}`)
    const takeSent = (sent: Sent) => {
      const isNew = this.#view.sent?.consultationId !== sent.consultationId
      this.#show({ sent })
      if (!isNew) return
      onSent()
      // Not for whoever went elsewhere meanwhile.
      if (this.#begunOn === page.read()) open(sent.consultationId)
    }
    const id = await take.send(takeSent, (sentence) => say(sentence && t('triedAgain', sentence)))
    onSent()
    if (id && this.#askedOn === page.read()) open(id)
  }
}
