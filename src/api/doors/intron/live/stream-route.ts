import type { App, Use } from '../../../door.ts'
import { live } from '../../../http/live.ts'
import { BYTES_PER_MEBIBYTE } from '../../../http/receive-audio.ts'
import type { IntronSettings } from '../settings.ts'
import { converse } from './conversation.ts'
import { readQuery } from './read-query.ts'

const BYTES_PER_KIBIBYTE = 1024

/** Speech while it is said: https://docs.voice.intron.io/docs/stt/streaming. */
export function streamRoute(app: App, { live: places }: Use<'live'>, settings: IntronSettings): void {
  const { streamSeconds, streamIdleSeconds, streamMinKilobytes, streamMaxKilobytes, maxMegabytes } = settings
  const limits = { minMs: 0, maxMs: streamSeconds * 1000, maxBytes: maxMegabytes * BYTES_PER_MEBIBYTE }
  const chunkBytes = {
    least: streamMinKilobytes * BYTES_PER_KIBIBYTE,
    most: streamMaxKilobytes * BYTES_PER_KIBIBYTE,
  }
  live(app, places, '/stt/v1/stream', {
    idleSeconds: streamIdleSeconds,
    converse: ({ query }) => converse(readQuery(query), limits, chunkBytes),
  })
}
