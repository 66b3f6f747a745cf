import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { formatMarkdown } from '../../src/domain/note.ts'
import type { Source } from '../../src/domain/submission.ts'
import { findAnyJob } from '../../src/store/jobs.ts'
import { readNotes } from '../../src/store/results.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { ORDER_FILE } from '../support/order-file.ts'
import { OSLER } from '../support/osler-process.ts'
import { transcriptOf } from '../support/spoken-words.ts'
import { submissionOf } from '../support/submissions.ts'
import { until } from '../support/until.ts'

const SAID = ['I have asthma.', 'I have malaria.']

describe('codes of the official release', () => {
  let osler: TestSystem
  let folder: string
  let file: string

  before(async () => {
    osler = await openTestSystem()
    folder = await mkdtemp(join(tmpdir(), 'osler-test-order-'))
    file = join(folder, 'icd10cm-order-2026.txt')
    await writeFile(file, `${ORDER_FILE.join('\n')}\n`)
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  const run = (...words: string[]) => execa(OSLER, words, { env: { OSLER_DATA: osler.folder }, reject: false })

  test('a release that was imported beside a running server is what its next document is printed by', async () => {
    assert.match(await writeCodes(osler), /\*\*J45\.909\*\* Unspecified asthma, uncomplicated \(“I have asthma\.”\)/)
    const { stdout, exitCode } = await run('codes', 'import', file)
    assert.equal(exitCode, 0)
    assert.match(stdout, /^Imported 4 codes from icd10cm-order-2026\.txt; 2 of them can be billed\./)
    assert.match(stdout, /\n {2}B54 is not in icd10cm-order-2026\.txt/)
    const printed = await writeCodes(osler)
    assert.match(printed, /\*\*J45\.909\*\* Asthma of a later release, uncomplicated/)
    assert.doesNotMatch(printed, /B54/)
  })

  test('a file that is refused leaves the release that was there', async () => {
    await run('codes', 'import', file)
    const broken = join(folder, 'broken.txt')
    await writeFile(broken, `${ORDER_FILE[0]}\n${ORDER_FILE[1]?.slice(0, 30)}`)
    const { stderr, exitCode } = await run('codes', 'import', broken)
    assert.equal(exitCode, 1)
    assert.match(stderr, /^Line 2 ends after 30 characters; /)
    assert.match((await run('codes', 'import', join(folder, 'nowhere.txt'))).stderr, /^There is no such file\.$/)
    const { stdout } = await run('codes', 'list', '--json')
    const { release, codes } = JSON.parse(stdout)
    assert.equal(release, 'icd10cm-order-2026.txt')
    const asthma = codes.find(({ code }: { code: string }) => code === 'J45.909')
    assert.deepEqual(asthma, {
      ...{ code: 'J45.909', description: 'Asthma of a later release, uncomplicated', isPrinted: true },
    })
    assert.equal(codes.find(({ code }: { code: string }) => code === 'R05.9').isPrinted, false)
  })
})

/** The document `icd_codes` of what was said, written by the server as it is now. */
async function writeCodes({ system }: TestSystem): Promise<string> {
  const { db } = system.forDoors
  const { submit } = system.capabilitiesOf('native').intake
  const source: Source = { type: 'transcript', transcript: transcriptOf(SAID) }
  const job = await submit('default', submissionOf({ source, kinds: ['icd_codes'] }))
  await until('the document is written', async () => (await findAnyJob(db, job.id))?.status === 'succeeded')
  const [note] = await readNotes(db, job.id)
  return note ? formatMarkdown(note) : assert.fail('no document')
}
