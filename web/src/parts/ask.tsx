import { useState } from 'preact/hooks'
import { send } from '../api.ts'
import { printTime } from '../format.ts'
import { printWarning } from '../said-by-server.ts'
import { t } from '../texts.ts'
import type { Item, Note, Statement } from '../types.ts'
import { instead, useAttempt } from '../use.ts'
import { Message } from './message.tsx'

interface Props {
  consultation: string
  /** The items with these ids. */
  cite: (ids: readonly string[]) => Item[]
  onPlay: (evidence: readonly string[]) => void
  /** Puts an answer into the note; none where it is fixed. */
  onAdd?: ((statement: Statement) => unknown) | undefined
}

/** A question about the visit: what was said about it, with its time, to be played and put into the note. */
export function Ask({ consultation, cite, onPlay, onAdd }: Props) {
  const { message, attempt } = useAttempt()
  const [question, setQuestion] = useState('')
  const [answer, setAnswer] = useState<Note>()
  const ask = () =>
    attempt(async () =>
      setAnswer(await send<Note>('POST', `/api/consultations/${consultation}/questions`, { question })),
    )
  const statements = answer?.sections.flatMap((section) => section.statements) ?? []
  return (
    <form class="ask noprint" onSubmit={instead(ask)}>
      <label>
        {t('ask')}
        <input
          dir="auto"
          required
          maxLength={500}
          value={question}
          onInput={(event) => setQuestion(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t('askNow')}</button>
      <Message message={message} />
      <div role="status" aria-label={t('answers')}>
        <ul class="list">
          {answer?.warnings.map((warning) => (
            <li key={warning.code} class="quiet">
              {printWarning(warning)}
            </li>
          ))}
          {statements.map((statement) => (
            <li key={`${statement.evidence} ${statement.text}`}>
              <button type="button" class="time" onClick={() => onPlay(statement.evidence)}>
                {printTime(cite(statement.evidence)[0]?.startMs ?? 0)}
              </button>{' '}
              <span dir="auto">{statement.text}</span>{' '}
              {onAdd && (
                <button
                  type="button"
                  onClick={() => onAdd(statement)}
                  aria-label={`${t('addToNote')}: ${statement.text}`}
                >
                  {t('addToNote')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </form>
  )
}
