import { Webhook } from 'standardwebhooks'
import type { SignCallback } from '../../domain/callback.ts'
import { asOslerError } from '../../domain/errors.ts'
import type { Outbound } from '../../platform/outbound.ts'

/** What came of one attempt: taken, to be tried again, or refused for good. */
export interface Attempt {
  outcome: 'delivered' | 'try again' | 'refused'
  /** The receiver's HTTP status, when it answered. */
  status?: number
}

export interface Callback {
  /** The same over all attempts, so that the receiver can tell a repetition. */
  id: string
  address: string
  /** Each signs, so that a receiver that still has the old one takes it. */
  secrets: readonly string[]
  body: unknown
  /** A vendor's own headers beside those of Standard Webhooks. */
  sign?: SignCallback
}

const TIMEOUT_MS = 10_000
const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds from each attempt to the next: over 24 hours in all, as the Standard Webhooks specification advises. */
const GAPS_SECONDS = [30, 2 * MINUTE, 10 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR]

/** Seconds to wait after the given number of attempts, with up to a tenth more at random; undefined: give up. */
export function gapAfter(attempts: number, random: () => number = Math.random): number | undefined {
  const gap = GAPS_SECONDS[attempts - 1]
  return gap === undefined ? undefined : Math.round(gap * (1 + random() / 10))
}

/** Posts a callback once, signed in the Standard Webhooks scheme. Never throws: what went wrong is the outcome. */
export async function deliver(outbound: Outbound, callback: Callback): Promise<Attempt> {
  const { id, address, secrets, body, sign } = callback
  const payload = JSON.stringify(body)
  const sentAt = new Date()
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, sentAt, payload)).join(' '),
    ...sign?.(payload, sentAt, secrets),
  }
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await outbound.request(address, { method: 'POST', headers, body: payload, signal })
    // Nothing of the answer is read but its status, so its length does not matter.
    await response.body?.cancel().catch(() => undefined)
    return { status: response.status, outcome: judge(response.status) }
  } catch (error) {
    return { outcome: asOslerError(error).code === 'address_refused' ? 'refused' : 'try again' }
  }
}

function judge(status: number): Attempt['outcome'] {
  if (status >= 200 && status < 300) return 'delivered'
  return status === 408 || status === 429 || status >= 500 ? 'try again' : 'refused'
}
