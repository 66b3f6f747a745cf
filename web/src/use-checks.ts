import { useEffect, useState } from 'preact/hooks'
import type { CheckReason, Checks } from '../../src/domain/check.ts'
import { answersTo } from '../../src/domain/transcript.ts'
import { askJson } from './api.ts'
import { useDrafts } from './drafts.ts'
import { printHeading } from './said-by-server.ts'
import type { Item, Section, Statement, VersionedNote } from './types.ts'

/** Something to be looked at: a statement, or what was said and is in none. */
export interface Check {
  id: string
  /** The key of its section, and that section's title. */
  section: string
  title: string
  statement?: Statement
  /** The words that it rests on, or that were left out. */
  items: Item[]
  reasons: CheckReason[]
}

/** What is to be looked at before the document is signed, and what of it was. Undefined while that is not known. */
export function useChecks(path: string, place: string, note: VersionedNote, items: readonly Item[]) {
  const marks = useDrafts(`${place}/checked`)
  const [found, setFound] = useState<Check[]>([])
  const isSigned = note.signed !== undefined
  useEffect(() => {
    const stop = new AbortController()
    if (!isSigned)
      askJson<Checks>(`${path}/checks`, { signal: stop.signal }).then(
        // Of another version the numbers of its statements are others.
        (checks) => checks.version === note.version && !stop.signal.aborted && setFound(arrange(checks, note, items)),
        () => {},
      )
    return () => stop.abort()
  }, [path, note.version, items, isSigned])
  // Until the next ones come: what was changed or removed is not asked about any more.
  const checks = isSigned ? [] : found.filter((check) => stands(check, note))
  const isChecked = ({ id }: Check) => marks.all[id] !== undefined
  return {
    checks,
    isChecked,
    checked: checks.filter(isChecked).length,
    mark: ({ id }: Check) => marks.keep(id, 'checked'),
    forget: () => {
      for (const id of Object.keys(marks.read())) marks.forget(id)
    },
  }
}

const stands = ({ section, statement }: Check, { sections }: VersionedNote) =>
  !statement ||
  sections.some(({ key, statements }) => key === section && statements.some(({ text }) => text === statement.text))

/** Where what was left out is put: the plan, else the last section that has a title. */
export const sectionForMore = (sections: readonly Section[]): Section | undefined =>
  sections.find(({ key }) => key === 'plan') ?? sections.findLast(({ isUntitled }) => !isUntitled)

/** What is wrong or harms first, then what was left out, then all others. */
function arrange({ statements, missing }: Checks, { kind, sections }: VersionedNote, items: readonly Item[]): Check[] {
  const itemsOf = (ids: readonly string[]) => items.filter((item) => ids.some((id) => answersTo(item, id)))
  const written = statements.flatMap(({ section: key, statement: at, reasons }): Check[] => {
    const section = sections.find((one) => one.key === key)
    const statement = section?.statements[at]
    if (!section || !statement) return []
    const { text, evidence } = statement
    const title = printHeading(kind, section.title)
    return [{ id: `${key}\n${text}`, section: key, title, statement, items: itemsOf(evidence), reasons }]
  })
  const plan = sectionForMore(sections)
  const left = missing.map(({ items: ids, reasons }): Check => {
    return {
      id: ids.join(' '),
      section: plan?.key ?? '',
      title: plan ? printHeading(kind, plan.title) : '',
      items: itemsOf(ids),
      reasons,
    }
  })
  const isPlain = ({ reasons }: Check) => reasons.length === 0
  return [...written.filter((one) => !isPlain(one)), ...left, ...written.filter(isPlain)]
}
