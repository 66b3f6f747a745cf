import type { Drafts } from '../drafts.ts'
import { session } from '../session.ts'
import { t } from '../texts.ts'
import { instead } from '../use.ts'
import { askSure } from './ask-sure.tsx'

/** What the draft of it is kept under. */
const NAME = 'addendum'

interface Props {
  title: string
  drafts: Drafts
  /** Answers undefined when it could not be signed: what was typed stays. */
  onSign: (text: string) => Promise<unknown>
}

/** What is added to a signed document, signed by itself. */
export function Addendum({ title, drafts, onSign }: Props) {
  const text = drafts.all[NAME] ?? ''
  const sign = async () => {
    if (!(await askSure(t('addendumSure', title, session.name()), t('sign')))) return
    if ((await onSign(text.trim())) !== undefined) drafts.forget(NAME)
  }
  return (
    <form class="addendum noprint" onSubmit={instead(sign)}>
      <label>
        {t('addendum')}
        <textarea
          dir="auto"
          rows={2}
          value={text}
          onInput={({ currentTarget: { value } }) => (value ? drafts.keep(NAME, value) : drafts.forget(NAME))}
        />
      </label>
      <button type="submit" disabled={text.trim() === ''}>
        {t('signAddendum')}
      </button>
    </form>
  )
}
