import assert from 'node:assert/strict'
import { firstAccountLink } from '../../src/server/open-accounts.ts'
import type { TestSystem } from './open-test-system.ts'

export const PASSWORD = 'twelve small words'

interface Invited {
  id: string
  signInName: string
  link: string
}

/** A browser as far as the API knows it: what it asks carries its cookie. */
export class SignedInClient {
  cookie = ''
  readonly #osler: TestSystem

  constructor(osler: TestSystem) {
    this.#osler = osler
  }

  async ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(this.#osler.address + path, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.split(';')[0] ?? ''
    return response
  }

  async read<Body>(method: string, path: string, body?: object): Promise<Body> {
    const response = await this.ask(method, path, body)
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`)
    return (await response.json()) as Body
  }

  /** Adds an account, as an administrator; answers its id, and the secret of its link. */
  async add(signInName: string, role: string, name = `Dr ${signInName}`): Promise<Invited & { secret: string }> {
    const invited = await this.read<Invited>('POST', '/api/accounts', { signInName, name, role })
    return { ...invited, secret: secretOf(invited.link) }
  }
}

/** The secret in the path of a link's page. */
export const secretOf = (link: string | undefined) => link?.split('#')[1]?.split('/')[2] ?? ''

/** The administrator of a tenant that has no account yet, signed in. */
export async function signInFirst(osler: TestSystem, signInName = 'ada', tenant = 'default'): Promise<SignedInClient> {
  const client = new SignedInClient(osler)
  const link = secretOf(await firstAccountLink(osler.system.forDoors, tenant))
  await client.read('POST', '/api/session/first', { link, signInName, name: 'Dr Ada Osei', password: PASSWORD })
  return client
}

/** Somebody whom an administrator has added, signed in. */
export async function signInAs(
  osler: TestSystem,
  administrator: SignedInClient,
  signInName: string,
  role: string,
): Promise<SignedInClient & { id: string }> {
  const { id, secret } = await administrator.add(signInName, role)
  const client = new SignedInClient(osler)
  await client.read('POST', '/api/session/link', { link: secret, password: PASSWORD })
  return Object.assign(client, { id })
}
