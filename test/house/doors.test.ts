import assert from 'node:assert/strict'
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { parseSync } from 'oxc-parser'
import { type Node, readImports, walk } from './read-imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const DOORS = '{src/api/doors,src/public,examples/quill}/**/*.ts'

/** What no door may know: the settings of all, the database, and what opens everything. */
const KEPT_FROM_DOORS = ['Config', 'Kysely', 'Handle', 'FixedSecrets', 'operatorToken', 'MasterKeys']

/** The doors' files, and all that they name in turn: what a type of theirs can be made of. */
async function listReached(root: string): Promise<string[]> {
  const reached = new Set(await Array.fromAsync(glob(DOORS, { cwd: root })))
  for (const path of reached) for (const { to } of await readImports(root, path)) reached.add(to)
  return [...reached].sort()
}

async function readNames(root: string, path: string): Promise<Set<string>> {
  const names = new Set<string>()
  walk(parseSync(path, await readFile(join(root, path), 'utf8')).program, (node: Node) => {
    if (node.type === 'Identifier') names.add(String(node.name))
    if (node.type === 'ImportDeclaration') names.add(String((node.source as { value: string }).value))
  })
  return names
}

/** A sentence for each file of the doors, or that they reach, which knows what is kept from them. */
async function findKnowing(root: string): Promise<string[]> {
  const found: string[] = []
  for (const path of await listReached(root)) {
    const names = await readNames(root, path)
    for (const name of KEPT_FROM_DOORS) if (names.has(name)) found.push(`${path} names ${name}`)
    if (names.has('kysely')) found.push(`${path} imports kysely`)
    if (/^src\/(store|server|platform)\//.test(path)) found.push(`${path} is reached`)
  }
  return found
}

test("no door's types name the settings of all, the database or the operator's token, however far one looks", async () => {
  assert.ok((await listReached(ROOT)).includes('src/api/capabilities.ts'))
  assert.deepEqual(await findKnowing(ROOT), [])
})

test('a door that comes to the database by way of another file is found', async () => {
  const root = await mkdtemp(join(tmpdir(), 'osler-doors-'))
  for (const [path, text] of [
    ['src/api/doors/acme/routes.ts', "import type { Use } from '../../http/use.ts'"],
    ['src/api/http/use.ts', "import type { Handle } from '../../store/tables.ts'\nexport interface Use { db: Handle }"],
    ['src/store/tables.ts', "import type { Kysely } from 'kysely'\nexport type Handle = Kysely<unknown>"],
  ] as const) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const found = await findKnowing(root)
  await rm(root, { recursive: true })
  assert.deepEqual(found, [
    'src/api/http/use.ts names Handle',
    'src/store/tables.ts names Kysely',
    'src/store/tables.ts names Handle',
    'src/store/tables.ts imports kysely',
    'src/store/tables.ts is reached',
  ])
})
