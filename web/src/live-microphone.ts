import captureUrl from './capture.worklet.ts?worker&url'
import { openMicrophone } from './microphone.ts'

/** As speech is heard; a browser that cannot gives what its microphone has, and the server takes either. */
const RATE = 16_000

/** A microphone whose samples are told as they come, until it is stopped or taken away. */
export class LiveMicrophone {
  stream: MediaStream
  /** Resolves when nothing more comes. */
  readonly ended: Promise<void>
  readonly #end = Promise.withResolvers<void>()
  readonly #context: AudioContext
  readonly #node: AudioWorkletNode
  #isPaused = false

  /** Throws with a sentence when there is none, or the person or the browser refuses it. */
  static async open(onPiece: (pcm: Int16Array<ArrayBuffer>) => void, rate = RATE): Promise<LiveMicrophone> {
    const stream = await openMicrophone()
    const { context, source } = openContext(stream, rate)
    await context.audioWorklet.addModule(captureUrl)
    const node = new AudioWorkletNode(context, 'capture', {
      numberOfOutputs: 0,
      channelCount: 1,
      channelCountMode: 'explicit',
    })
    source.connect(node)
    return new LiveMicrophone(stream, context, node, onPiece)
  }

  private constructor(
    stream: MediaStream,
    context: AudioContext,
    node: AudioWorkletNode,
    onPiece: (pcm: Int16Array<ArrayBuffer>) => void,
  ) {
    this.stream = stream
    this.#context = context
    this.#node = node
    node.port.onmessage = ({ data }) => this.#isPaused || onPiece(data)
    this.#follow()
    document.addEventListener('visibilitychange', this.#wake)
    this.ended = this.#end.promise.finally(() => {
      document.removeEventListener('visibilitychange', this.#wake)
      for (const track of this.stream.getTracks()) track.stop()
      void context.close()
    })
  }

  get sampleRate(): number {
    return this.#context.sampleRate
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    void this.#context.resume()
  }

  stop(): void {
    this.#end.resolve()
  }

  /** What is unplugged ends the recording; a phone that slept has it opened again when it wakes. */
  #follow(): void {
    this.stream.getAudioTracks()[0]?.addEventListener('ended', () => {
      if (document.visibilityState === 'visible') this.stop()
    })
  }

  readonly #wake = async () => {
    if (document.visibilityState !== 'visible') return
    void this.#context.resume()
    if (this.stream.getAudioTracks()[0]?.readyState !== 'ended') return
    try {
      this.stream = await openMicrophone()
      this.#context.createMediaStreamSource(this.stream).connect(this.#node)
      this.#follow()
    } catch {
      this.stop()
    }
  }
}

/** Firefox connects no microphone to a context of another rate. */
function openContext(
  stream: MediaStream,
  sampleRate: number,
): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const wanted = new AudioContext({ sampleRate })
  try {
    return { context: wanted, source: wanted.createMediaStreamSource(stream) }
  } catch {
    void wanted.close()
    const context = new AudioContext()
    return { context, source: context.createMediaStreamSource(stream) }
  }
}
