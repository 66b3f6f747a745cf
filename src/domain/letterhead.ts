/** What stands at the head of a tenant's letters, under a name by which it is found. */
export interface Letterhead {
  id: string
  name: string
  /** Name of the practice, address, telephone: a line each. */
  lines: string[]
}
