import { useState } from 'preact/hooks'
import { FoundList } from '../parts/found-list.tsx'
import { Message } from '../parts/message.tsx'
import { NewVisit } from '../parts/new-visit.tsx'
import { SearchFields } from '../parts/search-fields.tsx'
import { VisitList } from '../parts/visit-list.tsx'
import { session } from '../session.ts'
import { t } from '../texts.ts'
import { useConsultations } from '../use-consultations.ts'
import type { useRecorder } from '../use-recorder.ts'
import { NOTHING_WANTED, useSearch } from '../use-search.ts'

interface Props {
  /** Grows when the server has more. */
  sent: number
  recorder: ReturnType<typeof useRecorder>
}

/** A new consultation, and those that were: what came of each, newest first, or what is looked for. */
export function ConsultationsPage({ sent, recorder }: Props) {
  const { message, consultations, read, hasMore, readMore } = useConsultations(sent)
  const [wanted, setWanted] = useState(NOTHING_WANTED)
  const search = useSearch(wanted, sent)
  const shown = search.isWanted ? search.found?.consultations : consultations
  const failed = search.message ?? message
  const more = search.isWanted ? search.readMore : hasMore && readMore
  return (
    <>
      <h1>{t('consultations')}</h1>
      <NewVisit {...{ recorder, consultations: consultations ?? [] }} onSent={read} />
      <Message message={failed} />
      <SearchFields wanted={wanted} onChange={setWanted} />
      <p role="status" class="quiet">
        {!shown && !failed && t('loading')}
        {shown?.length === 0 && t(search.isWanted ? 'noResults' : 'noConsultations')}
        {search.found && search.found.unsearchable > 0 && ` ${t('unsearchable', search.found.unsearchable)}`}
      </p>
      {search.found ? (
        <FoundList found={search.found.consultations} />
      ) : (
        !search.isWanted && <VisitList consultations={consultations ?? []} />
      )}
      {more && (
        <button type="button" onClick={more}>
          {t('more')}
        </button>
      )}
      {session.may('delete') && (
        <p class="small">
          <a href="#/deleted">{t('deletedConsultations')}</a>
        </p>
      )}
    </>
  )
}
