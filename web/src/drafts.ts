import { useState } from 'preact/hooks'

export const DRAFT_PREFIX = 'osler-draft:'

/** Text that was typed into fields and is not saved, by the names of the fields. */
export interface Drafts {
  all: Readonly<Record<string, string>>
  /** The same as it is now, before the page is drawn anew. */
  read(): Readonly<Record<string, string>>
  keep(name: string, text: string): void
  forget(name: string): void
}

/**
 * What was typed and not saved, kept in this browser over a closed window or a crash, until it is saved or left, or the
 * person signs out. `place`: what the fields belong to.
 */
export function useDrafts(place: string): Drafts {
  const key = DRAFT_PREFIX + place
  const [all, setAll] = useState(() => read(key))
  function change(change: (drafts: Record<string, string>) => void): void {
    const next = read(key)
    change(next)
    if (Object.keys(next).length > 0) localStorage.setItem(key, JSON.stringify(next))
    else localStorage.removeItem(key)
    setAll(next)
  }
  return {
    all,
    read: () => read(key),
    keep: (name, text) =>
      change((drafts) => {
        drafts[name] = text
      }),
    forget: (name) =>
      change((drafts) => {
        delete drafts[name]
      }),
  }
}

/** PATIENT DATA: nobody finds what another person typed on the same machine. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT_PREFIX)) localStorage.removeItem(key)
}

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
