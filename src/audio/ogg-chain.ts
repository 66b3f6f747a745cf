import { open } from 'node:fs/promises'

/** A page's head: 27 bytes, and one for each of up to 255 segments (RFC 3533, section 6). */
const HEAD_BYTES = 27
const MOST_HEAD_BYTES = HEAD_BYTES + 255
const IS_BEGINNING = 0x02

/**
 * Whether an Ogg file is several ones joined: streams begin again behind others' sound. Their stamps begin anew, too, and
 * ffmpeg makes a pause of a page's length of that where they have the same number.
 */
export async function isChained(file: string): Promise<boolean> {
  await using handle = await open(file)
  const page = Buffer.alloc(MOST_HEAD_BYTES)
  let hasSound = false
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(page, 0, MOST_HEAD_BYTES, at)
    if (bytesRead < HEAD_BYTES || page.toString('latin1', 0, 4) !== 'OggS') return false
    const isBeginning = (page.readUInt8(5) & IS_BEGINNING) !== 0
    if (isBeginning && hasSound) return true
    hasSound ||= !isBeginning
    const segments = page.readUInt8(26)
    at += HEAD_BYTES + segments
    for (const bytes of page.subarray(HEAD_BYTES, HEAD_BYTES + segments)) at += bytes
  }
}
