import type { Drafts } from './drafts.ts'
import { askSure } from './parts/ask-sure.tsx'
import { draftName, isAddition } from './parts/section.tsx'
import { printHeading } from './said-by-server.ts'
import { session } from './session.ts'
import { t } from './texts.ts'
import type { Section, Statement } from './types.ts'
import type { useDocument } from './use-document.ts'

type Editing = Pick<ReturnType<typeof useDocument>, 'settle' | 'save' | 'sign'>

/**
 * What stands in open fields belongs to what is signed; a change that could not be saved is decided on first. True when it
 * was signed.
 */
export async function signWithOpen(
  { settle, save, sign }: Editing,
  drafts: Drafts,
  say: (sentence: string) => void,
): Promise<boolean> {
  const { kind, title, sections } = await settle()
  const texts = new Set(sections.flatMap(({ statements }) => statements.map(({ text }) => text)))
  const open = Object.entries(drafts.read()).filter(([, text]) => !texts.has(text.trim()))
  if (open.some(([name]) => !isAddition(name))) {
    say(t('unsaved'))
    return false
  }
  if (!(await askSure(t('signSure', printHeading(kind, title), session.name()), t('sign')))) return false
  if (open.length > 0 && !(await save((all) => all.map((section) => takeIn(section, drafts.read()))))) return false
  for (const [name] of open) drafts.forget(name)
  return (await sign()) !== undefined
}

/** The section with what stands in its field for another statement. */
function takeIn(section: Section, drafts: Readonly<Record<string, string>>): Section {
  const text = drafts[draftName(section.key)]?.trim()
  const added: Statement[] = text ? [{ text, evidence: [], support: 'entered' }] : []
  return { ...section, statements: [...section.statements, ...added] }
}
