import { useState } from 'preact/hooks'
import { send } from '../api.ts'
import { type Account, type Session, session } from '../session.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { useWays } from '../use-ways.ts'
import { Message } from './message.tsx'
import { NewPassword } from './new-password.tsx'
import { SecretField } from './secret-field.tsx'

/** Who is signed in, and another password. */
export function OwnAccount({ account }: { account: Account }) {
  const { message, say, attempt } = useAttempt()
  const { hasPasswords = true } = useWays() ?? {}
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const change = () =>
    attempt(async () => {
      session.open(await send<Session>('PUT', '/api/session/password', { password, next }))
      setPassword('')
      setNext('')
      say(t('passwordChanged'))
    })
  return (
    <form class="card" onSubmit={instead(change)}>
      <p>
        {account.name} ({account.signInName}, {t(account.role as 'clinician')})
      </p>
      {hasPasswords && account.hasPassword && (
        <>
          <input type="hidden" value={account.signInName} autocomplete="username" />
          <SecretField
            label={t('oldPassword')}
            value={password}
            onChange={setPassword}
            autocomplete="current-password"
          />
          <NewPassword value={next} onChange={setNext} />
          <button type="submit">{t('changePassword')}</button>
        </>
      )}
      <Message message={message} />
    </form>
  )
}
