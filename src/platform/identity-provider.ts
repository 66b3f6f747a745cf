import * as oidc from 'openid-client'
import { OslerError } from '../domain/errors.ts'
import type { ProvenPerson } from '../domain/provider.ts'
import type { Outbound } from './outbound.ts'

export interface IdentityProviderSettings {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  /** Which claim has the groups: its name, or a path as `realm_access.roles`. */
  groupsClaim: string
}

/** An OpenID provider: the authorization code flow with PKCE, state and nonce. */
export interface IdentityProvider {
  /** Where the browser goes, and what must be kept until it comes back. */
  begin(redirectUri: string, isAnew: boolean): Promise<{ address: string; kept: string }>
  /** Who it is: `answer` is the address at which the browser came back. */
  finish(answer: URL, kept: string): Promise<ProvenPerson>
  endAddress(backTo: string): Promise<string | undefined>
}

/** Clocks differ a little. */
const TOLERANCE_SECONDS = 30
const TIMEOUT_SECONDS = 15

/** Found out about when it is first asked; every request goes through the checked client. */
export function openIdentityProvider(outbound: Outbound, settings: IdentityProviderSettings): IdentityProvider {
  let found: Promise<oidc.Configuration> | undefined
  async function discover(): Promise<oidc.Configuration> {
    found ??= discoverProvider(outbound, settings)
    return found.catch((error) => {
      found = undefined
      throw tell(error)
    })
  }
  return {
    async begin(redirectUri, isAnew) {
      const config = await discover()
      const kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const address = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUri, scope: 'openid email profile', state: kept.state, nonce: kept.nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier), code_challenge_method: 'S256' },
        ...(isAnew && { prompt: 'login' }),
      })
      return { address: address.href, kept: JSON.stringify(kept) }
    },

    async finish(answer, kept) {
      const config = await discover()
      try {
        return formatPerson(await fetchClaims(config, answer, JSON.parse(kept)), settings.groupsClaim)
      } catch (error) {
        throw tell(error)
      }
    },

    async endAddress(backTo) {
      const config = await discover()
      if (!config.serverMetadata().end_session_endpoint) return undefined
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href
    },
  }
}

async function discoverProvider(outbound: Outbound, { issuer, clientId, clientSecret }: IdentityProviderSettings) {
  const request = (address: string, init: object) => outbound.request(address, init) as unknown as Promise<Response>
  const isPlain = issuer.startsWith('http:')
  const config = await oidc.discovery(
    new URL(issuer),
    clientId,
    { [oidc.clockTolerance]: TOLERANCE_SECONDS },
    authenticate(clientSecret),
    {
      ...{ timeout: TIMEOUT_SECONDS, [oidc.customFetch]: request as oidc.CustomFetch },
      ...(isPlain && { execute: [oidc.allowInsecureRequests] }),
    },
  )
  // SECURITY: the signature of what it says is checked, too, although it came over TLS from the provider itself.
  oidc.enableNonRepudiationChecks(config)
  return config
}

/** In the header, as OpenID Connect has it by default, unless the provider takes it in the body alone. */
function authenticate(secret: string | undefined): oidc.ClientAuth {
  if (!secret) return oidc.None()
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}

type Claims = Readonly<Record<string, unknown>> & { iss: string; sub: string }
type Kept = Record<'state' | 'nonce' | 'verifier', string>

async function fetchClaims(config: oidc.Configuration, answer: URL, { state, nonce, verifier }: Kept): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(config, answer, {
    ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
  })
  const claims = tokens.claims() as oidc.IDToken
  // Many tell names and groups there alone.
  const more = config.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
    : {}
  return { ...more, ...claims }
}

function formatPerson(claims: Claims, groupsClaim: string): ProvenPerson {
  const text = (name: string) => (typeof claims[name] === 'string' && claims[name].trim()) || undefined
  const [email, name, userName] = [text('email'), text('name'), text('preferred_username')]
  return {
    ...{ issuer: claims.iss, subject: claims.sub, groups: readGroups(claims, groupsClaim) },
    // SECURITY: an address that nobody has verified may be anybody's.
    ...(email && claims.email_verified === true && { email: email.toLowerCase() }),
    ...(name && { name }),
    ...(userName && { userName }),
  }
}

function readGroups(claims: Claims, name: string): string[] {
  const inside = (value: unknown, key: string) => (value as Record<string, unknown> | undefined)?.[key]
  const value = claims[name] ?? name.split('.').reduce(inside, claims as unknown)
  return [value].flat().filter((each) => typeof each === 'string')
}

/** What went wrong, in words for who signs in; PATIENT DATA has no part in it, and what the provider wrote is not repeated. */
function tell(cause: unknown): OslerError {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof OslerError) return toldOf(error, cause)
    if (error instanceof oidc.AuthorizationResponseError) {
      const code = codeOf(error.error)
      const message = `The provider did not sign you in (${code}): try again, or ask who runs it to let you use Osler.`
      return new OslerError('provider_refused', message, { code }, { cause })
    }
  }
  const { error, code } = cause as { error?: string; code?: string }
  const what = codeOf(error ?? code ?? 'unknown')
  const message = `The provider's answer was not what it should be (${what}): try again; if it stays so, tell the operator of Osler.`
  return new OslerError('provider_failed', message, { code: what }, { cause })
}

const toldOf = (error: OslerError, cause: unknown) =>
  new OslerError(
    'provider_down',
    `The provider cannot be asked: ${error.message} Try again, or sign in another way.`,
    {},
    { cause },
  )

const codeOf = (text: string) => text.replace(/[^\w.-]/g, '').slice(0, 60)
