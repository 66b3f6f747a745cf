import assert from 'node:assert/strict'
import { constants } from 'node:fs'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'

/** The flags with which this process holds files under a folder open. */
async function openFlags(folder: string): Promise<number[]> {
  const flags: number[] = []
  for (const descriptor of await readdir('/proc/self/fd')) {
    const path = await readlink(`/proc/self/fd/${descriptor}`).catch(() => '')
    if (!path.startsWith(folder)) continue
    const info = await readFile(join('/proc/self/fdinfo', descriptor), 'utf8')
    flags.push(Number.parseInt(/flags:\s+(\d+)/.exec(info)?.[1] ?? '0', 8))
  }
  return flags
}

for (const backend of DATABASES.filter(({ name }) => name === 'the embedded database')) {
  test('the embedded database holds every file that it writes open for synchronous writing', async () => {
    await using opened = await backend.open()
    const flags = await openFlags(opened.folder)
    const writable = flags.filter((flag) => flag & (constants.O_WRONLY | constants.O_RDWR))
    assert.ok(writable.length > 0)
    assert.ok(writable.every((flag) => flag & constants.O_DSYNC))
  })
}
