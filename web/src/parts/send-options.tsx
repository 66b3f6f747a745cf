import { useEffect, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { printLanguage } from '../format.ts'
import { groupKinds } from '../kind-groups.ts'
import { readKinds } from '../read-kinds.ts'
import { t } from '../texts.ts'
import type { EngineOffer, KindOffer } from '../types.ts'
import { keepWishes, readWishes, type Wishes } from '../wishes.ts'
import { MicrophoneChoice } from './microphone-choice.tsx'

/** Languages that most servers with an engine for all are asked for. */
const MANY = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'ar', 'sw', 'yo', 'ha', 'ig', 'zh', 'hi']
const SPEAKERS = ['', '1', '2', '3', '4', '5']

/** Language, number of speakers, documents and templates. */
export function SendOptions() {
  const [wishes, setWishes] = useState(readWishes)
  const [languages, setLanguages] = useState<string[]>([wishes.language])
  const [kinds, setKinds] = useState<KindOffer[]>([])
  useEffect(() => {
    const ignore = () => {}
    askJson<{ models: EngineOffer[] }>('/api/models').then(({ models }) => {
      const heard = models.flatMap((model) => (model.task === 'speech' ? model.languages : []))
      const auto = models.some(({ tellsLanguage }) => tellsLanguage) ? ['auto'] : []
      setLanguages([...auto, ...new Set(heard.flatMap((tag) => (tag === 'mul' ? MANY : tag)))])
    }, ignore)
    readKinds().then(setKinds, ignore)
  }, [])
  const change = (changes: Partial<Wishes>) => {
    const next = { ...readWishes(), ...changes }
    setWishes(next)
    keepWishes(next)
  }
  const chosen = wishes.documents.split(',').filter(Boolean)
  const choose = (kind: string, isOn: boolean) =>
    change({ documents: (isOn ? [...chosen, kind] : chosen.filter((other) => other !== kind)).join(',') })
  return (
    <details>
      <summary>{t('documentsToWrite', chosen.length)}</summary>
      <MicrophoneChoice />
      <div class="tools">
        <Choice
          label={t('spoken')}
          value={wishes.language}
          options={languages.map((tag) => [tag, tag === 'auto' ? t('found') : printLanguage(tag)])}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('mostSpeakers')}
          value={wishes.speakers}
          options={SPEAKERS.map((count) => [count, count || t('found')])}
          onChange={(speakers) => change({ speakers })}
        />
      </div>
      {groupKinds(kinds).map(([group, own]) => (
        <fieldset key={group} class="kinds">
          <legend>{t(group)}</legend>
          {own.map(({ kind, title, says }) => (
            <label key={kind} title={says}>
              <input
                type="checkbox"
                checked={chosen.includes(kind)}
                onChange={(event) => choose(kind, event.currentTarget.checked)}
              />{' '}
              {title}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: [value: string, text: string][]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
