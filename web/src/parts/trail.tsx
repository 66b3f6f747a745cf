import { useEffect, useRef, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import { useAttempt } from '../use.ts'
import { Message } from './message.tsx'

interface Line {
  at: string
  by: string
  action: string
}

interface Trail {
  keepAudioDays?: number
  keepDays?: number
  /** None for who may not sign. */
  lines?: Line[]
}

/** Who read and changed a visit, and how long it is kept. */
export function TrailView({ consultation, onClose }: { consultation: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { message, attempt } = useAttempt()
  const [trail, setTrail] = useState<Trail>()
  useEffect(() => {
    dialog.current?.showModal()
    void attempt(async () => setTrail(await askJson<Trail>(`/api/consultations/${consultation}/trail`)))
  }, [])
  return (
    <dialog ref={dialog} aria-labelledby="trail-title" onClose={onClose}>
      <h2 id="trail-title">{t('trail')}</h2>
      {trail && <p>{printKept(trail)}</p>}
      <ul class="list">
        {groupLines(trail?.lines ?? []).map(({ at, by, does }) => (
          <li key={`${at} ${does}`}>
            <span translate={false}>{by || 'Osler'}</span>
            <span>{t(does)}</span>
            <small>{printDate(at)}</small>
          </li>
        ))}
      </ul>
      <Message message={message} />
      <form method="dialog">
        <button type="submit">{t('close')}</button>
      </form>
    </dialog>
  )
}

function printKept({ keepAudioDays, keepDays }: Trail): string {
  const days = (count: number | undefined) => (count ? t('keptDays', count) : t('keptUntilDeleted'))
  return `${t('keptSound')} ${days(keepAudioDays ?? keepDays)} ${t('keptAll')} ${days(keepDays)}`
}

const whatOf = (action: string) => {
  if (/ \S+\/(sign|addenda)$/.test(action)) return 'trailSigned'
  return action.startsWith('GET') ? 'trailRead' : 'trailChanged'
}

/** What somebody does one after the other on a day is one line, at its last time. */
function groupLines(lines: readonly Line[]) {
  const told = lines.map(({ at, by, action }) => ({ at, by, does: whatOf(action) }) as const)
  return told.filter((line, index) => {
    const newer = told[index - 1]
    return newer?.by !== line.by || newer.does !== line.does || newer.at.slice(0, 10) !== line.at.slice(0, 10)
  })
}
