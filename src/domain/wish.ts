import { keyOfTitle, type Template } from './template.ts'

/** What is asked of a document in words: "shorter", "by problem". Only a language model can follow it. */
export interface Wish {
  /** The key of the section that it is about; the whole document where there is none. */
  section?: string
  text: string
}

/** What a request wishes, and what its template does. */
export function wishesOf(wishes: readonly Wish[] = [], template?: Template): Wish[] {
  const details = (template?.sections ?? []).flatMap(({ title, detail }): Wish[] =>
    detail ? [{ section: keyOfTitle(title), text: `Level of detail: ${detail}.` }] : [],
  )
  return [...wishes, ...details]
}
