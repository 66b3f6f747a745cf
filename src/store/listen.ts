import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

const RECONNECT_AFTER_MS = 1000

interface Hearer {
  onPayload: (payload: string) => void
  /** The connection broke and is there again: what was sent in between is missed. */
  onBack: (() => void) | undefined
}

/** Listens to all channels on one connection of its own, and connects again when that one breaks. */
export class Listener implements AsyncDisposable {
  readonly #makeClient: () => Client
  readonly #channels = new Map<string, Set<Hearer>>()
  readonly #stop = new AbortController()
  #client: Client | undefined
  #connecting: Promise<void> | undefined

  constructor(makeClient: () => Client) {
    this.#makeClient = makeClient
  }

  /** Calls back with each payload that is sent to the channel; answers a way to end it. */
  async listen(channel: string, onPayload: Hearer['onPayload'], onBack?: () => void): Promise<() => Promise<void>> {
    const hearers = this.#channels.get(channel) ?? new Set()
    const hearer = { onPayload, onBack }
    this.#channels.set(channel, hearers.add(hearer))
    this.#connecting ??= this.#connect()
    await this.#connecting.catch((error) => {
      this.#connecting = undefined
      hearers.delete(hearer)
      throw error
    })
    // One that breaks just now subscribes again by itself.
    if (this.#client) await subscribe(this.#client, channel).catch(() => {})
    return async () => void hearers.delete(hearer)
  }

  async [Symbol.asyncDispose]() {
    this.#stop.abort()
    await this.#client?.end()
  }

  async #connect(): Promise<void> {
    const next = this.#makeClient()
    // A break is told by up to two errors and then by the end, which alone counts.
    next.on('error', () => {})
    next.on('notification', ({ channel, payload }) => {
      for (const { onPayload } of this.#channels.get(channel) ?? []) onPayload(payload ?? '')
    })
    const ended = new Promise<void>((resolve) => next.once('end', () => resolve()))
    try {
      await next.connect()
      for (const channel of this.#channels.keys()) await subscribe(next, channel)
      this.#stop.signal.throwIfAborted()
    } catch (error) {
      await next.end()
      throw error
    }
    this.#client = next
    void ended.then(() => this.#reconnect())
  }

  async #reconnect(): Promise<void> {
    this.#client = undefined
    while (!(this.#client || this.#stop.signal.aborted)) {
      try {
        await sleep(RECONNECT_AFTER_MS, undefined, { signal: this.#stop.signal })
        await this.#connect()
        for (const hearers of this.#channels.values()) for (const { onBack } of hearers) onBack?.()
      } catch {
        // The server is still away: the next turn tries again.
      }
    }
  }
}

const subscribe = (client: Client, channel: string) => client.query(`listen ${client.escapeIdentifier(channel)}`)
