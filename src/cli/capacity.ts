import { Command, InvalidArgumentError } from 'commander'
import {
  type Capacity,
  findCapacity,
  findCores,
  LEAST_HEARD_SECONDS,
  type Measured,
  MOST_BUSY,
  MOST_SHARE,
} from '../domain/capacity.ts'
import { OslerError } from '../domain/errors.ts'
import { type Fleet, measureHearing, readFleet } from '../server/read-fleet.ts'
import type { Config } from '../server/settings.ts'
import { printJson } from './print.ts'

interface Options {
  perDay?: number
  minutes?: number
  json?: boolean
}

/** `osler capacity` */
export function capacity(config: Config): Command {
  return new Command('capacity')
    .description(
      'Say how many consultations the processes on the same PostgreSQL can take, by what they measured in the last week.',
    )
    .option(
      '--per-day <number>',
      'how many consultations a day are to be taken: says how many cores that needs',
      readNumber,
    )
    .option('--minutes <number>', 'how long they are; by default as long as those of the last week were', readNumber)
    .option('--json', 'print JSON')
    .action(async (options: Options) => run(await readFleet(config), options))
}

function run(fleet: Fleet, { perDay, minutes, json = false }: Options): void {
  const measured = { ...measureHearing(fleet), ...(minutes && { meanMinutes: minutes }) }
  if (measured.heardSeconds < LEAST_HEARD_SECONDS || measured.coreSeconds === 0) throw tooLittle(measured.heardSeconds)
  const found = findCapacity(measured)
  const cores = perDay && findCores(measured, perDay)
  if (json) printJson({ ...measured, ...found, ...(perDay && { wanted: { perDay, cores } }) })
  else print(measured, found)
  if (!json && perDay) console.log(`${round(perDay)} a day need ${round(cores ?? 0)} such cores.`)
}

function print(measured: Measured, found: Capacity): void {
  console.log(
    `Measured: ${round(measured.heardSeconds / 60)} minutes of sound in the last week; ${measured.meanMinutes.toFixed(1)} minutes are one consultation;`,
  )
  console.log(
    `  a second of sound takes ${found.coreSecondsPerSecond.toFixed(3)} seconds of a core, from upload to document.`,
  )
  console.log(`There: ${measured.cores} cores that transcribe, which may be busy ${percent(MOST_BUSY)} of the time.`)
  console.log(
    `They can take ${round(found.perHour)} consultations an hour, and ${round(found.perDay)} a day of which the busiest hour has ${percent(MOST_SHARE)}.`,
  )
  console.log(`So many people may talk at once, all day: ${round(found.atOnce)}.`)
}

const percent = (share: number) => `${Number((100 * share).toFixed(1))} %`
const round = (value: number) => Math.floor(value).toLocaleString('en')

function tooLittle(seconds: number): OslerError {
  const message = `${Math.round(seconds / 60)} minutes of sound were heard in the last week; ${LEAST_HEARD_SECONDS / 60} are needed to tell. Send some recordings, and ask again a minute later.`
  return new OslerError('not_ready', message)
}

function readNumber(text: string): number {
  const number = Number(text)
  if (number > 0) return number
  throw new InvalidArgumentError('It must be a number above 0.')
}
