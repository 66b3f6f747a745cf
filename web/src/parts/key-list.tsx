import { useEffect, useState } from 'preact/hooks'
import type { Scope } from '../../../src/domain/tenant.ts'
import { ask, askJson, send } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { askSure } from './ask-sure.tsx'
import { Message } from './message.tsx'

const SCOPES = ['submit', 'read', 'delete', 'sign', 'admin'] as const
const nameOf = (scope: string) => t(`scope_${scope as Scope}`)

interface Key {
  id: string
  name: string
  scopes: string[]
  createdAt: string
  lastUsedAt?: string
  revokedAt?: string
  secret?: string
}

/** The tenant's keys: made, shown once, revoked. Whose key may not do this is told how keys are made. */
export function KeyList() {
  const { message, attempt } = useAttempt()
  const [keys, setKeys] = useState<Key[]>()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly string[]>(SCOPES.slice(0, 3))
  const [made, setMade] = useState<Key>()
  const read = async () => setKeys((await askJson<{ keys: Key[] }>('/api/keys')).keys)
  useEffect(() => void read().catch(() => {}), [])

  const make = () =>
    attempt(async () => {
      setMade(await send<Key>('POST', '/api/keys', { name, scopes }))
      setName('')
      await read()
    })
  const revoke = (key: Key) =>
    attempt(async () => {
      if (!(await askSure(t('revokeSure', key.name), t('revoke')))) return
      await ask(`/api/keys/${key.id}`, { method: 'DELETE' })
      await read()
    })

  if (keys === undefined) {
    return (
      <>
        <p>{t('apiKeysHint')}</p>
        <pre>osler keys create NAME</pre>
      </>
    )
  }
  return (
    <>
      <ul class="list">
        {keys
          .filter(({ revokedAt }) => revokedAt === undefined)
          .map((key) => (
            <KeyRow key={key.id} of={key} onRevoke={() => revoke(key)} />
          ))}
      </ul>
      <form class="card" onSubmit={instead(make)}>
        <label>
          {t('name')}
          <input required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <Scopes scopes={scopes} onChange={setScopes} />
        <button type="submit" class="main" disabled={scopes.length === 0}>
          {t('makeKey')}
        </button>
        {made && (
          <p role="status">
            {t('keyMade', made.name)} <code>{made.secret}</code>
          </p>
        )}
        <Message message={message} />
      </form>
    </>
  )
}

function KeyRow({ of: key, onRevoke }: { of: Key; onRevoke: () => void }) {
  return (
    <li>
      <span dir="auto">{key.name}</span>
      <span class="quiet">{key.scopes.map(nameOf).join(', ')}</span>
      <span class="quiet">{key.lastUsedAt ? t('lastUsed', printDate(key.lastUsedAt)) : t('neverUsed')}</span>
      <button type="button" onClick={onRevoke} aria-label={`${t('revoke')}: ${key.name}`}>
        {t('revoke')}
      </button>
    </li>
  )
}

function Scopes({ scopes, onChange }: { scopes: readonly string[]; onChange: (scopes: readonly string[]) => void }) {
  const toggle = (scope: string) => onChange(SCOPES.filter((other) => (other === scope) !== scopes.includes(other)))
  return (
    <fieldset class="tools">
      <legend>{t('mayDo')}</legend>
      {SCOPES.map((scope) => (
        <label key={scope}>
          <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} /> {nameOf(scope)}
        </label>
      ))}
    </fieldset>
  )
}
