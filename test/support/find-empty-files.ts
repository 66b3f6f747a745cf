import type { TestEvent } from 'node:test/reporters'

/**
 * A reporter that fails a run in which a file of a group has no test. Where a module that files share awaits something at its
 * top, the tests of the second file would come under the name of the first.
 */
export default async function* findEmptyFiles(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let inFile = 0
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.nesting > 0) inFile++
    else {
      if (inFile === 0 && data.name.endsWith('.test.ts')) {
        process.exitCode = 1
        yield `✖ ${data.name} has no test: is there an await at the top of what it shares with other files?\n`
      }
      inFile = 0
    }
  }
}
