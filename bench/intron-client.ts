import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchServer } from './server.ts'

interface Status {
  data: { processing_status: string; audio_transcript?: string }
}

/** Sends a recording as a client of Intron would; answers the file's id. */
export async function upload({ address, headers }: BenchServer, file: string): Promise<string> {
  const form = new FormData()
  form.append('audio_file_name', basename(file))
  form.append('audio_file_blob', await openAsBlob(file), basename(file))
  const response = await fetch(`${address}/file/v1/upload`, { method: 'POST', headers, body: form })
  const { data, message } = (await response.json()) as { data: { file_id?: string }; message: string }
  if (data.file_id === undefined) throw new Error(`The upload was refused: ${message}`)
  return data.file_id
}

export async function readStatus({ address, headers }: BenchServer, fileId: string): Promise<Status> {
  return (await fetch(`${address}/file/v1/status/${fileId}`, { headers })).json() as Promise<Status>
}

/** Asks until the file is transcribed; answers the transcript. */
export async function waitForTranscript(server: BenchServer, fileId: string): Promise<string> {
  for (;;) {
    const { data } = await readStatus(server, fileId)
    if (data.processing_status === 'FILE_TRANSCRIBED') return data.audio_transcript ?? ''
    if (data.processing_status === 'FILE_PROCESSING_FAILED') throw new Error('The file failed.')
    await sleep(200)
  }
}
