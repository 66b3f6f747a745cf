import { diffWords } from 'diff'
import { useEffect, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import type { Item, Section } from '../types.ts'

interface Version {
  version: number
  author: string
  createdAt: string
  isSigned: boolean
  items?: Item[]
  sections?: Section[]
}

/** Every version that a person made, newest first, and what each changed. `path`: the transcript's or document's. */
export function Versions({ path, version }: { path: string; version: number }) {
  const [versions, setVersions] = useState<Version[]>([])
  useEffect(
    () =>
      void askJson<{ versions: Version[] }>(`${path}/versions`).then(
        (body) => setVersions(body.versions),
        () => {},
      ),
    [path, version],
  )
  return (
    <ol class="versions" reversed>
      {versions.toReversed().map((shown, at, all) => (
        <li key={shown.version}>
          <details>
            <summary>
              {shown.version}. {shown.author}, {printDate(shown.createdAt)}
              {shown.isSigned && ` · ${t('signed')}`}
            </summary>
            <Difference before={all[at + 1]} after={shown} />
          </details>
        </li>
      ))}
    </ol>
  )
}

function Difference({ before, after }: { before: Version | undefined; after: Version }) {
  if (before === undefined) return <pre>{linesOf(after)}</pre>
  return (
    <pre>
      {diffWords(linesOf(before), linesOf(after)).map(({ value, added, removed }, at) =>
        added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : value,
      )}
    </pre>
  )
}

function linesOf({ items = [], sections = [] }: Version): string {
  const lines = items.map(({ speaker, text }) => `${t(speaker)}: ${text}`)
  const statements = sections.flatMap(({ title, statements }) => [title, ...statements.map(({ text }) => `  ${text}`)])
  return [...lines, ...statements].join('\n')
}
