import { clear, createStore, delMany, entries, get, set } from 'idb-keyval'

/** A recording that is told while it goes on, as far as this browser knows of it. Positions are bytes of 16-bit samples. */
export interface LiveHead {
  sampleRate: number
  /** By which the server knows a request to begin it again. */
  requestId: string
  /** The server's recording, and where in the whole it begins: one that was away for long is followed by another. */
  recording?: string
  beginsAt: number
  consultationId?: string
  /** So much of the whole is on the server's disk. */
  savedTo: number
  /** Where the person paused. */
  pauses: number[]
}

export interface KeptPiece {
  position: number
  pcm: Int16Array<ArrayBuffer>
}

/** Sound that the server has not acknowledged yet, and the recording that it belongs to. */
export interface KeptSound {
  readHead(): Promise<LiveHead | undefined>
  keepHead(head: LiveHead): Promise<void>
  keepPiece(piece: KeptPiece): Promise<void>
  forgetPieces(positions: readonly number[]): Promise<void>
  /** In the order in which it was said. */
  readPieces(): Promise<KeptPiece[]>
  forgetAll(): Promise<void>
}

const store = createStore('osler-live', 'sound')
const HEAD = 'head'

/** In the browser's own database, a piece under its position. */
export const soundInBrowser: KeptSound = {
  readHead: () => get<LiveHead>(HEAD, store),
  keepHead: (head) => set(HEAD, head, store),
  keepPiece: ({ position, pcm }) => set(position, pcm, store),
  forgetPieces: (positions) => delMany([...positions], store),
  async readPieces() {
    const all = await entries<number | string, KeptPiece['pcm']>(store)
    return all.flatMap(([position, pcm]) => (typeof position === 'number' ? [{ position, pcm }] : []))
  },
  forgetAll: () => clear(store),
}
