export interface NoteKind {
  title: string
  /** Key to title, in the order of the page. */
  sections: Record<string, string>
}
