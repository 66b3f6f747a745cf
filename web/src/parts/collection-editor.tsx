import { useEffect, useState } from 'preact/hooks'
import { ask, askJson, send } from '../api.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { askSure } from './ask-sure.tsx'
import { Message } from './message.tsx'

interface Thing {
  id: string
  name: string
}

/** What is typed: of a thing that is there, or of a new one. */
interface Edited {
  id?: string
  name: string
  lines: string
}
const NOTHING: Edited = { name: '', lines: '' }

interface Props<Value extends Thing> {
  /** As in `/api/templates`. */
  plural: string
  title: string
  hint: string
  example: string
  /** The parts of one, a line each, and back. */
  print: (thing: Value) => string
  read: (lines: string[]) => object
}

/** Things that a tenant keeps, each a name and lines: made, changed and deleted. */
export function CollectionEditor<Value extends Thing>({ plural, title, hint, example, print, read }: Props<Value>) {
  const { message, say, attempt } = useAttempt()
  const [things, setThings] = useState<Value[]>([])
  const [edited, setEdited] = useState(NOTHING)
  const path = `/api/${plural}`
  const refresh = () => attempt(async () => setThings((await askJson<Record<string, Value[]>>(path))[plural] ?? []))
  useEffect(() => void refresh(), [])

  const save = () =>
    attempt(async () => {
      const lines = edited.lines.split('\n').flatMap((line) => line.trim() || [])
      const body = { name: edited.name.trim(), ...read(lines) }
      await (edited.id ? send('PUT', `${path}/${edited.id}`, body) : send('POST', path, body))
      setEdited(NOTHING)
      await refresh()
      say(t('saved'))
    })
  const remove = ({ id, name }: Value) =>
    attempt(async () => {
      if (!(await askSure(t('removeSure', name), t('delete')))) return
      await ask(`${path}/${id}`, { method: 'DELETE' })
      await refresh()
    })

  return (
    <section>
      <h2>{title}</h2>
      <p class="quiet">{hint}</p>
      <ul class="list">
        {things.map((thing) => (
          <li key={thing.id}>
            <span>{thing.name}</span>
            <button type="button" onClick={() => setEdited({ id: thing.id, name: thing.name, lines: print(thing) })}>
              {t('edit')}
            </button>
            <button type="button" onClick={() => remove(thing)} aria-label={`${t('delete')}: ${thing.name}`}>
              {t('delete')}
            </button>
          </li>
        ))}
      </ul>
      <form class="card" onSubmit={instead(save)}>
        <Fields edited={edited} example={example} onChange={setEdited} />
        <div class="tools">
          <button type="submit" class="main">
            {t(edited.id ? 'save' : 'add')}
          </button>
          {edited.id && (
            <button type="button" onClick={() => setEdited(NOTHING)}>
              {t('cancel')}
            </button>
          )}
        </div>
        <Message message={message} />
      </form>
    </section>
  )
}

interface FieldsProps {
  edited: Edited
  example: string
  onChange: (edited: Edited) => void
}

function Fields({ edited, example, onChange }: FieldsProps) {
  return (
    <>
      <label>
        {t('name')}
        <input
          required
          value={edited.name}
          onInput={(event) => onChange({ ...edited, name: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('lines')}
        <textarea
          required
          rows={5}
          placeholder={example}
          value={edited.lines}
          onInput={(event) => onChange({ ...edited, lines: event.currentTarget.value })}
        />
      </label>
    </>
  )
}
