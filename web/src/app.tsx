import { useRef, useState } from 'preact/hooks'
import { session } from './api.ts'
import { ConsultationPage } from './pages/consultation.tsx'
import { ConsultationsPage } from './pages/consultations.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { KeysHelp } from './parts/keys-help.tsx'
import { Recorder } from './parts/recorder.tsx'
import { language, languages, setLanguage, t } from './texts.ts'
import { useHash, useKeys } from './use.ts'

/** `#/`, `#/consultations/ID`, `#/settings`; without a key, the way in. */
export function App() {
  const [isOpen, setOpen] = useState(session.key() !== '')
  const hash = useHash()
  const [sent, setSent] = useState(0)
  const help = useRef<HTMLDialogElement | null>(null)
  useKeys((key) => key === '?' && help.current?.showModal())
  const close = () => {
    session.close()
    setOpen(false)
  }
  const [, page, id] = hash.split('/')
  const isList = page !== 'consultations' && page !== 'settings'
  return (
    <>
      <button type="button" class="skip" onClick={() => document.querySelector('main')?.focus()}>
        {t('skip')}
      </button>
      <header>
        <a class="name" href="#/">
          Osler
        </a>
        <nav aria-label={t('pages')}>
          {isOpen && <a href="#/">{t('consultations')}</a>}
          {isOpen && <a href="#/settings">{t('settings')}</a>}
        </nav>
        <label class="quiet">
          {t('language')}{' '}
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {languages.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => help.current?.showModal()}>
          {t('keys')} <kbd>?</kbd>
        </button>
        {isOpen && (
          <button type="button" onClick={close}>
            {t('signOut')}
          </button>
        )}
      </header>
      <main tabIndex={-1}>
        {isOpen && <Recorder isOffered={isList} onSent={() => setSent((count) => count + 1)} />}
        {!isOpen && <SignInPage onOpen={() => setOpen(true)} />}
        {isOpen && page === 'consultations' && id && <ConsultationPage key={id} id={id} />}
        {isOpen && page === 'settings' && <SettingsPage />}
        {isOpen && isList && <ConsultationsPage sent={sent} />}
      </main>
      <KeysHelp dialog={help} />
    </>
  )
}
