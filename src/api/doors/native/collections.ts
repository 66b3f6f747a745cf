import { z } from 'zod'
import { OslerError } from '../../../domain/errors.ts'
import { isNoteKind } from '../../../domain/note-kinds.ts'
import { MOST_TERMS, mergeTerms, type Term, type Vocabulary } from '../../../domain/vocabulary.ts'
import type { List, Lists } from '../../capabilities.ts'

const MOST_SECTIONS = 50
const MOST_WAYS = 5
const MOST_LINES = 10
/** Letters of any script, digits, and what stands inside names: `O'Brien`, `co-codamol`, `5-HT3`, `St. Mary's`. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’-]*$/u

const Name = z.string().trim().min(1).max(200)

const Section = z.strictObject({
  title: Name,
  instructions: z.string().max(2000).optional().describe('What belongs in it'),
  style: z.enum(['list', 'paragraph']).optional(),
  fixed: z.string().trim().max(2000).optional().describe('Printed word for word in front of what was said'),
  isField: z
    .literal(true)
    .optional()
    .describe('Printed as a line to be filled in where nothing was said; else left out'),
  isUntitled: z.literal(true).optional().describe('Printed without its title'),
  detail: z.enum(['brief', 'detailed']).optional().describe('How much is said; only a language model heeds it'),
})

const Words = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(NAME, 'is no word or name: send letters, digits, spaces, hyphens and apostrophes')

export const Terms = z
  .array(
    z.strictObject({
      text: Words.describe('As it is to be printed'),
      soundsLike: z
        .array(Words)
        .max(MOST_WAYS)
        .optional()
        .describe('Words that sound like it, or that are written in its place'),
    }),
  )
  .min(1)
  .max(MOST_TERMS)

/** Things of one sort that a tenant makes, changes and deletes, as `/api/templates`. */
export interface Sort {
  /** What one is called: `template`. */
  noun: string
  /** What they are called in the path and in the list. */
  plural: keyof Lists
  /** The fields of one. */
  shape: z.ZodObject
  /** Refuses what does not go with the others that the tenant has, `id` being the one that is changed. */
  check?: (kept: List, tenantId: string, body: Record<string, unknown>, id?: string) => Promise<void>
}

export const TemplateBody = z.strictObject({ name: Name, sections: z.array(Section).min(1).max(MOST_SECTIONS) })

/** What a tenant keeps of its own. Adding a sort is one entry here. */
export const SORTS: readonly Sort[] = [
  {
    noun: 'template',
    plural: 'templates',
    shape: TemplateBody,
    check: checkId,
  },
  {
    noun: 'vocabulary',
    plural: 'vocabularies',
    shape: z.strictObject({ name: Name, terms: Terms }),
    check: checkTerms,
  },
  {
    noun: 'letterhead',
    plural: 'letterheads',
    shape: z.strictObject({
      name: Name,
      lines: z
        .array(Name)
        .min(1)
        .max(MOST_LINES)
        .describe('Name, address, telephone: printed above letters. The newest of a tenant is.'),
    }),
  },
]

/** Where doors take the id of a template, they take the name of a document kind too. */
async function checkId(_kept: List, _tenantId: string, _body: Record<string, unknown>, id = ''): Promise<void> {
  if (isNoteKind(id)) throw new OslerError('request_invalid', `"${id}" is a document kind: choose another id.`)
}

/** All vocabularies of a tenant together must fit a recording, or every upload would be refused. */
async function checkTerms(
  kept: List,
  tenantId: string,
  { terms }: Record<string, unknown>,
  id?: string,
): Promise<void> {
  const others = ((await kept.read(tenantId)) as Vocabulary[]).filter((vocabulary) => vocabulary.id !== id)
  const all = mergeTerms(terms as Term[], ...others.map((vocabulary) => vocabulary.terms)).length
  if (all <= MOST_TERMS) return
  const message = `With this, the vocabularies have ${all} terms together; they may have ${MOST_TERMS}: delete what is not needed.`
  throw new OslerError('request_invalid', message, { terms: all, limit: MOST_TERMS })
}
