import { useState } from 'preact/hooks'
import type { PatientDetails, Visit } from '../../../src/domain/visit.ts'
import { printPatient } from '../format.ts'
import { readVisit, takeTypedVisit, writeVisit } from '../new-visit.ts'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import type { useRecorder } from '../use-recorder.ts'
import { keepWishes, readWishes } from '../wishes.ts'
import { Icon } from './icon.tsx'
import { PastedText } from './pasted-text.tsx'
import { SendOptions } from './send-options.tsx'
import { Upload } from './upload.tsx'
import { ConsentField, KnownFields, VisitFields } from './visit-fields.tsx'

interface Props {
  recorder: ReturnType<typeof useRecorder>
  /** Those that are listed: their patients may come again. */
  consultations: readonly Consultation[]
  onSent: () => void
}

/** Begins a consultation: who is seen and why, which may all be left out; then the microphone, or a file. */
export function NewVisit({ recorder: { recorder, state, kept }, consultations, onSent }: Props) {
  const [visit, setVisit] = useState(() => readVisit('typed'))
  const change = (next: Visit) => {
    setVisit(next)
    writeVisit('typed', next)
  }
  const record = () => {
    takeTypedVisit()
    setVisit({})
    void recorder.record()
  }
  const fields = { visit, onChange: change }
  const isFree = state === 'idle' && kept === undefined
  return (
    <section class="card new-visit" aria-labelledby="new-visit">
      <h2 id="new-visit">{t('newVisit')}</h2>
      <VisitFields {...fields} />
      <Known {...{ consultations, visit }} onTake={change} />
      <ConsentField {...fields} />
      <div class="start">
        {isFree && (
          <button type="button" class="main record" onClick={record}>
            <Icon name="microphone" /> {t('record')}
          </button>
        )}
        <LiveChoice />
        <Upload visit={visit} onTaken={() => change({})} onSent={onSent} />
      </div>
      <details>
        <summary>{t('knownBefore')}</summary>
        <KnownFields {...fields} />
      </details>
      <PastedText visit={visit} onTaken={() => change({})} />
      <SendOptions />
    </section>
  )
}

/** Off: what is recorded is heard when it has ended. */
function LiveChoice() {
  const [isLive, setLive] = useState(() => readWishes().isLive)
  return (
    <label class="small">
      <input
        type="checkbox"
        checked={isLive}
        onChange={(event) => {
          setLive(event.currentTarget.checked)
          keepWishes({ ...readWishes(), isLive: event.currentTarget.checked })
        }}
      />{' '}
      {t('liveText')}
    </label>
  )
}

const FEW = 3
const isLike = (typed: string | undefined, known: string | undefined) =>
  typed !== undefined && typed.length > 1 && known?.toLowerCase().startsWith(typed.toLowerCase())

interface KnownProps {
  consultations: readonly Consultation[]
  visit: Visit
  onTake: (visit: Visit) => void
}

/** Patients who were here and are called like what is typed. Nobody is taken for another: the person chooses. */
function Known({ consultations, visit, onTake }: KnownProps) {
  const { name, number } = visit.patient ?? {}
  const typed = printPatient(visit.patient)
  const known = new Map<string, Visit & { patient: PatientDetails }>()
  for (const { visit: earlier } of consultations) {
    const who = earlier?.patient
    const line = printPatient(who)
    const fits = who && line !== typed && (isLike(name, who.name) || isLike(number, who.number))
    if (fits && !known.has(line)) known.set(line, { ...earlier, patient: who })
  }
  if (known.size === 0) return null
  return (
    <fieldset class="tools">
      <legend class="small quiet">{t('wasHere')}</legend>
      {[...known].slice(0, FEW).map(([line, { patient, history, allergies, medicines }]) => (
        <button key={line} type="button" onClick={() => onTake({ ...visit, patient, history, allergies, medicines })}>
          {line}
        </button>
      ))}
    </fieldset>
  )
}
