import { useEffect, useState } from 'preact/hooks'
import { useDrafts } from '../drafts.ts'
import { printDate, printPercent } from '../format.ts'
import { AddDocument } from '../parts/add-document.tsx'
import { DocumentView } from '../parts/document.tsx'
import { Message } from '../parts/message.tsx'
import { PlayerBar } from '../parts/player.tsx'
import { TranscriptList } from '../parts/transcript.tsx'
import { Versions } from '../parts/versions.tsx'
import { t } from '../texts.ts'
import type { RequestState, VersionedTranscript } from '../types.ts'
import { useConsultation } from '../use-consultation.ts'
import { usePosition } from '../use-position.ts'

type Read = ReturnType<typeof useConsultation>
type Position = ReturnType<typeof usePosition>

/** One consultation: its sound, its transcript, and beside it the documents with the words that they rest on. */
export function ConsultationPage({ id }: { id: string }) {
  const read = useConsultation(id)
  const { message, consultation, transcript, state, remove } = read
  const position = usePosition(transcript?.items ?? [])
  return (
    <>
      <div class="tools">
        <h1>{consultation ? printDate(consultation.createdAt) : t('consultation')}</h1>
        <button type="button" class="noprint" onClick={remove}>
          {t('delete')}
        </button>
      </div>
      <Message message={message} />
      {state?.status === 'ongoing' && <Progress of={state} />}
      {transcript && (
        <>
          <PlayerBar
            consultation={id}
            items={transcript.items}
            onTime={position.follow}
            onReady={(player) => {
              position.player.current = player
            }}
          />
          <div class="columns">
            <TranscriptPart {...{ id, transcript, position }} onChange={read.change} onRestore={read.restore} />
            <DocumentsPart {...{ id, read, position }} />
          </div>
        </>
      )}
    </>
  )
}

function Progress({ of: { progress } }: { of: RequestState }) {
  return (
    <p role="status">
      {t('ongoing')} <progress value={progress} aria-label={t('ongoing')} /> {printPercent(progress)}
    </p>
  )
}

interface TranscriptProps {
  id: string
  transcript: VersionedTranscript
  position: Position
  onChange: Read['change']
  onRestore: Read['restore']
}

function TranscriptPart({ id, transcript, position, onChange, onRestore }: TranscriptProps) {
  const [isHistory, setHistory] = useState(false)
  const drafts = useDrafts(`${id}/transcript`)
  const { version, warnings, items } = transcript
  const { lit, current, edited, setEdited, player } = position
  // What a closed window left typed is opened where it was typed.
  useEffect(() => setEdited(items.find(({ id }) => drafts.all[id] !== undefined)?.id), [])
  return (
    <section aria-labelledby="transcript-title">
      <div class="tools">
        <h2 id="transcript-title">{t('transcript')}</h2>
        {version > 0 && (
          <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {t('versions', version)}
          </button>
        )}
      </div>
      {warnings.map((warning) => (
        <p key={warning.code} class="warning">
          {warning.message}
        </p>
      ))}
      {isHistory && <Versions path={`/api/consultations/${id}/transcript`} version={version} onRestore={onRestore} />}
      <TranscriptList
        {...{ items, lit, current, edited, drafts, onEdit: setEdited, onChange }}
        onPlay={(item) => player.current?.play(item.startMs, Number.POSITIVE_INFINITY)}
      />
    </section>
  )
}

function DocumentsPart({ id, read, position }: { id: string; read: Read; position: Position }) {
  const { notes, putNote, readResult } = read
  const [chosen, setChosen] = useState('')
  const note = notes.find(({ kind }) => kind === chosen) ?? notes[0]
  return (
    <section aria-labelledby="documents-title">
      <div class="tools noprint">
        <h2 id="documents-title">{t('documents')}</h2>
        <select
          aria-label={t('document')}
          value={note?.kind}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {notes.map(({ kind, title }) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
        </select>
        <AddDocument
          consultation={id}
          written={notes.map(({ kind }) => kind)}
          onWritten={(added) => {
            putNote(added)
            setChosen(added.kind)
          }}
        />
      </div>
      {note ? (
        <DocumentView
          key={note.kind}
          {...{ consultation: id, note, onEvidence: position.light, onPlay: position.play }}
          onStale={readResult}
          onNote={putNote}
        />
      ) : (
        <p class="quiet">{t('noDocuments')}</p>
      )}
    </section>
  )
}
