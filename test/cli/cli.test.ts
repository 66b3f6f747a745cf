import assert from 'node:assert/strict'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { execa } from 'execa'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'
import { TEST_KEY } from '../support/open-test-system.ts'
import { callOsler, OSLER, type OslerProcess, startOsler, TEST_SETTINGS } from '../support/osler-process.ts'
import { cutOff, fileOf, speak, synthesize } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Osler as it lies there before set-up has made the Python environment and brought the weights. */
async function copyBeforeSetUp(folder: string): Promise<string> {
  const root = join(folder, 'before-set-up')
  await cp(join(ROOT, 'src'), join(root, 'src'), { recursive: true })
  await cp(join(ROOT, 'package.json'), join(root, 'package.json'))
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  return root
}

describe('the command line', () => {
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-cli-'))
    await copyEmbeddedTemplate(join(folder, 'database'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  const osler = (...words: string[]) =>
    execa(OSLER, words, { env: { OSLER_DATA: folder, ...TEST_SETTINGS }, reject: false })
  const call = (...calls: string[][]) => callOsler({ OSLER_DATA: folder, ...TEST_SETTINGS }, ...calls)

  test('listen prints transcript and documents, without a bar in a pipe', async () => {
    const file = await speak('I have had a bad cough for five days')
    const { stdout, stderr, exitCode } = await osler('listen', file)
    assert.equal(exitCode, 0)
    assert.match(stdout, /^I have had a bad cough .*days\.\n\n# SOAP note\n\n## Subjective\n\n- The patient has/)
    assert.equal(stderr, '')
  })

  test('listen writes a file for each recording, in the format that is asked for', async () => {
    const files = [await speak('I have had a bad cough for five days'), await speak('I have a cough')]
    const out = join(folder, 'out')
    const { exitCode } = await osler('listen', ...files, '--format', 'json', '--documents', 'summary', '--out', out)
    assert.equal(exitCode, 0)
    const written = await readdir(out)
    assert.deepEqual(written.sort(), files.map((file) => basename(file, '.wav').concat('.json')).sort())
    for (const name of written) {
      const { transcript, documents } = JSON.parse(await readFile(join(out, name), 'utf8'))
      assert.match(transcript.items[0].text, /cough/)
      assert.equal(documents[0].sections[0].statements[0].evidence[0], transcript.items[0].id)
    }
  })

  test('listen goes on after a bad file, names it, and fails in the end', async () => {
    const bad = await fileOf('no sound', 'wav')
    const good = await speak('I have had a bad cough for five days')
    const { stdout, stderr, exitCode } = await osler('listen', bad, good, '/nowhere.wav')
    assert.equal(exitCode, 1)
    assert.match(stderr, /damaged, or in a format that cannot be read/)
    assert.match(stderr, /\/nowhere\.wav: There is no such file\./)
    assert.match(stdout, /bad cough/)
  })

  test('audit verify says that no line was changed', async () => {
    const [verified, listed] = await call(['audit', 'verify'], ['audit', 'list', '--json'])
    assert.equal(verified?.exitCode, 0)
    assert.match(verified?.printed ?? '', /^\d+ lines, none changed\. The last hash is /)
    const lines = JSON.parse(listed?.printed ?? '') as { action: string; key: string }[]
    assert.deepEqual(
      lines.find(({ key }) => key === 'operator')?.action,
      'GET /api/operator/audit/verify',
      'what the operator does is a line too',
    )
  })

  test('wrong calls exit with 2, and every command explains itself', async () => {
    const [bare, unknown] = await call(['listen'], ['dance'])
    assert.deepEqual([bare?.exitCode, unknown?.exitCode], [2, 2])
    const commands = ['serve', 'worker', 'listen', 'keys', 'requests', 'models', 'codes', 'doctor']
    for (const { printed, exitCode } of await call(...commands.map((command) => [command, '--help']))) {
      assert.equal(exitCode, 0)
      assert.match(printed, /Usage: osler/)
    }
  })

  test('a bad setting and a misspelt one are named', async () => {
    const { stderr, exitCode } = await execa(OSLER, ['doctor'], {
      env: { OSLER_PORT: 'many', OSLER_PROT: '1' },
      reject: false,
    })
    assert.equal(exitCode, 1)
    assert.match(stderr, /OSLER_PROT is no setting/)
    assert.match(stderr, /OSLER_PORT is "many"; it must be a whole number from 0 to 65535/)
  })

  test('doctor finds everything in place here, for people and as JSON', async () => {
    const [found, asJson] = await call(['doctor'], ['doctor', '--json'])
    assert.equal(found?.exitCode, 0, found?.printed)
    for (const subject of [
      'Node.js',
      'ffmpeg',
      'Speech: whisper (whisper-tiny.en) serves en',
      'speech is found by silero',
      'Data folder',
      'Database',
    ]) {
      assert.ok(found?.printed.includes(subject), subject)
    }
    const findings = JSON.parse(asJson?.printed ?? '') as { state: string }[]
    assert.ok(findings.every(({ state }) => state === 'good'))
  })

  test('doctor says what is missing and how to get it', async () => {
    const run = (root: string, words: string[], changes: Record<string, string> = {}) =>
      execa(process.execPath, [join(root, 'src/main.ts'), ...words], {
        env: { OSLER_DATA: join(folder, 'bare'), PATH: process.env.PATH ?? '', ...changes },
        ...{ extendEnv: false, reject: false },
      })
    const before = await copyBeforeSetUp(folder)
    const bare = await run(before, ['doctor'], { PATH: '/nowhere' })
    assert.equal(bare.exitCode, 1)
    assert.match(bare.stdout, /✗ ffmpeg: not installed\n {4}→ apt-get install ffmpeg/)
    assert.match(bare.stdout, /✗ Speech: nothing hears: the Python environment .* not there\n {4}→ run npm start/)
    const deaf = await run(before, ['listen', await speak('I have a cough')])
    assert.match(deaf.stderr, /No recogniser for en is installed: nothing here hears, and `osler doctor` says why/)
    const misspelt = await run(ROOT, ['doctor'], { OSLER_SPEECH_MODEL: 'whisper-bass' })
    assert.match(misspelt.stdout, /✗ Speech: .* OSLER_SPEECH_MODEL is "whisper-bass", and no model of that name/)
  })

  test('doctor says that the language model does not answer', async () => {
    const env = { OSLER_DATA: folder, ...TEST_SETTINGS, OSLER_NOTES_URL: 'http://127.0.0.1:1/v1' }
    const { stdout, exitCode } = await execa(OSLER, ['doctor'], { env, reject: false })
    assert.equal(exitCode, 1)
    assert.match(stdout, /✗ Documents: openai: The language model could not be reached\./)
  })

  describe('beside a running server', () => {
    let server: OslerProcess
    let secret: string

    before(async () => {
      const made = await osler('keys', 'create', 'front desk', '--tenant', 'clinic', '--scopes', 'read')
      secret = made.stdout
      server = await startOsler(folder)
    })
    after(async () => {
      server.process.kill('SIGTERM')
      await once(server.process, 'exit')
    })

    test('accounts are added with a link, listed, reset and disabled', async () => {
      const add = ['accounts', 'add', 'Ada', '--name', 'Dr Ada Osei', '--tenant', 'ward']
      const [added, again, reset, disabled, listed, none] = await call(
        add,
        add,
        ['accounts', 'reset', 'ward/ada', '--json'],
        ['accounts', 'disable', 'ward/ada'],
        ['accounts', 'list', '--json'],
        ['accounts', 'disable', 'nobody'],
      )
      const page = /http:\/\/127\.0\.0\.1:\d+\/#\/password\/(osl_[\w-]{43})\/ward%2Fada$/
      const [, secret] = page.exec(added?.printed.trim() ?? '') ?? []
      assert.ok(secret, added?.printed)
      assert.equal(again?.exitCode, 1)
      const [, other] = page.exec((JSON.parse(reset?.printed ?? '') as { link: string }).link) ?? []
      assert.ok(other && other !== secret)
      assert.match(disabled?.printed ?? '', /"ward\/ada" is disabled/)
      const [account] = JSON.parse(listed?.printed ?? '') as { name: string; role: string; disabledAt?: string }[]
      assert.deepEqual([account?.name, account?.role], ['Dr Ada Osei', 'clinician'])
      assert.ok(account?.disabledAt)
      assert.equal(none?.exitCode, 1)
    })

    test('keys are made, listed and revoked, with and without a running server', async () => {
      assert.match(secret, /^osk_[\w-]{43}$/)
      const ask = () => fetch(`${server.address}/api/consultations`, { headers: { authorization: `Bearer ${secret}` } })
      assert.equal((await ask()).status, 200)
      const [key] = JSON.parse((await osler('keys', 'list', '--json')).stdout) as { id: string; name: string }[]
      assert.equal(key?.name, 'front desk')
      assert.match((await osler('keys', 'revoke', key?.id ?? '')).stdout, /no longer works/)
      assert.equal((await ask()).status, 401)
      const refused = await osler('keys', 'create', 'x', '--tenant', 'Not A Tenant')
      assert.equal(refused.exitCode, 1)
      const second = await osler('serve')
      assert.match(second.stderr, /Another Osler \(process \d+, http:.*\) has .* open/)
    })

    test('a failed request is listed with its reason, and runs again with the recording that was kept', async () => {
      const whole = await synthesize('anoisesrc=a=0.3', 60, 'flac')
      const form = new FormData()
      form.append('file', await openAsBlob(await cutOff(whole, 0.5)), 'x.flac')
      const headers = { authorization: `Bearer ${TEST_KEY}` }
      const sent = await fetch(`${server.address}/api/consultations`, { method: 'POST', headers, body: form })
      const { request } = (await sent.json()) as { request: { id: string } }
      const failed = () =>
        until('it fails', async () =>
          (await osler('requests', 'list', '--status', 'failed')).stdout.includes(request.id),
        )
      await failed()
      const { stdout } = await osler('requests', 'list', '--status', 'failed')
      assert.match(stdout, /The recording ends after [\d.]+ s, but its header says 1 min: send the whole file/)
      assert.match((await osler('requests', 'retry', request.id)).stdout, /is queued again/)
      await failed()
      assert.match((await osler('requests', 'retry', 'x')).stderr, /no request with this id/)
    })
  })
})
