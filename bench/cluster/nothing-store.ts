import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

// A store that speaks S3, takes everything and keeps nothing but whose it is: whatever recording is asked for, it answers one
// and the same. A process of its own: `fork`ed with that recording's file, it tells its port.
const [path = ''] = process.argv.slice(2)
const recording = await readFile(path)
let owner: Buffer | undefined

const LISTS = { uploads: 'ListMultipartUploadsResult', 'list-type': 'ListBucketResult' }
const xml = (name: string, inside = '') => `<${name}>${inside}</${name}>`

async function readBody(request: IncomingMessage, isKept: boolean): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (isKept) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://store')
  const isOwner = pathname.endsWith('/.owner')
  const body = await readBody(request, isOwner)
  response.setHeader('etag', '"x"')
  if (isOwner && request.method === 'PUT') owner = body
  const list = Object.entries(LISTS).find(([name]) => searchParams.has(name))?.[1]
  if (request.method === 'POST')
    return void response.end(
      xml(
        list ? 'InitiateMultipartUploadResult' : 'CompleteMultipartUploadResult',
        xml('UploadId', 'x') + xml('ETag', 'x'),
      ),
    )
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.end()
  if (list)
    return void response.setHeader('content-type', 'application/xml').end(xml(list, xml('IsTruncated', 'false')))
  if (isOwner && !owner) return void response.writeHead(404).end(xml('Error', xml('Code', 'NoSuchKey')))
  const answer = isOwner ? owner : recording
  response.setHeader('content-length', answer?.length ?? 0)
  response.end(request.method === 'HEAD' ? undefined : answer)
}

const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
