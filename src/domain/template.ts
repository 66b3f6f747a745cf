import type { Layout } from './layout.ts'

/** A document kind of a tenant's own. */
export interface Template {
  id: string
  name: string
  sections: TemplateSection[]
}

export interface TemplateSection extends Layout {
  title: string
  /** What belongs in it, in the clinician's words. */
  instructions?: string | undefined
  detail?: 'brief' | 'detailed' | undefined
}

const PREFIX = 'template:'

/** What a writer offers that can follow any template. */
export const ANY_TEMPLATE = 'template'

/** The kind of what is written by a template: `template:` and its id. */
export const kindOfTemplate = (id: string) => PREFIX + id

/** The template's id, where a kind is one of a tenant's own. */
export function templateIdOf(kind: string): string | undefined {
  return kind.startsWith(PREFIX) ? kind.slice(PREFIX.length) : undefined
}

/** A section's key from its title: `Current medications` is `current_medications`. */
export function keyOfTitle(title: string): string {
  const key = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return key || 'section'
}
