import { useState } from 'preact/hooks'
import { formatMarkdown, type Note } from '../../../src/domain/note.ts'
import type { TemplateSection } from '../../../src/domain/template.ts'
import { askJson, send } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import type { Consultation } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Message } from './message.tsx'

interface Shown {
  of: string
  text: string
}

/** What a template would make of the newest visit, such as the sample; nothing of it is kept. */
export function TemplatePreview({ name, sections }: { name: string; sections: readonly TemplateSection[] }) {
  const { message, say, attempt } = useAttempt()
  const [shown, setShown] = useState<Shown>()
  const preview = () =>
    attempt(async () => {
      const { consultations } = await askJson<{ consultations: Consultation[] }>('/api/consultations?limit=20')
      const visit = consultations.find(({ request }) => request?.status === 'succeeded')
      if (!visit) return say(t('nothingToPreview'))
      const body = { name: name.trim() || t('preview'), sections: sections.map(withoutBlanks) }
      const note = await send<Note>('POST', `/api/consultations/${visit.id}/previews`, body)
      setShown({ of: visit.title ?? printDate(visit.createdAt), text: formatMarkdown(note) })
    })
  return (
    <>
      <button type="button" disabled={sections.length === 0} onClick={preview}>
        {t('preview')}
      </button>
      <Message message={message} />
      {shown && (
        <section class="preview" aria-label={t('previewOf', shown.of)}>
          <p class="quiet small">{t('previewOf', shown.of)}</p>
          <pre dir="auto">{shown.text}</pre>
        </section>
      )}
    </>
  )
}

/** What was left empty is not sent. */
export const withoutBlanks = (section: TemplateSection): TemplateSection =>
  Object.fromEntries(Object.entries(section).filter(([, value]) => value !== '' && value !== undefined)) as never
