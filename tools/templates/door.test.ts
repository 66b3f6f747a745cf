import { openAsBlob } from 'node:fs'
import { after } from 'node:test'
import { doorSuite } from '../../test/ports/door.suite.ts'
import { openDoorWorld } from '../../test/support/door-world.ts'
import { Failure, sample } from './door.ts'

const open = await openDoorWorld({ doors: [sample] })
after(() => open[Symbol.asyncDispose]())

doorSuite(
  {
    door: sample,
    Failure,
    async send(ask, recording) {
      const form = new FormData()
      form.append('file', await openAsBlob(recording), 'x.wav')
      return ask('/sample/v1/recordings', { method: 'POST', body: form })
    },
    resultPath: (body) => `/sample/v1/recordings/${(body as { id: string }).id}`,
  },
  async () => open.world,
)
