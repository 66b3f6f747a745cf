import { execa } from 'execa'
import { childEnvironment } from './child-environment.ts'

/** What a child process is deprived of, and the words before its own that do it. */
export interface Confinement {
  /** It reaches no other process, host or service. */
  withoutNetwork: boolean
  /** It gains no rights by what it runs, and of root's has none. */
  withoutPrivileges: boolean
  words: readonly string[]
}

const NO_CAPABILITIES = ['--bounding-set', '-all', '--inh-caps', '-all']
const unprivileged = (...more: string[]) => ['setpriv', '--no-new-privs', ...more, '--']
const NETWORKS = [
  // As root, and as any user where the system lets users make namespaces of their own.
  { network: ['unshare', '--net', '--'], privileges: unprivileged(...NO_CAPABILITIES) },
  { network: ['unshare', '--user', '--map-current-user', '--net', '--'], privileges: unprivileged() },
]
/** The strictest first. */
const WAYS: readonly Confinement[] = [
  ...NETWORKS.map(({ network, privileges }) => ({
    ...{ withoutNetwork: true, withoutPrivileges: true, words: [...network, ...privileges] },
  })),
  ...NETWORKS.map(({ network }) => ({ withoutNetwork: true, withoutPrivileges: false, words: network })),
  ...NETWORKS.map(({ privileges: words }) => ({ withoutNetwork: false, withoutPrivileges: true, words })),
]
const NONE: Confinement = { withoutNetwork: false, withoutPrivileges: false, words: [] }

let decoders: Promise<Confinement> | undefined
let recognizers: Promise<Confinement> | undefined

/** The most that this machine lets a decoder be deprived of, asked once a process. */
export const confineDecoder = (): Promise<Confinement> => {
  decoders ??= firstThatWorks(WAYS)
  return decoders
}

/** The same of a recogniser, which may need rights of its own to reach a graphics card. */
export const confineRecognizer = (): Promise<Confinement> => {
  recognizers ??= firstThatWorks(WAYS.filter(({ withoutPrivileges }) => !withoutPrivileges))
  return recognizers
}

async function firstThatWorks(ways: readonly Confinement[]): Promise<Confinement> {
  for (const way of ways) {
    const [program = '', ...words] = [...way.words, 'true']
    const options = { reject: false, timeout: 10_000, extendEnv: false, env: childEnvironment() } as const
    const { exitCode } = await execa(program, words, options)
    if (exitCode === 0) return way
  }
  return NONE
}
