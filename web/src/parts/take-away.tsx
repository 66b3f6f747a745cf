import { ask, download } from '../api.ts'
import { type CopyForm, copyNote } from '../copy-note.ts'
import { printClock } from '../format.ts'
import { t } from '../texts.ts'
import type { VersionedNote } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Menu } from './menu.tsx'
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
  const copy = (form: CopyForm) =>
    attempt(async () => {
      await copyNote(note, form)
      say(t('copied', printClock(new Date().toISOString())))
    })
  /** A page of its own that prints well, with links from statements to words. */
  const print = () =>
    attempt(async () => {
      const page = new Blob([await (await ask(`${document}?format=html`)).text()], { type: 'text/html' })
      window.open(URL.createObjectURL(page), '_blank', 'noopener')
    })
  return (
    <>
      <Menu label={t('takeAway')}>
        <button type="button" onClick={() => copy('plain')}>
          {t('copyText')}
        </button>
        <button type="button" onClick={() => copy('formatted')}>
          {t('copyFormatted')}
        </button>
        <button type="button" onClick={() => copy('markdown')}>
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
      </Menu>
      <Message message={message} />
    </>
  )
}
