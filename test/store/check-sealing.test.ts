import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '../../src/server/open-store.ts'
import { readConfig } from '../../src/server/settings.ts'
import { findConsultation, insertConsultation } from '../../src/store/consultations.ts'
import { copyEmbeddedTemplate } from '../support/embedded-template.ts'

const newKey = () => randomBytes(32).toString('base64')

test('a sealed store does not open without its key or with another, and goes on with a new one before the old', async () => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-sealing-'))
  await copyEmbeddedTemplate(join(data, 'database'))
  const open = (masterKey?: string) =>
    openStore(readConfig({ OSLER_DATA: data, ...(masterKey && { OSLER_MASTER_KEY: masterKey }) }))
  const [first, second] = [newKey(), newKey()]
  const store = async (masterKey?: string) => {
    await using opened = await open(masterKey)
    return await insertConsultation(opened.db, 'default', { door: 'heidi', details: { said: 'headache' } })
  }
  await store()
  await store(first)
  await assert.rejects(store(), { code: 'key_lost', message: /OSLER_MASTER_KEY is not set/ })
  await assert.rejects(store(newKey()), { code: 'key_lost' })
  await store(`${second}\n${first}`)
  await assert.rejects(store(first), { code: 'key_lost' }, 'the newest seals')
  await rm(data, { recursive: true })
})

test('what a client sends in the shape of a sealed text is kept as it is', async () => {
  const data = await mkdtemp(join(tmpdir(), 'osler-test-sealing-'))
  await copyEmbeddedTemplate(join(data, 'database'))
  {
    await using opened = await openStore(readConfig({ OSLER_DATA: data }))
    for (const details of [{ sealed: 'x' }, { sealed: 0, plain: { a: 1 } }]) {
      const id = await insertConsultation(opened.db, 'default', { door: 'heidi', details })
      assert.deepEqual((await findConsultation(opened.db, 'default', id))?.details, details)
    }
  }
  await rm(data, { recursive: true })
})
