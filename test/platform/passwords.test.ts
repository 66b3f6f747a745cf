import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword } from '../../src/platform/passwords.ts'

test('a password is known again by its hash, in every coding of its letters, and no other is', async () => {
  const hash = await hashPassword('zwölf kleine Wörter')
  assert.doesNotMatch(hash, /kleine/)
  assert.notEqual(hash, await hashPassword('zwölf kleine Wörter'))
  assert.equal(await isPassword('zwölf kleine Wörter', hash), true)
  assert.equal(await isPassword('zwo\u0308lf kleine Wo\u0308rter', hash), true)
  assert.equal(await isPassword('zwolf kleine Worter', hash), false)
  assert.equal(await isPassword('zwölf kleine Wörter', undefined), false)
})

test('what nobody has takes as long as what somebody has', async () => {
  const hash = await hashPassword('twelve small words')
  const time = async (of: string | undefined) => {
    const from = process.cpuUsage()
    await isPassword('another password', of)
    return process.cpuUsage(from).user
  }
  const [somebodys, nobodys] = [await time(hash), await time(undefined)]
  // To leave it out would be a thousandth.
  assert.ok(nobodys > somebodys / 4, `${nobodys} of ${somebodys} µs`)
})
