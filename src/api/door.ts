import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { SignCallback } from '../domain/callback.ts'
import type { JobResult } from '../domain/consultation.ts'
import type { OslerError } from '../domain/errors.ts'
import type { Settings } from '../domain/setting.ts'
import type { Capabilities, Records } from './capabilities.ts'
import './request.ts'

export type App = FastifyInstance<
  import('node:http').Server,
  import('node:http').IncomingMessage,
  import('node:http').ServerResponse,
  import('fastify').FastifyBaseLogger,
  ZodTypeProvider
>

/** What a door gets: the capabilities that it named, and records of its own. */
export type Use<Needs extends keyof Capabilities = keyof Capabilities> = Pick<Capabilities, Needs> & {
  records: Records
}

export interface FormattedError {
  status: number
  body: unknown
}

/** A vendor API adapter: one vendor's way to ask and to be answered. It never meets an engine, ffmpeg or SQL. */
export interface Door<
  Known extends Settings = Settings,
  State = unknown,
  Needs extends keyof Capabilities = keyof Capabilities,
> {
  /** `intron`: its jobs, records and settings carry it. */
  readonly name: string
  /** Where the vendor mounts its API: below each, the same paths are served as from the root. */
  readonly bases: readonly string[]
  /** What its paths begin with from the root: what is not there is answered in its words. */
  readonly prefixes: readonly string[]
  /** All that its routes may use. */
  readonly needs: readonly Needs[]
  /** Its own settings: `maxSeconds` is read from OSLER_INTRON_MAX_SECONDS; the defaults are the vendor's. */
  readonly settings: Known
  /** What it keeps with a job to format the result; parsed when it is read. */
  readonly state: z.ZodType<State>
  /** A path in the spelling of today, for one of older documents. */
  respell?(path: string): string
  /** Mounts the routes; every one of them is behind a key unless it says otherwise. */
  routes(app: App, use: Use<Needs>, settings: z.infer<Known>): void
  /** An error in the vendor's body. */
  formatError(error: OslerError, requestId: string): FormattedError
  /** What a finished job posts to its callback. None where no route takes one. */
  formatCallback?(result: JobResult, state: State): unknown
  /** The vendor's own signature beside that of Standard Webhooks. */
  signCallback?: SignCallback
}

/** A door as it is, with its types told by what stands in it: what it does not name among its needs it cannot use. */
export const defineDoor = <Known extends Settings, State, const Needs extends keyof Capabilities>(
  door: Door<Known, State, Needs>,
): Door<Known, State, Needs> => door
