import { useState } from 'preact/hooks'
import { Message } from '../parts/message.tsx'
import { NewPassword } from '../parts/new-password.tsx'
import { session } from '../session.ts'
import { signIn } from '../sign-in.ts'
import { t } from '../texts.ts'
import { instead, useAttempt } from '../use.ts'

interface Props {
  /** What the link carries. */
  link: string
  /** Of the account that the link is for; undefined where it makes the first one. */
  signInName: string | undefined
  onOpen: () => void
}

/** The page of a link that is good once: the first account is made, or a password is chosen. */
export function WelcomePage({ link, signInName: given, onOpen }: Props) {
  const { message, attempt } = useAttempt()
  const [name, setName] = useState('')
  const [signInName, setSignInName] = useState(given ?? '')
  const [password, setPassword] = useState('')
  const isFirst = given === undefined
  const open = () =>
    attempt(async () => {
      const who = isFirst ? { link, password, name, signInName } : { link, password }
      session.open(await signIn(who, isFirst ? '/api/session/first' : '/api/session/link'))
      // The link is used up, and stands in no history.
      location.replace('#/')
      onOpen()
    })
  return (
    <form class="card sign-in" onSubmit={instead(open)}>
      <h1>{t(isFirst ? 'firstAccount' : 'choosePassword')}</h1>
      <p>{t(isFirst ? 'firstAccountHint' : 'choosePasswordHint')}</p>
      {isFirst && (
        <label>
          {t('yourName')}
          <input value={name} onInput={(event) => setName(event.currentTarget.value)} autocomplete="name" required />
        </label>
      )}
      <label>
        {t('signInName')}
        <input
          value={signInName}
          readOnly={!isFirst}
          onInput={(event) => setSignInName(event.currentTarget.value)}
          autocomplete="username"
          autocapitalize="none"
          required
        />
      </label>
      <NewPassword value={password} onChange={setPassword} />
      <button type="submit" class="main">
        {t(isFirst ? 'makeAccount' : 'choosePassword')}
      </button>
      <Message message={message} />
    </form>
  )
}
