import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Where a test starts processes of its own, or may harm the one that it is in. */
const ALONE = /^test\/(e2e|faults|cli|bench)\//
/** Few enough that no lane is left with a long one at the end. */
const MOST_FILES = 7

/**
 * Test files as the runner takes them, each of which gets a process: those of a room share some. To load the sources, and to
 * compile what becomes hot of them, is most of what many files take. Groups are written into `folder`.
 */
export async function groupFiles(files: readonly string[], folder: string): Promise<string[]> {
  const rooms = Map.groupBy(files, (file) => (ALONE.test(file) ? file : (/^test\/(\w+)/.exec(file)?.[1] ?? '')))
  const groups = [...rooms].flatMap(([room, all]) => inParts(all).map((part, number) => ({ room, part, number })))
  return Promise.all(
    groups.map(async ({ room, part, number }) => {
      const [only = ''] = part
      if (part.length === 1) return only
      const path = join(folder, `${room}-${number}.test.ts`)
      await writeFile(path, [IMPORT, ...part.map(toSuite)].join('\n'))
      return path
    }),
  )
}

/** Of even length. */
function inParts(files: readonly string[]): string[][] {
  const count = Math.ceil(files.length / MOST_FILES)
  return Array.from({ length: count }, (_, part) => files.filter((_, at) => at % count === part))
}

const IMPORT = `import { describe } from 'node:test'`

/** A file as a suite of its name, so that what it opens before its tests and closes behind them stays its own. */
const toSuite = (file: string) => `describe(${JSON.stringify(file)}, () => import(${JSON.stringify(resolve(file))}))`
