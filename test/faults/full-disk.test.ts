import assert from 'node:assert/strict'
import { openAsBlob } from 'node:fs'
import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'
import { sql } from 'kysely'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'
import { convert, speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const MEGABYTES = 160

/** A disk of its own; undefined where mounting is not allowed. */
async function mountSmallDisk(): Promise<(AsyncDisposable & { folder: string }) | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'osler-test-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder]
  const { exitCode } = await execa('mount', options, { reject: false })
  const remove = () => rm(folder, { recursive: true, force: true })
  if (exitCode !== 0) return void (await remove())
  return {
    folder,
    async [Symbol.asyncDispose]() {
      await execa('umount', ['-l', folder])
      await remove()
    },
  }
}

/** Takes all the room but so many bytes; answers how to give it back. */
async function fill(folder: string, leftBytes: number): Promise<() => Promise<void>> {
  const path = join(folder, 'filler')
  const { bavail, bsize } = await statfs(folder)
  await using file = await open(path, 'w')
  const chunk = Buffer.alloc(64 * 1024, 1)
  for (let left = bavail * bsize - leftBytes; left > 0; left -= chunk.length) {
    await file.write(chunk.subarray(0, Math.min(left, chunk.length)))
  }
  return () => rm(path)
}

async function send(osler: TestSystem, file?: string): Promise<Response> {
  const form = new FormData()
  const recording = file ?? (await speak('I have had a headache for three days'))
  form.append('file', await openAsBlob(recording), 'x.wav')
  return osler.ask('/api/consultations', { method: 'POST', body: form })
}

const correct = (osler: TestSystem, id: string, version: number) =>
  osler.ask(`/api/consultations/${id}/transcript`, {
    method: 'PATCH',
    body: JSON.stringify({
      version,
      author: 'Dr Osei',
      change: { action: 'edit', item: 'i1', text: 'word '.repeat(4000) },
    }),
    headers: { 'content-type': 'application/json' },
  })

test('a full disk refuses new work with a sentence, harms nothing stored, and is used again when there is room', async (t) => {
  const disk = await mountSmallDisk()
  if (!disk) return t.skip('mounting is not allowed here')
  await using _ = disk
  await using osler = await openTestSystem({ data: join(disk.folder, 'data') })
  const { id } = (await (await send(osler)).json()) as { id: string }
  const note = `/api/consultations/${id}/documents/soap_note`
  await until('the note is there', async () => (await osler.ask(note)).status === 200)
  const makeRoom = await fill(disk.folder, 0)
  for (let time = 0; time < 3; time++) {
    const refused = await send(osler)
    assert.equal(refused.status, 507)
    assert.match(await refused.text(), /"disk_full".*no room for new recordings/)
  }
  // Small changes may find room in pages that are there already; what does not is refused whole.
  const statuses: number[] = []
  while (statuses.length < 20 && statuses.at(-1) !== 507) {
    statuses.push((await correct(osler, id, statuses.length)).status)
  }
  assert.ok(
    statuses.every((status) => status === 200 || status === 507),
    statuses.join(' '),
  )
  assert.equal((await osler.ask(note)).status, 200)
  await makeRoom()
  const { version } = (await (await osler.ask(`/api/consultations/${id}/transcript`)).json()) as { version: number }
  assert.equal(version, statuses.filter((status) => status === 200).length)
  assert.equal((await correct(osler, id, version)).status, 200)
  const taken = await send(osler)
  assert.equal(taken.status, 202)
  const next = `/api/consultations/${((await taken.json()) as { id: string }).id}/documents/soap_note`
  await until('the next note is there', async () => (await osler.ask(next)).status === 200)
})

test('a recording that was acknowledged and cannot be decoded while the disk is full is not damaged: it waits, and is heard when there is room', async (t) => {
  const disk = await mountSmallDisk()
  if (!disk) return t.skip('mounting is not allowed here')
  await using _ = disk
  await using osler = await openTestSystem({ data: join(disk.folder, 'data') })
  // Five minutes in few bytes, which decoded are 10 MB.
  const spoken = await speak('I have had a headache for three days')
  const long = await convert(spoken, 'ogg', ['-af', 'apad=whole_dur=300', '-c:a', 'libopus', '-b:a', '6k'])
  const makeRoom = await fill(disk.folder, 4e6)
  const sent = await send(osler, long)
  assert.equal(sent.status, 202)
  const { id } = (await sent.json()) as { id: string }
  const { db } = osler.system.forDoors
  await until('it was tried', async () => {
    const { rows } = await sql<{ tries: number }>`select max(retry_count) as tries from pgboss.job`.execute(db)
    return Number(rows[0]?.tries) > 0
  })
  const { request } = (await (await osler.ask(`/api/consultations/${id}`)).json()) as { request: { status: string } }
  assert.equal(request.status, 'ongoing')
  assert.equal((await osler.ask(`/api/consultations/${id}/audio/outline`)).status, 507)
  await makeRoom()
  await until(
    'it is heard',
    async () => (await osler.ask(`/api/consultations/${id}/transcript`)).status === 200,
    // The next try may be two minutes away.
    150_000,
  )
})
