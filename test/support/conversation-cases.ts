import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Note } from '../../src/domain/note.ts'
import { readScript } from '../../tools/read-sample.ts'
import { writeProven } from './write-proven.ts'

/** A made conversation in short turns, and what its documents must and must not state. */
export interface ConversationCase {
  /** What happens in it, as a sentence. */
  says: string
  script: string
  /** By `kind section`: patterns each of which a statement, with its attributes behind it in brackets, must fit. */
  must: Record<string, readonly RegExp[]>
  /** Patterns that none may fit. */
  mustNot?: Record<string, readonly RegExp[]>
}

/** A test for each pattern of each conversation. */
export function testConversations(cases: readonly ConversationCase[]): void {
  for (const { says, script, must, mustNot = {} } of cases) {
    const transcript = readScript(script)
    const printed = async (place: string) => {
      const [kind = '', section = ''] = place.split(' ')
      return print(await writeProven(kind, transcript), section)
    }
    for (const [place, pattern] of patternsOf(must))
      test(`${says}: ${place} has ${pattern}`, async () => {
        const lines = await printed(place)
        assert.ok(
          lines.some((line) => pattern.test(line)),
          lines.join('\n') || 'nothing',
        )
      })
    for (const [place, pattern] of patternsOf(mustNot))
      test(`${says}: ${place} has no ${pattern}`, async () => {
        const lines = await printed(place)
        assert.ok(!lines.some((line) => pattern.test(line)), lines.join('\n'))
      })
  }
}

const patternsOf = (patterns: Record<string, readonly RegExp[]>) =>
  Object.entries(patterns).flatMap(([place, all]) => all.map((pattern) => [place, pattern] as const))

/** "I will send it. [owner: Ruth, due: Friday]" */
function print({ sections }: Note, wanted: string): string[] {
  const section = sections.find(({ key }) => key === wanted)
  assert.ok(section, `no section ${wanted}`)
  return section.statements.map(({ text, attributes = {} }) => {
    const told = Object.entries(attributes).filter(([name]) => name !== 'type')
    return `${text} [${told.map(([name, value]) => `${name}: ${value}`).join(', ')}]`
  })
}
