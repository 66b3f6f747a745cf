import { fileTypeFromBuffer } from 'file-type'
import type { Container } from '../domain/submission.ts'
import { readerOf } from './ffmpeg.ts'

/** The formats we take, by the media types that the library tells from a file's bytes. */
const CONTAINER_OF: Record<string, Container> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'video/3gpp': 'mp4',
  'video/3gpp2': 'mp4',
  'video/quicktime': 'mp4',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'video/ogg': 'ogg',
  'application/ogg': 'ogg',
  'video/webm': 'webm',
  'video/matroska': 'webm',
  'audio/flac': 'flac',
}

/** The same by the names of ffmpeg's readers. */
const CONTAINER_READ_BY: Record<string, Container> = {
  wav: 'wav',
  mp3: 'mp3',
  'mov,mp4,m4a,3gp,3g2,mj2': 'mp4',
  ogg: 'ogg',
  'matroska,webm': 'webm',
  flac: 'flac',
}

/**
 * What a recording is, by the first bytes of it (64 kB are plenty); undefined when it is none that we take. What is not
 * known at first sight (RF64, sound behind a wrong tag or cut out of a stream) is what the decoder reads it as.
 */
export async function containerOf(head: Uint8Array): Promise<Container | undefined> {
  const type = await fileTypeFromBuffer(head)
  return (type && CONTAINER_OF[type.mime]) ?? CONTAINER_READ_BY[(await readerOf(head)) ?? '']
}

/** What other programs call such a file, for a sentence. */
export const mediaTypeOf = async (head: Uint8Array) => (await fileTypeFromBuffer(head))?.mime

/** What comes with a consultation beside recordings. */
export const DOCUMENT_TYPES = ['pdf', 'jpg', 'png', 'docx', 'doc']

/** What a document is, by the first bytes of it; undefined when it is none that we take. */
export async function documentTypeOf(head: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(head)
  // A .doc is a compound file like other old Office documents.
  const type = found?.ext === 'cfb' ? 'doc' : found?.ext
  return type !== undefined && DOCUMENT_TYPES.includes(type) ? type : undefined
}
