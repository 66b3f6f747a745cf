import { OslerError } from '../../domain/errors.ts'
import { isUsable } from '../../domain/tenant.ts'
import { verifyAssertion } from '../../platform/assertions.ts'
import { findKey, hashSecret, touchKey } from '../../store/keys.ts'
import type { Handle } from '../../store/tables.ts'
import { spendToken } from '../../store/token-ends.ts'

/**
 * The id of the client that signed an assertion (RFC 7523) for one of these addresses, registered with `osler keys create
 * --public-key`. An assertion is good for one use. Throws `key_wrong`.
 */
export async function checkAssertion(db: Handle, assertion: string, audiences: readonly string[]): Promise<string> {
  const clientId = readIssuer(assertion)
  const key = clientId ? await findKey(db, clientId) : undefined
  if (!key?.publicKey || !isUsable(key)) {
    throw new OslerError('key_wrong', 'The client of this assertion is unknown, or its key was revoked or has expired.')
  }
  const { id, endsAt } = await verifyAssertion(assertion, { clientId: key.id, pem: key.publicKey, audiences })
  if (!(await spendToken(db, `assertion:${key.id}:${hashSecret(id)}`, endsAt)))
    throw new OslerError('key_wrong', 'The assertion was used before: sign a new one, with a "jti", for each request.')
  await touchKey(db, key)
  return key.id
}

/** What the assertion claims, unchecked, to know whose key must have signed it. */
function readIssuer(assertion: string): string | undefined {
  try {
    const [, payload = ''] = assertion.split('.')
    return String(JSON.parse(Buffer.from(payload, 'base64url').toString()).iss)
  } catch {
    return undefined
  }
}
