import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ERRORS } from '../src/domain/errors.ts'
import { WARNINGS } from '../src/domain/warnings.ts'
import { listSettings } from '../src/server/settings.ts'
import { printDocumentsPage } from './documents-page.ts'
import { drawRooms } from './draw-rooms.ts'

const ROOT = join(import.meta.dirname, '..')

const MADE = '<!-- Made from the code by `npm run docs`; edit the table there. -->'
const RETRY = { never: 'no', later: 'yes, later', operator: 'once the operator has changed something' }

/** The pages that are made from the code's own tables, by their path. */
export const GENERATED: Record<string, string> = {
  'docs/settings.md': page(
    'Settings',
    'Environment variables. An empty one counts as not set; a bad value stops the start with a sentence.',
    ['name', 'default', 'meaning'],
    listSettings().map(({ name, schema }) => {
      const { description = '', byDefault = '' } = schema.meta() ?? {}
      return [`\`${name}\``, name === 'OSLER_WORKERS' ? 'cores' : String(byDefault && `\`${byDefault}\``), description]
    }),
  ),
  'docs/errors.md': page(
    'Errors',
    'Every error has a code. Each door prints it in its own body; the status is that of the native API.',
    ['code', 'status', 'worth another try', 'meaning'],
    Object.entries(ERRORS).map(([code, { status, retry, says }]) => [
      `\`${code}\``,
      String(status),
      RETRY[retry],
      says,
    ]),
  ),
  'docs/warnings.md': page(
    'Warnings',
    'What could not be honoured, or should make a reader careful, stands on the transcript or the document that it is about.',
    ['code', 'meaning'],
    Object.entries(WARNINGS).map(([code, { says }]) => [`\`${code}\``, says]),
  ),
  'docs/documents.md': `${MADE}\n\n${await printDocumentsPage()}\n`,
  'ARCHITECTURE.md': await withRooms(),
}

/** ARCHITECTURE.md as it stands, with the picture of the rooms as it is now. */
async function withRooms(): Promise<string> {
  const text = await readFile(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  const picture = await drawRooms(ROOT)
  return text.replace(/(<!-- rooms: .*? -->\n)[\s\S]*?(<!-- \/rooms -->)/, `$1${picture}\n$2`)
}

function page(title: string, intro: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
  return `${MADE}\n\n# ${title}\n\n${intro}\n\n${table}\n`
}
