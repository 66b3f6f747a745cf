import { openChannels } from '../../../audio/resample.ts'
import { BYTES_PER_MS } from '../../../domain/audio.ts'
import type { Job } from '../../../domain/job.ts'
import { bytesPerMs, type LiveChange, type LivePace } from '../../../domain/live.ts'
import { type Item, shiftTimes } from '../../../domain/transcript.ts'
import type {
  HearBetter,
  OpenStream,
  RecognizedSegment,
  RecognizerStream,
  StreamChange,
} from '../../../engines/speech/recognizer.ts'
import type { HeldRecording } from '../../../store/live.ts'
import {
  appendHeard,
  betterHeard,
  type HeardUtterance,
  type HearingTools,
  type LivePlace,
  reserveItem,
} from './append-heard.ts'

/** What hears while somebody speaks. */
export interface LiveEngine extends LivePace {
  openStream: OpenStream
  isPunctuated: boolean
}

/** Who is further behind than this hears no more: the text comes when the whole is heard. */
const MOST_BEHIND_MS = 300_000

/** Text from a sound that goes on, a stream a channel. It may fall behind, and holds up nobody who brings sound. */
export class LiveHearing {
  readonly #tools: HearingTools
  readonly #place: LivePlace
  readonly #job: Job
  readonly #isPunctuated: boolean
  readonly #tell: (change: LiveChange) => void
  readonly #streams: RecognizerStream[]
  readonly #split: (pcm: Buffer) => Buffer[]
  readonly #ids = new Map<string, string>()
  /** Where the sound begins that is heard here: a recording may have been gone on with. */
  readonly #offsetMs: number
  readonly #bytesPerMs: number
  #takenBytes = 0
  /** Bytes of a sample whose other half came before. */
  #skip: number
  #behindBytes = 0
  #isUnheard = false
  readonly #stop = new AbortController()

  constructor(
    tools: HearingTools,
    { recordingId, holder, sound, position }: HeldRecording,
    job: Job,
    { openStream, isPunctuated, pauseMs, isHurried = false }: LiveEngine,
    scratch: string,
    tell: (change: LiveChange) => void,
  ) {
    this.#tools = tools
    this.#place = { ...job, recordingId, holder, channels: sound.channels }
    this.#job = job
    this.#isPunctuated = isPunctuated
    this.#tell = tell
    this.#split = openChannels(sound)
    this.#offsetMs = Math.floor(position / bytesPerMs(sound))
    this.#bytesPerMs = bytesPerMs(sound)
    this.#skip = -position & (2 * sound.channels - 1)
    this.#streams = Array.from({ length: sound.channels }, (_, channel) =>
      openStream(
        { ...this.#options, ...(pauseMs && { pauseMs }), isHurried, scratch },
        (change) => this.#hear(channel, change),
        this.#stop.signal,
      ),
    )
  }

  get #options() {
    const { language, hearing } = this.#job
    return { language, vocabulary: hearing?.vocabulary ?? [] }
  }

  add(pcm: Buffer): void {
    this.#takenBytes += pcm.length
    if (this.#behindBytes > MOST_BEHIND_MS * BYTES_PER_MS) this.#giveUp()
    if (this.#isUnheard) return
    const sounds = this.#split(pcm.subarray(this.#skip))
    this.#skip = Math.max(0, this.#skip - pcm.length)
    for (const [channel, sound] of sounds.entries()) {
      this.#behindBytes += sound.length
      this.#streams[channel]?.write(sound).then(
        () => (this.#behindBytes -= sound.length),
        () => this.#giveUp(),
      )
    }
  }

  /** Resolves when all that was added is final, as far as it is heard at all. */
  async flush(): Promise<void> {
    if (!this.#isUnheard) await Promise.all(this.#streams.map((stream) => stream.flush())).catch(() => this.#giveUp())
  }

  /** What is being heard is not told any more. */
  close(): void {
    this.#isUnheard = true
    this.#stop.abort()
  }

  #giveUp(): void {
    if (!this.#isUnheard) this.#tell({ type: 'unheard' })
    this.close()
  }

  async #hear(channel: number, change: StreamChange): Promise<void> {
    const key = `${channel} ${change.utterance}`
    if (change.type === 'begun') this.#ids.set(key, await reserveItem(this.#tools.db, this.#place))
    const own = { id: this.#ids.get(key) ?? '', channel }
    const startMs = this.#offsetMs + ('segment' in change ? change.segment.startMs : change.startMs)
    if (change.type === 'begun') return this.#tell({ type: 'begun', ...own, startMs })
    const times = { startMs, endMs: this.#offsetMs + ('segment' in change ? change.segment.endMs : change.endMs) }
    if (change.type === 'ended') return this.#tell({ type: 'ended', ...own, ...times })
    if (change.type === 'partial') {
      const words = change.words.map((word) => shiftTimes(word, this.#offsetMs))
      return this.#tell({ type: 'partial', ...own, ...times, words, stable: change.stable })
    }
    this.#ids.delete(key)
    const items = await appendHeard(this.#tools, this.#place, this.#heard(channel, change.segment), own.id)
    const takenMs = this.#offsetMs + this.#takenBytes / this.#bytesPerMs
    this.#tools.observe.behind((takenMs - times.endMs) / 1000)
    this.#tell({ type: 'final', ...own, ...times, items })
    // Nobody waits for it, and the end hears all of it once more.
    if (change.hearBetter) this.#better(channel, change.hearBetter, items).catch(() => {})
  }

  async #better(channel: number, hear: HearBetter, items: Item[]): Promise<void> {
    const segment = await hear()
    if (segment === undefined) return
    const change = await betterHeard(this.#tools, this.#place, this.#heard(channel, segment), items)
    if (change.items.length > 0 || change.gone.length > 0) this.#tell({ type: 'bettered', ...change })
  }

  /** In the time of the recording. */
  #heard(channel: number, { startMs, endMs, words, language = this.#job.language }: RecognizedSegment): HeardUtterance {
    const own = { startMs: this.#offsetMs + startMs, endMs: this.#offsetMs + endMs }
    const segment = { ...own, channel, words: words.map((word) => shiftTimes(word, this.#offsetMs)), language }
    return { segment, options: this.#options, isPunctuated: this.#isPunctuated }
  }
}
