import { createKey, hashSecret } from '../../src/store/keys.ts'
import { ensureTenant } from '../../src/store/tenants.ts'
import type { DoorWorld } from '../ports/door.suite.ts'
import { openFakeSpeechServer } from './fake-speech-server.ts'
import { openTestSystem } from './open-test-system.ts'
import { speak } from './recordings.ts'

const OTHER_KEY = 'their-key'

/** A server with these doors open, whose engine hears the same four words in any recording, and another tenant. */
export async function openDoorWorld(changes: Parameters<typeof openTestSystem>[0] = {}) {
  const speech = await openFakeSpeechServer()
  const osler = await openTestSystem({
    ...{ speech: 'openai', speechUrl: [speech.url], speechModel: 'm', allowHosts: ['127.0.0.1'] },
    ...changes,
  })
  const { db } = osler.system.forDoors
  await ensureTenant(db, 'other')
  const key = { tenantId: 'other', name: 'theirs', secretHash: hashSecret(OTHER_KEY) }
  await createKey(db, { ...key, scopes: ['submit', 'read', 'delete', 'admin'] })
  const world: DoorWorld = {
    ...{ osler, otherKey: OTHER_KEY, said: /I have a headache/ },
    recording: await speak('I have a headache'),
  }
  return {
    world,
    async [Symbol.asyncDispose]() {
      await osler[Symbol.asyncDispose]()
      await speech[Symbol.asyncDispose]()
    },
  }
}
