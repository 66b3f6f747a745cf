import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExecaError, execa } from 'execa'
import { OslerError } from '../../domain/errors.ts'
import { installerEnvironment } from '../../platform/child-environment.ts'

/** What `osler models pull` knows it by. */
export const LLAMA = 'llama'
const PACKAGE = 'node-llama-cpp@3.21.1'

/**
 * Where the engine lies that GGUF files need: beside the packages of the project, for an `npm install` there takes away the
 * Node that set-up put among them.
 */
export const LLAMA_FOLDER = join(import.meta.dirname, '../../../build/llama')

export const isLlamaInstalled = (folder = LLAMA_FOLDER) => existsSync(join(folder, 'node_modules/node-llama-cpp'))

/**
 * Installs the engine by npm, from the registry that npm is set to. Its scripts are not run: they would build what comes
 * built. Throws `model_unavailable` or `disk_full`.
 */
export async function installLlama(folder = LLAMA_FOLDER): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
  const how = ['--ignore-scripts', '--save-exact', '--no-fund', '--no-audit', '--loglevel=error']
  try {
    await execa('npm', ['install', '--prefix', folder, ...how, PACKAGE], {
      ...{ cwd: folder, extendEnv: false, env: installerEnvironment() },
    })
  } catch (error) {
    throw asRefusal(error)
  }
}

export const removeLlama = (folder = LLAMA_FOLDER) => rm(folder, { recursive: true, force: true })

function asRefusal(error: unknown): OslerError {
  const { code, stderr } = error as ExecaError & NodeJS.ErrnoException
  if (/ENOSPC|no space left/i.test(String(stderr)))
    return new OslerError('disk_full', 'The disk is full: free some space, then run this again.')
  const why = code === 'ENOENT' ? 'there is no npm here' : 'npm could not bring it'
  return new OslerError('model_unavailable', `The package ${PACKAGE} cannot be had: ${why}.`, {}, { cause: error })
}
