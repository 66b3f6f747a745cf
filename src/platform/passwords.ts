import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import pLimit from 'p-limit'

/**
 * scrypt (RFC 7914) at one of the costs of OWASP's Password Storage Cheat Sheet: 32 MiB a password. They stand with each
 * hash, so that those of before are checked as they were made.
 */
const COST = [2 ** 15, 8, 3] as const
const MOST_MEMORY = 64 * 1024 * 1024
const BYTES = 32

/** One at a time: many at once would take the threads that read files, and a gigabyte. */
const inTurn = pLimit(1)

const derive = (password: string, salt: Buffer, [N, r, p]: readonly number[]) =>
  inTurn(() => {
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
    const options = { N, r, p, maxmem: MOST_MEMORY } as ScryptOptions
    // The same letters may come in several codings, by the keyboard that they were typed on.
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
    return promise
  })

const format = (salt: Buffer, key: Buffer) =>
  ['scrypt', ...COST, salt.toString('base64url'), key.toString('base64url')].join('$')

/** What is stored of a password. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return format(salt, await derive(password, salt, COST))
}

/** SECURITY: where there is no such account as long is computed as where there is, so that time tells nobody who exists. */
const NOBODYS = format(randomBytes(16), randomBytes(BYTES))

/** Whether it is the password of which the hash was made; undefined is the hash of nobody. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODYS).split('$')
  const made = await derive(password, Buffer.from(salt, 'base64url'), [Number(N), Number(r), Number(p)])
  return timingSafeEqual(made, Buffer.from(key, 'base64url')) && hash !== undefined
}
