import { useEffect, useState } from 'preact/hooks'
import type { DeletionReason } from '../../../src/domain/set-aside.ts'
import { askJson, send } from '../api.ts'
import { printDate } from '../format.ts'
import { Message } from '../parts/message.tsx'
import { t } from '../texts.ts'
import { useAttempt } from '../use.ts'

interface Deleted {
  id: string
  createdAt: string
  deletedAt: string
  keptUntil: string
  reason: DeletionReason
  title?: string
  by: string
}

/** Consultations that were deleted and can be returned, deleted last first. */
export function DeletedPage() {
  const { message, attempt } = useAttempt()
  const [deleted, setDeleted] = useState<readonly Deleted[]>()
  const read = async () =>
    setDeleted((await askJson<{ consultations: Deleted[] }>('/api/deleted-consultations')).consultations)
  useEffect(() => void attempt(read), [])
  const putBack = (id: string) =>
    attempt(async () => {
      await send('POST', `/api/deleted-consultations/${id}/return`, {})
      location.hash = `#/consultations/${id}`
    })
  return (
    <>
      <h1>{t('deletedConsultations')}</h1>
      <Message message={message} />
      {!deleted && !message && <p role="status">{t('loading')}</p>}
      {deleted?.length === 0 && <p class="quiet">{t('nothingDeleted')}</p>}
      <div class="visits">
        <ul class="list">
          {deleted?.map((one) => {
            const name = one.title ?? printDate(one.createdAt)
            return (
              <li key={one.id}>
                <span>
                  <b>{name}</b> <small>{printDate(one.createdAt)}</small>
                  <br />
                  <small>
                    {t('deletedBy', printDate(one.deletedAt), one.by, t(one.reason))} ·{' '}
                    {t('keptUntil', printDate(one.keptUntil))}
                  </small>
                </span>
                <button type="button" onClick={() => putBack(one.id)}>
                  {t('returnDeleted', name)}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}
