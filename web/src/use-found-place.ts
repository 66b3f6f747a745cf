import { useEffect, useState } from 'preact/hooks'
import { foundPlace } from './found-place.ts'
import type { VersionedNote, VersionedTranscript } from './types.ts'

/**
 * Where a search found what was looked for: focused, and so lit and in sight, as soon as it is there.
 * @param show puts the part of the page in sight in which it is
 */
export function useFoundPlace(
  transcript: VersionedTranscript | undefined,
  notes: readonly VersionedNote[],
  show: (view: 'note' | 'transcript') => void,
): { kind: string | undefined } {
  const [place] = useState(foundPlace.take)
  const isThere = place?.in === 'transcript' ? transcript !== undefined : notes.some(({ kind }) => kind === place?.kind)
  useEffect(() => {
    if (!place || !isThere) return
    show(place.in === 'transcript' ? 'transcript' : 'note')
    setTimeout(() => {
      const found =
        place.in === 'transcript'
          ? document.querySelector<HTMLElement>(`[id="item-${place.item}"] button`)
          : [...document.querySelectorAll<HTMLElement>('.document .statement')].find(({ textContent }) =>
              textContent.includes(place.text),
            )
      found?.focus()
      found?.scrollIntoView({ block: 'center' })
    })
  }, [isThere])
  return { kind: place?.kind }
}
