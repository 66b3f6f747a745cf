import type {} from '@fastify/multipart'
import type {} from '@fastify/sse'
import type { WebSocket } from 'ws'
import type { Account } from '../domain/account.ts'
import type { CredentialKind, Scope } from '../domain/tenant.ts'

/** What a door finds on a request, and what it tells of a route. */
declare module 'fastify' {
  interface FastifyRequest {
    /** Whose data the key opens. */
    tenantId: string
    /** What let the request in: a key's id, or an account's. */
    keyId: string
    /** Whose session let the request in. */
    account: Account | undefined
    /** When that session began. */
    signedInAt: Date | undefined
    /** The vendor's user that a token speaks for; empty where a key speaks for its whole tenant. */
    userId: string
    /** What a token said that let the request in. */
    claims: Readonly<Record<string, string>> | undefined
    /** What the credential allows. */
    scopes: readonly Scope[]
    /** Whether the key still opens this; throws `key_wrong` when it was revoked meanwhile. */
    checkKey(): Promise<void>
    /** Opens the socket that was asked for, with one of the sub-protocols that were offered; none of any other request. */
    openSocket:
      | ((protocol: string | undefined, headers: Readonly<Record<string, string>>) => Promise<WebSocket>)
      | undefined
    /** The address that it came from, noted before the client could hang up. */
    origin: string
    /** Its line could not be written. */
    isAuditLost: boolean
    /** What it is that let the request in; undefined where nothing did. */
    credential: CredentialKind | undefined
    /** Where this server is reached, as `https://osler.example`: by the setting, else as the request says. */
    publicUrl: string
    /** Aborts when the client goes away, or has its answer. */
    gone: AbortSignal
    /**
     * For what makes something other than a job: the answer of `make`, or, when the same `Idempotency-Key` came before
     * with the same content, the answer that was given then. Throws `request_reused` for other content.
     */
    answerOnce<Answer extends object>(content: unknown, make: () => Promise<Answer>): Promise<Answer>
  }
  interface FastifyContextConfig {
    /** What the credential must allow, all of it; a route without it takes any that is valid. */
    scope?: Scope | readonly Scope[]
    /** Which credentials it takes; keys alone where it does not say. */
    takes?: readonly CredentialKind[]
    /** A header that carries the key instead of `Authorization`. */
    keyHeader?: string
    /** Where else a key may be, besides in the header: a browser's sockets have none. */
    readKey?: (request: FastifyRequest) => string | undefined
    /** A route that checks by itself who asks: no key is needed. */
    isOpen?: boolean
    /** Its body is the client's own: a null is a place to be filled, and no field that was left out. */
    keepsNulls?: boolean
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    /** The vendor's base that the request came by; empty from the root. */
    vendorBase?: string
  }
}
