import { HOUR_SHARES } from '../../src/domain/capacity.ts'
import { makeRandom } from '../../test/support/random.ts'
import { quantile } from '../figures.ts'
import { FreeTimes } from './free-times.ts'

/** What is spent on a consultation of its own, and on each minute that it is long. */
export interface Linear {
  fixed: number
  perMinute: number
}

/** As `measure-cost.ts` finds it. */
export interface Cost {
  coreSeconds: Linear
  transactions: Linear
  storeRequests: Linear
  /** Of one process to which nothing comes. */
  idleTransactionsPerSecond: number
}

export interface Work {
  /** Seconds from the beginning. */
  at: number
  /** How long a hand has it. */
  seconds: number
}

export interface Day {
  consultations: number
  cores: number
  coresPerHost: number
  /** Hosts that die, of a hundred in a day. */
  deathsPercent: number
  meanMinutes: number
}

export interface Simulated {
  waitSeconds: { median: number; p99: number; most: number }
  /** Of the busiest hour. */
  peak: { perSecond: number; coresBusy: number; transactionsPerSecond: number; storeRequestsPerSecond: number }
  deaths: number
}

const HOUR_SECONDS = 3600
/** Until a dead worker's task is begun again (`store/queue.ts`), and the most that is then heard a second time. */
const COMES_BACK_SECONDS = 35
const STRETCH_MINUTES = 0.5
/** Lengths are log-normal; the middle two thirds lie between half and twice the median. An assumption. */
const SPREAD = Math.log(2)

/** How long each work waits, where each takes the first hand that is free: they come in order. */
export function simulateHands(works: Iterable<Work>, hands: number): number[] {
  const free = new FreeTimes(hands)
  return Array.from(works, ({ at, seconds }) => {
    const start = Math.max(at, free.next)
    free.take(start + seconds)
    return start - at
  })
}

/**
 * One day, consultation by consultation: each comes by the day's curve, takes the first core that is free, and holds it for
 * what its length costs; hosts die and their work comes again. One core each, though a real worker hears one with all its
 * cores while it is alone: so waits are a little long, and the time of one consultation is much.
 */
export function simulateDay(day: Day, cost: Cost, seed = 1): Simulated {
  const random = makeRandom(seed)
  const chance = () => random.below(2 ** 31) / 2 ** 31
  const hosts = Math.ceil(day.cores / day.coresPerHost)
  const peakHour = HOUR_SHARES.indexOf(Math.max(...HOUR_SHARES))
  const peak = { coreSeconds: 0, minutes: 0, count: 0 }
  let deaths = 0
  function* works(): Generator<Work> {
    for (const at of arrivals(day.consultations, chance)) {
      const minutes = lengthOf(day.meanMinutes, chance)
      const seconds = spend(cost.coreSeconds, minutes)
      const hasDied = chance() < (day.deathsPercent / 100 / (24 * HOUR_SECONDS)) * seconds
      const again = hasDied ? COMES_BACK_SECONDS + chance() * STRETCH_MINUTES * cost.coreSeconds.perMinute : 0
      if (hasDied) deaths++
      yield { at, seconds: seconds + again }
      if (Math.floor(at / HOUR_SECONDS) !== peakHour) continue
      peak.coreSeconds += seconds + again
      peak.minutes += minutes
      peak.count++
    }
  }
  const waits = simulateHands(works(), day.cores)
  const rate = ({ fixed, perMinute }: Linear) => (fixed * peak.count + perMinute * peak.minutes) / HOUR_SECONDS
  return {
    waitSeconds: { median: quantile(waits, 0.5), p99: quantile(waits, 0.99), most: quantile(waits, 1) },
    peak: {
      perSecond: peak.count / HOUR_SECONDS,
      coresBusy: peak.coreSeconds / HOUR_SECONDS,
      transactionsPerSecond: rate(cost.transactions) + hosts * cost.idleTransactionsPerSecond,
      storeRequestsPerSecond: rate(cost.storeRequests),
    },
    deaths,
  }
}

export const spend = ({ fixed, perMinute }: Linear, minutes: number) => fixed + perMinute * minutes

function lengthOf(meanMinutes: number, chance: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  return (meanMinutes / Math.exp(SPREAD ** 2 / 2)) * Math.exp(SPREAD * normal)
}

/** Times in seconds from midnight, in order. */
function* arrivals(count: number, chance: () => number): Generator<number> {
  for (const [hour, share] of HOUR_SHARES.entries()) {
    const perSecond = (count * share) / HOUR_SECONDS
    for (let at = 0; ; ) {
      at += -Math.log(1 - chance()) / perSecond
      if (at >= HOUR_SECONDS) break
      yield hour * HOUR_SECONDS + at
    }
  }
}
