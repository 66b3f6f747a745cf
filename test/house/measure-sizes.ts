import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { type Node, walk } from './read-imports.ts'

/** A file, or a function with its file: "src/main.ts", "src/main.ts main"; one without a name has its first line. */
export interface Size {
  name: string
  lines: number
}

/** The sizes of the files that a pattern names below a folder, and of the functions in them. */
export async function measureSizes(root: string, pattern: string): Promise<{ files: Size[]; functions: Size[] }> {
  const files: Size[] = []
  const functions: Size[] = []
  for await (const path of glob(pattern, { cwd: root, exclude: ['bench/out/**'] })) {
    const text = await readFile(join(root, path), 'utf8')
    files.push({ name: path, lines: text.split('\n').length })
    functions.push(...functionsOf(path, text))
  }
  return { files, functions }
}

/** The functions of a file, each counted with those inside it. Callbacks without a name count where they fill two lines. */
export function functionsOf(path: string, text: string): Size[] {
  const { program } = parseSync(path, text)
  const names = new Map<unknown, string>()
  const sizes: Size[] = []
  walk(program, (node) => {
    const [name, named] = nameOf(node)
    if (name !== undefined) names.set(named, name)
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const lines = text.slice(node.start as number, node.end as number).split('\n').length
    const line = text.slice(0, node.start as number).split('\n').length
    if (names.has(node) || lines > 1) sizes.push({ name: `${path} ${names.get(node) ?? `line ${line}`}`, lines })
  })
  return sizes
}

/** What a node names, and which: a declaration itself, a variable its value, a member its function. */
function nameOf(node: Node): [string | undefined, unknown] {
  const { id, key, init, value } = node as { id?: Node; key?: Node; init?: Node; value?: Node } & Node
  if (node.type === 'FunctionDeclaration') return [id?.name as string | undefined, node]
  if (node.type === 'VariableDeclarator') return [id?.name as string | undefined, init]
  if (node.type === 'Property' || node.type === 'MethodDefinition') return [key?.name as string | undefined, value]
  return [undefined, undefined]
}

/** The size that so large a share of all is at most, in lines: 0.5 is the median. */
export function quantile(sizes: readonly Size[], share: number): number {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
