import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

const RECONNECT_AFTER_MS = 1000

interface Listener {
  client: Client
  /** Settles when the connection is over, for whatever reason. */
  ended: Promise<void>
}

/** Listens on a connection of its own, and connects again when that one breaks. What is sent in between is missed. */
export async function listenOnPostgres(
  makeClient: () => Client,
  channel: string,
  onPayload: (payload: string) => void,
): Promise<() => Promise<void>> {
  const stop = new AbortController()
  let listener = await connect(makeClient(), channel, onPayload)

  async function stayConnected(): Promise<void> {
    await listener.ended
    while (!stop.signal.aborted) {
      try {
        await sleep(RECONNECT_AFTER_MS, undefined, { signal: stop.signal })
        listener = await connect(makeClient(), channel, onPayload)
        if (stop.signal.aborted) await listener.client.end()
        await listener.ended
      } catch {
        // The server is still away: the next turn tries again.
      }
    }
  }

  const staying = stayConnected()
  return async () => {
    stop.abort()
    await listener.client.end()
    await staying
  }
}

async function connect(client: Client, channel: string, onPayload: (payload: string) => void): Promise<Listener> {
  // A break is told by up to two errors and then by the end, which alone counts.
  client.on('error', () => {})
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()))
  client.on('notification', ({ payload }) => onPayload(payload ?? ''))
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
    return { client, ended }
  } catch (error) {
    await client.end()
    throw error
  }
}
