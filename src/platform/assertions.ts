import { errors, importSPKI, jwtVerify } from 'jose'
import { OslerError } from '../domain/errors.ts'

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const
/** Clocks differ a little. */
const TOLERANCE_SECONDS = 30
/** An assertion is made for one request: one that lasts longer is a key left lying about. */
const LONGEST_SECONDS = 3600

/** Refuses what is no public key in PEM (SubjectPublicKeyInfo) for any of our algorithms. Throws `request_invalid`. */
export async function checkPublicKey(pem: string): Promise<void> {
  if ((await importKeys(pem)).size > 0) return
  throw new OslerError(
    'request_invalid',
    `The file holds no public key: send a PEM file that begins with "-----BEGIN PUBLIC KEY-----", for ${ALGORITHMS.join(', ')}.`,
  )
}

async function importKeys(pem: string) {
  const keys = new Map<string, Awaited<ReturnType<typeof importSPKI>>>()
  for (const algorithm of ALGORITHMS) {
    const key = await importSPKI(pem, algorithm).catch(() => undefined)
    if (key) keys.set(algorithm, key)
  }
  return keys
}

/**
 * Checks that a client's assertion (RFC 7523) is signed with its key, is about itself, is meant for one of `audiences`,
 * and has not expired; answers what tells it from others, its `jti` where it has one, and when it ends. Throws `key_wrong` with what is wrong.
 */
export async function verifyAssertion(
  assertion: string,
  { clientId, pem, audiences }: { clientId: string; pem: string; audiences: readonly string[] },
): Promise<{ id: string; endsAt: Date }> {
  const keys = await importKeys(pem)
  const findKey = ({ alg = '' }) => {
    const key = keys.get(alg)
    if (key) return key
    throw new OslerError(
      'key_wrong',
      `The assertion is signed with ${alg.slice(0, 10)}; the key is for ${[...keys.keys()].join(', ')}.`,
    )
  }
  const expected = {
    issuer: clientId,
    subject: clientId,
    requiredClaims: ['exp', 'aud'],
    clockTolerance: TOLERANCE_SECONDS,
  }
  try {
    const { payload } = await jwtVerify(assertion, findKey, { ...expected, algorithms: [...ALGORITHMS] })
    const lastsSeconds = (payload.exp ?? 0) - Date.now() / 1000
    if (lastsSeconds > LONGEST_SECONDS + TOLERANCE_SECONDS) {
      throw new OslerError('key_wrong', 'The assertion lasts longer than an hour.')
    }
    if (![payload.aud ?? []].flat().some((audience) => audiences.includes(audience)))
      throw new OslerError('key_wrong', `The assertion's "aud" must be ${audiences.join(' or ')}.`)
    const endsAt = new Date(((payload.exp ?? 0) + TOLERANCE_SECONDS + 1) * 1000)
    // Without its signature, of which there may be two for the same words.
    return { id: payload.jti ?? assertion.slice(0, assertion.lastIndexOf('.')), endsAt }
  } catch (error) {
    if (error instanceof OslerError) throw error
    const what = error instanceof errors.JWTExpired ? 'has expired' : 'is not signed by this client, or not about it'
    throw new OslerError('key_wrong', `The assertion ${what}.`, {}, { cause: error })
  }
}
