import { type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** What a token says: enum words and ids only. */
type Claims = Record<string, string>

export interface Tokens {
  /** A JSON Web Token (RFC 7519) that is valid for `lifetimeSeconds` and less than a second more, with the time when it ends. */
  sign(claims: Claims, lifetimeSeconds: number): Promise<{ token: string; expiresAt: Date }>
  /** What a token of this server says; undefined when it is none, or has expired. */
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
      return found && textsOf(found.payload)
    },
  }
}

function textsOf(payload: JWTPayload): Claims {
  return Object.fromEntries(
    Object.entries(payload).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
