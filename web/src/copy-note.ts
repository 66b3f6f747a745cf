import { formatMarkdown, type Note, type Section, withHandMarks } from '../../src/domain/note.ts'
import { LETTER_KINDS } from '../../src/domain/note-kinds/letters.ts'

/** How a document is taken into another program. */
export type CopyForm = 'plain' | 'formatted' | 'markdown'

/** Puts a document, or one of its sections, where it can be pasted from. */
export async function copyNote(note: Note, form: CopyForm, section?: Section): Promise<void> {
  const wanted = section ? { ...note, sections: [section] } : note
  const markdown = formatMarkdown(Object.hasOwn(LETTER_KINDS, note.kind) ? wanted : withHandMarks(wanted))
  // A section is pasted below a heading that is there already.
  const own = section ? markdown.replace(/^# .*\n+(?:## .*\n+)?/, '') : markdown
  const plain = own.replace(/^#+ |[*_]+/gm, '').replace(/\n{3,}/g, '\n\n')
  if (form !== 'formatted') return navigator.clipboard.writeText(form === 'plain' ? plain : own)
  const types = { 'text/html': toHtml(own), 'text/plain': plain }
  const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}

/** As much of Markdown as documents have: headings, lists, bold and slanted words. */
function toHtml(markdown: string): string {
  const lines = markdown.split('\n').map((line) => {
    const text = escapeText(line.replace(/^(#+|-) /, ''))
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/^_(.+)_$/, '<i>$1</i>')
    if (line.startsWith('- ')) return `<li>${text}</li>`
    const level = /^#+/.exec(line)?.[0].length
    return level ? `<h${level}>${text}</h${level}>` : text && `<p>${text}</p>`
  })
  return lines.join('').replace(/(?:<li>.*?<\/li>)+/g, '<ul>$&</ul>')
}

const escapeText = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
