import { useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { Message } from '../parts/message.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { canUsePasskeys, signInWithPasskey } from '../passkey.ts'
import { goToProvider } from '../provider.ts'
import { type Session, session } from '../session.ts'
import { signIn } from '../sign-in.ts'
import { t } from '../texts.ts'
import { instead, useAttempt, type Message as Value } from '../use.ts'
import { useWays } from '../use-ways.ts'

/** By an account, or by a key and a name to sign with. */
export function SignInPage({ failure, onOpen }: { failure: Value | undefined; onOpen: () => void }) {
  const [hasKey, setHasKey] = useState(false)
  return (
    <div class="card sign-in">
      <h1>{t('signIn')}</h1>
      <p>{t('whatOslerIs')}</p>
      {hasKey ? <KeyForm onOpen={onOpen} /> : <AccountForm failure={failure} onOpen={onOpen} />}
      <button type="button" onClick={() => setHasKey(!hasKey)}>
        {t(hasKey ? 'withAccount' : 'withKey')}
      </button>
    </div>
  )
}

function AccountForm({ failure, onOpen }: { failure: Value | undefined; onOpen: () => void }) {
  const { message, attempt } = useAttempt()
  const { hasPasswords = true, hasProvider = false } = useWays() ?? {}
  const [signInName, setName] = useState('')
  const [password, setPassword] = useState('')
  const open = (begin: () => Promise<Session>) =>
    attempt(async () => {
      session.open(await begin())
      onOpen()
    })
  return (
    <form onSubmit={instead(() => open(() => signIn({ signInName, password })))}>
      {hasProvider && (
        <button type="button" class="main" onClick={() => attempt(() => goToProvider())}>
          {t('withProvider')}
        </button>
      )}
      {hasPasswords && (
        <>
          <label>
            {t('signInName')}
            <input
              value={signInName}
              onInput={(event) => setName(event.currentTarget.value)}
              autocomplete="username"
              autocapitalize="none"
              required
            />
          </label>
          <SecretField label={t('password')} value={password} onChange={setPassword} autocomplete="current-password" />
          <button type="submit" class={hasProvider ? '' : 'main'}>
            {t('signIn')}
          </button>
        </>
      )}
      {canUsePasskeys() && (
        <button type="button" onClick={() => open(signInWithPasskey)}>
          {t('withPasskey')}
        </button>
      )}
      <Message message={message ?? failure} />
    </form>
  )
}

/** A key that is refused is not kept. */
function KeyForm({ onOpen }: { onOpen: () => void }) {
  const { message, attempt } = useAttempt()
  const [key, setKey] = useState('')
  const [name, setName] = useState(session.lastName)
  async function open() {
    session.openKey(key.trim(), name.trim())
    const told = await attempt(() => askJson<Session>('/api/session'))
    if (told === undefined) return session.close()
    session.open(told)
    onOpen()
  }
  return (
    <form onSubmit={instead(open)}>
      <label>
        {t('yourName')}
        <input value={name} onInput={(event) => setName(event.currentTarget.value)} autocomplete="name" required />
      </label>
      <SecretField label={t('key')} value={key} onChange={setKey} autocomplete="off" />
      <button type="submit" class="main">
        {t('signIn')}
      </button>
      <Message message={message} />
      <small>{t('signInHint')}</small>
    </form>
  )
}
