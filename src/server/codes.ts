import { CONDITIONS } from '../clinical/en/conditions.ts'
import { type CodeRelease, faultOfCode } from '../domain/code-release.ts'
import { importCodes } from '../pipeline/upkeep/import-codes.ts'
import { openReleases } from '../store/code-release.ts'
import type { Config } from './settings.ts'

/** Takes a release in; says which codes of the built-in writer it has no use for. Throws what `importCodes` throws. */
export async function importRelease(
  { data }: Config,
  file: string,
): Promise<{ release: CodeRelease; faults: string[] }> {
  const release = await importCodes(data, file)
  return { release, faults: CONDITIONS.flatMap(({ code }) => faultOfCode(code, release) ?? []) }
}

interface WrittenCode {
  code: string
  description: string
  isPrinted: boolean
}

/** The codes that the built-in writer knows, in their order, as the release that was imported last has them. */
export async function listCodes({
  data,
}: Config): Promise<{ release?: CodeRelease | undefined; codes: WrittenCode[] }> {
  const release = await openReleases(data, () => true)()
  const codes = CONDITIONS.map(({ code, display }) => ({
    ...{ code, description: release?.codes.get(code)?.display ?? display },
    isPrinted: release === undefined || faultOfCode(code, release) === undefined,
  }))
  return { release, codes: codes.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
}
