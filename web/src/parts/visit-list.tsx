import type { ComponentChildren } from 'preact'
import { printClock, printDay, printPatient, printPercent, printTime } from '../format.ts'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'

/** Consultations below the days on which they were. */
export function VisitList({ consultations }: { consultations: readonly Consultation[] }) {
  const days = Map.groupBy(consultations, ({ createdAt }) => printDay(createdAt))
  return (
    <div class="visits">
      {[...days].map(([day, own]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ul class="list">
            {own.map((consultation) => (
              <Row key={consultation.id} consultation={consultation} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface RowProps {
  consultation: Consultation
  children?: ComponentChildren
  onOpen?: () => void
}

/** @param onOpen what else opening it does; `children` stands below its name */
export function Row({ consultation, children, onOpen }: RowProps) {
  const { id, createdAt, title, visit, durationMs } = consultation
  const details = [
    visit?.patient && printPatient({ ...visit.patient, name: undefined }),
    visit?.patient && visit.reason,
  ]
  return (
    <li>
      <span>
        <a href={`#/consultations/${id}`} dir="auto" onClick={onOpen}>
          {title ?? t('consultation')}
        </a>
        <small>{details.filter(Boolean).join(' · ')}</small>
        {children}
      </span>
      <small>
        <time>{printClock(createdAt)}</time>
        {durationMs !== undefined && ` · ${printTime(durationMs)}`}
      </small>
      <StateChip consultation={consultation} />
    </li>
  )
}

/** How it stands, for who has to do with it. */
export function StateChip({
  consultation: { request, documents, signed, unfinished },
}: {
  consultation: Consultation
}) {
  const status = request?.status ?? ''
  if (unfinished) return <span class={`chip recorded ${status}`}>{t('unfinished')}</span>
  if (request === undefined) return <span class="chip">{t('nothingHeard')}</span>
  if (request.status === 'failed') return <span class="chip failed">{t('failed')}</span>
  if (request.status === 'ongoing')
    return (
      <span class="chip ongoing">
        {t('ongoing')} {printPercent(request.progress)}
      </span>
    )
  if (documents.length === 0) return <span class="chip succeeded">{t('succeeded')}</span>
  const isSigned = documents.every((kind) => signed.includes(kind))
  if (isSigned) return <span class="chip succeeded signed">{t('signed')}</span>
  const left = signed.length > 0 ? ` ${signed.length}/${documents.length}` : ''
  return (
    <span class="chip succeeded review">
      {t('toReview')}
      {left}
    </span>
  )
}
