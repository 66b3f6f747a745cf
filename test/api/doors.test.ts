import { after } from 'node:test'
import { DOORS } from '../../src/server/doors.ts'
import { doorSuite } from '../ports/door.suite.ts'
import { BUILT_IN, quill } from '../support/door-clients.ts'
import { openDoorWorld } from '../support/door-world.ts'
import { openCustomer } from '../support/nabla-client.ts'

// The built-in doors, and one that is kept outside src, on one server.
const open = await openDoorWorld({ doors: [...DOORS, quill.door] })
const customer = await openCustomer(open.world.recording)
after(async () => {
  await open[Symbol.asyncDispose]()
  await customer[Symbol.asyncDispose]()
})

for (const client of [...BUILT_IN(() => customer.audio), quill]) doorSuite(client, async () => open.world)
