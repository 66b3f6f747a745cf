import type { KeptRecording, Series } from './kept-recording.ts'
import type { Recording } from './microphone.ts'
import type { sendRecording } from './send-recording.ts'
import { t } from './texts.ts'

/** What a person sees of the recorder. */
export interface RecorderView {
  state: 'idle' | 'recording' | 'paused' | 'sending'
  recording?: Recording
  /** What of the recording has reached the server. */
  sent?: { consultationId: string; segments: number }
  /** What a closed window left behind. */
  keptSeconds?: number | undefined
}

/** What the recorder works with: the browser's own in the page. */
export interface RecorderTools {
  kept: Pick<KeptRecording, 'countSeconds' | 'forgetAll'>
  record(): Promise<Recording>
  send: typeof sendRecording
  /** Runs while no other window records; throws where one does. */
  alone<Value>(action: () => Promise<Value>): Promise<Value>
  /** Tells what went wrong, and resolves all the same. */
  attempt(action: () => Promise<unknown>): Promise<unknown>
  say(sentence: string): void
  /** The page that is shown, and how to go to another. */
  page: { read(): string; open(hash: string): void }
  onView(view: RecorderView): void
  /** The server has more of a recording. */
  onSent(): void
}

const always = () => true
const ALL = () => Number.POSITIVE_INFINITY

/** Records, sends while it records, and opens what came of it; what could not be sent is kept and offered. */
export class Recorder {
  #view: RecorderView = { state: 'idle' }
  /** The page on which the person asked for the result. */
  #askedOn: string | undefined
  readonly #tools: RecorderTools

  constructor(tools: RecorderTools) {
    this.#tools = tools
  }

  async readKept(): Promise<void> {
    this.#show({ keptSeconds: await this.#tools.kept.countSeconds() })
  }

  record(): Promise<void> {
    return this.#run(async () => {
      // A window that was closed since this page came has left something: it is offered first.
      if ((await this.#tools.kept.countSeconds()) !== undefined) return
      this.#askedOn = undefined
      const recording = await this.#tools.record()
      this.#show({ recording, state: 'recording' })
      const ended = recording.ended.finally(() => this.#show({ state: 'sending' }))
      const send = () =>
        this.#send(
          () => recording.wholeSegments,
          () => recording.isOver,
        )
      // What hinders the sending does not end the recording.
      await Promise.all([ended, this.#tools.attempt(send)])
    })
  }

  pause(): void {
    this.#view.recording?.pause()
    this.#show({ state: 'paused' })
  }

  goOn(): void {
    this.#view.recording?.resume()
    this.#show({ state: 'recording' })
  }

  /** Ends the recording; its result is opened when it is there, unless the person goes elsewhere. */
  stop(): void {
    this.#askedOn = this.#tools.page.read()
    this.leave()
  }

  /** Ends the recording and opens nothing. */
  leave(): void {
    this.#view.recording?.stop()
  }

  sendKept(): Promise<void> {
    return this.#run(async () => {
      this.#askedOn = this.#tools.page.read()
      this.#show({ state: 'sending' })
      await this.#send(ALL, always)
    })
  }

  discard(): Promise<void> {
    return this.#run(() => this.#tools.kept.forgetAll())
  }

  #show(changes: Partial<RecorderView>): void {
    this.#view = { ...this.#view, ...changes }
    this.#tools.onView(this.#view)
  }

  /** Alone in this browser; whatever comes in between, what is left is offered. */
  async #run(action: () => Promise<unknown>): Promise<void> {
    const { attempt, alone } = this.#tools
    await attempt(() => alone(() => action().finally(() => this.readKept())))
    this.#show({ state: 'idle' })
  }

  async #send(countWhole: () => number, isOver: () => boolean): Promise<void> {
    const { send, say, page, onSent } = this.#tools
    let segments = 0
    const takeSent = ({ consultationId }: Series) => {
      segments++
      this.#show({ sent: { consultationId, segments } })
      onSent()
    }
    const series = await send(countWhole, isOver, takeSent, (sentence) => say(sentence && t('triedAgain', sentence)))
    onSent()
    // Not for whoever went elsewhere meanwhile.
    if (series && this.#askedOn === page.read()) page.open(`#/consultations/${series.consultationId}`)
  }
}
