import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson } from './api.ts'
import { unlock } from './lock.ts'
import { ConsultationPage } from './pages/consultation.tsx'
import { ConsultationsPage } from './pages/consultations.tsx'
import { DeletedPage } from './pages/deleted.tsx'
import { ProviderPage } from './pages/provider.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { WelcomePage } from './pages/welcome.tsx'
import { AskSure } from './parts/ask-sure.tsx'
import { KeysHelp } from './parts/keys-help.tsx'
import { LiveBar } from './parts/live-bar.tsx'
import { Locked } from './parts/locked.tsx'
import { Top } from './parts/top.tsx'
import { endBeside, takeAnswer } from './provider.ts'
import { type Session, session } from './session.ts'
import { endSession } from './sign-in.ts'
import { t } from './texts.ts'
import { type Message, messageOf, useHash, useKeys } from './use.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { useRecorder } from './use-recorder.ts'

/** `#/`, `#/consultations/ID`, `#/settings`, `#/deleted`, the pages of links and of the provider; for who is not signed in, the way in. */
export function App() {
  const { isOpen, setOpen, close, failure } = useSession()
  const hash = useHash()
  const help = useRef<HTMLDialogElement | null>(null)
  const main = useRef<HTMLElement>(null)
  const showKeys = () => help.current?.showModal()
  useKeys((key) => key === '?' && showKeys())
  const [, page = '', id, name] = hash.split('/')
  // Whoever goes to another page reads on at its beginning, and not at the end of the one before.
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) main.current?.focus()
    isFirst.current = false
  }, [hash])
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <Top page={isOpen ? page : undefined} onKeys={showKeys} onSignOut={() => close()} />
      <main ref={main} tabIndex={-1}>
        {isOpen !== undefined && <Shown {...{ page, id, name, isOpen, failure }} onOpen={() => setOpen(true)} />}
      </main>
      <KeysHelp dialog={help} />
      <AskSure />
      <Locked onSignOut={() => close(true)} />
    </>
  )
}

/** Whether somebody is signed in: undefined until the server has told. */
function useSession() {
  const [isOpen, setOpen] = useState<boolean>()
  const [failure, setFailure] = useState<Message>()
  useEffect(() => {
    const begin = takeAnswer()
    const told = begin ? begin() : askJson<Session>('/api/session')
    told.then(
      (told) => {
        if (begin && endBeside()) return
        session.open(told)
        setOpen(true)
      },
      (error) => {
        if (begin) setFailure({ text: messageOf(error), isBad: true })
        // With a key the page says itself what is wrong.
        setOpen(session.key() !== '')
      },
    )
  }, [])
  /** @param isAway who it is was not there to say what shall become of what they typed: it is kept for them */
  async function close(isAway = false) {
    const ended = endSession()
    session.close(isAway)
    const address = await ended
    setFailure(undefined)
    setOpen(false)
    unlock()
    if (address) location.assign(address)
  }
  return { isOpen, setOpen, close, failure }
}

interface ShownProps {
  page: string
  id: string | undefined
  name: string | undefined
  isOpen: boolean
  /** Why nobody was signed in who has come back from the organisation's provider. */
  failure: Message | undefined
  onOpen: () => void
}

function Shown({ page, id = '', name, isOpen, failure, onOpen }: ShownProps) {
  if (page === 'first-account') return <WelcomePage link={id} signInName={undefined} onOpen={onOpen} />
  if (page === 'password') return <WelcomePage link={id} signInName={decodeURIComponent(name ?? '')} onOpen={onOpen} />
  if (page === 'provider') return <ProviderPage />
  return isOpen ? <Pages page={page} id={id} /> : <SignInPage failure={failure} onOpen={onOpen} />
}

/** The pages of who is signed in. A recording goes on over all of them. */
function Pages({ page, id }: { page: string; id: string }) {
  const [sent, setSent] = useState(0)
  const recorder = useRecorder(() => setSent((count) => count + 1))
  useIdleLock(recorder.state === 'recording')
  return (
    <>
      <LiveBar {...recorder} />
      {page === 'consultations' && id && <ConsultationPage key={id} id={id} recorder={recorder} />}
      {page === 'settings' && <SettingsPage />}
      {page === 'deleted' && <DeletedPage />}
      {!['consultations', 'settings', 'deleted'].includes(page) && (
        <ConsultationsPage sent={sent} recorder={recorder} />
      )}
    </>
  )
}
