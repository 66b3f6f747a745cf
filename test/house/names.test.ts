import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseSync } from 'oxc-parser'
import { type Node, walk } from './read-imports.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Names that the field's terms have replaced: GLOSSARY.md has the words of today. */
const RETIRED =
  /^(\w*[sS]plitters?|SplitSpeakers|(open|sherpa)?\w*SpeechFinder\w*|finders?|[sS]tretch(es)?|\w+Stretch(es)?|tellLanguage|judgeWords|leaveOutUnclear|mendSound|examineSound|settleSegments|traceVoices|groupVoices|Echo|[aA]sker|Keep|submitOnce)$/
/** What makes a text or a body formats it; printing is for what goes to a terminal. */
const PRINTS = /^print[A-Z]/
/** The columns keep their names. */
const COLUMNS = new Set(['stretches'])
const PRINTED = new Set(['printedFrom', 'printedWords'])

async function readNames(path: string): Promise<Set<string>> {
  const { program } = parseSync(path, await readFile(join(ROOT, path), 'utf8'))
  const names = new Set<string>()
  walk(program, (node: Node) => {
    if (node.type === 'Identifier' && typeof node.name === 'string') names.add(node.name)
  })
  return names
}

test('no name in the code is a retired one', async () => {
  const found: string[] = []
  for await (const path of glob('{src,web/src}/**/*.{ts,tsx}', { cwd: ROOT })) {
    for (const name of await readNames(path)) {
      const isTerminal = /^(src\/cli|web)\//.test(path)
      if (RETIRED.test(name) && !COLUMNS.has(name)) found.push(`${path}: ${name}`)
      if (PRINTS.test(name) && !isTerminal && !PRINTED.has(name)) found.push(`${path}: ${name}`)
    }
  }
  assert.deepEqual(found, [])
})

test('the glossary has each word once, and the names in code that it tells are there', async () => {
  const rows = (await readFile(join(ROOT, 'GLOSSARY.md'), 'utf8')).split('\n').filter((line) => line.startsWith('| '))
  const words = rows.slice(2).map((row) => row.split('|')[1]?.trim() ?? '')
  assert.deepEqual(
    words.filter((word, at) => words.indexOf(word) !== at),
    [],
  )
  const told = rows.flatMap((row) =>
    [...(row.split(/[Ii]n code/)[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  )
  const names = new Set<string>()
  for await (const path of glob('src/**/*.ts', { cwd: ROOT })) for (const name of await readNames(path)) names.add(name)
  assert.ok(told.length > 0)
  assert.deepEqual(
    told.filter((name) => !names.has(name as string)),
    [],
  )
})
