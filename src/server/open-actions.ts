import type { Consultations } from '../api/capabilities.ts'
import { amend } from '../consultations/amend.ts'
import { ask, preview } from '../consultations/ask.ts'
import { correct } from '../consultations/correct.ts'
import { deleteOwn } from '../consultations/delete.ts'
import { editDocument } from '../consultations/edit-document.ts'
import { exportBundle, exportDocument, type WriteNow } from '../consultations/export.ts'
import { follow } from '../consultations/follow.ts'
import type { JobEvents } from '../consultations/follow-job.ts'
import type { JobTools } from '../consultations/job-tools.ts'
import { keepVisit } from '../consultations/keep-visit.ts'
import { listSummaries, readSummary } from '../consultations/list.ts'
import { readChecks } from '../consultations/list-checks.ts'
import type { LookTools } from '../consultations/look-on.ts'
import { readDocument, readDocuments, readRecord, readVersions } from '../consultations/read.ts'
import { readTrail } from '../consultations/read-trail.ts'
import { restoreDocument, restoreTranscript } from '../consultations/restore.ts'
import type { SearchTools } from '../consultations/search/make-searchable.ts'
import { search } from '../consultations/search/search.ts'
import { deleteForNow, listReturnable, returnDeleted } from '../consultations/set-aside.ts'
import { sign } from '../consultations/sign.ts'
import { writeAgain, writeDocument } from '../consultations/write-document.ts'
import type { Retention } from '../domain/retention.ts'
import type { SubmitTools } from '../pipeline/intake/submit.ts'
import type { KeyedHash } from '../platform/keyed-hash.ts'
import type { Threads } from '../platform/threads.ts'
import type { Audit } from '../store/audit.ts'
import type { HeavyTasks } from './heavy-tasks.ts'

interface ActionTools extends Pick<SubmitTools, 'db' | 'blobs'>, Omit<SearchTools, 'db'> {
  writeNow: WriteNow
  looking: LookTools & { events: JobEvents }
  audit: Audit
  hash: KeyedHash
  retention: Retention
}

/** What one may do with a consultation, on this server's database, recordings and engines. */
export function openActions(
  tools: ActionTools,
  work: JobTools,
  timeoutMs: number,
  heavy: Threads<HeavyTasks>,
): Consultations {
  const { db, writeNow, looking } = tools
  return {
    list: (tenantId, page) => listSummaries(db, tenantId, page),
    search: (tenantId, wanted) => search(tools, tenantId, wanted),
    find: (tenantId, id) => readSummary(db, tenantId, id),
    read: (tenantId, id) => readRecord(db, tenantId, id),
    readDocument: (tenantId, id, kind) => readDocument(db, tenantId, id, kind),
    readDocuments: (tenantId, ids) => readDocuments(db, tenantId, ids),
    listChecks: (tenantId, id, kind) => readChecks(db, tenantId, id, kind),
    readTrail: (tenantId, id) => readTrail(tools, tenantId, id),
    ask: (tenantId, id, question) => ask(tools, tenantId, id, question),
    preview: (tenantId, id, template) => preview(tools, tenantId, id, template),
    keepVisit: (tenantId, id, visit) => keepVisit(tools, tenantId, id, visit),
    readVersions: (tenantId, id, kind) => readVersions(db, tenantId, id, kind),
    correct: (caller, id, change, seen) =>
      correct({ db, correctItems: (...args) => heavy.run('correctItems', args) }, caller, id, change, seen),
    edit: (caller, id, content, seen) => editDocument(db, caller, id, content, seen),
    restoreTranscript: (caller, id, restored, seen) => restoreTranscript(db, caller, id, restored, seen),
    restoreDocument: (caller, id, wanted, seen) => restoreDocument(db, caller, id, wanted, seen),
    sign: (caller, id, kind, seen) => sign(db, caller, id, kind, seen),
    amend: (caller, id, addendum, seen) => amend(db, caller, id, addendum, seen),
    writeDocument: (caller, wanted, signal) => writeDocument(work, caller, { ...wanted, timeoutMs }, signal),
    writeAgain: (caller, wanted, seen, signal) => writeAgain(work, caller, { ...wanted, timeoutMs }, seen, signal),
    writeNow,
    redact: (transcript) => heavy.run('redact', [transcript]),
    follow: (tenantId, id, look, signal) => follow(looking, tenantId, id, look, signal),
    exportDocument: (tenantId, id, kind, format) =>
      exportDocument(
        { db, formatDocument: (...args) => heavy.run('formatDocument', args) },
        tenantId,
        id,
        kind,
        format,
      ),
    exportBundle: (tenantId, id) =>
      exportBundle({ db, writeNow, formatBundle: (...args) => heavy.run('formatBundle', args) }, tenantId, id),
    delete: (tenantId, id) => deleteOwn(tools, tenantId, id),
    deleteForNow: (caller, id, why) => deleteForNow(tools, caller, id, why),
    listReturnable: (tenantId) => listReturnable(tools, tenantId),
    returnDeleted: (caller, id) => returnDeleted(tools, caller, id),
  }
}
