import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocked } from '../lock.ts'
import { canUsePasskeys, signInWithPasskey } from '../passkey.ts'
import { onSignedInBeside, openBeside, readSession } from '../provider.ts'
import { session } from '../session.ts'
import { goOnAs, signIn } from '../sign-in.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'
import { useWays } from '../use-ways.ts'
import { Message } from './message.tsx'
import { SecretField } from './secret-field.tsx'

/** Over the page while it is locked: who signs in goes on where they were. */
export function Locked({ onSignOut }: { onSignOut: () => void }) {
  const isLocked = useLocked()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isLocked) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isLocked])
  // A browser closes a dialog at the second Escape, whatever the page says.
  const stay = () => isLocked && dialog.current?.showModal()
  return (
    <dialog ref={dialog} class="locked-page" aria-label={t('locked')} onClose={stay}>
      {isLocked && <Form onSignOut={onSignOut} />}
    </dialog>
  )
}

function Form({ onSignOut }: { onSignOut: () => void }) {
  const { message, attempt } = useAttempt()
  const { hasPasswords = true, hasProvider = false } = useWays() ?? {}
  const [password, setPassword] = useState('')
  useEffect(() => onSignedInBeside(() => attempt(() => goOnAs(readSession))), [])
  const open = async () => {
    const signInName = session.account()?.signInName
    await attempt(() => goOnAs(() => signIn({ signInName, password })))
    setPassword('')
  }
  return (
    <form onSubmit={instead(open)}>
      <h1>{t('locked')}</h1>
      <p>{t('lockedHint', session.name())}</p>
      {hasPasswords && (
        <SecretField label={t('password')} value={password} onChange={setPassword} autocomplete="current-password" />
      )}
      <div class="tools">
        {hasPasswords && (
          <button type="submit" class="main">
            {t('goOnWorking')}
          </button>
        )}
        {hasProvider && (
          <button type="button" onClick={openBeside}>
            {t('withProvider')}
          </button>
        )}
        {canUsePasskeys() && (
          <button type="button" onClick={() => attempt(() => goOnAs(signInWithPasskey))}>
            {t('withPasskey')}
          </button>
        )}
        <button type="button" onClick={onSignOut}>
          {t('signOut')}
        </button>
      </div>
      <Message message={message} />
    </form>
  )
}
