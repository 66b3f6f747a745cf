import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useDrafts } from '../drafts.ts'
import { printWarning } from '../said-by-server.ts'
import { t } from '../texts.ts'
import type { VersionedTranscript } from '../types.ts'
import type { useConsultation } from '../use-consultation.ts'
import type { usePosition } from '../use-position.ts'
import { useRoving } from '../use-roving.ts'
import { Hearing } from './hearing.tsx'
import { TranscriptList } from './transcript.tsx'
import { Versions } from './versions.tsx'

type Read = ReturnType<typeof useConsultation>

interface Props {
  id: string
  transcript: VersionedTranscript
  position: ReturnType<typeof usePosition>
  /** What is shown instead of this. */
  views: ComponentChildren
  /** A document that rests on it was signed: nobody changes it. */
  isFixed: boolean
  onChange: Read['change']
  onRestore: Read['restore']
}

/** What was said, with what was wrong about the hearing, and its versions. */
export function TranscriptPane({ id, transcript, position, views, isFixed, onChange, onRestore }: Props) {
  const [isHistory, setHistory] = useState(false)
  const drafts = useDrafts(`${id}/transcript`)
  const pane = useRef<HTMLElement>(null)
  useRoving(pane, '.transcript li:not(.pause)')
  const { version, warnings, items, pausesMs } = transcript
  const { marks, edited, setEdited, player } = position
  // What a closed window left typed is opened where it was typed.
  useEffect(() => setEdited(items.find(({ id }) => drafts.all[id] !== undefined)?.id), [])
  return (
    <section ref={pane} class="pane side" aria-labelledby="transcript-title">
      <h2 id="transcript-title" class="hidden">
        {t('transcript')}
      </h2>
      <div class="tools noprint">
        {views}
        {version > 0 && (
          <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {t('versions', version)}
          </button>
        )}
      </div>
      {warnings.map((warning) => (
        <p key={`${warning.code} ${warning.message}`} class="warning">
          {printWarning(warning)}
        </p>
      ))}
      {isFixed && <p class="quiet small">{t('transcriptFixed')}</p>}
      {isHistory && (
        <Versions path={`/api/consultations/${id}/transcript`} version={version} {...(!isFixed && { onRestore })} />
      )}
      <Hearing of={transcript} />
      <TranscriptList
        {...{ items, pausesMs, marks, edited, drafts, onEdit: isFixed ? undefined : setEdited, onChange }}
        onPlay={(item) => player.current?.play(item.startMs, Number.POSITIVE_INFINITY)}
      />
    </section>
  )
}
