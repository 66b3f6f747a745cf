import { readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** The file that imports, and the one that it names, from the root of the repository. */
  from: string
  to: string
}

/** Every file that a file names: by import, export, type, `import()`, `require()`, or as an address beside itself. */
export async function readImports(root: string, path: string): Promise<Import[]> {
  const { program } = parseSync(path, await readFile(join(root, path), 'utf8'))
  const named: string[] = []
  walk(program, (node) => named.push(...namesOf(node)))
  return named
    .filter((name) => /^\.{1,2}\//.test(name))
    .map((name) => ({ from: path, to: normalize(join(dirname(path), name)) }))
}

export interface Node {
  type: string
  [field: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit)
  if (!isNode(value)) return
  visit(value)
  for (const field of Object.values(value)) walk(field, visit)
}

function namesOf(node: Node): string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node.source)
    case 'TSExternalModuleReference':
      return textOf(node.expression)
    case 'CallExpression':
      return isCalled(node, 'require') ? textOf((node.arguments as unknown[])[0]) : []
    case 'NewExpression':
      return isCalled(node, 'URL') ? textOf((node.arguments as unknown[])[0]) : []
    default:
      return []
  }
}

const isCalled = ({ callee }: Node, name: string) =>
  isNode(callee) && callee.type === 'Identifier' && callee.name === name

/** A literal's text, that of a template without places, and of one with places what stands before them. */
function textOf(node: unknown): string[] {
  if (!isNode(node)) return []
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value]
  if (node.type !== 'TemplateLiteral') return []
  const [first] = node.quasis as { value: { cooked: string } }[]
  return first ? [first.value.cooked] : []
}
