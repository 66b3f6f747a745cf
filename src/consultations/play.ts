import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import type { LimitFunction } from 'p-limit'
import { decode } from '../audio/decode.ts'
import { WAVE_HEADER_BYTES, waveHeader } from '../audio/wave-header.ts'
import type { PcmAudio, Peaks } from '../domain/audio.ts'
import type { Session } from '../domain/consultation.ts'
import { OslerError } from '../domain/errors.ts'
import type { ByteRange, ChooseRange, Sound } from '../domain/sound.ts'
import type { DurationLimits } from '../domain/submission.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import type { SharedWork } from '../platform/shared-work.ts'
import type { CheckBlob } from '../store/check-blob.ts'
import { findStoredAudio } from '../store/recordings.ts'
import { findSound } from './find-sound.ts'
import { joinSound } from './join-sound.ts'

type Tools = Pick<SubmitTools, 'db' | 'blobs' | 'scratch'> & { checkBlob: CheckBlob }

/** A recording's bytes as they came, or a part of them. Throws `not_found`, `blob_damaged`, and what `choose` throws. */
export async function playRecording(
  tools: Pick<Tools, 'db' | 'blobs' | 'checkBlob'>,
  tenantId: string,
  recordingId: string,
  choose: ChooseRange,
): Promise<Sound> {
  const { key, container, bytes, sha256: tag } = await findAudio(tools, tenantId, recordingId)
  const range = choose({ bytes, tag })
  return { ...{ container, bytes, tag, range }, stream: await tools.blobs.read(key, range) }
}

interface PlayTools extends Tools {
  /** To play several recordings as one is to decode them, for a look. */
  inTurn: LimitFunction
}

/** What was sent of a consultation, by the recording's number or all of it. Throws `not_found`, and what decoding throws. */
export async function play(
  tools: PlayTools,
  tenantId: string,
  id: string,
  number: number | undefined,
  limits: DurationLimits,
  choose: ChooseRange,
  signal: AbortSignal,
): Promise<Sound> {
  const found = await findSound(tools.db, tenantId, id, number)
  if (typeof found === 'string') return playRecording(tools, tenantId, found, choose)
  return tools.inTurn(() => {
    signal.throwIfAborted()
    return playSession(tools, tenantId, found, limits, choose, signal)
  })
}

/** All recordings of a session as one, in the times of its transcript. Throws what `decode` and `choose` throw. */
async function playSession(
  tools: Tools,
  tenantId: string,
  session: Session,
  limits: DurationLimits,
  choose: ChooseRange,
  signal: AbortSignal,
): Promise<Sound> {
  return tools.scratch.run('play', async (scratch) => {
    const { channels } = await joinSound(tools, tenantId, session, scratch, limits, signal)
    const [path = ''] = channels
    const { size } = await stat(path)
    const bytes = WAVE_HEADER_BYTES + size
    const tag = tagOf(session)
    const range = choose({ bytes, tag })
    const { start, end } = range ?? { start: 0, end: bytes - 1 }
    const stream = new PassThrough()
    stream.write(waveHeader(size).subarray(start, end + 1))
    const [first, last] = [Math.max(0, start - WAVE_HEADER_BYTES), end - WAVE_HEADER_BYTES]
    if (last < first) stream.end()
    else pipeline(await openFile(path, { start: first, end: last }), stream, () => {})
    return { stream, container: 'wav', bytes, tag, range }
  })
}

/** The same as long as the same recordings stand at the same times. */
const tagOf = ({ recordings, startsMs }: Session) =>
  createHash('sha256')
    .update(JSON.stringify(recordings.map(({ id }) => [id, startsMs.get(id)])))
    .digest('hex')

interface DrawTools extends Tools {
  /** In a thread of its own. */
  readPeaks(audio: PcmAudio, signal: AbortSignal): Promise<Peaks>
  /** To draw is to decode, for a look: many looks at one sound decode it once. */
  share: SharedWork<Peaks>
}

/** What the same sound looks like when it is drawn. Throws what `play` throws. */
export async function draw(
  tools: DrawTools,
  tenantId: string,
  id: string,
  number: number | undefined,
  limits: DurationLimits,
  signal: AbortSignal,
): Promise<Peaks> {
  const found = await findSound(tools.db, tenantId, id, number)
  const decoded = async (scratch: string, signal: AbortSignal): Promise<PcmAudio> => {
    if (typeof found !== 'string') return joinSound(tools, tenantId, found, scratch, limits, signal)
    const { key } = await findAudio(tools, tenantId, found)
    return decode(await tools.blobs.localFile(key, scratch), scratch, limits, signal)
  }
  const key = [tenantId, typeof found === 'string' ? found : found.recordings.map((one) => one.id)].flat().join(' ')
  return tools.share(key, signal, (signal) =>
    tools.scratch.run('draw', async (scratch) => tools.readPeaks(await decoded(scratch, signal), signal)),
  )
}

async function findAudio({ db, checkBlob }: Pick<Tools, 'db' | 'checkBlob'>, tenantId: string, recordingId: string) {
  const audio = await findStoredAudio(db, tenantId, recordingId)
  if (audio) {
    await checkBlob(audio.key, audio.sha256)
    return audio
  }
  throw new OslerError('not_found', 'There is no recording with this id.')
}

/** Once it is open, the file may lose its name. */
async function openFile(path: string, range: ByteRange): Promise<Readable> {
  const stream = createReadStream(path, range)
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject))
  return stream
}
