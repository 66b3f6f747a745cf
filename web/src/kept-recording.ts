import { clear, createStore, set, values } from 'idb-keyval'

// In the browser's own database: what was recorded and has not reached the server yet, a second under each number.
const store = createStore('osler', 'recording')

export const readKept = (): Promise<Blob[]> => values<Blob>(store)
export const keepChunk = (second: number, chunk: Blob): Promise<void> => set(second, chunk, store)
export const forget = (): Promise<void> => clear(store)
