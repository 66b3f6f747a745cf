import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOORS } from '../../src/api/doors.ts'
import { ERRORS, type ErrorCode, OslerError } from '../../src/domain/errors.ts'

for (const [name, door] of Object.entries(DOORS)) {
  test(`the door ${name} prints every error with its sentence and an error status`, () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { status, body } = door.printError(new OslerError(code, 'A sentence.'), 'request-1')
      assert.ok(status >= 400 && status < 600, code)
      assert.ok(JSON.stringify(body).includes('A sentence.'), code)
    }
  })
}
