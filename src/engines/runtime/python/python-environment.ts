import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The virtual environment that set-up makes in the project's folder, with what Whisper needs. */
const ENVIRONMENT = join(import.meta.dirname, '../../../../build/python')

/** Its interpreter. */
export const PYTHON = join(ENVIRONMENT, 'bin/python3')

/** What has pip: that interpreter, or the system's where set-up was not run. */
export const pythonWithPip = (): string => (existsSync(PYTHON) ? PYTHON : 'python3')

/** Whether set-up has made all of it: the list of what it installed is put there last. */
export const isPythonInstalled = (): boolean => existsSync(PYTHON) && existsSync(join(ENVIRONMENT, 'requirements.txt'))
