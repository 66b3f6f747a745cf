import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { type AudioFields, receiveUpload, type Upload } from '../../src/api/http/receive-audio.ts'
import { ingest } from '../../src/pipeline/intake/ingest.ts'
import { openFileBlobs } from '../../src/store/blobs-files.ts'
import { convert, speak } from '../support/recordings.ts'

const NAMES: AudioFields = { file: ['file', 'blob'], address: ['blob'], lists: ['documents'] }
const MOST_BYTES = 1e6

describe('a form with a recording', () => {
  let app: FastifyInstance
  let folder: string
  let speech: Buffer

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-forms-'))
    const blobs = openFileBlobs(folder)
    const usual = { maxMegabytes: 1, maxSeconds: 60, uploadsPerMinute: 60, syncWaitSeconds: 1 }
    const intake = {
      ...{ usual, checkAddress: async () => {}, submit: () => Promise.reject(new Error('not asked')) },
      ingest: (stream: Parameters<typeof ingest>[0], maxBytes: number) => ingest(stream, blobs, maxBytes),
      discard: ({ key }: { key: string }) => blobs.delete(key),
    }
    app = Fastify()
    await app.register(multipart)
    app.post('/', (request) => receiveUpload(request, NAMES, MOST_BYTES, intake))
    speech = await readFile(await speak('I have had a headache for three days'))
  })
  after(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  type Part = readonly [head: string, body: string | Uint8Array]
  const field = (name: string, value: string): Part => [`name="${name}"`, value]

  async function send(...parts: Part[]) {
    const payload = Buffer.concat([
      ...parts.flatMap(([head, body]) => [
        Buffer.from(`--XbX\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
        ...[Buffer.from(body), Buffer.from('\r\n')],
      ]),
      Buffer.from('--XbX--\r\n'),
    ])
    const headers = { 'content-type': 'multipart/form-data; boundary=XbX' }
    const { statusCode, json } = await app.inject({ method: 'POST', url: '/', headers, payload })
    return { status: statusCode, ...json<Upload & { message: string }>() }
  }

  test('has its bytes as they are, or in lines of base64 as libraries for mail write them', async () => {
    const lines = speech.toString('base64').replace(/.{1,76}/g, '$&\r\n')
    const head = 'name="file"; filename="a.wav"\r\nContent-Transfer-Encoding: '
    const plain = await send([`${head}binary`, speech])
    const encoded = await send([`${head}BASE64`, lines])
    assert.equal(plain.audio?.bytes, speech.length)
    assert.deepEqual([encoded.status, encoded.audio?.sha256], [200, plain.audio?.sha256])
  })

  test('holds a list with brackets, with indexes, or under its name several times, and all of it is read', async () => {
    for (const names of [
      ['documents', 'documents'],
      ['documents[]', 'documents[]'],
      ['documents[0]', 'documents[1]'],
    ]) {
      const { fields } = await send(...names.map((name, at) => field(name, `kind${at}`)))
      assert.deepEqual(fields, { documents: 'kind0,kind1' })
    }
    const { fields } = await send(field('keywords[0]', 'a'), field('keywords[1]', 'b'))
    assert.deepEqual(fields, { 'keywords[]': 'a,b' })
  })

  test('is refused when a field that holds one value comes with two, and taken when it only repeats itself', async () => {
    const { status, message } = await send(field('language', 'en'), field('language', 'fr'))
    assert.deepEqual([status, message], [400, 'The field "language" came twice, with different values: send it once.'])
    assert.deepEqual((await send(field('language', 'en'), field('language', 'en'))).fields, { language: 'en' })
  })

  test('needs no file name for the recording, whatever type its part names', async () => {
    const webm = await readFile(await convert(await speak('good morning doctor'), 'webm'))
    const types = [
      ['audio/wav', speech, 'wav'],
      ['audio/webm;codecs=opus', webm, 'webm'],
      ['video/webm', webm, 'webm'],
      ['text/plain', speech, 'wav'],
      ['', speech, 'wav'],
    ] as const
    for (const [type, bytes, container] of types) {
      const head = `name="file"${type && `\r\nContent-Type: ${type}`}`
      assert.equal((await send([head, bytes])).audio?.container, container, type)
    }
  })

  test('may hold an address where the door takes one in the field of the recording', async () => {
    assert.deepEqual((await send(field('blob', 'https://x/y'))).fields, { blob: 'https://x/y' })
    assert.equal((await send(['name="blob"\r\nContent-Type: audio/wav', speech])).audio?.container, 'wav')
  })
})
