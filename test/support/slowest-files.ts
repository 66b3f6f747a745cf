import type { TestEvent } from 'node:test/reporters'

const SHOWN = 15

/** A reporter that closes the run with the files that took longest, so that what grows slow is seen. */
export default async function* listSlowestFiles(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const files: { file: string; seconds: number }[] = []
  for await (const { type, data } of events) {
    if (type === 'test:summary' && data.file?.startsWith(process.cwd()))
      files.push({ file: data.file, seconds: data.duration_ms / 1000 })
    // Of a process that several share, the suites of the files.
    const isFile =
      (type === 'test:pass' || type === 'test:fail') && data.nesting === 0 && data.name.endsWith('.test.ts')
    if (isFile) files.push({ file: data.name, seconds: data.details.duration_ms / 1000 })
  }
  const slowest = files.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN)
  if (files.length > SHOWN) yield 'The slowest files:\n'
  for (const { file, seconds } of files.length > SHOWN ? slowest : [])
    yield `${seconds.toFixed(1).padStart(7)} s  ${file.replace(`${process.cwd()}/`, '')}\n`
}
