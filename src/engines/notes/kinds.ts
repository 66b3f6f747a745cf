/** What a document of a kind looks like: its title, and its sections in their order. */
export interface NoteKind {
  title: string
  sections: readonly { key: string; title: string }[]
}

/** Every document kind. Adding one is one entry here and a way to write it in a writer. */
export const KINDS = {
  soap_note: {
    title: 'SOAP note',
    sections: [
      { key: 'subjective', title: 'Subjective' },
      { key: 'objective', title: 'Objective' },
      { key: 'assessment', title: 'Assessment' },
      { key: 'plan', title: 'Plan' },
    ],
  },
  summary: { title: 'Summary', sections: [{ key: 'summary', title: 'Summary' }] },
} satisfies Record<string, NoteKind>

export type KindName = keyof typeof KINDS
