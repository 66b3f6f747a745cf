import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { TEST_KEY } from '../support/open-test-system.ts'
import { type OslerProcess, startOsler } from '../support/osler-process.ts'
import { convert, speak } from '../support/recordings.ts'

const ROOT = join(import.meta.dirname, '../..')
const PAGES = ['intron', 'nabla', 'heidi', 'openai', 'deepgram']
/** How the vendors' errors look, which a script may print without failing. */
const REFUSED = /Error|'detail'|"detail"|detail:|name: '[A-Z_]+'/

/** The blocks of a page that can be run, by their language. */
async function readBlocks(page: string): Promise<{ language: string; code: string }[]> {
  const text = await readFile(join(ROOT, 'docs', `${page}.md`), 'utf8')
  return [...text.matchAll(/^```(sh|ts|python)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language,
    code,
  }))
}

/** Whether Python has the packages that a block imports; OpenAI's is in no distribution. */
async function canImport(code: string): Promise<boolean> {
  const imports = code.match(/^(import|from) .*$/gm) ?? []
  return !(await execa('python3', ['-c', imports.join('\n')], { reject: false })).failed
}

describe('what the pages for customers show, works as it stands', () => {
  let osler: OslerProcess
  let folder: string
  let recording: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-docs-'))
    osler = await startOsler(join(folder, 'data'))
    recording = await convert(await speak('I have had a headache for three days'), 'ogg')
  })
  after(async () => {
    osler.process.kill('SIGTERM')
    await once(osler.process, 'exit')
    await rm(folder, { recursive: true })
  })

  async function run(language: string, code: string): Promise<string> {
    const filled = code
      .replaceAll('http://127.0.0.1:1849', osler.address)
      .replaceAll('YOUR_OSLER_KEY', TEST_KEY)
      .replaceAll('samples/consultation.ogg', recording)
    const options = { cwd: ROOT, timeout: 120_000 }
    if (language === 'sh') return (await execa('sh', ['-c', filled], options)).stdout
    if (language === 'python') return (await execa('python3', ['-c', filled], options)).stdout
    return (await execa(process.execPath, ['--input-type=module-typescript', '-e', filled], options)).stdout
  }

  for (const page of PAGES) {
    for (const language of ['sh', 'ts', 'python']) {
      test(`docs/${page}.md, ${language}`, async (context) => {
        const blocks = (await readBlocks(page)).filter((block) => block.language === language)
        assert.ok(blocks.length > 0, 'the page shows nothing of it')
        for (const { code } of blocks) {
          if (language === 'python' && !(await canImport(code))) return context.skip('a Python package is not here')
          const printed = await run(language, code)
          assert.match(printed, /\w/)
          assert.doesNotMatch(printed, REFUSED)
        }
      })
    }
  }
})
