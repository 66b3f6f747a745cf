import type { z } from 'zod'
import type { Wish } from '../../../domain/wish.ts'
import type { GenerateNote } from './schemas.ts'
import { readSectionKeys, type TemplateName } from './templates.ts'

export type WishFields = Pick<z.infer<typeof GenerateNote>, 'split_by_problem' | 'note_sections_customization'>
type Customization = Omit<NonNullable<WishFields['note_sections_customization']>[number], 'section_key'>

/** What a request asks of a note beside its style, which is print only. */
export function translateWishes(
  { split_by_problem, note_sections_customization = [] }: WishFields,
  template: TemplateName,
): Wish[] {
  const ofSections = note_sections_customization.flatMap(({ section_key, ...custom }) => {
    const sections = readSectionKeys(template, section_key)
    return wordsOf(custom).flatMap((text) => sections.map((section): Wish => ({ section, text })))
  })
  return [...wordsOf({ split_by_problem }).map((text) => ({ text })), ...ofSections]
}

function wordsOf({ split_by_problem, level_of_detail, custom_instruction }: Customization): string[] {
  return [
    ...(split_by_problem ? ['Problem by problem: each statement begins with the name of its problem.'] : []),
    ...(level_of_detail ? [`Level of detail: ${level_of_detail}.`] : []),
    ...(custom_instruction?.trim() ? [custom_instruction.trim()] : []),
  ]
}
