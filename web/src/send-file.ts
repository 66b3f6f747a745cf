import { type DetailedError, defaultOptions, Upload } from 'tus-js-client'
import type { Visit } from '../../src/domain/visit.ts'
import { ApiError, headers, send, toApiError } from './api.ts'
import { sendVisit, unlessRefused } from './new-visit.ts'
import { t } from './texts.ts'
import { hearingFields, readWishes } from './wishes.ts'

const PART_BYTES = 4 * 1024 * 1024
const AGAIN_MS = 2000
const LONGEST_NAME = 200
/** For an hour; whoever presses “Try again” later goes on where it stood. */
const TIMES = 1800

export interface Following {
  /** 0 to 1. */
  onShare: (share: number) => void
  /** What holds it up, in a sentence. */
  onTrouble: (sentence: string) => void
  /** Gives up, or does not begin, and has the server forget what it got. */
  signal: AbortSignal
}

/**
 * Sends a recording in parts, asks for its documents and tells whose it is. After a lost connection, a restart of the server or a reload of
 * the page the same file goes on where it stood. Throws what waiting does not mend, in the server's words, and the
 * signal's reason.
 */
export async function sendFile(file: File, visit: Visit, following: Following): Promise<void> {
  const upload = await sendParts(file, following)
  const fields = Object.fromEntries([...hearingFields(), ['documents', readWishes().documents]])
  const about = { ...visit, fileName: file.name.slice(0, LONGEST_NAME) }
  try {
    const { id } = await insist(() => send<{ id: string }>('POST', `${upload.url}/consultation`, fields), following)
    await insist(() => unlessRefused(sendVisit(id, about)), following)
  } catch (error) {
    await upload.abort(true).catch(() => {})
    throw error
  } finally {
    await forget(upload)
  }
}

async function sendParts(file: File, { onShare, onTrouble, signal }: Following): Promise<Upload> {
  signal.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Upload>()
  const upload = new Upload(file, {
    ...{ endpoint: '/api/uploads', headers: headers(), chunkSize: PART_BYTES },
    retryDelays: Array.from({ length: TIMES }, () => AGAIN_MS),
    // The library's own would keep the file's name, and with it perhaps the patient's, in this browser.
    fingerprint: async () => `osler-${file.size}-${file.lastModified}`,
    onShouldRetry(error) {
      const { isPassing, message } = readError(error)
      if (isPassing) onTrouble(t('triedAgain', message))
      return isPassing
    },
    onProgress: (sent, total) => onShare(sent / total),
    onSuccess: () => resolve(upload),
    onError: (error) => reject(readError(error as DetailedError)),
  })
  signal.addEventListener('abort', () => {
    const stopped = upload.abort(true).then(() => forget(upload))
    // What the server was not told of it forgets in a day.
    stopped.catch(() => {})
    reject(signal.reason)
  })
  const [previous] = await upload.findPreviousUploads()
  if (previous) upload.resumeFromPreviousUpload(previous)
  upload.start()
  return promise
}

function readError({ originalResponse: response }: DetailedError): ApiError {
  return toApiError(response?.getStatus() ?? 0, response?.getBody() ?? '')
}

async function forget(upload: Upload): Promise<void> {
  for (const { urlStorageKey } of await upload.findPreviousUploads()) {
    await defaultOptions.urlStorage.removeUpload(urlStorageKey)
  }
}

/** Does it again until it goes well. Throws what waiting does not mend. */
async function insist<Value>(action: () => Promise<Value>, { onTrouble, signal }: Following): Promise<Value> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof ApiError && error.isPassing)) throw error
      onTrouble(t('triedAgain', error.message))
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
