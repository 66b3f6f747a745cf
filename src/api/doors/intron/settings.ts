import { z } from 'zod'
import { oneOf, wholeNumber } from '../../../domain/setting.ts'

/** Intron's own settings, OSLER_INTRON_…; the defaults are those of its documents. */
export const INTRON_SETTINGS = z.object({
  maxMegabytes: wholeNumber(100, [1, 100_000], "Intron's largest upload, in MiB."),
  maxSeconds: wholeNumber(600, [1, 86_400], "Intron's longest recording."),
  minSeconds: wholeNumber(1, [0, 3_600], "Intron's shortest recording."),
  syncMaxSeconds: wholeNumber(60, [1, 86_400], "Longest recording of Intron's /file/v1/upload/sync."),
  syncWaitSeconds: wholeNumber(
    60,
    [1, 3_600],
    "How long Intron's /file/v1/upload/sync waits before it answers with the file id alone.",
  ),
  syncTimeoutStatus: oneOf(
    '408',
    ['408', '503'],
    "The HTTP status of that answer: 408 as Intron's documents have it, 503 as its newer service sends.",
  ),
  uploadsPerMinute: wholeNumber(30, [1, 1_000_000], "Uploads a minute by one key to Intron's /file/v1/upload."),
  syncUploadsPerMinute: wholeNumber(
    30,
    [1, 1_000_000],
    "Uploads a minute by one key to Intron's /file/v1/upload/sync.",
  ),
  statusPerMinute: wholeNumber(
    6000,
    [1, 1_000_000],
    "Requests a minute by one key to Intron's /file/v1/status; Intron itself allows 100.",
  ),
  streamSeconds: wholeNumber(300, [1, 86_400], "How much sound Intron's /stt/v1/stream takes in one session."),
  streamIdleSeconds: wholeNumber(60, [1, 3_600], 'A client of that stream who says nothing for so long is hung up on.'),
  streamMinKilobytes: wholeNumber(
    1,
    [0, 1024],
    'The smallest chunk of that stream, in KiB; 0 takes also the last few samples of a client that does not pad them.',
  ),
  streamMaxKilobytes: wholeNumber(32, [1, 1024], 'The largest chunk of that stream, in KiB.'),
})

export type IntronSettings = z.infer<typeof INTRON_SETTINGS>
