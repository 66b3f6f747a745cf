import { setTimeout as sleep } from 'node:timers/promises'
import { untilStopped } from '../../src/cli/until-stopped.ts'
import { blankNote, type NoteKindName } from '../../src/domain/note-kinds.ts'
import type { Engines } from '../../src/engines/choose-engines.ts'
import type { NoteWriter } from '../../src/engines/notes/note-writer.ts'
import { openEngines } from '../../src/server/open-engines.ts'
import { openSystem } from '../../src/server/open-system.ts'
import { readConfig } from '../../src/server/settings.ts'

// A process of Osler as `osler serve` or `osler worker` would be, but that its writer writes nothing and takes as long as the
// transcript is: what is measured then is the queue and the database. `node bench/cluster/faked-node.ts serve`, or `worker`.

/** Takes as long as the transcript, in milliseconds. */
const WRITER: NoteWriter = {
  ...{ name: 'faked', model: 'faked', languages: ['en'], kinds: ['summary'], followsWishes: false },
  async checkHealth() {},
  async write({ language, durationMs }, { kind }, signal) {
    await sleep(durationMs, undefined, { signal })
    return blankNote(kind as NoteKindName, language, 'faked', [])
  },
  async [Symbol.asyncDispose]() {},
}

export async function openFakedEngines(...settings: Parameters<typeof openEngines>): Promise<Engines> {
  return { ...(await openEngines(...settings)), writers: [WRITER] }
}

if (import.meta.main) {
  const config = readConfig(process.env)
  const stopped = untilStopped()
  await using system = await openSystem(config, undefined, openFakedEngines)
  if (process.argv[2] === 'serve') {
    await using app = await system.openApp()
    console.log(`listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
    await stopped
  } else {
    await system.startWork(['write'])
    console.log('works')
    await stopped
  }
}
