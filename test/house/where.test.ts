import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '../..')
const PAGE = 'contributing/where.md'

/** The rows of the page: what is asked, the folder, and the files that are named of it. */
async function readRows() {
  const lines = (await readFile(join(ROOT, PAGE), 'utf8')).split('\n').filter((line) => line.startsWith('| '))
  return lines.slice(2).map((line) => {
    const [, question = '', place = '', first = ''] = line.split('|')
    const named = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    const [folder = ''] = named(place)
    const pages = [...first.matchAll(/\]\(([^)]+)\)/g)].map(([, page = '']) => join('contributing', page))
    return { question: question.trim(), folder, files: [...named(first).map((name) => join(folder, name)), ...pages] }
  })
}

const isThere = (path: string) =>
  stat(join(ROOT, path)).then(
    () => true,
    () => false,
  )

test("a newcomer's questions are answered by folders that are there, and the files to begin with are in them", async () => {
  const rows = await readRows()
  assert.ok(rows.length >= 10, `${rows.length} questions`)
  for (const { question, folder, files } of rows) {
    assert.match(question, /\?$/)
    assert.match(folder, /^src\/[a-z/]+\/$/, question)
    for (const path of [folder, ...files]) assert.ok(await isThere(path), `${question} ${path}`)
  }
  assert.equal(new Set(rows.map(({ folder }) => folder)).size, rows.length, 'each folder answers one')
})
