import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ask, askJson, send } from '../api.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { askSure } from './ask-sure.tsx'
import { Message } from './message.tsx'

export interface Thing {
  id: string
  name: string
}

/** What is typed: of a thing that is there, or of a new one. */
interface Edited<Draft> {
  id?: string
  name: string
  draft: Draft
}

export interface FieldsProps<Draft> {
  name: string
  draft: Draft
  onChange: (draft: Draft) => void
}

interface Props<Value extends Thing, Draft> {
  /** As in `/api/templates`. */
  plural: string
  title: string
  hint: string
  /** What a new one begins with. */
  blank: Draft
  /** What is edited of one, and what is saved of that beside its name. */
  draftOf: (thing: Value) => Draft
  bodyOf: (draft: Draft) => object
  Fields: (props: FieldsProps<Draft>) => ComponentChildren
}

/** Things that a tenant keeps, each under a name: made, changed and deleted. */
export function CollectionEditor<Value extends Thing, Draft>(props: Props<Value, Draft>) {
  const { plural, title, hint, blank, draftOf, bodyOf, Fields } = props
  const nothing: Edited<Draft> = { name: '', draft: blank }
  const { message, say, attempt } = useAttempt()
  const [things, setThings] = useState<Value[]>([])
  const [edited, setEdited] = useState(nothing)
  const path = `/api/${plural}`
  const refresh = () => attempt(async () => setThings((await askJson<Record<string, Value[]>>(path))[plural] ?? []))
  useEffect(() => void refresh(), [])

  const save = () =>
    attempt(async () => {
      const body = { name: edited.name.trim(), ...bodyOf(edited.draft) }
      await (edited.id ? send('PUT', `${path}/${edited.id}`, body) : send('POST', path, body))
      setEdited(nothing)
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
      <Things
        things={things}
        onEdit={(thing) => setEdited({ id: thing.id, name: thing.name, draft: draftOf(thing) })}
        onRemove={remove}
      />
      <form class="card" onSubmit={instead(save)}>
        <label>
          {t('name')}
          <input
            required
            value={edited.name}
            onInput={(event) => setEdited({ ...edited, name: event.currentTarget.value })}
          />
        </label>
        <Fields name={edited.name} draft={edited.draft} onChange={(draft) => setEdited({ ...edited, draft })} />
        <div class="tools">
          <button type="submit" class="main">
            {t(edited.id ? 'save' : 'add')}
          </button>
          {edited.id && (
            <button type="button" onClick={() => setEdited(nothing)}>
              {t('cancel')}
            </button>
          )}
        </div>
        <Message message={message} />
      </form>
    </section>
  )
}

interface ThingsProps<Value extends Thing> {
  things: readonly Value[]
  onEdit: (thing: Value) => void
  onRemove: (thing: Value) => unknown
}

function Things<Value extends Thing>({ things, onEdit, onRemove }: ThingsProps<Value>) {
  return (
    <ul class="list">
      {things.map((thing) => (
        <li key={thing.id}>
          <span>{thing.name}</span>
          <button type="button" onClick={() => onEdit(thing)} aria-label={`${t('edit')}: ${thing.name}`}>
            {t('edit')}
          </button>
          <button type="button" onClick={() => onRemove(thing)} aria-label={`${t('delete')}: ${thing.name}`}>
            {t('delete')}
          </button>
        </li>
      ))}
    </ul>
  )
}
