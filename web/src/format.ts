import { language } from './texts.ts'

/** Times and dates as people of the language write them. */
const DATES = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
const PERCENTS = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
const NAMES = new Intl.DisplayNames([language], { type: 'language' })

export const printDate = (iso: string) => DATES.format(new Date(iso))
export const printPercent = (share: number) => PERCENTS.format(share)
export const printLanguage = (tag: string) => NAMES.of(tag) ?? tag

/** `3:07`, `1:02:45`. */
export function printTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
