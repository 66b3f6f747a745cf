import { type Cost, simulateDay, spend } from './simulate.ts'

const MEAN_MINUTES = 15
const CORES_PER_HOST = 16
const DEATHS_PERCENT = 3
/** Cores for the busiest hour, and as much again of it for what comes unevenly. */
const ROOM = 1.15
/** What a core of a rented machine costs an hour, in euros. An assumption: some 30 a month. */
const CORE_HOUR = 0.04

/** What days of many consultations ask for, by what one costs. */
export function printDays(cost: Cost): void {
  const round = (value: number) => Number(value.toPrecision(3))
  console.log(JSON.stringify(cost, (_, value) => (typeof value === 'number' ? round(value) : value)))
  const seconds = spend(cost.coreSeconds, MEAN_MINUTES)
  const euros = (seconds / 3600) * CORE_HOUR
  console.log(
    `One of ${MEAN_MINUTES} minutes: ${seconds.toFixed(0)} core-seconds, ${(100 * euros).toFixed(2)} cents of cores while all are busy`,
  )
  console.log(
    '| consultations a day | cores | wait: median, p99, most (s) | a second, busiest hour | cores busy | transactions/s | store requests/s | came again | cents a consultation |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const consultations of [1000, 10_000, 100_000, 1_000_000]) {
    const day = {
      consultations,
      coresPerHost: CORES_PER_HOST,
      deathsPercent: DEATHS_PERCENT,
      meanMinutes: MEAN_MINUTES,
    }
    const unhindered = simulateDay({ ...day, cores: consultations }, cost)
    const cores = Math.max(2, Math.ceil(unhindered.peak.coresBusy * ROOM))
    const { waitSeconds, peak, deaths } = simulateDay({ ...day, cores }, cost)
    const waits = [waitSeconds.median, waitSeconds.p99, waitSeconds.most].map((wait) => wait.toFixed(1)).join(', ')
    const rates = [peak.perSecond, peak.coresBusy, peak.transactionsPerSecond, peak.storeRequestsPerSecond].map(round)
    const cents = (100 * cores * 24 * CORE_HOUR) / consultations
    console.log(`| ${[consultations, cores, waits, ...rates, deaths, cents.toFixed(2)].join(' | ')} |`)
  }
}
