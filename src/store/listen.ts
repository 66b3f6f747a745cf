import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

const RECONNECT_AFTER_MS = 1000

/**
 * Listens on a connection of its own, and connects again when that one breaks. What is sent in between is missed:
 * whoever waits for it looks into the database from time to time as well.
 */
export async function listenOnPostgres(
  makeClient: () => Client,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  const stop = new AbortController()
  let client = await connect(makeClient, channel, onPayload, reconnect)

  async function reconnect(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        await sleep(RECONNECT_AFTER_MS, undefined, { signal: stop.signal, ref: false })
        client = await connect(makeClient, channel, onPayload, reconnect)
        return
      } catch {
        // The server is still away: the next turn tries again.
      }
    }
  }

  return async () => {
    stop.abort()
    await client.end()
  }
}

async function connect(
  makeClient: () => Client,
  channel: string,
  onPayload: (payload: string) => void,
  onBroken: () => void,
): Promise<Client> {
  const client = makeClient()
  client.on('notification', ({ payload }) => onPayload(payload ?? ''))
  client.once('error', onBroken)
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(channel)}`)
  return client
}
