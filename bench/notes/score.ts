import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { EVALUATION } from '../evaluation/folder.ts'

/** What a function of the evaluation's scorers says about the given arguments. */
export async function scoreWith<Score>(module: string, name: string, ...given: unknown[]): Promise<Score> {
  const call = `import json, sys\nfrom ${module} import ${name}\nprint(json.dumps(${name}(*json.load(sys.stdin))))`
  const cwd = fileURLToPath(new URL('score', EVALUATION))
  const { stdout } = await execa('python3', ['-c', call], { cwd, input: JSON.stringify(given) })
  return JSON.parse(stdout) as Score
}
