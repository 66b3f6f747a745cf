import { useState } from 'preact/hooks'
import { session } from '../session.ts'
import { language, languages, setLanguage, t } from '../texts.ts'
import { keepTheme, readTheme, THEMES, type Theme } from '../theme.ts'
import { Menu } from './menu.tsx'

interface Props {
  /** Of the page that is shown; undefined for who is not signed in. */
  page: string | undefined
  onKeys: () => void
  onSignOut: () => void
}

/** The name, the pages, and how the page is shown. */
export function Top({ page, onKeys, onSignOut }: Props) {
  return (
    <header class="top">
      <span class="brand">
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
          <path d="M3 10h2v4H3zM7 6h2v12H7zM11 3h2v18h-2zM15 7h2v10h-2zM19 10h2v4h-2z" />
        </svg>
        <span>Osler</span>
      </span>
      <nav aria-label={t('pages')}>
        {page !== undefined && (
          <>
            <a href="#/" aria-current={page === '' ? 'page' : undefined}>
              {t('consultations')}
            </a>
            <a href="#/settings" aria-current={page === 'settings' ? 'page' : undefined}>
              {t('settings')}
            </a>
          </>
        )}
      </nav>
      <Menu label={t('menu')}>
        <label>
          {t('language')}{' '}
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {languages.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ThemeChoice />
        <button type="button" onClick={onKeys}>
          {t('keys')} <kbd>?</kbd>
        </button>
        {page !== undefined && (
          <button type="button" onClick={onSignOut}>
            {t('signOut')} ({session.name()})
          </button>
        )}
      </Menu>
    </header>
  )
}

function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme)
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    keepTheme(chosen)
  }
  return (
    <label>
      {t('theme')}{' '}
      <select value={theme} onChange={(event) => choose(event.currentTarget.value as Theme)}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {t(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
