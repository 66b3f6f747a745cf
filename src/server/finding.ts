/** What `osler doctor` says of one subject. */
export interface Finding {
  subject: string
  state: 'good' | 'advice' | 'bad'
  says: string
  /** The one thing to do about it. */
  todo?: string
}
