import { createHmac } from 'node:crypto'

/**
 * The headers of Nabla's webhooks: the time as ISO 8601, and hexadecimal HMAC-SHA256 signatures with commas between them.
 * Nabla names time and body as what is signed and not what stands between them; here it is a full stop. The key is the
 * secret as text, as it is shown.
 */
export function signCallback(payload: string, sentAt: Date, secrets: readonly string[]): Record<string, string> {
  const timestamp = sentAt.toISOString()
  const sign = (secret: string) => createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')
  return { 'x-nabla-webhook-timestamp': timestamp, 'x-nabla-webhook-signature': secrets.map(sign).join(',') }
}
