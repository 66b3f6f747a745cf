import { forgetAllDrafts } from './drafts.ts'

const KEY = 'osler-key'
const NAME = 'osler-name'
/** Whose drafts are kept in this browser. */
const OWNER = 'osler-owner'

export interface Account {
  id: string
  signInName: string
  name: string
  role: string
  hasPassword: boolean
}

/** What `GET /api/session` tells of who asks. */
export interface Session {
  scopes: string[]
  /** A page that nobody touches for so long is locked. */
  idleMinutes: number
  account?: Account
}

let told: Session | undefined

/** Who works here: by a key, kept until the window is closed, or by an account, whose cookie the page does not see. */
export const session = {
  key: () => sessionStorage.getItem(KEY) ?? '',
  account: () => told?.account,
  name: () => told?.account?.name ?? sessionStorage.getItem(NAME) ?? '',
  idleMinutes: () => told?.idleMinutes ?? 0,
  /** What nobody was told of is tried. */
  may: (scope: string) => told?.scopes.includes(scope) ?? true,
  /** Of who signed in here before with a key. */
  lastName: () => localStorage.getItem(NAME) ?? '',
  openKey(key: string, name: string) {
    sessionStorage.setItem(KEY, key)
    sessionStorage.setItem(NAME, name)
    localStorage.setItem(NAME, name)
  },
  /** Takes in what the server tells. PATIENT DATA: nobody finds what another person typed on the same machine. */
  open(session: Session) {
    told = session
    const owner = session.account?.id ?? KEY
    const before = localStorage.getItem(OWNER)
    if (before !== null && before !== owner) forgetAllDrafts()
    localStorage.setItem(OWNER, owner)
  },
  close(keepsDrafts = false) {
    told = undefined
    sessionStorage.clear()
    if (!keepsDrafts) forgetAllDrafts()
  },
}
