import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { TEST_KEY, type TestSystem } from './open-test-system.ts'

const DOCS = join(import.meta.dirname, '../../docs')

/**
 * What the client prints that a page of docs/ shows, the first one with `mark` in it, when it is given this sound. Where it
 * sends its pieces one by one it sends them four times as fast as they were said.
 */
export async function runPageClient(
  osler: Pick<TestSystem, 'address' | 'folder'>,
  page: string,
  pcm: Uint8Array,
  mark = '',
): Promise<string> {
  const shown = [...(await readFile(join(DOCS, page), 'utf8')).matchAll(/^```js\n(.*?)^```$/gms)]
  const code = shown.map(([, lines = '']) => lines).find((lines) => lines.includes(mark))
  assert.ok(code, `docs/${page} shows no such client`)
  const sound = join(osler.folder, 'speech.pcm')
  await writeFile(sound, pcm)
  const client = code
    .replace('ws://127.0.0.1:1849', osler.address.replace('http', 'ws'))
    .replace(/YOUR_(?:OSLER|API)_KEY/, TEST_KEY)
    .replace('speech.pcm', sound)
    .replace('(next, 100)', '(next, 25)')
  return (await execa(process.execPath, ['--input-type=module', '-e', client])).stdout
}
