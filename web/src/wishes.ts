/** What is asked for with a recording; remembered in this browser. */
export interface Wishes {
  documents: string
  language: string
  /** Empty: found by the server. */
  speakers: string
  /** Whether words are shown while somebody speaks; else the recording is heard when it has ended. */
  isLive: boolean
}

const WISHES = 'osler-wishes'
const FIRST: Wishes = { documents: 'soap_note,summary', language: 'en', speakers: '', isLive: true }

export const readWishes = (): Wishes => ({ ...FIRST, ...JSON.parse(localStorage.getItem(WISHES) ?? '{}') })
export const keepWishes = (wishes: Wishes) => localStorage.setItem(WISHES, JSON.stringify(wishes))

/** The form fields of how a recording is to be heard. */
export function hearingFields(): [string, string][] {
  const { language, speakers } = readWishes()
  return Object.entries({ language, ...(speakers && { speakers }) })
}
