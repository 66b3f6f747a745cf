import { diffWords } from 'diff'
import { useEffect, useState } from 'preact/hooks'
import { askJson } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import type { Item, Section } from '../types.ts'

interface Version {
  version: number
  author: string
  writer?: string
  createdAt: string
  isSigned: boolean
  items?: Item[]
  sections?: Section[]
}

interface Props {
  /** The transcript's or document's. */
  path: string
  version: number
  /** Puts an earlier version back; none where nothing may be changed. */
  onRestore?: (version: number) => Promise<unknown>
}

/** Every version, newest first, down to what the engine made, and what each changed. */
export function Versions({ path, version, onRestore }: Props) {
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
    <ul class="versions">
      {versions.toReversed().map((shown, at, all) => (
        <li key={`${shown.version} ${shown.createdAt}`}>
          <details>
            <summary>
              {shown.version}. {shown.author}, {printDate(shown.createdAt)}
              {shown.writer && shown.writer !== shown.author && ` · ${t('writtenAgain', shown.writer)}`}
              {shown.isSigned && ` · ${t('signed')}`}
            </summary>
            <Difference before={all[at + 1]} after={shown} />
            {at > 0 && onRestore && (
              <button type="button" onClick={() => onRestore(shown.version)}>
                {t('restore', shown.version)}
              </button>
            )}
          </details>
        </li>
      ))}
    </ul>
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
