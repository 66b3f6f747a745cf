/** Some time of a recording. */
export interface Piece {
  startMs: number
  endMs: number
}

/**
 * What the voice in each piece of a file of 16 kHz mono 16-bit PCM sounds like, in their order: numbers of length 1 whose
 * product is near 1 for two pieces of one voice. Throws what keeps it from answering; when `signal` aborts, its reason.
 */
export type EmbedVoices = (
  path: string,
  pieces: readonly Piece[],
  signal: AbortSignal,
) => Promise<readonly Float32Array[]>

/** Numbers of one embedding, as `python/voice_embeddings.py` makes them. */
const WIDTH = 256

/** The embeddings in what that program writes. */
export function readEmbeddings(bytes: Uint8Array): Float32Array[] {
  const numbers = new Float32Array(new Uint8Array(bytes).buffer)
  return Array.from({ length: numbers.length / WIDTH }, (_, at) => numbers.subarray(at * WIDTH, (at + 1) * WIDTH))
}
