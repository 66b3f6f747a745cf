import { type KeptRecording, SEGMENT_SECONDS } from './kept-recording.ts'
import { wantedMicrophone } from './microphones.ts'
import { t } from './texts.ts'
import { messageOf } from './use.ts'

const SECOND_MS = 1000
const LEVEL_MS = 100

/** Throws with a sentence when there is none, or the person or the browser refuses it. */
export async function openMicrophone(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new Error(t('noMicrophone'))
  try {
    return await navigator.mediaDevices.getUserMedia(wantedMicrophone())
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError') throw new Error(t('microphoneRefused'))
    if (name === 'NotFoundError') throw new Error(t('noMicrophone'))
    throw new Error(messageOf(error))
  }
}

/**
 * A recording of the microphone, cut into segments that can be heard each on its own. Every second is kept in the
 * browser as it comes, so that a closed lid or a crash loses nothing.
 */
export class Recording {
  /** So many segments, from the first on, have ended and are kept. */
  wholeSegments = 0
  /** Nothing more will come. */
  isOver = false
  /** Resolves once it was stopped, or the microphone was taken away, and all of it is kept. */
  readonly ended: Promise<void>
  readonly stream: MediaStream
  readonly #end = Promise.withResolvers<void>()
  readonly #kept: Pick<KeptRecording, 'keepSecond'>
  #current: MediaRecorder

  constructor(stream: MediaStream, kept: Pick<KeptRecording, 'keepSecond'>) {
    this.stream = stream
    this.#kept = kept
    this.ended = this.#end.promise.finally(() => {
      this.isOver = true
      for (const track of stream.getTracks()) track.stop()
    })
    this.#current = this.#startSegment(0)
  }

  pause() {
    this.#current.pause()
  }

  resume() {
    this.#current.resume()
  }

  stop() {
    if (this.#current.state !== 'inactive') this.#current.stop()
  }

  #startSegment(number: number): MediaRecorder {
    const recorder = new MediaRecorder(this.stream)
    const keeping: Promise<void>[] = []
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) keeping.push(this.#kept.keepSecond(number, keeping.length, data))
      // The next begins before this one ends, so that no word is lost between them.
      if (recorder !== this.#current || recorder.state !== 'recording' || keeping.length < SEGMENT_SECONDS) return
      this.#current = this.#startSegment(number + 1)
      recorder.stop()
    }
    recorder.onstop = () => {
      const kept = Promise.all(keeping).then(() => {
        this.wholeSegments = number + 1
      })
      if (recorder === this.#current) kept.then(this.#end.resolve, this.#end.reject)
      else kept.catch(() => this.stop())
    }
    recorder.start(SECOND_MS)
    return recorder
  }
}

/** Tells the loudness, 0 to 1, again and again; answers how to stop it. */
export function followLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    onLevel(Math.max(...samples.map(Math.abs)))
  }, LEVEL_MS)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
