import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { Failure as HeidiFailure } from '../../src/api/doors/heidi/schemas.ts'
import { Failure as IntronFailure } from '../../src/api/doors/intron/schemas.ts'
import { Failure as NablaFailure } from '../../src/api/doors/nabla/schemas.ts'
import { Failure as NativeFailure } from '../../src/api/doors/native/schemas.ts'
import { Failure as OpenaiFailure } from '../../src/api/doors/openai/schemas.ts'
import { ERRORS, type ErrorCode, OslerError } from '../../src/domain/errors.ts'
import { DOORS } from '../../src/server/doors.ts'

/** Where a vendor's own sentence is known, it stands in place of ours. */
const OWN_SENTENCES = ['nabla', 'heidi']

const BODIES: Record<string, z.ZodType> = {
  native: NativeFailure,
  intron: IntronFailure,
  nabla: NablaFailure,
  heidi: HeidiFailure,
  openai: OpenaiFailure,
}

for (const door of DOORS) {
  const { name } = door

  test(`every error comes out of the door ${name} in its body, with a status that fits`, () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { status, body } = door.formatError(new OslerError(code, 'What was wrong.'), 'request-1')
      assert.ok(status >= 400 && status < 600, code)
      const parsed = BODIES[name]?.safeParse(body)
      assert.ok(parsed?.success, `${code}: ${parsed?.error?.message}`)
      if (!OWN_SENTENCES.includes(name)) assert.match(JSON.stringify(body), /What was wrong\./)
      assert.equal(status >= 500, ERRORS[code].status >= 500, `${code} keeps its class`)
    }
  })

  test(`an internal error tells its request id at the door ${name}, and nothing else`, () => {
    const { body } = door.formatError(
      new OslerError('internal', undefined, {}, { cause: new Error('secret') }),
      'request-1',
    )
    assert.match(JSON.stringify(body), /request-1/)
    assert.ok(!JSON.stringify(body).includes('secret'))
  })
}
