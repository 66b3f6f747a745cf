import { useRef } from 'preact/hooks'
import { t } from '../texts.ts'
import { useKeys } from '../use.ts'
import type { Wanted } from '../use-search.ts'

const STATES = ['all', 'reviewFirst', 'toReview', 'signed', 'ongoing', 'failed'] as const
// Shown when they are asked for.
const TEXTS = [
  ['patient', 'patientNameOrNumber'],
  ['medicine', 'medicine'],
] as const
const DAYS = [
  ['from', 'fromDay'],
  ['until', 'untilDay'],
] as const

/** What is looked for: words, a state, and behind a button patient, medicine and days. */
export function SearchFields({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const words = useRef<HTMLInputElement>(null)
  useKeys((key, event) => {
    if (key !== '/') return
    event.preventDefault()
    words.current?.focus()
  })
  const field = (name: keyof Wanted) => ({
    value: wanted[name],
    onInput: (event: Event) => onChange({ ...wanted, [name]: (event.currentTarget as HTMLInputElement).value }),
  })
  return (
    <search class="tools">
      <label>
        {t('search')} <input ref={words} type="search" maxLength={200} {...field('words')} />
      </label>
      <label>
        {t('state')}{' '}
        <select {...field('state')}>
          {STATES.map((value) => (
            <option key={value} value={value}>
              {t(value)}
            </option>
          ))}
        </select>
      </label>
      <details>
        <summary>{t('moreFilters')}</summary>
        <div class="tools">
          {TEXTS.map(([name, label]) => (
            <label key={name}>
              {t(label)} <input type="search" maxLength={200} {...field(name)} />
            </label>
          ))}
          {DAYS.map(([name, label]) => (
            <label key={name}>
              {t(label)} <input type="date" {...field(name)} />
            </label>
          ))}
        </div>
      </details>
    </search>
  )
}
