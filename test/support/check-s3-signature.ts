import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const MOST_SKEW_MS = 15 * 60_000

/** What is wrong with the signature of a request, in S3's words (AWS Signature Version 4); undefined where it is right. */
export function checkS3Signature(
  { method, url = '', headers }: IncomingMessage,
  key: { id: string; secret: string },
  now: Date,
): string | undefined {
  const { authorization = '', 'x-amz-date': at, 'x-amz-content-sha256': digest } = headers as Record<string, string>
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/((\d{8})\/([\w-]+)\/s3\/aws4_request), SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/
  const [, id, scope, day = '', region = '', signed = '', signature] = form.exec(authorization) ?? []
  if (!at || signature === undefined) return 'AccessDenied'
  if (id !== key.id) return 'InvalidAccessKeyId'
  const sentAt = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Math.abs(now.getTime() - sentAt) > MOST_SKEW_MS) return 'RequestTimeTooSkewed'
  if (!signed.split(';').includes('host')) return 'SignatureDoesNotMatch'
  const { pathname, searchParams } = new URL(url, 'http://store')
  const quote = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...searchParams].map(([name, value]) => `${quote(name)}=${quote(value)}`).sort()
  const values = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
  const canonical = [method, pathname, query.join('&'), values.join(''), signed, digest].join('\n')
  const text = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const secret = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (with_, part) => hmac(with_, part),
    Buffer.from(`AWS4${key.secret}`),
  )
  return hmac(secret, text).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch'
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest()
