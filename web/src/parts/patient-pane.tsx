import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Visit } from '../../../src/domain/visit.ts'
import { askJson } from '../api.ts'
import { printDate } from '../format.ts'
import { withoutBlanks } from '../new-visit.ts'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import { instead } from '../use.ts'
import { ConsentField, KnownFields, VisitFields } from './visit-fields.tsx'
import { VisitList } from './visit-list.tsx'

interface Props {
  id: string
  consultation: Consultation | undefined
  /** What is shown instead of this. */
  views: ComponentChildren
  onVisit: (visit: Visit) => Promise<unknown>
}

/** Who is seen and why, what was known before, and the patient's other visits. */
export function PatientPane({ id, consultation, views, onVisit }: Props) {
  const saved = consultation?.visit ?? {}
  const [visit, setVisit] = useState<Visit>(saved)
  const isChanged = JSON.stringify(withoutBlanks(visit)) !== JSON.stringify(withoutBlanks(saved))
  const fields = { visit, onChange: setVisit }
  return (
    <section class="pane side patient" aria-labelledby="patient-title">
      <h2 id="patient-title" class="hidden">
        {t('patientPage')}
      </h2>
      <div class="tools">{views}</div>
      <form class="card" onSubmit={instead(() => onVisit(visit))}>
        <VisitFields {...fields} />
        <KnownFields {...fields} />
        <ConsentField {...fields} />
        <button type="submit" class="main" disabled={!isChanged}>
          {t('save')}
        </button>
      </form>
      <OtherVisits id={id} visit={saved} />
    </section>
  )
}

function OtherVisits({ id, visit }: { id: string; visit: Visit }) {
  const [others, setOthers] = useState<readonly Consultation[]>()
  const who = JSON.stringify(visit.patient ?? {})
  useEffect(() => {
    const path = `/api/consultations?samePatientAs=${id}`
    askJson<{ consultations: Consultation[] }>(path).then(
      ({ consultations }) => setOthers(consultations),
      () => {},
    )
  }, [id, who])
  if (!others) return null
  if (others.length === 0) return <p class="quiet">{t(visit.patient ? 'noOtherVisits' : 'whoIsSeen')}</p>
  return (
    <>
      <h3>{t('otherVisits')}</h3>
      <VisitList
        consultations={others.map((other) => ({ ...other, title: other.visit?.reason ?? printDate(other.createdAt) }))}
      />
    </>
  )
}
