import { OslerError } from '../../domain/errors.ts'
import { isUsable } from '../../domain/tenant.ts'
import { verifyAssertion } from '../../platform/assertions.ts'
import { findKey, touchKey } from '../../store/keys.ts'
import type { Handle } from '../../store/tables.ts'

/**
 * The id of the client that signed an assertion (RFC 7523) for a path, registered with `osler keys create --public-key`.
 * Throws `key_wrong`.
 */
export async function checkAssertion(db: Handle, assertion: string, audiencePath: string): Promise<string> {
  const clientId = readIssuer(assertion)
  const key = clientId ? await findKey(db, clientId) : undefined
  if (!key?.publicKey || !isUsable(key)) {
    throw new OslerError('key_wrong', 'The client of this assertion is unknown, or its key was revoked or has expired.')
  }
  await verifyAssertion(assertion, { clientId: key.id, pem: key.publicKey, audiencePath })
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
