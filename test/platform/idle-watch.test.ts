import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { watchIdle } from '../../src/platform/idle-watch.ts'

test('idleness counts from the end of the last who works, however many have worked side by side', () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let calls = 0
  const watch = watchIdle(1000, () => calls++)
  const [first, second] = [watch.begin(), watch.begin()]
  first[Symbol.dispose]()
  second[Symbol.dispose]()
  mock.timers.tick(900)
  const third = watch.begin()
  mock.timers.tick(5000)
  assert.equal(calls, 0, 'somebody is at work')
  third[Symbol.dispose]()
  mock.timers.tick(999)
  assert.equal(calls, 0)
  mock.timers.tick(1)
  assert.equal(calls, 1)
  watch.begin()[Symbol.dispose]()
  watch.stop()
  mock.timers.tick(5000)
  assert.equal(calls, 1, 'it was stopped')
})
