import { useState } from 'preact/hooks'
import type { Visit } from '../../../src/domain/visit.ts'
import { send } from '../api.ts'
import { sendVisit } from '../new-visit.ts'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import { instead, useAttempt } from '../use.ts'
import { readWishes } from '../wishes.ts'
import { Message } from './message.tsx'

/** Documents of words that somebody has already, without a recording. */
export function PastedText({ visit, onTaken }: { visit: Visit; onTaken: () => void }) {
  const { message, attempt } = useAttempt()
  const [text, setText] = useState('')
  const write = () =>
    attempt(async () => {
      const { documents, language } = readWishes()
      const wanted = { text, documents, ...(language !== 'auto' && { language }) }
      const { id } = await send<Consultation>('POST', '/api/consultations/text', wanted)
      await sendVisit(id, visit)
      onTaken()
      location.hash = `#/consultations/${id}`
    })
  return (
    <details>
      <summary>{t('pasted')}</summary>
      <form onSubmit={instead(write)}>
        <label>
          {t('pastedHint')}
          <textarea dir="auto" required rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit">{t('writeFromText')}</button>
        <Message message={message} />
      </form>
    </details>
  )
}
