import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSharedReading } from '../../src/platform/shared-reading.ts'

/** A value that changes, how often it was read, and a reading that ends when it is told to. */
function openValue() {
  const share = openSharedReading<string>()
  const value = { stands: 'old', readings: 0 }
  const endings: (() => void)[] = []
  const read = async () => {
    value.readings++
    const { stands } = value
    await new Promise<void>((resolve) => endings.push(resolve))
    return stands
  }
  return { value, ask: (key = 'a') => share(key, read), end: () => endings.shift()?.() }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('what many ask for at one moment is read once', async () => {
  const { value, ask, end } = openValue()
  const asked = [ask(), ask(), ask()]
  await soon()
  end()
  assert.deepEqual(await Promise.all(asked), ['old', 'old', 'old'])
  assert.equal(value.readings, 1)
})

test('who asks while it is being read gets what stands then, not what was read before', async () => {
  const { value, ask, end } = openValue()
  const first = ask()
  await soon()
  value.stands = 'new'
  const later = [ask(), ask()]
  end()
  assert.equal(await first, 'old')
  await soon()
  end()
  assert.deepEqual(await Promise.all(later), ['new', 'new'])
  assert.equal(value.readings, 2)
})

test('a reading that fails does not keep the next from coming, nor one key another', async () => {
  const share = openSharedReading<string>()
  const failed = share('a', async () => Promise.reject(new Error('broken')))
  await assert.rejects(failed, /broken/)
  assert.equal(await share('a', async () => 'whole'), 'whole')
  const never = share('a', () => new Promise<string>(() => {}))
  assert.equal(await share('b', async () => 'other'), 'other')
  void never
})
