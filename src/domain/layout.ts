import type { Section, Statement } from './note.ts'

/** How a section is printed, and what stands in it before anything was said. */
export interface Layout {
  style?: 'list' | 'paragraph' | undefined
  /** Printed without its title: a salutation. */
  isUntitled?: true | undefined
  /** Printed though nothing stands in it, as a line to be filled in: what a form asks for. */
  isField?: true | undefined
  /** Printed in front of what was said, word for word. */
  fixed?: string | undefined
}

/** What a section keeps of its layout. */
export const layOut = ({ style, isUntitled, isField }: Layout): Pick<Section, 'style' | 'isUntitled' | 'isField'> => ({
  ...(style && { style }),
  ...(isUntitled && { isUntitled }),
  ...(isField && { isField }),
})

/** The sections with the text that their layouts have in front, by key. */
export const withFixedText = (sections: readonly Section[], texts: ReadonlyMap<string, string>): Section[] =>
  sections.map((section) => {
    const text = texts.get(section.key)
    const fixed: Statement[] = text ? [{ text, evidence: [], support: 'fixed' }] : []
    return { ...section, statements: [...fixed, ...section.statements] }
  })
