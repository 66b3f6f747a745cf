import type { Signature } from '../../src/domain/note.ts'
import type { PatientDetails } from '../../src/domain/visit.ts'
import { language, t } from './texts.ts'

/** Times and dates as people of the language write them. */
const DATES = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
const PERCENTS = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
const NAMES = new Intl.DisplayNames([language], { type: 'language' })

/** A day without a place: the same whatever the clock of the machine says. */
const BIRTHS = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
const DAYS = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const CLOCKS = new Intl.DateTimeFormat(language, { timeStyle: 'short' })
const NEAR = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
const DAY_MS = 86_400_000

export const printDate = (iso: string) => DATES.format(new Date(iso))
export const printClock = (iso: string) => CLOCKS.format(new Date(iso))

/** Who signed, by which account or key, and when. */
export const printSignature = ({ by, key, at }: Signature) => t('signedBy', `${by} (${key})`, printDate(at))

/** Who is seen, in a line; empty where nothing is known. */
export function printPatient({ name, birthDate, sex, number }: PatientDetails = {}): string {
  const parts = [
    name,
    birthDate && t('born', BIRTHS.format(new Date(birthDate))),
    sex && t(sex === 'other' ? 'otherSex' : sex),
    number && t('numbered', number),
  ]
  return parts.filter(Boolean).join(', ')
}

/** "Today", "yesterday", then the day by its name and date. */
export function printDay(iso: string): string {
  const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0)
  const ago = Math.round((midnight(new Date()) - midnight(new Date(iso))) / DAY_MS)
  const day = ago < 2 ? NEAR.format(-ago, 'day') : DAYS.format(new Date(iso))
  return day.charAt(0).toLocaleUpperCase(language) + day.slice(1)
}

export const printPercent = (share: number) => PERCENTS.format(share)
export const printLanguage = (tag: string) => NAMES.of(tag) ?? tag

/** `3:07`, `1:02:45`. */
export function printTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
