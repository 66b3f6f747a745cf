import { useEffect, useRef, useState } from 'preact/hooks'
import { session } from './api.ts'
import { ConsultationPage } from './pages/consultation.tsx'
import { ConsultationsPage } from './pages/consultations.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { AskSure } from './parts/ask-sure.tsx'
import { KeysHelp } from './parts/keys-help.tsx'
import { LiveBar } from './parts/live-bar.tsx'
import { Top } from './parts/top.tsx'
import { t } from './texts.ts'
import { useHash, useKeys } from './use.ts'
import { useRecorder } from './use-recorder.ts'

/** `#/`, `#/consultations/ID`, `#/settings`; without a key, the way in. */
export function App() {
  const [isOpen, setOpen] = useState(session.key() !== '')
  const hash = useHash()
  const help = useRef<HTMLDialogElement | null>(null)
  const main = useRef<HTMLElement>(null)
  const showKeys = () => help.current?.showModal()
  useKeys((key) => key === '?' && showKeys())
  const close = () => {
    session.close()
    setOpen(false)
  }
  const [, page = '', id] = hash.split('/')
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
      <Top page={isOpen ? page : undefined} onKeys={showKeys} onSignOut={close} />
      <main ref={main} tabIndex={-1}>
        {isOpen ? <Pages page={page} id={id} /> : <SignInPage onOpen={() => setOpen(true)} />}
      </main>
      <KeysHelp dialog={help} />
      <AskSure />
    </>
  )
}

/** The pages of who is signed in. A recording goes on over all of them. */
function Pages({ page, id }: { page: string; id: string | undefined }) {
  const [sent, setSent] = useState(0)
  const recorder = useRecorder(() => setSent((count) => count + 1))
  return (
    <>
      <LiveBar {...recorder} />
      {page === 'consultations' && id && <ConsultationPage key={id} id={id} />}
      {page === 'settings' && <SettingsPage />}
      {page !== 'consultations' && page !== 'settings' && <ConsultationsPage sent={sent} recorder={recorder} />}
    </>
  )
}
