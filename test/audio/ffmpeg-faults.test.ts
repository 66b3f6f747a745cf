import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { decodeStream, transcodeScratch } from '../../src/audio/ffmpeg.ts'
import { confineDecoder } from '../../src/platform/confine.ts'
import { IN_MEMORY } from '../../src/platform/scratch-in-memory.ts'

describe('a decoder', () => {
  let folder: string
  const before_ = { ...process.env }
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'osler-test-ffmpeg-'))
    process.env.PATH = `${folder}:${process.env.PATH}`
  })
  after(async () => {
    process.env = before_
    await rm(folder, { recursive: true })
  })

  /** Puts a program in ffmpeg's place and runs it. */
  async function run(script: string, target = join(folder, 'target.pcm')): Promise<void> {
    await writeFile(join(folder, 'ffmpeg'), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, 'ffmpeg'), 0o755)
    await transcodeScratch([`file:${target}`], 10_000, new AbortController().signal)
  }

  /** The same of the decoder of a sound that goes on; answers what it writes. */
  async function readStream(script: string): Promise<string> {
    await writeFile(join(folder, 'ffmpeg'), `#!/bin/sh\n${script}\n`)
    const { child } = await decodeStream([], { sampleRate: 16_000, channels: 1 })
    return Buffer.concat(await Array.fromAsync(child.stdout)).toString()
  }

  test('that the system ends, for memory say, leaves the recording as one to try again', async () => {
    await assert.rejects(run('kill -9 $$'), { code: 'engine_failed', retry: 'later' })
    await assert.rejects(run('exit 244'), { code: 'engine_failed' })
  })

  test('that finds the disk full says so, and one that finds the file damaged says that', async () => {
    await assert.rejects(run('exit 228'), { code: 'disk_full' })
    await assert.rejects(run('kill -XFSZ $$'), { code: 'disk_full' })
    await assert.rejects(run('exit 1'), { code: 'audio_unreadable', retry: 'never' })
  })

  test('that writes into memory may write no more there than the rest of the machine can spare', async () => {
    const target = join(folder, `${IN_MEMORY}x`, 'target.pcm')
    await mkdir(dirname(target))
    await run(`grep 'file size' /proc/self/limits > ${join(folder, 'seen')}`, target)
    const [, most] = /^Max file size +(\d+)/.exec(await readFile(join(folder, 'seen'), 'utf8')) ?? []
    assert.ok(Number(most) > 0 && Number(most) <= totalmem() / 32, most)
  })

  test("sees named variables alone, none of the server's settings", async () => {
    process.env.OSLER_MASTER_KEY = 'a-master-key'
    process.env.AWS_SECRET_ACCESS_KEY = 'another'
    await run(`env > ${join(folder, 'seen')}`)
    const seen = await readFile(join(folder, 'seen'), 'utf8')
    assert.match(seen, /^PATH=/m)
    assert.doesNotMatch(seen, /OSLER_|master-key|AWS_/)
  })

  test('reaches no server of this machine and has no rights, where the system can deprive it of them; limits it has everywhere', async (t) => {
    await using server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const reach = `bash -c 'exec 3<>/dev/tcp/127.0.0.1/${(server.address() as AddressInfo).port}' && echo reached`
    await run(`{ cat /proc/self/status /proc/self/limits; ${reach} || true; } > ${join(folder, 'seen')} 2>&1`)
    const seen = await readFile(join(folder, 'seen'), 'utf8')
    assert.match(seen, /^Max cpu time +15 /m)
    assert.match(seen, /^Max core file size +0 /m)
    assert.match(seen, /^Max address space +2147483648 /m)
    assert.match(seen, /^Max file size +8589934592 /m)
    const { withoutNetwork, withoutPrivileges } = await confineDecoder()
    t.diagnostic(`without network: ${withoutNetwork}, without privileges: ${withoutPrivileges}`)
    assert.equal(/^reached$/m.test(seen), !withoutNetwork)
    assert.equal(/^NoNewPrivs:\t1$/m.test(seen), withoutPrivileges)
    if (withoutPrivileges) assert.match(seen, /^CapEff:\t0+$/m)
    // One that decodes while sound comes is held by the same, and writes no file at all.
    const stream = await readStream(`cat /proc/self/status /proc/self/limits; ${reach} 2> /dev/null`)
    assert.match(stream, /^Max file size +0 /m)
    assert.match(stream, /^Max address space +2147483648 /m)
    assert.equal(/^reached$/m.test(stream), !withoutNetwork)
    assert.equal(/^NoNewPrivs:\t1$/m.test(stream), withoutPrivileges)
  })
})
