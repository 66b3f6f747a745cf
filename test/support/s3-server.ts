import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { BucketAddress } from '../../src/store/bucket/bucket-address.ts'
import { checkS3Signature } from './check-s3-signature.ts'

interface StoredObject {
  bytes: Buffer
  etag: string
  modifiedAt: Date
}

interface Upload {
  name: string
  parts: Map<number, Buffer>
  initiatedAt: Date
}

const STATUS: Record<string, number> = {
  ...{ NoSuchKey: 404, NoSuchBucket: 404, NoSuchUpload: 404, PreconditionFailed: 412, InvalidRange: 416 },
  ...{ BadDigest: 400, InvalidPart: 400, SlowDown: 503, QuotaExceeded: 403 },
}

class S3Failure extends Error {
  readonly status: number

  constructor(word: string) {
    super(word)
    this.status = STATUS[word] ?? 403
  }
}

/**
 * A store that speaks as much of S3 as recordings need, in memory, on loopback: signatures, ranges, conditions, digests,
 * multipart uploads and pages are checked as Ceph's radosgw does it (`bench/cluster/store.ts` tries the same suite on any store).
 */
export class S3Server implements AsyncDisposable {
  readonly bucket = 'recordings'
  readonly key = { id: 'TESTKEY', secret: 'TESTSECRET' }
  readonly objects = new Map<string, StoredObject>()
  readonly uploads = new Map<string, Upload>()
  /** How far this store's clock is ahead. */
  clockAheadMs = 0
  /** The words with which the next requests are refused; `cut` hangs up. */
  refusals: string[] = []
  /** Every request is refused with this word. */
  refusesAll: string | undefined
  delayMs = 0
  /** Bytes of an object in parts that it loses, and says nothing of it. */
  losesBytes = 0
  /** It keeps other bytes than came, and says of them what it would of the right ones. */
  altersBytes = false
  /** Requests that it was sent. */
  requestCount = 0
  pageSize = 1000
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  #uploadCount = 0

  static async open(): Promise<S3Server> {
    const server = new S3Server()
    server.#server.listen(0, '127.0.0.1')
    await once(server.#server, 'listening')
    return server
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  address(prefix = ''): BucketAddress {
    return { bucket: this.bucket, prefix, endpoint: this.endpoint, region: 'us-east-1' }
  }

  url(prefix: string): string {
    return `s3://${this.bucket}/${prefix}?endpoint=${this.endpoint}`
  }

  async [Symbol.asyncDispose]() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      this.requestCount++
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      if (this.delayMs > 0) await setTimeout(this.delayMs)
      const refusal = this.refusesAll ?? this.refusals.shift()
      if (refusal === 'cut') return void request.socket.destroy()
      const now = new Date(Date.now() + this.clockAheadMs)
      const wrong = refusal ?? checkS3Signature(request, this.key, now)
      if (wrong) throw new S3Failure(wrong)
      this.#answer(request, Buffer.concat(chunks), response)
    } catch (error) {
      if (!(error instanceof S3Failure)) return void request.socket.destroy()
      const body = request.method === 'HEAD' ? '' : `<Error><Code>${error.message}</Code></Error>`
      response.writeHead(error.status, { 'content-type': 'application/xml; charset=utf-8' }).end(body)
    }
  }

  #answer(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://store')
    const [, bucket = '', ...names] = decodeURIComponent(pathname).split('/')
    if (bucket !== this.bucket) throw new S3Failure('NoSuchBucket')
    const name = names.join('/')
    checkDigest(request, body)
    if (name === '') sendXml(response, query.has('uploads') ? this.#listUploads(query) : this.#list(query))
    else if (query.has('uploads') || query.has('uploadId')) this.#multipart(name, request, query, body, response)
    else if (request.method === 'PUT') this.#put(name, request, body, response)
    else if (request.method === 'DELETE') this.#delete(name, response)
    else this.#get(name, request, response)
  }

  #multipart(
    name: string,
    { method }: IncomingMessage,
    query: URLSearchParams,
    body: Buffer,
    response: ServerResponse,
  ) {
    if (query.has('uploads')) return sendXml(response, this.#begin(name))
    const { parts } = this.#findUpload(name, query)
    if (method === 'POST') return sendXml(response, this.#complete(name, query, body))
    if (method === 'PUT') parts.set(Number(query.get('partNumber')), body)
    else this.uploads.delete(query.get('uploadId') ?? '')
    response.writeHead(method === 'PUT' ? 200 : 204, { etag: etagOf(body) }).end()
  }

  #delete(name: string, response: ServerResponse): void {
    this.objects.delete(name)
    response.writeHead(204).end()
  }

  #put(name: string, { headers }: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const known = this.objects.get(name)
    const { 'if-match': match, 'if-none-match': noMatch, 'x-amz-copy-source': source } = headers
    if ((noMatch === '*' && known) || (match && match !== known?.etag)) throw new S3Failure('PreconditionFailed')
    if (source === undefined) {
      this.#keep(name, body)
      response.setHeader('etag', etagOf(body)).end()
      return
    }
    const from = this.objects.get(decodeURIComponent(String(source)).slice(`/${this.bucket}/`.length))
    if (!from) throw new S3Failure('NoSuchKey')
    this.#keep(name, from.bytes)
    sendXml(response, `<CopyObjectResult><ETag>${from.etag}</ETag></CopyObjectResult>`)
  }

  #get(name: string, { headers, method }: IncomingMessage, response: ServerResponse): void {
    const found = this.objects.get(name)
    if (!found) throw new S3Failure('NoSuchKey')
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? []
    if (first !== undefined && Number(first) >= found.bytes.length) throw new S3Failure('InvalidRange')
    const part = found.bytes.subarray(Number(first ?? 0), last ? Number(last) + 1 : undefined)
    response.writeHead(first === undefined ? 200 : 206, { etag: found.etag, 'content-length': part.length })
    response.end(method === 'HEAD' ? undefined : part)
  }

  #begin(name: string): string {
    // As Ceph writes them.
    const id = `2~upload-${this.#uploadCount++}`
    this.uploads.set(id, { name, parts: new Map(), initiatedAt: new Date() })
    return `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`
  }

  #complete(name: string, query: URLSearchParams, body: Buffer): string {
    const { parts } = this.#findUpload(name, query)
    const named = [...String(body).matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>(\w+)<\/ETag>/g)]
    const bytes = named.map(([, number, etag]) => {
      const part = parts.get(Number(number))
      if (!part || etagOf(part) !== `"${etag}"`) throw new S3Failure('InvalidPart')
      return part
    })
    const whole = Buffer.concat(bytes)
    this.#keep(name, whole.subarray(0, whole.length - this.losesBytes))
    this.uploads.delete(query.get('uploadId') ?? '')
    return '<CompleteMultipartUploadResult><ETag>"x-1"</ETag></CompleteMultipartUploadResult>'
  }

  #findUpload(name: string, query: URLSearchParams): Upload {
    const found = this.uploads.get(query.get('uploadId') ?? '')
    if (found?.name !== name) throw new S3Failure('NoSuchUpload')
    return found
  }

  #list(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? ''
    const names = [...this.objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).sort()
    const rest = names.filter((name) => name > after)
    const page = rest.slice(0, Math.min(this.pageSize, Number(query.get('max-keys'))))
    const rows = page.map((name) => {
      const { bytes, modifiedAt } = this.objects.get(name) as StoredObject
      const at = modifiedAt.toISOString()
      return `<Contents><Key>${name}</Key><Size>${bytes.length}</Size><LastModified>${at}</LastModified></Contents>`
    })
    const more = rest.length > page.length
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
    return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`
  }

  #listUploads(query: URLSearchParams): string {
    const rows = [...this.uploads]
      .filter(([, { name }]) => name.startsWith(query.get('prefix') ?? ''))
      .map(([id, { name, initiatedAt }]) => {
        const at = initiatedAt.toISOString()
        return `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${at}</Initiated></Upload>`
      })
    return `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${rows.join('')}</ListMultipartUploadsResult>`
  }

  #keep(name: string, bytes: Buffer): void {
    const kept = this.altersBytes
      ? Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)))
      : bytes
    this.objects.set(name, { bytes: kept, etag: etagOf(bytes), modifiedAt: new Date() })
  }
}

const sendXml = (response: ServerResponse, text: string) =>
  void response.setHeader('content-type', 'application/xml').end(text)

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`

function checkDigest({ headers }: IncomingMessage, body: Buffer): void {
  const digest = headers['content-md5']
  if (digest && digest !== createHash('md5').update(body).digest('base64')) throw new S3Failure('BadDigest')
}
