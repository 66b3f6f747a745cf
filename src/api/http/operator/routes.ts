import { z } from 'zod'
import type { Accounts } from '../../../domain/account.ts'
import type { ChainedLine } from '../../../domain/audit.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Job } from '../../../domain/job.ts'
import type { Orphans } from '../../../domain/orphans.ts'
import { type ApiKey, DEFAULT_TENANT, SCOPES, USUAL_SCOPES } from '../../../domain/tenant.ts'
import { checkPublicKey } from '../../../platform/assertions.ts'
import { type Audit, listAudit } from '../../../store/audit.ts'
import { listJobs } from '../../../store/jobs.ts'
import { createKey, hashSecret, listKeys, newSecret, revokeKey } from '../../../store/keys.ts'
import type { Handle } from '../../../store/tables.ts'
import { ensureTenant, listCallbackSecrets, rotateCallbackSecret } from '../../../store/tenants.ts'
import { listUpkeep } from '../../../store/upkeep.ts'
import type { App } from '../../door.ts'
import { formatRequest } from '../format-request.ts'
import { accountRoutes } from './account-routes.ts'
import { type PatientActions, patientRoutes } from './patient-routes.ts'

const Folder = z.string().startsWith('/')
const Id = z.object({ id: z.string() })
const TenantId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use lower-case letters, digits and hyphens')

const NewKey = z.strictObject({
  name: z.string().min(1).max(100),
  tenant: TenantId.default(DEFAULT_TENANT),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1)
    .default([...USUAL_SCOPES]),
  expiresAt: z.iso.datetime().optional(),
  publicKey: z.string().max(10_000).optional(),
})

const RequestFilter = z.object({
  status: z.enum(['ongoing', 'succeeded', 'failed']).optional(),
  delivery: z.enum(['pending', 'delivered', 'dead']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})

const AuditFilter = z.object({
  tenant: TenantId.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(50),
})

/** What the operator alone may do. */
export interface OperatorActions extends PatientActions {
  retry(jobId: string): Promise<Job>
  redeliver(jobId: string): Promise<Job>
  /** What database and store say of one another that is not so; `repair` mends it. */
  findOrphans(): Promise<Orphans>
  repair(): Promise<Orphans>
  /** Deletes what retention and sweep hold back, and believes the clock. */
  deleteHeld(): Promise<Record<'consultations' | 'recordings' | 'files', number>>
  /** Seals what is kept in the plain or under an older master key. Throws `request_invalid` where there is none. */
  sealAll(): Promise<Record<'texts' | 'recordings', number>>
  /** Copies everything into a folder of this machine that is not there yet; what `earlier` has is linked. Throws `backup_failed`. */
  backUp(folder: string, earlier: string | undefined): Promise<{ madeAt: string }>
}

/** What the commands `osler keys`, `osler requests` and `osler audit` ask for, of all tenants; only the operator's token opens it. */
export function operatorRoutes(
  app: App,
  actions: OperatorActions & { db: Handle; audit: Audit; accounts: Accounts },
): void {
  const { db, accounts, retry, redeliver, backUp } = actions
  accountRoutes(app, { db, accounts, tenant: TenantId.default(DEFAULT_TENANT) })
  checkRoutes(app, actions)
  patientRoutes(app, actions)

  app.get('/api/operator/keys', async () => ({ keys: (await listKeys(db)).map(formatKey) }))

  app.post('/api/operator/keys', { schema: { body: NewKey } }, (request) => makeKey(db, request.body))

  app.delete('/api/operator/keys/:id', { schema: { params: Id } }, async (request) => {
    const key = await revokeKey(db, request.params.id)
    if (key) return formatKey(key)
    throw new OslerError('not_found', 'There is no key with this id.')
  })

  app.get('/api/operator/tenants/:id/callback-secrets', { schema: { params: Id } }, async (request) =>
    formatSecrets(await listCallbackSecrets(db, request.params.id)),
  )

  app.post('/api/operator/tenants/:id/callback-secrets/rotate', { schema: { params: Id } }, async (request) =>
    formatSecrets(await rotateCallbackSecret(db, request.params.id)),
  )

  app.get('/api/operator/requests', { schema: { querystring: RequestFilter } }, async (request) => {
    const jobs = await listJobs(db, undefined, request.query)
    return { requests: jobs.map((job) => ({ tenant: job.tenantId, ...formatRequest(job) })) }
  })

  app.post(
    '/api/operator/backup',
    { schema: { body: z.strictObject({ folder: Folder, earlier: Folder.optional() }) } },
    ({ body: { folder, earlier } }) => backUp(folder, earlier),
  )

  app.get('/api/operator/upkeep', async () => ({ upkeep: await listUpkeep(db) }))

  app.post('/api/operator/requests/:id/retry', { schema: { params: Id } }, async (request) =>
    formatRequest(await retry(request.params.id)),
  )

  app.post('/api/operator/requests/:id/redeliver', { schema: { params: Id } }, async (request) =>
    formatRequest(await redeliver(request.params.id)),
  )
}

/** What was done, and what database and store say of one another. */
function checkRoutes(
  app: App,
  { db, audit, findOrphans, repair, deleteHeld, sealAll }: OperatorActions & { db: Handle; audit: Audit },
): void {
  app.get('/api/operator/audit', { schema: { querystring: AuditFilter } }, async (request) => {
    const { limit, tenant: tenantId } = request.query
    return { lines: (await listAudit(db, { limit, tenantId })).map(formatLine) }
  })

  app.get('/api/operator/audit/verify', () => audit.verify())

  app.get('/api/operator/orphans', () => findOrphans())

  app.post('/api/operator/repair', () => repair())

  app.post('/api/operator/delete-held', () => deleteHeld())

  app.post('/api/operator/seal', () => sealAll())
}

/** The key, with its secret where the client has no key pair of its own; nobody can read that again. */
async function makeKey(db: Handle, { name, tenant, scopes, expiresAt, publicKey }: z.infer<typeof NewKey>) {
  if (publicKey) await checkPublicKey(publicKey)
  const secret = publicKey ? undefined : newSecret()
  await ensureTenant(db, tenant)
  const key = await createKey(db, {
    tenantId: tenant,
    name,
    scopes,
    ...(secret && { secretHash: hashSecret(secret) }),
    ...(publicKey && { publicKey }),
    ...(expiresAt && { expiresAt: new Date(expiresAt) }),
  })
  return { ...formatKey(key), ...(secret && { secret }) }
}

function formatSecrets(secrets: string[]) {
  if (secrets.length > 0) return { secrets }
  throw new OslerError('not_found', 'There is no tenant with this id.')
}

const formatLine = ({ tenantId, keyId, userId, hash: _, chain: __, position: ___, ...line }: ChainedLine) => ({
  ...line,
  ...{ tenant: tenantId, key: keyId, user: userId },
})

function formatKey({ id, tenantId, name, scopes, ...times }: ApiKey) {
  return { id, tenant: tenantId, name, scopes, ...times }
}
