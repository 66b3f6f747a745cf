/** Telephones' sound as 16-bit samples (ITU-T G.711): a byte a sample, decoded by a table. */
export function decodeG711(coded: Uint8Array, law: 'mulaw' | 'alaw'): Buffer {
  const table = TABLES[law]
  const pcm = Buffer.alloc(2 * coded.length)
  for (const [at, byte] of coded.entries()) pcm.writeInt16LE(table[byte] ?? 0, 2 * at)
  return pcm
}

const tableOf = (decode: (byte: number) => number) => Int16Array.from({ length: 256 }, (_, byte) => decode(byte))

/** Table 2a of the recommendation: every bit is inverted, 33 is added before coding; of 14 bits, here of 16. */
function decodeMulaw(byte: number): number {
  const bits = ~byte & 0xff
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84
  return bits & 0x80 ? -magnitude : magnitude
}

/** Table 1a: every second bit is inverted; of 13 bits, here of 16. */
function decodeAlaw(byte: number): number {
  const bits = byte ^ 0x55
  const step = (bits & 0x0f) << 4
  const exponent = (bits & 0x70) >> 4
  const magnitude = exponent === 0 ? step + 8 : (step + 0x108) << (exponent - 1)
  return bits & 0x80 ? magnitude : -magnitude
}

const TABLES = { mulaw: tableOf(decodeMulaw), alaw: tableOf(decodeAlaw) }
