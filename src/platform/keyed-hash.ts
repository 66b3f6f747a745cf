import { createHmac } from 'node:crypto'

/** A hash that only who has the secret can make, so that what it is of cannot be guessed by trying. */
export type KeyedHash = (purpose: string, ...parts: readonly string[]) => string

/** HMAC-SHA-256 (RFC 2104) of the parts, which are told apart whatever is in them; base64url. */
export const openKeyedHash =
  (secret: string): KeyedHash =>
  (purpose, ...parts) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url')
