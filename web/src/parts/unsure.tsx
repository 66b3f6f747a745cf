import { isUnsureWord } from '../../../src/domain/accuracy.ts'
import { printedWords, type Word } from '../../../src/domain/transcript.ts'
import { t } from '../texts.ts'
import type { Item } from '../types.ts'

/** What the engine wrote in the place of a name, where it differs in more than capitals. */
const heardOtherwise = ({ text, heard }: Word) => (heard?.toLowerCase() === text.toLowerCase() ? undefined : heard)

/** An item's text, its doubtful words underlined, and names that were put in the place of what was heard. */
export function Unsure({ item }: { item: Item }) {
  const words = printedWords(item).map((word) => ({ ...word, heard: heardOtherwise(word) }))
  if (!words.some((word) => word.heard || isUnsureWord(word))) return <>{item.text}</>
  return (
    <>
      {words.map((word, at) => (
        <span key={`${word.startMs} ${word.text}`}>
          {at > 0 && ' '}
          {word.heard || isUnsureWord(word) ? (
            <u title={word.heard ? t('heardAs', word.heard) : t('doubtful')}>{word.text}</u>
          ) : (
            word.text
          )}
        </span>
      ))}
    </>
  )
}

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A statement's text; underlined is what was hardly heard where it was said. */
export function UnsureStatement({ text, cited }: { text: string; cited: readonly Item[] }) {
  const unsure = new Set(
    cited.flatMap((item) => printedWords(item).filter(isUnsureWord)).map((word) => plain(word.text)),
  )
  if (unsure.size === 0) return <>{text}</>
  return (
    <>
      {text.split(/(\s+)/).map((part, at) =>
        unsure.has(plain(part)) && part.trim() ? (
          <u key={at} title={t('doubtful')}>
            {part}
          </u>
        ) : (
          part
        ),
      )}
    </>
  )
}
