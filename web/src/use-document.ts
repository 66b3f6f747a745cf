import { useRef, useState } from 'preact/hooks'
import { send } from './api.ts'
import { session } from './session.ts'
import type { Section, VersionedNote } from './types.ts'
import { useAttempt } from './use.ts'

/** What a person does to a document, one after the other: each change is made to what the one before it left. */
export function useDocument(
  path: string,
  note: VersionedNote,
  onNote: (note: VersionedNote) => void,
  onStale: () => Promise<unknown>,
) {
  const { message, say, attempt } = useAttempt(onStale)
  const newest = useRef(note)
  if (newest.current.version < note.version) newest.current = note
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** The version before the last change that was made here. */
  const [before, setBefore] = useState<number>()

  /** Changes the document; what comes of it, or undefined when `body` makes nothing or that failed. */
  function change(method: string, to: string, body: (newest: VersionedNote) => object | undefined) {
    const make = async (): Promise<VersionedNote | undefined> => {
      const { version } = newest.current
      const wanted = body(newest.current)
      const seen = { version, author: session.name() }
      const changed = wanted && (await attempt(() => send<VersionedNote>(method, path + to, { ...seen, ...wanted })))
      if (changed === undefined) return undefined
      newest.current = changed
      onNote(changed)
      setBefore(['/sign', '/addenda', '/restore'].includes(to) ? undefined : version)
      return changed
    }
    const made = last.current.then(make)
    last.current = made
    return made
  }
  return {
    message,
    say,
    before,
    /** Waits for what is being saved, then answers the document as it is. */
    settle: async () => {
      await last.current
      return newest.current
    },
    /** False when `edit` makes nothing, or that could not be saved. */
    save: async (edit: (sections: readonly Section[]) => Section[] | undefined) => {
      const make = ({ sections }: VersionedNote) => {
        const edited = edit(sections)
        return edited && { sections: edited }
      }
      return (await change('PUT', '', make)) !== undefined
    },
    rewrite: () => change('POST', '/rewrite', () => ({})),
    sign: () => change('POST', '/sign', () => ({})),
    amend: (text: string) => change('POST', '/addenda', () => ({ text })),
    restore: (restored: number) => change('POST', '/restore', () => ({ restored })),
  }
}
