import { type PatientDetails, SEXES, type Sex, type Visit } from '../../../src/domain/visit.ts'
import { printDate } from '../format.ts'
import { session } from '../session.ts'
import { type TextName, t } from '../texts.ts'

interface Props {
  visit: Visit
  onChange: (visit: Visit) => void
}

/** The longest line that the server takes. */
const LINE = 200

/** Who is seen and why, in a few fields that may all stay empty. */
export function VisitFields({ visit, onChange }: Props) {
  const { patient = {}, reason = '' } = visit
  const say = (changes: PatientDetails) => onChange({ ...visit, patient: { ...patient, ...changes } })
  return (
    <div class="fields">
      <Line label="patientName" value={patient.name} onChange={(name) => say({ name })} />
      <Line label="patientNumber" value={patient.number} onChange={(number) => say({ number })} />
      <label>
        {t('birthDate')}
        <input
          type="date"
          value={patient.birthDate ?? ''}
          onChange={(event) => say({ birthDate: event.currentTarget.value || undefined })}
        />
      </label>
      <label>
        {t('sex')}
        <select
          value={patient.sex ?? ''}
          onChange={(event) => say({ sex: (event.currentTarget.value || undefined) as Sex | undefined })}
        >
          <option value="">–</option>
          {SEXES.map((sex) => (
            <option key={sex} value={sex}>
              {t(sex === 'other' ? 'otherSex' : sex)}
            </option>
          ))}
        </select>
      </label>
      <Line label="reason" value={reason} onChange={(text) => onChange({ ...visit, reason: text })} />
    </div>
  )
}

function Line({
  label,
  value,
  onChange,
}: {
  label: TextName
  value: string | undefined
  onChange: (text: string) => void
}) {
  return (
    <label>
      {t(label)}
      <input
        dir="auto"
        autocomplete="off"
        maxLength={LINE}
        value={value ?? ''}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}

const KNOWN = ['history', 'allergies', 'medicines', 'notes'] as const

/** What was known before the visit. */
export function KnownFields({ visit, onChange }: Props) {
  return (
    <div class="fields">
      {KNOWN.map((name) => (
        <label key={name}>
          {t(name === 'notes' ? 'notesBefore' : name)}
          <textarea
            dir="auto"
            rows={2}
            maxLength={20_000}
            value={visit[name] ?? ''}
            onInput={(event) => onChange({ ...visit, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  )
}

/** That the patient agreed, in which words, and when: the moment in which it is ticked. */
export function ConsentField({ visit, onChange }: Props) {
  const { consent } = visit
  const agree = (isGiven: boolean) => {
    const { consent: _, ...others } = visit
    const given = { wording: t('consentWording'), at: new Date().toISOString(), by: session.name() }
    onChange(isGiven ? { ...others, consent: given } : others)
  }
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={consent !== undefined}
          onChange={(event) => agree(event.currentTarget.checked)}
        />
        {t('consent')}
      </label>{' '}
      <small>
        “{consent?.wording ?? t('consentWording')}”{consent && ` ${printDate(consent.at)}`}
      </small>
    </div>
  )
}
