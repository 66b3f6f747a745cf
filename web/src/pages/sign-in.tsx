import { useState } from 'preact/hooks'
import { askJson, session } from '../api.ts'
import { Message } from '../parts/message.tsx'
import { t } from '../texts.ts'
import { useAttempt } from '../use.ts'

/** The key and a name to sign with; a key that is refused is not kept. */
export function SignInPage({ onOpen }: { onOpen: () => void }) {
  const { message, attempt } = useAttempt()
  const [key, setKey] = useState('')
  const [name, setName] = useState(session.lastName)
  async function open(event: Event) {
    event.preventDefault()
    session.open(key.trim(), name.trim())
    const isIn = await attempt(() => askJson('/api/consultations?limit=1'))
    if (isIn) onOpen()
    else session.close()
  }
  return (
    <form class="card sign-in" onSubmit={open}>
      <h1>{t('signIn')}</h1>
      <p>{t('whatOslerIs')}</p>
      <label>
        {t('yourName')}
        <input value={name} onInput={(event) => setName(event.currentTarget.value)} autocomplete="name" required />
      </label>
      <label>
        {t('key')}
        <input
          type="password"
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
          autocomplete="off"
          required
        />
      </label>
      <button type="submit" class="main">
        {t('signIn')}
      </button>
      <Message message={message} />
      <small>{t('signInHint')}</small>
    </form>
  )
}
