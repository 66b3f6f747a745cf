import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Speaker } from '../../../src/domain/transcript.ts'
import { type Turn, writeNote } from '../../support/write-note.ts'

// Each begins with its name; `D`, `P`, `O` and `U` say who speaks; behind `=` stands what the note or the orders say.
const SPEAKERS: Record<string, Speaker> = { D: 'doctor', P: 'patient', O: 'other', U: 'unspecified' }
const file = await readFile(new URL('short-visits.txt', import.meta.url), 'utf8')

for (const visit of file.split(/^# /m).slice(1)) {
  const [name = '', ...lines] = visit.trim().split('\n')
  test(`a short visit: ${name}`, async () => {
    const turns = lines.flatMap((line): Turn[] => {
      const speaker = SPEAKERS[line.charAt(0)]
      return speaker ? [[speaker, line.slice(3)]] : []
    })
    const expected = lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2))
    const note = await writeNote('soap_note', ...turns)
    const orders = Object.values(await writeNote('orders', ...turns)).flat()
    const written = Object.entries(note).flatMap(([key, texts]) => texts.map((text) => `${key}: ${text}`))
    assert.deepEqual([...written, ...orders.map((text) => `orders: ${text}`)], expected)
  })
}
