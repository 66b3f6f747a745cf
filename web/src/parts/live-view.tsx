import { useEffect, useRef } from 'preact/hooks'
import { printTime } from '../format.ts'
import type { LiveText, SpokenItem } from '../live-text.ts'
import { printHeading } from '../said-by-server.ts'
import { t } from '../texts.ts'
import type { Note } from '../types.ts'
import { PauseMark } from './pause-mark.tsx'

interface Props {
  live: LiveText
  /** Where the person paused. */
  pausesMs: readonly number[]
}

/** A consultation while it goes on: what is said, and beside it the note as it forms. */
export function LiveView({ live: { items, open, draft }, pausesMs }: Props) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [items, open])
  return (
    <div class="live-view wide">
      <section class="pane spoken" aria-labelledby="spoken-title">
        <h2 id="spoken-title">{t('transcript')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
        <div class="growing" tabIndex={0} role="log" aria-labelledby="spoken-title">
          <ol>{linesOf(items, pausesMs)}</ol>
          {/* Read aloud when it is final. */}
          <div class="partial" aria-hidden="true">
            {open.map(({ id, text }) => (
              <p key={id} dir="auto">
                {text} …
              </p>
            ))}
          </div>
          <div ref={end} />
        </div>
      </section>
      <Draft note={draft} />
    </div>
  )
}

function linesOf(items: readonly SpokenItem[], pausesMs: readonly number[]) {
  const said = items.map(({ id, startMs, speaker, text }) => ({
    startMs,
    line: (
      <li key={id}>
        <time>{printTime(startMs)}</time>{' '}
        {speaker !== 'unspecified' && <span class={`speaker ${speaker}`}>{t(speaker)}</span>}{' '}
        <span dir="auto">{text}</span>
      </li>
    ),
  }))
  const paused = pausesMs.map((startMs) => ({
    startMs,
    line: <PauseMark key={`pause ${startMs}`} startMs={startMs} />,
  }))
  return [...said, ...paused].sort((a, b) => a.startMs - b.startMs).map(({ line }) => line)
}

/** SAFETY: nobody may take it for the document that is written in the end. */
function Draft({ note }: { note: Note | undefined }) {
  const sections = note?.sections.filter(({ statements }) => statements.length > 0) ?? []
  return (
    <section class="pane draft" aria-labelledby="draft-title">
      <h2 id="draft-title">
        <span class="chip">{t('draft')}</span> {note && printHeading(note.kind, note.title)}
      </h2>
      <p class="small quiet">{t('draftHint')}</p>
      {sections.map(({ key, title, statements }) => (
        <div key={key}>
          <h3>{note && printHeading(note.kind, title)}</h3>
          <ul>
            {statements.map(({ text, evidence }) => (
              <li key={`${evidence} ${text}`} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
