import { OslerError } from '../domain/errors.ts'
import { fetchSecret } from '../platform/fetch-secret.ts'
import { openOutbound } from '../platform/outbound.ts'
import type { Handle } from '../store/tables.ts'
import type { WaysIn } from './open-accounts.ts'
import type { Config } from './settings.ts'

/** How people sign in, as the settings say; the provider is asked when somebody signs in there. Throws `request_invalid`. */
export async function openWaysIn(config: Config, db: Handle, opened: AsyncDisposableStack): Promise<WaysIn> {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret, allowHosts } = config
  const hasPasswords = config.passwords === 'on'
  if (!issuer) {
    if (hasPasswords) return { hasPasswords }
    throw missing('OSLER_PASSWORDS is off, and nobody could sign in: set OSLER_OIDC_ISSUER, too.')
  }
  if (!clientId)
    throw missing('OSLER_OIDC_ISSUER is set: set OSLER_OIDC_CLIENT_ID to what this server is called there.')
  const clientSecret = oidcClientSecret && (await fetchSecret(oidcClientSecret, 'OSLER_OIDC_CLIENT_SECRET')).trim()
  // SECURITY: the operator names the issuer, so that it may be in a private network; what it refers to is checked.
  const { hostname } = new URL(issuer)
  const outbound = opened.use(openOutbound({ allowHosts: [...allowHosts, hostname, hostname.replace(/^\[|\]$/g, '')] }))
  // Loaded here: most servers have none.
  const { openIdentityProvider } = await import('../platform/identity-provider.ts')
  const { openProviderSignIn } = await import('./open-provider.ts')
  const provider = openIdentityProvider(outbound, { issuer, clientId, clientSecret, groupsClaim: config.oidcRoleClaim })
  return {
    hasPasswords,
    openProvider: (beginSession) => openProviderSignIn(db, provider, config.oidcRoles, beginSession),
  }
}

const missing = (message: string) => new OslerError('request_invalid', message)
