import { type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** What a token says: enum words and ids only. */
type Claims = Record<string, string>

export interface Tokens {
  /** A JSON Web Token (RFC 7519) that is valid for `lifetimeSeconds` and less than a second more, with the time when it ends. */
  sign(claims: Claims, lifetimeSeconds: number): Promise<{ token: string; expiresAt: Date }>
  /** What a token of this server says, with its own `id` and when it was made and ends (ISO 8601); undefined when it is none, or has expired. */
  read(token: string): Promise<Claims | undefined>
}

const ALGORITHM = 'HS256'
const ISSUER = 'osler'

export function openTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret)
  return {
    async sign(claims, lifetimeSeconds) {
      const nowSeconds = Date.now() / 1000
      // Whole seconds, in which tokens are checked: rounded down, one of a second might have ended when it is sent.
      const end = Math.ceil(nowSeconds + lifetimeSeconds)
      const jwt = new SignJWT({ ...claims, jti: crypto.randomUUID() })
      const token = await jwt
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setIssuedAt(Math.floor(nowSeconds))
        .setExpirationTime(end)
        .sign(key)
      return { token, expiresAt: new Date(end * 1000) }
    },

    async read(token) {
      const found = await jwtVerify(token, key, { algorithms: [ALGORITHM], issuer: ISSUER }).catch(() => undefined)
      return found && readClaims(found.payload)
    },
  }
}

function readClaims({ jti = '', iat = 0, exp = 0, ...payload }: JWTPayload): Claims {
  const texts = Object.fromEntries(
    Object.entries(payload).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString()
  return { ...texts, id: jti, madeAt: timeOf(iat), endsAt: timeOf(exp) }
}
