import type { ErrorCode } from '../../src/domain/errors.ts'
import { titleIn } from '../../src/domain/note-kinds/translations.ts'
import type { Warning } from '../../src/domain/warnings.ts'
import { ERROR_TEXTS } from './texts/errors.ts'
import { KIND_TEXTS } from './texts/kinds.ts'
import { WARNING_TEXTS } from './texts/warnings.ts'
import { language } from './texts.ts'
import type { KindOffer } from './types.ts'

// The server speaks English: in another language the page says the same by the code, with the values of the sentence.

type Row = readonly [french: string, spanish: string] | undefined

const translate = (row: Row, english: string) =>
  language === 'en' ? english : (row?.[language === 'fr' ? 0 : 1] ?? '')

/** Times, shares, sizes and lengths, which are written alike in every language. */
const VALUES = /\d+:\d\d(?:–\d+:\d\d)?|\d+(?:\.\d+)? (?:%|s|[kMG]B|k?Hz)(?!\w)/g

function withValues(row: Row, english: string): string {
  const text = translate(row, english)
  const values = language === 'en' ? [] : (english.match(VALUES) ?? [])
  return values.length > 0 && text ? `${text.replace(/\.$/, '')} (${values.join(', ')}).` : text
}

/** An error's sentence; the server's own where the page has none. */
export const printError = (code: string, english: string) =>
  withValues(ERROR_TEXTS[code as ErrorCode], english) || english

export const printWarning = ({ code, message }: Warning) => withValues(WARNING_TEXTS[code], message) || message

/** A heading of a document; of a template they are the person's own words. */
export const printHeading = (kind: string, title: string) =>
  kind.startsWith('template:') ? title : titleIn(title, language)

/** A kind with its title and what it is. */
export const printKind = ({ kind, title, says }: KindOffer): KindOffer => ({
  kind,
  title: printHeading(kind, title),
  says: translate(KIND_TEXTS[kind as keyof typeof KIND_TEXTS], says) || says,
})
