import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = join(import.meta.dirname, '../..')
const FETCHED = join(ROOT, 'build/evaluation')

/**
 * Where the evaluation data lies: the folder that `OSLER_TEST_EVALUATION` names, else what `npm run bench:data`
 * has fetched, else a folder beside the checkout.
 */
export const EVALUATION = pathToFileURL(
  `${process.env.OSLER_TEST_EVALUATION || (existsSync(FETCHED) ? FETCHED : join(ROOT, '../shared/eval'))}/`,
)
