// Runs beside the page, in the browser's own thread for sound, which knows these.
declare const sampleRate: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void

const PIECES_A_SECOND = 5
const LOUDEST = 0x7fff

/** Gives what it hears as 16-bit samples, a fifth of a second at a time. */
class Capture extends AudioWorkletProcessor {
  readonly #piece = new Int16Array(sampleRate / PIECES_A_SECOND)
  #filled = 0

  process([[samples = new Float32Array()] = []]: Float32Array[][]): boolean {
    for (const sample of samples) {
      this.#piece[this.#filled++] = Math.round(Math.max(-1, Math.min(1, sample)) * LOUDEST)
      if (this.#filled < this.#piece.length) continue
      this.port.postMessage(this.#piece.slice())
      this.#filled = 0
    }
    return true
  }
}

registerProcessor('capture', Capture)
