import { formatMarkdown, withHandMarks } from '../../../src/domain/note.ts'
import { ask, download } from '../api.ts'
import { t } from '../texts.ts'
import type { VersionedNote } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Message } from './message.tsx'

/** The document and its transcript in every form that people and programs take. */
export function TakeAway({ consultation, note }: { consultation: string; note: VersionedNote }) {
  const { message, say, attempt } = useAttempt()
  const path = `/api/consultations/${consultation}`
  const document = `${path}/documents/${encodeURIComponent(note.kind)}`
  const name = note.kind.replace(/[^\w.-]/g, '_')
  const files: [label: string, path: string, name: string][] = [
    ['PDF', `${document}?format=pdf`, `${name}.pdf`],
    ['Markdown', `${document}?format=markdown`, `${name}.md`],
    ['JSON', document, `${name}.json`],
    ['FHIR', `${path}/fhir`, 'consultation.fhir.json'],
    ['SRT', `${path}/transcript?format=srt`, 'transcript.srt'],
    [t('transcript'), `${path}/transcript?format=text`, 'transcript.txt'],
  ]
  const copy = (isPlain: boolean) =>
    attempt(async () => {
      const markdown = formatMarkdown(withHandMarks(note))
      await navigator.clipboard.writeText(
        isPlain ? markdown.replace(/^#+ |[*_]+/gm, '').replace(/\n{3,}/g, '\n\n') : markdown,
      )
      say(t('copied'))
    })
  /** A page of its own that prints well, with links from statements to words. */
  const print = () =>
    attempt(async () => {
      const page = new Blob([await (await ask(`${document}?format=html`)).text()], { type: 'text/html' })
      window.open(URL.createObjectURL(page), '_blank', 'noopener')
    })
  return (
    <details class="take-away">
      <summary>{t('takeAway')}</summary>
      <div class="tools">
        <button type="button" onClick={() => copy(true)}>
          {t('copyText')}
        </button>
        <button type="button" onClick={() => copy(false)}>
          {t('copyMarkdown')}
        </button>
        <button type="button" onClick={print}>
          {t('print')}
        </button>
        {files.map(([label, file, fileName]) => (
          <button key={label} type="button" onClick={() => attempt(() => download(file, fileName))}>
            {label}
          </button>
        ))}
      </div>
      <Message message={message} />
    </details>
  )
}
