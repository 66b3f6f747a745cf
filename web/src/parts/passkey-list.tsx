import { useEffect, useState } from 'preact/hooks'
import { ask, askJson } from '../api.ts'
import { printDate } from '../format.ts'
import { canUsePasskeys, makePasskey } from '../passkey.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { askSure } from './ask-sure.tsx'
import { Message } from './message.tsx'

interface Passkey {
  id: string
  name: string
  createdAt: string
  lastUsedAt?: string
}

/** One's own passkeys: made on this device, seen when last used, removed. */
export function PasskeyList() {
  const { message, say, attempt } = useAttempt()
  const [passkeys, setPasskeys] = useState<Passkey[]>([])
  const [name, setName] = useState('')
  const read = async () => setPasskeys((await askJson<{ passkeys: Passkey[] }>('/api/session/passkeys')).passkeys)
  useEffect(() => void attempt(read), [])
  const add = () =>
    attempt(async () => {
      await makePasskey(name)
      setName('')
      await read()
      say(t('passkeyAdded'))
    })
  const remove = (passkey: Passkey) =>
    attempt(async () => {
      if (!(await askSure(t('removePasskeySure', passkey.name), t('remove')))) return
      await ask(`/api/session/passkeys/${passkey.id}`, { method: 'DELETE' })
      await read()
    })
  return (
    <section>
      <h3>{t('passkeys')}</h3>
      <p>{t('passkeysHint')}</p>
      {passkeys.length > 0 && (
        <ul class="list">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} of={passkey} onRemove={() => remove(passkey)} />
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <form class="card" onSubmit={instead(add)}>
          <label>
            {t('passkeyName')}
            <input required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <button type="submit">{t('addPasskey')}</button>
        </form>
      ) : (
        <p class="quiet">{t('passkeysNotHere')}</p>
      )}
      <Message message={message} />
    </section>
  )
}

function PasskeyRow({ of: { name, createdAt, lastUsedAt }, onRemove }: { of: Passkey; onRemove: () => void }) {
  return (
    <li>
      <span dir="auto">{name}</span>
      <span class="quiet">{t('madeOn', printDate(createdAt))}</span>
      <span class="quiet">{lastUsedAt ? t('lastUsed', printDate(lastUsedAt)) : t('neverUsed')}</span>
      <button type="button" onClick={onRemove} aria-label={`${t('remove')}: ${name}`}>
        {t('remove')}
      </button>
    </li>
  )
}
