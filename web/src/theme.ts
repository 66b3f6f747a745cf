export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const THEME = 'osler-theme'
const isTheme = (name: string | null): name is Theme => THEMES.includes(name as Theme)

export const readTheme = (): Theme => {
  const kept = localStorage.getItem(THEME)
  return isTheme(kept) ? kept : 'system'
}

/** Every colour is written for both: which one counts is the page's colour scheme, which its style sheet sets by this. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}

export function keepTheme(theme: Theme): void {
  localStorage.setItem(THEME, theme)
  showTheme(theme)
}
