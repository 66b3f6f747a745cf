import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson, watch } from '../api.ts'
import { t } from '../texts.ts'
import type { Item, RequestState, VersionedTranscript } from '../types.ts'

interface Props {
  consultationId: string
  /** So many segments were sent: what comes of each is waited for. */
  segments: number
}

/** What was heard so far of a recording that goes on; the newest words are in view. */
export function GrowingTranscript({ consultationId, segments }: Props) {
  const [items, setItems] = useState<readonly Item[]>([])
  const list = useRef<HTMLOListElement>(null)
  const stop = useRef(new AbortController())
  const followed = useRef(Promise.resolve())
  useEffect(() => () => stop.current.abort(), [])
  useEffect(() => {
    const path = `/api/consultations/${consultationId}`
    const { signal } = stop.current
    const follow = async () => {
      await watch<RequestState>(`${path}/events`, ({ status }) => status !== 'ongoing', signal)
      setItems((await askJson<VersionedTranscript>(`${path}/transcript`, { signal })).items)
    }
    // One after the other: a browser keeps few connections to a server. What fails is seen when the next segment comes.
    followed.current = followed.current.then(follow).catch(() => {})
  }, [consultationId, segments])
  useEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [items])
  return (
    <div role="log" aria-label={t('transcript')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
      <ol ref={list} class="growing" tabIndex={0}>
        {items.map(({ id, speaker, text }) => (
          <li key={id}>
            <span class={`speaker ${speaker}`}>{t(speaker)}</span> <span dir="auto">{text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
