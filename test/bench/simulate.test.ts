import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulateDay, simulateHands } from '../../bench/cluster/simulate.ts'
import { makeRandom } from '../support/random.ts'

test('each work takes the first hand that is free', () => {
  const works = [3, 1, 1, 2].map((seconds, at) => ({ at: at / 2, seconds }))
  assert.deepEqual(simulateHands(works, 1), [0, 2.5, 3, 3.5])
  assert.deepEqual(simulateHands(works, 2), [0, 0, 0.5, 1])
  assert.deepEqual(simulateHands(works, 4), [0, 0, 0, 0])
})

test('many hands are found as a search through all of them finds them', () => {
  const random = makeRandom(5)
  const works = Array.from({ length: 500 }, (_, at) => ({ at: at / 10, seconds: random.below(40) / 10 }))
  const free = Array<number>(17).fill(0)
  const waits = works.map(({ at, seconds }) => {
    const first = free.indexOf(Math.min(...free))
    const start = Math.max(at, free[first] ?? 0)
    free[first] = start + seconds
    return start - at
  })
  assert.deepEqual(simulateHands(works, 17), waits)
})

test('a day has the consultations that it was asked for, and its busiest hour the cores that their lengths cost', () => {
  const none = { fixed: 0, perMinute: 0 }
  const cost = {
    coreSeconds: { fixed: 5, perMinute: 4 },
    transactions: { fixed: 10, perMinute: 0 },
    storeRequests: none,
  }
  const day = { consultations: 20_000, cores: 1000, coresPerHost: 16, deathsPercent: 0, meanMinutes: 15 }
  const { peak, waitSeconds, deaths } = simulateDay(day, { ...cost, idleTransactionsPerSecond: 0 })
  const perSecond = (20_000 * 0.115) / 3600
  assert.ok(Math.abs(peak.perSecond / perSecond - 1) < 0.1, `${peak.perSecond}`)
  assert.ok(Math.abs(peak.coresBusy / (perSecond * 65) - 1) < 0.1, `${peak.coresBusy}`)
  assert.ok(Math.abs(peak.transactionsPerSecond / (10 * peak.perSecond) - 1) < 1e-9)
  assert.deepEqual([waitSeconds.most, deaths], [0, 0])
})
