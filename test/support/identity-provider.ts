import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { clientId: 'osler', clientSecret: 'a secret of these tests' }

/** The organisation's provider: oidc-provider from npm on this machine, where whoever is at the keyboard is signed in without being asked. */
export class TestProvider implements AsyncDisposable {
  /** What it says of people, by their subjects. */
  readonly people: Record<string, object> = {}
  /** Who is at the keyboard; null is who says no. */
  atKeyboard: string | null = null
  issuer = ''
  #provider: Provider | undefined
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async listen(): Promise<this> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  /** Makes it know these servers. */
  register(addresses: readonly string[]): void {
    const back = addresses.map((address) => `${address}/`)
    const { clientId: client_id, clientSecret: client_secret } = CLIENT
    this.#provider = new Provider(this.issuer, {
      clients: [{ client_id, client_secret, redirect_uris: back, post_logout_redirect_uris: back }],
      claims: {
        openid: ['sub'],
        email: ['email', 'email_verified'],
        profile: ['name', 'preferred_username', 'groups'],
      },
      findAccount: (_context, accountId) => ({
        accountId,
        claims: async () => ({ sub: accountId, ...this.people[accountId] }),
      }),
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      cookies: { keys: ['of these tests'] },
    })
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider as Provider
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response)
    const { prompt, session, params } = await provider.interactionDetails(request, response)
    const accountId = this.atKeyboard
    if (accountId === null) return provider.interactionFinished(request, response, { error: 'access_denied' })
    if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId } })
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

/** What a browser does that is sent there: it follows until it is sent back, and answers the query with which it comes. */
export async function comeBack(address: string, home: string): Promise<string> {
  const cookies = new Map<string, string>()
  for (let at = address; ; ) {
    if (at.startsWith(home)) return new URL(at).search
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (next === null) throw new Error(`${at}: ${response.status} ${await response.text()}`)
    at = new URL(next, at).href
  }
}
