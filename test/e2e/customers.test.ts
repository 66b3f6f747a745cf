import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { TEST_KEY } from '../support/open-test-system.ts'
import { type OslerProcess, startOsler } from '../support/osler-process.ts'
import { convert, speak } from '../support/recordings.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples')

describe("a customer's script runs with Osler's address and key, and nothing else changed", () => {
  let osler: OslerProcess
  let folder: string
  let recording: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-customers-'))
    osler = await startOsler(folder, { OSLER_ALLOW_HOSTS: '127.0.0.1' })
    const spoken = await speak('good morning doctor I have had a headache for three days and I take aspirin')
    recording = await convert(spoken, 'ogg')
  })
  after(async () => {
    osler.process.kill('SIGTERM')
    await once(osler.process, 'exit')
    await rm(folder, { recursive: true })
  })

  const run = async (script: string, ...files: string[]) => {
    const env = { ADDRESS: osler.address, KEY: TEST_KEY }
    const { stdout } = await execa(process.execPath, [join(EXAMPLES, script), ...files], { env, timeout: 60_000 })
    return stdout
  }

  test('of Intron', async () => {
    const printed = await run('intron.ts', recording)
    assert.match(printed, /audio_transcript\n.*headache for 3 days/)
    for (const key of ['soap_note', 'summary', 'entity_list', 'treatment_plan', 'clerking']) {
      assert.match(printed, new RegExp(`transcript_${key}\n# `))
    }
  })

  test('of Nabla', async () => {
    const printed = await run('nabla.ts', recording)
    assert.match(printed, /\d transcript items; the first: Good morning/)
    assert.match(printed, /\n[A-Z_]+\n.*headache for 3 days/)
    assert.match(printed, /succeeded: 1 transcript items/)
  })

  test('of Heidi, in two segments', async () => {
    const first = await convert(recording, 'ogg', ['-t', '2.2'])
    const second = await convert(recording, 'ogg', ['-ss', '2.2'])
    const printed = await run('heidi.ts', first, second)
    assert.match(printed, /headache for 3 days/)
    assert.match(printed, /# History and physical\n/)
  })

  test('of Deepgram, as a whole and while it is said', async () => {
    const printed = await run('deepgram.ts', recording)
    assert.match(printed, /^\d.* Good morning doctor.*\n(.*\n)*live: .*headache for 3 days/i)
  })

  test('of OpenAI', async () => {
    const printed = await run('openai.ts', recording)
    assert.match(printed, /0\.\d+ \d+\.\d+ +Good morning doctor/)
    assert.match(printed, /\d s, english/)
  })
})
